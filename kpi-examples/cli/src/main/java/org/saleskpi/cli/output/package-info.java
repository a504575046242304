/**
 * Reports as text to read, as JSON for programs, and as CSV and Parquet for spreadsheets and BI
 * tools; {@code workbook} writes them as workbooks. Each is a {@link org.saleskpi.cli.output.ReportWriter} of the {@link org.saleskpi.cli.output.Answers}
 * to one question.
 */
@NullMarked
package org.saleskpi.cli.output;

import org.jspecify.annotations.NullMarked;
