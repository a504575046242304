/**
 * Reports: answers together with the terms they were asked in.
 *
 * <p>A {@link org.saleskpi.report.KpiReport} answers several indicators over one period, a
 * {@link org.saleskpi.report.KpiSeries} over consecutive periods, and a {@link org.saleskpi.report.KpiBreakdown} group by
 * group. Their {@link org.saleskpi.report.ReportTerms} say what the numbers depend on: the period, the part of the history,
 * the moment of the view. They are plain values: a report keeps its numbers whatever becomes of the history.
 */
@NullMarked
package org.saleskpi.report;

import org.jspecify.annotations.NullMarked;
