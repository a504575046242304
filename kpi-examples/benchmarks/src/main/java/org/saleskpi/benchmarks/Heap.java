package org.saleskpi.benchmarks;

import java.lang.management.ManagementFactory;

/** What is alive on the heap. */
final class Heap {

    /** A full collection may leave some dead space behind: the least of several counts. */
    private static final int COLLECTIONS = 5;

    private Heap() {}

    /** The bytes in use, after collecting what is not. */
    static long used() {
        Timing.sink = null;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
