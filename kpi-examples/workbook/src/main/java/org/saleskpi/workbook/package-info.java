/**
 * Reports as workbooks for spreadsheet programs. {@link org.saleskpi.workbook.WorkbookReport} plans the tables and
 * charts, and writes them.
 */
@NullMarked
package org.saleskpi.workbook;

import org.jspecify.annotations.NullMarked;
