package org.saleskpi.engine;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.saleskpi.indicator.Formula;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.value.Rate;
import org.saleskpi.value.Waits;

/**
 * How long each customer of a table waited, and which waits ended, will never end, or are open.
 *
 * @param ends the waits that ended, as hits, those that never will and the open ones
 * @param hours how long those took that ended
 */
record WaitsColumn(SplitColumn ends, DurationsColumn hours) implements Column<WaitsColumn> {

    /** The column of a formula. */
    static Recipe<CustomerJourney, WaitsColumn> of(Formula.Waited formula) {
        return new Recipe<>(
                formula.population(),
                formula,
                (index, mostMembers) -> new Builder(formula, index.history(), mostMembers));
    }

    private static final class Builder implements ColumnBuilder<CustomerJourney, WaitsColumn> {

        private final Formula.Waited formula;
        private final FirstMoments firsts;
        private final SplitColumn.Bits ends;
        private final DurationsColumn.Builder hours;

        Builder(Formula.Waited formula, SalesHistory history, int mostMembers) {
            this.formula = formula;
            this.firsts = FirstMoments.of(formula.awaited(), history);
            this.ends = new SplitColumn.Bits(mostMembers);
            this.hours = new DurationsColumn.Builder(mostMembers);
        }

        @Override
        public void add(CustomerJourney member) {
            Instant from = requireNonNull(formula.population().momentOf(member), "moment of a member");
            Instant to = firsts.of(member);
            ends.add(to != null, to == null && !formula.missWhen().test(member));
            if (to == null) {
                hours.addNone();
            } else {
                hours.add(Math.max(0, Duration.between(from, to).toHours()));
            }
        }

        @Override
        public WaitsColumn build() {
            return new WaitsColumn(ends.build(), hours.build());
        }
    }

    @Override
    public WaitsColumn inOrder(int[] order) {
        return new WaitsColumn(ends.inOrder(order), hours.inOrder(order));
    }

    Waits over(int start, int end) {
        Rate counts = ends.over(start, end);
        return Waits.lazily(
                counts.misses(), counts.open(), counts.hits(), hours.total(start, end), hours.each(start, end));
    }
}
