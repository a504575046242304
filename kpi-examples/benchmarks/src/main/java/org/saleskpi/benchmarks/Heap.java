package org.saleskpi.benchmarks;

import java.lang.management.ManagementFactory;

/** What is alive on the heap. */
final class Heap {

    private static final int MOST_COLLECTIONS = 20;

    private Heap() {}

    /** The bytes in use, after collecting what is not: until nothing more goes. */
    static long used() {
        Timing.sink = null;
        long used = Long.MAX_VALUE;
        for (int i = 0; i < MOST_COLLECTIONS; i++) {
            System.gc();
            long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            if (now == used) {
                break;
            }
            used = now;
        }
        return used;
    }
}
