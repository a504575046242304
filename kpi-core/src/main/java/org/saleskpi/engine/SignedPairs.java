package org.saleskpi.engine;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of instants, each added or taken away: what those add up to that have the first before one bound and the second before
 * another.
 *
 * <p>The pairs stand in the order of their firsts, so those whose first is before a bound are a prefix. Each second is replaced by
 * its rank among the seconds; what the pairs of a prefix add up to whose rank is below that of the other bound is told by
 * {@link SignedRanks}.
 *
 * @param firsts the firsts, in time order
 * @param seconds the seconds, in time order; pairs without one have none that is before any bound
 * @param ranks the ranks of the seconds in the order of the firsts
 */
record SignedPairs(Moments firsts, Moments seconds, SignedRanks ranks) {

    /** Takes pairs down. */
    static final class Builder {

        private final Moments.Builder firsts;
        private final Moments.Builder seconds;

        /** Which pair each second is of. */
        private final int[] pairs;

        private final boolean[] areTakenAway;
        private int size;
        private int withSecond;

        Builder(int mostPairs) {
            firsts = new Moments.Builder(mostPairs);
            seconds = new Moments.Builder(mostPairs);
            pairs = new int[mostPairs];
            areTakenAway = new boolean[mostPairs];
        }

        /** Adds a pair. */
        void add(Instant first, @Nullable Instant second) {
            takeDown(first, second, false);
        }

        /** Takes a pair away. */
        void takeAway(Instant first, @Nullable Instant second) {
            takeDown(first, second, true);
        }

        private void takeDown(Instant first, @Nullable Instant second, boolean isTakenAway) {
            firsts.add(first);
            if (second != null) {
                seconds.add(second);
                pairs[withSecond++] = size;
            }
            areTakenAway[size++] = isTakenAway;
        }

        SignedPairs build() {
            Moments secondOfPair = seconds.build();
            int[] bySecond = secondOfPair.order();
            int[] rankOf = new int[size];
            Arrays.fill(rankOf, -1);
            for (int rank = 0; rank < withSecond; rank++) {
                rankOf[pairs[bySecond[rank]]] = rank;
            }
            int next = withSecond;
            for (int pair = 0; pair < size; pair++) {
                rankOf[pair] = rankOf[pair] < 0 ? next++ : rankOf[pair];
            }
            Moments firstOfPair = firsts.build();
            int[] byFirst = firstOfPair.order();
            int[] signed = new int[size];
            for (int i = 0; i < size; i++) {
                signed[i] = rankOf[byFirst[i]] << 1 | (areTakenAway[byFirst[i]] ? 1 : 0);
            }
            return new SignedPairs(
                    firstOfPair.inOrder(byFirst), secondOfPair.inOrder(bySecond), new SignedRanks(signed));
        }
    }
}
