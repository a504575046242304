/**
 * Questions: what an {@link org.saleskpi.indicator.Indicator} counts, and the standard catalogue
 * {@link org.saleskpi.indicator.SalesIndicators}, which is a part of the whole
 * {@link org.saleskpi.indicator.IndicatorCatalogue}.
 *
 * <p>An indicator is one {@link org.saleskpi.indicator.Population} (facts of one kind, with the moment that places each in
 * a period) and one {@link org.saleskpi.indicator.Formula} over it. The catalogue is written with the same few words that
 * are there for indicators of your own:
 *
 * <pre>{@code
 * Indicator<Rate> noShowRate = Indicator.rate(
 *                 "no-show-rate",
 *                 Population.of(Meeting.class, Meeting::at).where(meeting -> !meeting.isCancelled()),
 *                 meeting -> meeting.outcome() == Meeting.Outcome.NO_SHOW)
 *         .openWhen(meeting -> meeting.outcome() == Meeting.Outcome.PLANNED);
 * }</pre>
 */
@NullMarked
package org.saleskpi.indicator;

import org.jspecify.annotations.NullMarked;
