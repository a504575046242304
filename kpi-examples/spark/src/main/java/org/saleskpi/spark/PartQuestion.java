package org.saleskpi.spark;

import java.io.Serializable;
import org.saleskpi.KpiCalculator;

/**
 * A question that every part of a cluster's data is asked. It travels to where the parts are: a lambda may use values that are
 * serializable, such as texts and dates, and makes periods and dimensions of them itself.
 *
 * <pre>{@code
 * String year = "2026";
 * PartQuestion<KpiBreakdown<KpiSeries>> months = part ->
 *         part.during(DateRange.parse(year)).by(Dimension.OWNER, CalendarUnit.MONTH);
 * }</pre>
 *
 * @param <A> the kind of answer
 */
@FunctionalInterface
public interface PartQuestion<A> extends Serializable {

    /**
     * Asks a part. The question must be the same for all parts: same period, indicators and dimensions.
     *
     * @param part answers over some of the customers
     * @return the answer
     */
    A ask(KpiCalculator part);
}
