/**
 * Analyses: what is done with a history beyond single numbers.
 *
 * <p>A {@link org.saleskpi.analysis.Funnel} tells how far the customers of a cohort have come and where they stop, a
 * {@link org.saleskpi.analysis.Cycle} how long it takes to win them, those that are not won yet included, and
 * {@link org.saleskpi.analysis.Cohorts} what becomes of them once they are. A {@link org.saleskpi.analysis.Comparison} tells how
 * far numbers moved, a {@link org.saleskpi.analysis.MixAndRate} why the rate of a whole did, and
 * {@link org.saleskpi.analysis.Targets} where they stand to what was aimed at. They are asked for by an
 * {@code org.saleskpi.KpiQuery}, for the whole history, a part of it, or {@link org.saleskpi.analysis.GroupedAnalysis group by
 * group}. {@link org.saleskpi.analysis.Findings} tell what is suspicious in the records themselves. All are plain values: they keep their numbers whatever becomes of the history.
 */
@NullMarked
package org.saleskpi.analysis;

import org.jspecify.annotations.NullMarked;
