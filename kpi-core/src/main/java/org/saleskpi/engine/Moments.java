package org.saleskpi.engine;

import java.time.Instant;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Instants in time order, as numbers: how many of them are before another one is found in a few steps.
 *
 * <p>Almost always they are whole seconds within a lifetime of each other: then each takes four bytes. A bound between two
 * seconds is rounded up to the next one, before which there is exactly as much. Fractions of a second take four bytes more,
 * and seconds centuries apart another four.
 */
@SuppressWarnings("JavaInstantGetSecondsGetNano") // Seconds and the rest of each instant are meant to go apart.
final class Moments {

    /** On average a bucket of the directory holds this many moments. */
    private static final int BUCKET = 32;

    private final int size;
    private final long earliest;
    private final int @Nullable [] seconds;
    private final long @Nullable [] farSeconds;
    private final int @Nullable [] nanos;

    /** Where the moments of each stretch of {@code 1 << directoryShift} seconds begin; null if there is no directory. */
    private final int @Nullable [] directory;

    private final int directoryShift;

    private Moments(long earliest, long[] epochSeconds, int @Nullable [] nanos, boolean withDirectory) {
        this.size = epochSeconds.length;
        this.earliest = earliest;
        this.nanos = nanos;
        long furthest = 0;
        for (long second : epochSeconds) {
            furthest = Math.max(furthest, second - earliest);
        }
        if (furthest > Integer.MAX_VALUE) {
            seconds = null;
            farSeconds = epochSeconds;
            directory = null;
            directoryShift = 0;
            return;
        }
        farSeconds = null;
        seconds = new int[size];
        for (int i = 0; i < size; i++) {
            seconds[i] = (int) (epochSeconds[i] - earliest);
        }
        int shift = 0;
        while ((furthest >>> shift) > size / BUCKET) {
            shift++;
        }
        directoryShift = shift;
        directory = withDirectory && size > 2 * BUCKET ? directory(seconds, shift) : null;
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

    /** The moments that a function gives in time order. */
    static Moments of(int size, IntFunction<Instant> momentAt) {
        return of(size, momentAt, true);
    }

    /** The moments that a function gives, which are in time order only within the slices that will be searched. */
    static Moments ofSlices(int size, IntFunction<Instant> momentAt) {
        return of(size, momentAt, false);
    }

    private static Moments of(int size, IntFunction<Instant> momentAt, boolean withDirectory) {
        long[] epochSeconds = new long[size];
        int[] nanos = null;
        long earliest = Long.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            Instant moment = momentAt.apply(i);
            epochSeconds[i] = moment.getEpochSecond();
            earliest = Math.min(earliest, epochSeconds[i]);
            if (moment.getNano() > 0 && nanos == null) {
                nanos = new int[size];
            }
            if (nanos != null) {
                nanos[i] = moment.getNano();
            }
        }
        return new Moments(earliest, epochSeconds, nanos, withDirectory);
    }

    int size() {
        return size;
    }

    /** The same moments in another order, to be searched in slices. */
    Moments inOrder(int[] order) {
        return ofSlices(order.length, i -> at(order[i]));
    }

    private Instant at(int position) {
        return Instant.ofEpochSecond(secondAt(position), nanos == null ? 0 : nanos[position]);
    }

    private long secondAt(int position) {
        return farSeconds != null ? farSeconds[position] : earliest + (seconds == null ? 0 : seconds[position]);
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

    private int firstFrom(int offset, int[] offsets, int start, int end) {
        int low = start;
        int high = end;
        int[] starts = directory;
        if (starts != null) {
            int bucket = Math.min(offset >>> directoryShift, starts.length - 2);
            // The bucket may lie outside of the slice that is searched.
            low = Math.min(end, Math.max(start, starts[bucket]));
            high = Math.min(end, Math.max(start, starts[bucket + 1]));
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (offsets[middle] < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
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
