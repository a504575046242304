package org.saleskpi.engine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Population;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Conversion;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;

/** The sum of the amounts before each position of a table, and which members have one; null where all have. */
final class SumColumn implements Column<SumColumn> {

    private final long[] minorUnitsBefore;
    private final @Nullable RankBits present;

    private SumColumn(long[] minorUnitsBefore, @Nullable RankBits present) {
        this.minorUnitsBefore = minorUnitsBefore;
        this.present = present;
    }

    /** Adds up the amounts of members, converted to the reporting currency. */
    static final class Builder<F extends Fact> implements ColumnBuilder<F, SumColumn> {

        private final Population<F> population;
        private final Function<? super F, ? extends @Nullable Money> amount;
        private final SalesHistory history;
        private final long[] minorUnitsBefore;
        private final RankBits.Builder present;
        private int size;
        private boolean allPresent = true;

        Builder(
                Population<F> population,
                Function<? super F, ? extends @Nullable Money> amount,
                SalesHistory history,
                int mostMembers) {
            this.population = population;
            this.amount = amount;
            this.history = history;
            this.minorUnitsBefore = new long[mostMembers + 1];
            this.present = new RankBits.Builder(mostMembers);
        }

        @Override
        public void add(F member) {
            Money money = amount.apply(member);
            long minorUnits = money == null
                    ? 0
                    : history.convert(money, momentOfRate(member)).getAmountMinorLong();
            present.add(money != null);
            allPresent &= money != null;
            minorUnitsBefore[size + 1] = Math.addExact(minorUnitsBefore[size], minorUnits);
            size++;
        }

        /** Proposals and contracts are converted at the rate of one day, whichever moment an indicator goes by. */
        private Instant momentOfRate(F fact) {
            if (fact instanceof Contract contract) {
                return contract.signedAt();
            }
            if (fact instanceof Proposal proposal) {
                return proposal.sentAt();
            }
            if (fact instanceof Conversion conversion) {
                return conversion.at();
            }
            if (fact instanceof CustomerJourney journey && journey.firstContract() != null) {
                return journey.firstContract().signedAt();
            }
            return requireNonNull(population.momentOf(fact), "moment of a member");
        }

        @Override
        public SumColumn build() {
            return new SumColumn(Arrays.copyOf(minorUnitsBefore, size + 1), allPresent ? null : present.build());
        }
    }

    @Override
    public SumColumn inOrder(int[] order) {
        long[] reordered = new long[order.length + 1];
        for (int i = 0; i < order.length; i++) {
            reordered[i + 1] = Math.addExact(reordered[i], minorUnits(order[i], order[i] + 1));
        }
        return new SumColumn(reordered, present == null ? null : present.inOrder(order));
    }

    long minorUnits(int start, int end) {
        return Math.subtractExact(minorUnitsBefore[end], minorUnitsBefore[start]);
    }

    int count(int start, int end) {
        return present == null ? end - start : present.between(start, end);
    }
}
