package org.saleskpi.engine;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.saleskpi.indicator.Formula;
import org.saleskpi.indicator.Population;
import org.saleskpi.sales.Fact;

/**
 * Which members of a table are the first of their customer in any stretch of neighbours.
 *
 * <p>A member is its customer's first in a stretch if the one before it of the same customer, in time order, stands before the
 * stretch. So different customers are the members of the stretch, less those that follow another one of it. Before the end of the
 * stretch so many members follow another one; of these, the ones that follow a member before the stretch are counted by
 * {@link SignedRanks}: each member, in order, has the rank of the one that follows it.
 */
final class CustomersColumn implements Column<CustomersColumn> {

    /** The customer of each member, by a number. */
    private final int[] customers;

    /** One more than the position of each member's predecessor; 0 for a customer's first of all. */
    private final int[] predecessors;

    /** Whether each member follows another one of its customer. */
    private final RankBits follows;

    private final SignedRanks followers;

    /** Takes the number of the customer of each member. */
    CustomersColumn(int[] customers) {
        this.customers = customers;
        this.predecessors = new int[customers.length];
        int[] last = new int[Arrays.stream(customers).max().orElse(-1) + 1];
        int[] rankOfFollower = new int[customers.length];
        Arrays.fill(rankOfFollower, -1);
        int rank = 0;
        for (int i = 0; i < customers.length; i++) {
            predecessors[i] = last[customers[i]];
            last[customers[i]] = i + 1;
            if (predecessors[i] > 0) {
                rankOfFollower[predecessors[i] - 1] = rank++;
            }
        }
        // Those that nobody follows are below no bound.
        for (int i = 0; i < customers.length; i++) {
            rankOfFollower[i] = rankOfFollower[i] < 0 ? rank++ : rankOfFollower[i];
        }
        this.follows = RankBits.of(customers.length, i -> predecessors[i] > 0);
        this.followers = SignedRanks.ofPlus(rankOfFollower);
    }

    /** The column of a formula about members that all have a customer. */
    static <F extends Fact> Recipe<F, CustomersColumn> of(Population<F> population, Formula<?> formula) {
        return new Recipe<>(population, formula, (index, mostMembers) -> new Builder<F>(mostMembers));
    }

    private static final class Builder<F extends Fact> implements ColumnBuilder<F, CustomersColumn> {

        private final Map<String, Integer> numbers = new HashMap<>();
        private final int[] customers;
        private int size;

        Builder(int mostMembers) {
            customers = new int[mostMembers];
        }

        @Override
        public void add(F member) {
            String id = requireNonNull(member.customerId(), "customerId");
            Integer known = numbers.putIfAbsent(id, numbers.size());
            customers[size++] = known == null ? numbers.size() - 1 : known;
        }

        @Override
        public CustomersColumn build() {
            return new CustomersColumn(Arrays.copyOf(customers, size));
        }
    }

    @Override
    public CustomersColumn inOrder(int[] order) {
        return new CustomersColumn(
                Arrays.stream(order).map(position -> customers[position]).toArray());
    }

    /** How many different customers the members from a position to before another have. */
    int count(int start, int end) {
        int following = follows.before(end);
        return end - start - following + followers.sumBelow(start, following);
    }

    /** Whether a member is the first of its customer from a position on. */
    boolean isFirst(int position, int start) {
        return predecessors[position] <= start;
    }
}
