package org.saleskpi.value;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/** Whole numbers and how often each occurs. Immutable and thread-safe. */
final class Histogram {

    private static final Histogram EMPTY = new Histogram(new long[0], new long[0]);

    /** The values that occur, ascending and without repetition. */
    private final long[] values;

    /** How many values are at or below each of them: the last is the count of all. */
    private final long[] ranks;

    private Histogram(long[] values, long[] ranks) {
        this.values = values;
        this.ranks = ranks;
    }

    static Histogram of(long[] numbers) {
        if (numbers.length == 0) {
            return EMPTY;
        }
        long least = numbers[0];
        long greatest = numbers[0];
        for (long number : numbers) {
            least = Math.min(least, number);
            greatest = Math.max(greatest, number);
        }
        // Days of a sales cycle lie close together: counting them takes a tenth of the time of sorting.
        long span = greatest - least;
        return span >= 0 && span < numbers.length ? counted(numbers, least, (int) span + 1) : sorted(numbers);
    }

    /** Values and how often each occurs, which must be at least once. */
    static Histogram of(SortedMap<Long, Long> occurrences, DurationUnit unit) {
        long[] values = new long[occurrences.size()];
        long[] ranks = new long[occurrences.size()];
        int position = 0;
        long rank = 0;
        for (Map.Entry<Long, Long> entry : occurrences.entrySet()) {
            long times = entry.getValue();
            checkArgument(
                    times > 0,
                    "%s: %s %s occurs %s times, expected at least once",
                    unit.answer(),
                    entry.getKey(),
                    unit,
                    times);
            rank = Sums.plus(unit.answer() + ": count", rank, times);
            values[position] = entry.getKey();
            ranks[position++] = rank;
        }
        return trimmed(values, ranks, position);
    }

    /** How often each value occurs, ascending. */
    SortedMap<Long, Long> occurrences() {
        ImmutableSortedMap.Builder<Long, Long> occurrences = ImmutableSortedMap.naturalOrder();
        for (int i = 0; i < values.length; i++) {
            occurrences.put(values[i], occurrences(i));
        }
        return occurrences.buildOrThrow();
    }

    /** How many values there are. */
    long count() {
        return ranks.length == 0 ? 0 : ranks[ranks.length - 1];
    }

    /** The sum of the values. */
    long total(DurationUnit unit) {
        String name = unit.answer() + ": total";
        long total = 0;
        for (int i = 0; i < values.length; i++) {
            try {
                total = Sums.plus(name, total, Math.multiplyExact(values[i], occurrences(i)));
            } catch (ArithmeticException e) {
                throw (ArithmeticException) new ArithmeticException(name + " is too large to represent").initCause(e);
            }
        }
        return total;
    }

    private static Histogram counted(long[] numbers, long least, int span) {
        int[] occurrences = new int[span];
        for (long number : numbers) {
            occurrences[(int) (number - least)]++;
        }
        long[] values = new long[span];
        long[] ranks = new long[span];
        int distinct = 0;
        long rank = 0;
        for (int i = 0; i < span; i++) {
            if (occurrences[i] > 0) {
                rank += occurrences[i];
                values[distinct] = least + i;
                ranks[distinct++] = rank;
            }
        }
        return trimmed(values, ranks, distinct);
    }

    private static Histogram sorted(long[] numbers) {
        long[] sorted = numbers.clone();
        Arrays.sort(sorted);
        long[] values = new long[sorted.length];
        long[] ranks = new long[sorted.length];
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                values[distinct++] = sorted[i];
            }
            ranks[distinct - 1] = i + 1L;
        }
        return trimmed(values, ranks, distinct);
    }

    private static Histogram trimmed(long[] values, long[] ranks, int distinct) {
        return distinct == 0 ? EMPTY : new Histogram(Arrays.copyOf(values, distinct), Arrays.copyOf(ranks, distinct));
    }

    /** The value that is the rank-th smallest, counted from 1. */
    long atRank(long rank) {
        int position = Arrays.binarySearch(ranks, rank);
        return values[position >= 0 ? position : -position - 1];
    }

    private long occurrences(int position) {
        return ranks[position] - (position == 0 ? 0 : ranks[position - 1]);
    }

    boolean isSameAs(Histogram other) {
        return Arrays.equals(values, other.values) && Arrays.equals(ranks, other.ranks);
    }

    /** The values of both. */
    Histogram plus(Histogram other, DurationUnit unit) {
        return merge(other, 1, unit);
    }

    /** The values without those of another, which must be among them. */
    Histogram minus(Histogram part, DurationUnit unit) {
        return merge(part, -1, unit);
    }

    private Histogram merge(Histogram other, int sign, DurationUnit unit) {
        long[] mergedValues = new long[values.length + other.values.length];
        long[] mergedRanks = new long[mergedValues.length];
        int distinct = 0;
        long rank = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < values.length || theirs < other.values.length) {
            boolean fromMine =
                    theirs == other.values.length || (mine < values.length && values[mine] <= other.values[theirs]);
            boolean fromTheirs =
                    mine == values.length || (theirs < other.values.length && other.values[theirs] <= values[mine]);
            long value = fromMine ? values[mine] : other.values[theirs];
            long has = fromMine ? occurrences(mine++) : 0;
            long changes = fromTheirs ? other.occurrences(theirs++) : 0;
            // The count of all values fits, so does each part of it.
            long occurrences = has + sign * changes;
            checkArgument(
                    occurrences >= 0,
                    "%s: cannot take away %s times %s %s from %s of them",
                    unit.answer(),
                    changes,
                    value,
                    unit,
                    has);
            if (occurrences > 0) {
                rank += occurrences;
                mergedValues[distinct] = value;
                mergedRanks[distinct++] = rank;
            }
        }
        return trimmed(mergedValues, mergedRanks, distinct);
    }
}
