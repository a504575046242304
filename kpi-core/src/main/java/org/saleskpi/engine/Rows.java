package org.saleskpi.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where the members of a table stand among facts: each fact is one, or some of them are, or they have an order of their own. */
final class Rows {

    /** Each fact is a member. */
    private static final Rows ALL = new Rows(null, null);

    private final @Nullable RankBits chosen;
    private final @Nullable Positions order;

    private Rows(@Nullable RankBits chosen, @Nullable Positions order) {
        this.chosen = chosen;
        this.order = order;
    }

    /** The row of a member. */
    int at(int position) {
        return order != null ? order.at(position) : chosen != null ? chosen.positionOf(position) : position;
    }

    /** The rows of all members, of which there are a number: for one pass over them, in which looking for each is slow. */
    int[] all(int members) {
        if (order != null) {
            return order.toArray();
        }
        int[] rows = new int[members];
        int member = 0;
        for (int fact = 0; member < members; fact++) {
            if (chosen == null || chosen.isSet(fact)) {
                rows[member++] = fact;
            }
        }
        return rows;
    }

    /** Takes down which facts are members. */
    static final class Builder {

        private final RankBits.Builder chosen;
        private int members;
        private int facts;

        Builder(int mostFacts) {
            chosen = new RankBits.Builder(mostFacts);
        }

        /** Takes down whether the next fact is a member. */
        void add(boolean isMember) {
            chosen.add(isMember);
            members += isMember ? 1 : 0;
            facts++;
        }

        /** The members in the order of the facts. */
        Rows build() {
            return members == facts ? ALL : new Rows(chosen.build(), null);
        }

        /** The members in another order: which of them comes first, which second, and so on. */
        Rows build(int[] order) {
            int[] rows = new Rows(chosen.build(), null).all(members);
            int[] inOrder = Arrays.stream(order).map(position -> rows[position]).toArray();
            return new Rows(null, Positions.of(inOrder, facts));
        }
    }
}
