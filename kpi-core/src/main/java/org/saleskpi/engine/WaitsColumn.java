package org.saleskpi.engine;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.saleskpi.indicator.Formula;
import org.saleskpi.indicator.Population;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
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
        private final Map<String, Instant> firsts;
        private final SplitColumn.Bits ends;
        private final DurationsColumn.Builder hours;

        Builder(Formula.Waited formula, SalesHistory history, int mostMembers) {
            this.formula = formula;
            this.firsts = firsts(formula.awaited(), history);
            this.ends = new SplitColumn.Bits(mostMembers);
            this.hours = new DurationsColumn.Builder(mostMembers);
        }

        /** The first moment of a member of a population, by customer. */
        private static <F extends Fact> Map<String, Instant> firsts(Population<F> awaited, SalesHistory history) {
            Map<String, Instant> firsts = new HashMap<>();
            for (Fact any : FactKind.of(awaited.factType()).facts(history)) {
                F fact = awaited.factType().cast(any);
                String customerId = fact.customerId();
                if (customerId != null && awaited.contains(fact, history)) {
                    Instant moment = awaited.momentOf(fact);
                    if (moment != null) {
                        firsts.merge(customerId, moment, (one, other) -> one.isBefore(other) ? one : other);
                    }
                }
            }
            return firsts;
        }

        @Override
        public void add(CustomerJourney member) {
            Instant from = requireNonNull(formula.population().momentOf(member), "moment of a member");
            Instant to = firsts.get(member.customerId());
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
