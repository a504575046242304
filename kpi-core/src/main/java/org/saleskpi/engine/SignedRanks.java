package org.saleskpi.engine;

import java.util.Arrays;

/**
 * The numbers from zero on, each once and with a sign, in any order: what the signs of those add up to that stand before a
 * position and are below a bound.
 *
 * <p>Four bits at a time, the highest first, numbers go to one of sixteen heaps by their next digit, and each heap keeps its
 * numbers in their order. As each number is there once, a heap starts where its least number would stand if all were sorted, so
 * that nobody has to look where: of a bound's digits, only how many of a heap's numbers before a position go on to the next heap
 * has to be known, and what the signs of those with smaller digits add up to. Both are kept for the middle of each block of 128
 * numbers, beside the digits and signs of the 128, bit by bit. The last seven bits of a number stand with its sign in a byte, and
 * the 128 neighbours of the last heap are looked through, eight at a time.
 *
 * <pre>
 *  block   digits and signs of 64 numbers │ of the next 64 │ for each digit: how many have it, and the signs of those below it
 *  words                 5                │       5        │        16, of what is in the heap before the middle
 * </pre>
 *
 * <p>So an answer takes a step for every sixteenfold: four for a million numbers, of which each takes seven and a half bytes.
 * Immutable and thread-safe.
 */
final class SignedRanks {

    private static final int DIGIT_BITS = 4;
    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int DIGIT_MASK = DIGITS - 1;

    private static final int BLOCK_SHIFT = 7;
    private static final int BLOCK = 1 << BLOCK_SHIFT;

    /** Four words of digits and one of signs, for each half of a block. */
    private static final int HALF_WORDS = DIGIT_BITS + 1;

    private static final int BLOCK_WORDS = 2 * HALF_WORDS + DIGITS;

    /** The highest bit of each byte. */
    private static final long HIGH_BITS = 0x8080808080808080L;

    /** The lowest bit of each byte. */
    private static final long LOW_BITS = 0x0101010101010101L;

    private final int levels;
    private final int wordsOfLevel;
    private final long[] blocks;

    /** The last seven bits of each number, and its sign as the eighth. */
    private final long[] bytes;

    /**
     * Takes numbers.
     *
     * @param signed twice each number, and one more if its sign is minus
     */
    SignedRanks(int[] signed) {
        int size = signed.length;
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(size);
        levels = Math.max(0, bits - BLOCK_SHIFT + DIGIT_BITS - 1) / DIGIT_BITS;
        // Blocks are filled up with the numbers that come next.
        int filled = levels == 0 ? size : withoutLast(BLOCK_SHIFT, size + BLOCK - 1);
        wordsOfLevel = (filled >> BLOCK_SHIFT) * BLOCK_WORDS;
        blocks = new long[Math.multiplyExact(levels, wordsOfLevel)];
        int[] row = new int[filled];
        System.arraycopy(signed, 0, row, 0, size);
        for (int i = size; i < filled; i++) {
            row[i] = i << 1;
        }
        for (int level = 0; level < levels; level++) {
            write(row, level);
            row = inHeaps(row, shift(level));
        }
        bytes = new long[(filled + Long.BYTES - 1) / Long.BYTES];
        for (int i = 0; i < filled; i++) {
            long number = last(BLOCK_SHIFT, row[i] >>> 1);
            long minus = row[i] & 1;
            bytes[i / Long.BYTES] |= (minus << BLOCK_SHIFT | number) << (i * Byte.SIZE);
        }
    }

    /** Takes numbers that are all plus. */
    static SignedRanks ofPlus(int[] numbers) {
        return new SignedRanks(Arrays.stream(numbers).map(number -> number << 1).toArray());
    }

    /** How many bits follow the digit of a level. */
    private int shift(int level) {
        return BLOCK_SHIFT + (levels - 1 - level) * DIGIT_BITS;
    }

    private static int digit(int number, int shift) {
        return number >>> shift & DIGIT_MASK;
    }

    /** The last bits of a number. */
    private static int last(int bits, int number) {
        return number & ((1 << bits) - 1);
    }

    /** A number with its last bits set to zero. */
    private static int withoutLast(int bits, int number) {
        return number - last(bits, number);
    }

    private void write(int[] row, int level) {
        int shift = shift(level);
        int[] counts = new int[DIGITS];
        int[] signs = new int[DIGITS];
        for (int i = 0; i < row.length; i++) {
            if (last(shift + DIGIT_BITS, i) == 0) {
                Arrays.fill(counts, 0);
                Arrays.fill(signs, 0);
            }
            int block = level * wordsOfLevel + (i >> BLOCK_SHIFT) * BLOCK_WORDS;
            if (last(BLOCK_SHIFT, i) == Long.SIZE) {
                int sum = 0;
                for (int digit = 0; digit < DIGITS; digit++) {
                    blocks[block + 2 * HALF_WORDS + digit] = (long) sum << Integer.SIZE | counts[digit];
                    sum += signs[digit];
                }
            }
            int digit = digit(row[i] >>> 1, shift);
            int minus = row[i] & 1;
            int half = block + (i >> 6 & 1) * HALF_WORDS;
            for (int bit = 0; bit < DIGIT_BITS; bit++) {
                blocks[half + bit] |= (long) (digit >>> bit & 1) << i;
            }
            blocks[half + DIGIT_BITS] |= (long) minus << i;
            counts[digit]++;
            signs[digit] += 1 - 2 * minus;
        }
    }

    /** The numbers of each heap of a level, by their next digit. */
    private static int[] inHeaps(int[] row, int shift) {
        int[] next = new int[(row.length >> shift) + 1];
        for (int heap = 0; heap < next.length; heap++) {
            next[heap] = heap << shift;
        }
        int[] moved = new int[row.length];
        for (int number : row) {
            moved[next[number >>> (1 + shift)]++] = number;
        }
        return moved;
    }

    /** What the signs of the numbers add up to that stand before a position and are below a bound. */
    int sumBelow(int position, int bound) {
        int sum = 0;
        int inHeap = position;
        for (int level = 0; level < levels; level++) {
            if (inHeap == 0) {
                return sum;
            }
            int shift = shift(level);
            // The last of the numbers before the position, of which there are one to 128 in its block.
            int last = withoutLast(shift + DIGIT_BITS, bound) + inHeap - 1;
            int block = level * wordsOfLevel + (last >> BLOCK_SHIFT) * BLOCK_WORDS;
            // From the middle on they come on top of what is before it; up to the middle what follows them is too much.
            int half = last >> 6 & 1;
            long upTo = -1L >>> ~last;
            long more = upTo ^ (half - 1L);
            int start = block + half * HALF_WORDS;
            int digit = digit(bound, shift);
            long equal = more;
            long below = 0;
            for (int bit = DIGIT_BITS - 1; bit >= 0; bit--) {
                long isSet = -(digit >>> bit & 1L);
                long plane = blocks[start + bit];
                below |= equal & ~plane & isSet;
                equal &= ~(plane ^ isSet);
            }
            long minus = blocks[start + DIGIT_BITS];
            long beforeMiddle = blocks[block + 2 * HALF_WORDS + digit];
            int sign = 2 * half - 1;
            sum += (int) (beforeMiddle >> Integer.SIZE) + sign * sumOf(below, minus);
            inHeap = (int) beforeMiddle + sign * Long.bitCount(equal);
        }
        return sum + sumOfBytes(withoutLast(BLOCK_SHIFT, bound), inHeap, last(BLOCK_SHIFT, bound));
    }

    private static int sumOf(long numbers, long minus) {
        return Long.bitCount(numbers) - 2 * Long.bitCount(numbers & minus);
    }

    /** The same of the first of some neighbours, whose last bits are below a bound. */
    private int sumOfBytes(int start, int count, int bound) {
        if (bound == 0) {
            return 0;
        }
        int sum = 0;
        // Each byte is 128, and the bound less one, less the number: its highest bit stays where the number is below
        // the bound.
        long most = HIGH_BITS | LOW_BITS * (bound - 1);
        int end = start + count;
        for (int i = start; i < end; i += Long.BYTES) {
            long eight = bytes[i / Long.BYTES];
            long below = most - (eight & ~HIGH_BITS) & HIGH_BITS;
            int behind = Math.max(0, i + Long.BYTES - end) * Byte.SIZE;
            sum += sumOf(below & (-1L >>> behind), eight);
        }
        return sum;
    }
}
