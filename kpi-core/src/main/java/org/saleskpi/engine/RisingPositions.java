package org.saleskpi.engine;

/**
 * The members of a table group by group: positions that rise in each group.
 *
 * <p>With the number of its group before it, each is more than the one before. So of its bits only the lower are kept, as many
 * as tell so many groups apart; the upper are a row of bits, in which each position adds a one, and before it as many zeros as
 * its upper bits are more than those of the position before (the code of Elias and Fano). That takes a byte and a fifth for
 * each position of fifty groups, and two and a fifth of ten thousand. Immutable and thread-safe.
 */
final class RisingPositions implements Positions {

    private final int size;
    private final int lowerBits;

    /** The lower bits of all, one after the other, and a word more, so that whoever reads may read the next word too. */
    private final long[] lower;

    private final RankBits upper;

    /**
     * Takes all positions from 0 on.
     *
     * @param order the positions group by group, rising in each
     * @param starts where each group starts, and where the last ends
     */
    RisingPositions(int[] order, int[] starts) {
        int groups = starts.length - 1;
        size = order.length;
        lowerBits = bits(groups);
        lower = new long[Math.toIntExact((((long) size * lowerBits) >>> 6) + 2)];
        RankBits.Builder bits = new RankBits.Builder(Math.multiplyExact(2, size));
        int zeros = 0;
        for (int group = 0; group < groups; group++) {
            for (int place = starts[group]; place < starts[group + 1]; place++) {
                long number = (long) group * size + order[place];
                putLower(place, number & mask());
                int upperBits = (int) (number >>> lowerBits);
                bits.addZeros(upperBits - zeros);
                bits.add(true);
                zeros = upperBits;
            }
        }
        upper = bits.build();
    }

    /** How many bits tell so many groups apart. */
    private static int bits(int groups) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(groups - 1);
    }

    /** How many bits each position takes, at most: the upper are a one and up to a zero, for each of which {@link RankBits} takes two. */
    static int bitsEach(int groups) {
        return bits(groups) + 4;
    }

    private long mask() {
        return (1L << lowerBits) - 1;
    }

    private void putLower(int place, long bits) {
        long bit = (long) place * lowerBits;
        int word = (int) (bit >>> 6);
        lower[word] |= bits << bit;
        // Shifted twice, for a shift by all 64 bits would be none.
        lower[word + 1] |= bits >>> 1 >>> ~bit;
    }

    private long lowerAt(int place) {
        long bit = (long) place * lowerBits;
        int word = (int) (bit >>> 6);
        return (lower[word] >>> bit | lower[word + 1] << 1 << ~bit) & mask();
    }

    /** The position at a place, with the number of its group before it. */
    private long numberAt(int place, int bit) {
        return (long) (bit - place) << lowerBits | lowerAt(place);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int at(int place) {
        return (int) (numberAt(place, upper.positionOf(place)) % size);
    }

    @Override
    public int[] toArray() {
        int[] positions = new int[size];
        long ofGroup = 0;
        int bit = 0;
        for (int place = 0; place < size; place++) {
            bit = upper.nextFrom(bit);
            long number = numberAt(place, bit++);
            while (number - ofGroup >= size) {
                ofGroup += size;
            }
            positions[place] = (int) (number - ofGroup);
        }
        return positions;
    }
}
