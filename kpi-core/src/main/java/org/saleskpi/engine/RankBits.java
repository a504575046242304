package org.saleskpi.engine;

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
            if (isSet.test(i)) {
                builder.set(i);
            }
        }
        return builder.build();
    }

    /** Sets bits. */
    static final class Builder {

        private final long[] words;

        Builder(int size) {
            words = new long[(size >>> 6) + 1];
        }

        void set(int position) {
            words[position >>> 6] |= 1L << position;
        }

        RankBits build() {
            return new RankBits(words);
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
}
