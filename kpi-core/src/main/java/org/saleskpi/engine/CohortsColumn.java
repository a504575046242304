package org.saleskpi.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Conversion;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.Stretch;

/**
 * When each customer that was won is covered, and what it signed when.
 *
 * <p>Moments are whole seconds, rounded down: calendar units start with a whole second, and all that is within one second lies
 * on the same side of such a start.
 */
final class CohortsColumn implements Column<CohortsColumn> {

    private static final Object KEY = new Object();

    /** The number of the customer at each position, by which the pairs go. */
    private final int[] customers;

    /** The stretches of each customer: the seconds of start and end. */
    private final Pairs covers;

    /** The contracts of each customer: the second of signature, and the amount in minor units. */
    private final Pairs contracts;

    private CohortsColumn(int[] customers, Pairs covers, Pairs contracts) {
        this.customers = customers;
        this.covers = covers;
        this.contracts = contracts;
    }

    /** The column of an index. */
    static Recipe<Conversion, CohortsColumn> recipe() {
        return new Recipe<>(
                SalesPopulations.CUSTOMERS_WON, KEY, (index, mostMembers) -> new Builder(index.history(), mostMembers));
    }

    /** Pairs of numbers, those of one customer next to each other. */
    static final class Pairs {

        private final int[] starts;
        private final long[] pairs;

        private Pairs(int[] starts, long[] pairs) {
            this.starts = starts;
            this.pairs = pairs;
        }

        /** Where the pairs of a customer start. */
        int start(int customer) {
            return starts[customer];
        }

        /** Where they end. */
        int end(int customer) {
            return starts[customer + 1];
        }

        long first(int pair) {
            return pairs[2 * pair];
        }

        long second(int pair) {
            return pairs[2 * pair + 1];
        }
    }

    private static final class PairsBuilder {

        private static final int FIRST_CAPACITY = 64;

        private final int[] starts;
        private long[] pairs = new long[FIRST_CAPACITY];
        private int customers;
        private int size;

        PairsBuilder(int mostCustomers) {
            starts = new int[mostCustomers + 1];
        }

        void add(long first, long second) {
            if (2 * size == pairs.length) {
                pairs = Arrays.copyOf(pairs, Math.multiplyExact(2, pairs.length));
            }
            pairs[2 * size] = first;
            pairs[2 * size + 1] = second;
            size++;
        }

        void endCustomer() {
            starts[++customers] = size;
        }

        Pairs build() {
            return new Pairs(Arrays.copyOf(starts, customers + 1), Arrays.copyOf(pairs, 2 * size));
        }
    }

    private static final class Builder implements ColumnBuilder<Conversion, CohortsColumn> {

        private final SalesHistory history;
        private final Map<String, List<Contract>> contractsOf = new HashMap<>();
        private final PairsBuilder covers;
        private final PairsBuilder contracts;
        private int size;

        Builder(SalesHistory history, int mostMembers) {
            this.history = history;
            this.covers = new PairsBuilder(mostMembers);
            this.contracts = new PairsBuilder(mostMembers);
            for (Contract contract : history.contracts()) {
                contractsOf
                        .computeIfAbsent(contract.customerId(), id -> new ArrayList<>(1))
                        .add(contract);
            }
        }

        @Override
        public void add(Conversion member) {
            CustomerJourney journey = history.journeyOf(member.customerId()).orElseThrow();
            for (Stretch stretch : journey.cover()) {
                covers.add(stretch.startsAt().getEpochSecond(), endOf(stretch.endsAt()));
            }
            for (Contract contract : contractsOf.getOrDefault(member.customerId(), List.of())) {
                contracts.add(
                        contract.signedAt().getEpochSecond(),
                        history.valueOf(contract).getAmountMinorLong());
            }
            covers.endCustomer();
            contracts.endCustomer();
            size++;
        }

        private static long endOf(@Nullable Instant endsAt) {
            return endsAt == null ? Long.MAX_VALUE : endsAt.getEpochSecond();
        }

        @Override
        public CohortsColumn build() {
            int[] customers = new int[size];
            Arrays.setAll(customers, position -> position);
            return new CohortsColumn(customers, covers.build(), contracts.build());
        }
    }

    int customer(int position) {
        return customers[position];
    }

    Pairs covers() {
        return covers;
    }

    Pairs contracts() {
        return contracts;
    }

    @Override
    public CohortsColumn inOrder(int[] order) {
        return new CohortsColumn(
                Arrays.stream(order).map(position -> customers[position]).toArray(), covers, contracts);
    }
}
