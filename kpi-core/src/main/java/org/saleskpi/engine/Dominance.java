package org.saleskpi.engine;

import java.time.Instant;

/**
 * Pairs of instants: how many have both the first before one bound and the second before another.
 *
 * <p>The pairs stand in the order of their firsts, so those whose first is before a bound are a prefix. Each second is
 * replaced by its rank among the seconds, and the ranks are kept bit by bit, the highest first, as a wavelet matrix: at each
 * bit the ones with a zero move to the front, which leaves every prefix in two runs. Counting the ranks below a bound in a
 * prefix follows the bound's bits from run to run: as many steps as the ranks have bits.
 */
final class Dominance {

    private final Moments firsts;
    private final Moments seconds;
    private final RankBits[] bits;
    private final int[] zeros;

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
        int[] ranks = new int[size];
        for (int i = 0; i < size; i++) {
            ranks[i] = rankOf[byFirst[i]];
        }
        int levels = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, size - 1));
        bits = new RankBits[levels];
        zeros = new int[levels];
        for (int level = 0; level < levels; level++) {
            int shift = levels - 1 - level;
            int[] before = ranks;
            bits[level] = RankBits.of(size, i -> (before[i] >>> shift & 1) == 1);
            zeros[level] = size - bits[level].before(size);
            ranks = zerosFirst(before, shift, zeros[level]);
        }
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

    private static int[] zerosFirst(int[] ranks, int shift, int zeros) {
        int[] moved = new int[ranks.length];
        int zero = 0;
        int one = zeros;
        for (int rank : ranks) {
            if ((rank >>> shift & 1) == 0) {
                moved[zero++] = rank;
            } else {
                moved[one++] = rank;
            }
        }
        return moved;
    }

    /** How many pairs have the first before one bound and the second before another. */
    int countBefore(Instant firstBound, Instant secondBound) {
        int start = 0;
        int end = firsts.countBefore(firstBound);
        int rankBound = seconds.countBefore(secondBound);
        if (rankBound == seconds.size()) {
            return end;
        }
        int count = 0;
        for (int level = 0; level < bits.length && start < end; level++) {
            int onesBeforeStart = bits[level].before(start);
            int onesBeforeEnd = bits[level].before(end);
            int zerosBeforeStart = start - onesBeforeStart;
            int zerosBeforeEnd = end - onesBeforeEnd;
            if ((rankBound >>> (bits.length - 1 - level) & 1) == 1) {
                count += zerosBeforeEnd - zerosBeforeStart;
                start = zeros[level] + onesBeforeStart;
                end = zeros[level] + onesBeforeEnd;
            } else {
                start = zerosBeforeStart;
                end = zerosBeforeEnd;
            }
        }
        return count;
    }
}
