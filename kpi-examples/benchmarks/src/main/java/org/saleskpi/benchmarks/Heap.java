package org.saleskpi.benchmarks;

import java.lang.management.ManagementFactory;

/** What is alive on the heap. */
final class Heap {

    private static final int COLLECTIONS = 3;

    private Heap() {}

    /** The bytes in use, after collecting what is not. */
    static long used() {
        Timing.sink = null;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
