package org.saleskpi.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long something took, again and again, in nanoseconds, and what one time allocated. */
final class Timing {

    private static final int MOST_CALLS = 20_000;

    /** How many calls of a task come one after another where tasks are timed in turn. */
    private static final int STRETCH = 500;

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

    /**
     * Times tasks as {@link #of} does, but a stretch of calls of each in turn, so that all have the same share of what else the machine
     * does.
     */
    static List<Timing> inTurn(double seconds, List<Task> tasks) throws Exception {
        for (Task task : tasks) {
            of(seconds / 3, task);
        }
        long[][] nanos = new long[tasks.size()][MOST_CALLS];
        long[] bytes = new long[tasks.size()];
        int calls = 0;
        long end = System.nanoTime() + (long) (seconds * 1e9);
        do {
            for (int i = 0; i < nanos.length; i++) {
                long allocated = THREAD.getCurrentThreadAllocatedBytes();
                for (int turn = calls; turn < calls + STRETCH; turn++) {
                    long before = System.nanoTime();
                    sink = tasks.get(i).run(turn);
                    nanos[i][turn] = System.nanoTime() - before;
                }
                bytes[i] += THREAD.getCurrentThreadAllocatedBytes() - allocated;
            }
            calls += STRETCH;
        } while (calls + STRETCH <= MOST_CALLS && System.nanoTime() < end);
        List<Timing> timings = new ArrayList<>();
        for (int i = 0; i < nanos.length; i++) {
            timings.add(new Timing(Arrays.copyOf(nanos[i], calls), bytes[i] / calls));
        }
        return timings;
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
