package org.saleskpi.engine;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** A bit for each position, and how many are set before any position: a bit and a ninth of memory for each. */
final class RankBits {

    private static final int BLOCK_SHIFT = 9;
    private static final int WORDS_PER_BLOCK = 1 << (BLOCK_SHIFT - 6);

    private final long[] words;
    private final int[] setBeforeBlock;

    private RankBits(long[] words) {
        this.words = words;
        this.setBeforeBlock = new int[(words.length + WORDS_PER_BLOCK - 1) / WORDS_PER_BLOCK];
        int set = 0;
        for (int word = 0; word < words.length; word++) {
            if (word % WORDS_PER_BLOCK == 0) {
                setBeforeBlock[word / WORDS_PER_BLOCK] = set;
            }
            set += Long.bitCount(words[word]);
        }
    }

    static RankBits of(int size, IntPredicate isSet) {
        Builder builder = new Builder(size);
        for (int i = 0; i < size; i++) {
            builder.add(isSet.test(i));
        }
        return builder.build();
    }

    /** Takes bits one after the other. */
    static final class Builder {

        private final long[] words;
        private int size;

        Builder(int mostBits) {
            words = new long[(mostBits >>> 6) + 1];
        }

        void add(boolean isSet) {
            words[size >>> 6] |= (isSet ? 1L : 0) << size;
            size++;
        }

        RankBits build() {
            return new RankBits(Arrays.copyOf(words, (size >>> 6) + 1));
        }
    }

    boolean isSet(int position) {
        return (words[position >>> 6] >>> position & 1) == 1;
    }

    /** The bits of the same positions in another order. */
    RankBits inOrder(int[] order) {
        return of(order.length, i -> isSet(order[i]));
    }

    /** How many bits are set before a position. */
    int before(int position) {
        int word = position >>> 6;
        int block = position >>> BLOCK_SHIFT;
        int set = setBeforeBlock[block];
        for (int i = block * WORDS_PER_BLOCK; i < word; i++) {
            set += Long.bitCount(words[i]);
        }
        return set + Long.bitCount(words[word] & ((1L << position) - 1));
    }

    /** How many bits are set from a position to before another. */
    int between(int start, int end) {
        return before(end) - before(start);
    }

    /** The position of the set bit that has a number of set ones before it; there must be one. */
    int positionOf(int number) {
        int found = Arrays.binarySearch(setBeforeBlock, number);
        int block = found < 0 ? -found - 2 : found;
        while (block + 1 < setBeforeBlock.length && setBeforeBlock[block + 1] <= number) {
            block++;
        }
        int word = block * WORDS_PER_BLOCK;
        int left = number - setBeforeBlock[block];
        for (int set = Long.bitCount(words[word]); left >= set; set = Long.bitCount(words[word])) {
            left -= set;
            word++;
        }
        long rest = words[word];
        for (int i = 0; i < left; i++) {
            rest &= rest - 1;
        }
        return (word << 6) + Long.numberOfTrailingZeros(rest);
    }
}
