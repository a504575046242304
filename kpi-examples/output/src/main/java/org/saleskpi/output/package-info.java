/**
 * Reports as text to read, as JSON for programs, and as CSV and Parquet for spreadsheets and BI tools; {@code workbook} has
 * the one for Excel and {@code page} the one for a browser. Each is a {@link org.saleskpi.output.ReportWriter} of the
 * {@link org.saleskpi.output.Answers} to one question.
 */
@NullMarked
package org.saleskpi.output;

import org.jspecify.annotations.NullMarked;
