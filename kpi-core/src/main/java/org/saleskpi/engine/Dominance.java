package org.saleskpi.engine;

import java.time.Instant;

/**
 * Pairs of instants: how many have both the first before one bound and the second before another.
 *
 * <p>The pairs stand in the order of their firsts, so those whose first is before a bound are a prefix. Each second is
 * replaced by its rank among the seconds, and those of the prefix that are below the rank of the other bound are counted by a
 * {@link RankMatrix}.
 */
final class Dominance {

    private final Moments firsts;
    private final Moments seconds;
    private final RankMatrix ranks;

    private Dominance(Moments firstOfPair, Moments secondOfPair) {
        int size = firstOfPair.size();
        int[] byFirst = firstOfPair.order();
        int[] bySecond = secondOfPair.order();
        firsts = firstOfPair.inOrder(byFirst);
        seconds = secondOfPair.inOrder(bySecond);
        int[] rankOf = new int[size];
        for (int rank = 0; rank < size; rank++) {
            rankOf[bySecond[rank]] = rank;
        }
        int[] rankOfFirst = new int[size];
        for (int i = 0; i < size; i++) {
            rankOfFirst[i] = rankOf[byFirst[i]];
        }
        ranks = new RankMatrix(rankOfFirst);
    }

    /** Takes pairs down. */
    static final class Builder {

        private final Moments.Builder firsts;
        private final Moments.Builder seconds;

        Builder(int mostPairs) {
            firsts = new Moments.Builder(mostPairs);
            seconds = new Moments.Builder(mostPairs);
        }

        void add(Instant first, Instant second) {
            firsts.add(first);
            seconds.add(second);
        }

        Dominance build() {
            return new Dominance(firsts.build(), seconds.build());
        }
    }

    boolean isEmpty() {
        return firsts.size() == 0;
    }

    /** The firsts, in time order. */
    Moments firsts() {
        return firsts;
    }

    /** How many of so many pairs whose firsts are the earliest have one of so many seconds that are the earliest. */
    int count(int earliestFirsts, int earliestSeconds) {
        return earliestSeconds == seconds.size()
                ? earliestFirsts
                : ranks.countBelow(0, earliestFirsts, earliestSeconds);
    }

    /** How many pairs have the first before one bound and the second before another. */
    int countBefore(Instant firstBound, Instant secondBound) {
        return count(firsts.countBefore(firstBound), seconds.countBefore(secondBound));
    }
}
