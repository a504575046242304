package org.saleskpi.benchmarks;

import java.time.Instant;
import java.util.SplittableRandom;
import org.saleskpi.time.InstantRange;

/**
 * Periods to the second, from a day to two years, anywhere in the data and some a little beyond; always the same ones.
 */
final class RandomPeriods {

    private static final long DAY = 86_400;

    private final long[] starts;
    private final long[] ends;

    RandomPeriods(int count) {
        SplittableRandom random = new SplittableRandom(7);
        starts = new long[count];
        ends = new long[count];
        for (int i = 0; i < count; i++) {
            long length = random.nextLong(DAY, 730 * DAY);
            starts[i] = random.nextLong(Months.bound(0) - 10 * DAY, Months.bound(Months.COUNT) - length + 10 * DAY);
            ends[i] = starts[i] + length;
        }
    }

    int count() {
        return starts.length;
    }

    long start(int i) {
        return starts[i];
    }

    long end(int i) {
        return ends[i];
    }

    /** A period as the library takes it. */
    InstantRange period(int i) {
        return new InstantRange(Instant.ofEpochSecond(starts[i]), Instant.ofEpochSecond(ends[i]));
    }
}
