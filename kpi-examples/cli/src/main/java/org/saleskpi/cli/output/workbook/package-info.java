/**
 * Reports as workbooks for spreadsheet programs. {@link org.saleskpi.cli.output.workbook.WorkbookReport} plans the tables and
 * charts, and writes them.
 */
@NullMarked
package org.saleskpi.cli.output.workbook;

import org.jspecify.annotations.NullMarked;
