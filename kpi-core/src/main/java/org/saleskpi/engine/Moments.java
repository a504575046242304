package org.saleskpi.engine;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.order.TimeOrder;

/**
 * Instants in time order, as numbers: how many of them are before another one is found in a few steps.
 *
 * <p>Almost always they are whole seconds within a lifetime of each other: then each takes four bytes. A bound between two
 * seconds is rounded up to the next one, before which there is exactly as much. Fractions of a second take four bytes more,
 * and seconds centuries apart another four.
 */
@SuppressWarnings("JavaInstantGetSecondsGetNano") // Seconds and the rest of each instant are meant to go apart.
final class Moments implements Times {

    /** On average a bucket of the directory holds this many moments. */
    private static final int BUCKET = 16;

    private static final long NANOS_OF_SECOND = 1_000_000_000;

    /** No moments. */
    static final Moments NONE = new Moments(0, new long[0], null, Long.MAX_VALUE, Long.MIN_VALUE, true);

    private final int size;
    private final long earliest;
    private final int @Nullable [] seconds;
    private final long @Nullable [] farSeconds;
    private final int @Nullable [] nanos;

    /** Where the moments of each stretch of {@code 1 << directoryShift} seconds begin; null if there is no directory. */
    private final int @Nullable [] directory;

    private final int directoryShift;

    /** How many steps it takes to search the largest bucket. */
    private final int steps;

    private Moments(
            int size, long[] epochSeconds, int @Nullable [] nanos, long earliest, long latest, boolean inOrder) {
        this.size = size;
        this.earliest = earliest;
        this.nanos = nanos == null ? null : Arrays.copyOf(nanos, size);
        if (size > 0 && latest - earliest > Integer.MAX_VALUE) {
            seconds = null;
            farSeconds = Arrays.copyOf(epochSeconds, size);
            directory = null;
            directoryShift = 0;
            steps = 0;
            return;
        }
        farSeconds = null;
        seconds = new int[size];
        for (int i = 0; i < size; i++) {
            seconds[i] = (int) (epochSeconds[i] - earliest);
        }
        int shift = 0;
        while (size > 0 && (latest - earliest) >>> shift > size / BUCKET) {
            shift++;
        }
        directoryShift = shift;
        directory = inOrder && size > 2 * BUCKET ? directory(seconds, shift) : null;
        int largest = 0;
        for (int i = 1; directory != null && i < directory.length; i++) {
            largest = Math.max(largest, directory[i] - directory[i - 1]);
        }
        steps = bits(largest);
    }

    private static int[] directory(int[] seconds, int shift) {
        int[] directory = new int[(seconds[seconds.length - 1] >>> shift) + 2];
        int bucket = 0;
        for (int i = 0; i < seconds.length; i++) {
            while (bucket <= seconds[i] >>> shift) {
                directory[bucket++] = i;
            }
        }
        directory[bucket] = seconds.length;
        return directory;
    }

    /** Takes moments down, and notices whether they come in time order. */
    static final class Builder {

        private final long[] epochSeconds;
        private int @Nullable [] nanos;
        private int size;
        private long earliest = Long.MAX_VALUE;
        private long latest = Long.MIN_VALUE;
        private int latestNano;
        private boolean inOrder = true;

        Builder(int mostMoments) {
            epochSeconds = new long[mostMoments];
        }

        void add(Instant moment) {
            add(moment.getEpochSecond(), moment.getNano());
        }

        void add(long second, int nano) {
            if (nano > 0 && nanos == null) {
                nanos = new int[epochSeconds.length];
            }
            if (nanos != null) {
                nanos[size] = nano;
            }
            epochSeconds[size++] = second;
            inOrder &= second > latest || (second == latest && nano >= latestNano);
            earliest = Math.min(earliest, second);
            if (second >= latest) {
                latest = second;
                latestNano = nano;
            }
        }

        boolean isInOrder() {
            return inOrder;
        }

        /** The moments; those that did not come in time order can be searched only in slices that did. */
        Moments build() {
            return size == 0 ? NONE : new Moments(size, epochSeconds, nanos, earliest, latest, inOrder);
        }

        /** The moments in time order. */
        Moments sorted() {
            Moments moments = build();
            return inOrder ? moments : moments.inOrder(moments.order());
        }
    }

    @Override
    public int size() {
        return size;
    }

    /** The positions in time order; those of equal moments stay in theirs. */
    int[] order() {
        return seconds != null && nanos == null
                ? TimeOrder.ofSeconds(seconds)
                : TimeOrder.of(size, this::at, Integer::compare);
    }

    /** The same moments in another order, to be searched in slices. */
    Moments inOrder(int[] order) {
        Builder builder = new Builder(size);
        for (int position : order) {
            builder.add(secondAt(position), nanoAt(position));
        }
        return builder.build();
    }

    Instant at(int position) {
        return Instant.ofEpochSecond(secondAt(position), nanoAt(position));
    }

    /** The whole seconds of a moment, since 1970. */
    long secondAt(int position) {
        return farSeconds != null ? farSeconds[position] : earliest + (seconds == null ? 0 : seconds[position]);
    }

    /** The nanoseconds of a moment since its whole second. */
    int nanoAt(int position) {
        return nanos == null ? 0 : nanos[position];
    }

    /** A moment in seconds since 1970, or in nanoseconds; whoever asks knows that these are not too many. */
    long timeAt(int position, boolean inNanos) {
        return inNanos ? secondAt(position) * NANOS_OF_SECOND + nanoAt(position) : secondAt(position);
    }

    boolean areWholeSeconds() {
        return nanos == null;
    }

    /** Whether all moments are within so many seconds before or after 1970. */
    boolean areWithin(long secondsOf1970) {
        return size == 0
                || (earliest >= -secondsOf1970 && IntStream.range(0, size).allMatch(i -> secondAt(i) <= secondsOf1970));
    }

    @Override
    public Moments moments() {
        return this;
    }

    @Override
    public Moments moments(int group) {
        return this;
    }

    @Override
    public Times toldBy(EventLine line, int number, @Nullable EventLine replaced) {
        return line.timesOf(number, size);
    }

    @Override
    public int firstFrom(Instant bound, int group, int start, int end) {
        return firstFrom(bound, start, end);
    }

    /** How many moments are before another one. */
    int countBefore(Instant bound) {
        return firstFrom(bound, 0, size);
    }

    /** The first position, of those from start to before end, whose moment is not before a bound; the end if none is. */
    int firstFrom(Instant bound, int start, int end) {
        boolean roundUp = nanos == null && bound.getNano() > 0;
        long second = bound.getEpochSecond() + (roundUp ? 1 : 0);
        if (start == end || second < earliest) {
            return start;
        }
        if (nanos != null && bound.getNano() > 0) {
            return firstFrom(second, bound.getNano(), nanos, start, end);
        }
        if (seconds == null) {
            return firstFrom(second, start, end);
        }
        long offset = second - earliest;
        return offset > Integer.MAX_VALUE ? end : firstFrom((int) offset, seconds, start, end);
    }

    /** How many comparisons it takes at most to find a bound that is within reach of the moments. */
    int comparisons() {
        return directory == null ? bits(size) : steps;
    }

    private static int bits(int number) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(number);
    }

    private int firstFrom(int offset, int[] offsets, int start, int end) {
        return directory == null
                ? firstFrom(offset, offsets, start, end - start, bits(end - start))
                : Math.max(start, Math.min(end, firstInBucket(offset, offsets, directory)));
    }

    private int firstInBucket(int offset, int[] offsets, int[] bucketStarts) {
        int bucket = Math.min(offset >>> directoryShift, bucketStarts.length - 2);
        int start = bucketStarts[bucket];
        return firstFrom(offset, offsets, start, bucketStarts[bucket + 1] - start, steps);
    }

    /**
     * Looks among some neighbours in a given number of steps. There is no branch to mispredict: which half the bound lies in is
     * as good as random, and a processor that knows how many steps there are goes on to other work while it waits for memory.
     */
    private static int firstFrom(int offset, int[] offsets, int start, int count, int steps) {
        int low = start;
        int length = count;
        for (int step = 0; step < steps; step++) {
            int half = length >>> 1;
            // Once nothing is left to look at, this is the one behind, or the last of all: both are left as they are.
            int middle = Math.min(low + half, offsets.length - 1);
            boolean isAfter = length > 0 && offsets[middle] < offset;
            low = isAfter ? middle + 1 : low;
            length = isAfter ? length - half - 1 : half;
        }
        return low;
    }

    private int firstFrom(long second, int start, int end) {
        int low = start;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (secondAt(middle) < second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int firstFrom(long second, int nano, int[] nanosOf, int start, int end) {
        int low = start;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            long at = secondAt(middle);
            if (at < second || (at == second && nanosOf[middle] < nano)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
