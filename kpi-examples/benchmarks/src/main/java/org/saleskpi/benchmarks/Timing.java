package org.saleskpi.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How long something took, again and again, in nanoseconds, and what one time allocated. */
final class Timing {

    private static final int MOST_CALLS = 20_000;
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Keeps answers from being optimised away. */
    static volatile @Nullable Object sink;

    private final long[] sorted;
    private final long bytes;

    Timing(long[] nanos, long bytes) {
        this.sorted = nanos.clone();
        Arrays.sort(sorted);
        this.bytes = bytes;
    }

    /** Something that can be timed. */
    @FunctionalInterface
    interface Task {

        /**
         * Runs once.
         *
         * @param turn how often it has run before
         * @return what must not be optimised away
         */
        Object run(int turn) throws Exception;
    }

    /**
     * Warms up for a third of the time, then times each call: for about a number of seconds, but at least three times.
     */
    static Timing of(double seconds, Task task) throws Exception {
        long start = System.nanoTime();
        long warm = start + (long) (seconds * 1e9 / 3);
        int turn = 0;
        do {
            sink = task.run(turn++);
        } while (System.nanoTime() < warm);
        long end = start + (long) (seconds * 1e9);
        long[] nanos = new long[MOST_CALLS];
        int calls = 0;
        long bytes = THREAD.getCurrentThreadAllocatedBytes();
        while (calls < 3 || (calls < MOST_CALLS && System.nanoTime() < end)) {
            long before = System.nanoTime();
            sink = task.run(turn++);
            nanos[calls++] = System.nanoTime() - before;
        }
        return new Timing(Arrays.copyOf(nanos, calls), (THREAD.getCurrentThreadAllocatedBytes() - bytes) / calls);
    }

    /** Times one call. */
    static long once(Task task) throws Exception {
        long before = System.nanoTime();
        sink = task.run(0);
        return System.nanoTime() - before;
    }

    int calls() {
        return sorted.length;
    }

    double median() {
        return percentile(50);
    }

    double percentile(int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    /** What one call allocated on the heap by this thread, on average. */
    long bytes() {
        return bytes;
    }
}
