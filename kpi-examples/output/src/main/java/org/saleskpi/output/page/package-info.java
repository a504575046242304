/**
 * Reports as one page for a browser, a mail or a printer: {@link org.saleskpi.output.page.HtmlReport}. The parts of the
 * page ask the question further and write HTML; the charts know numbers and texts, and nothing of reports.
 */
@NullMarked
package org.saleskpi.output.page;

import org.jspecify.annotations.NullMarked;
