package org.saleskpi.benchmarks;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;

/** What the measurements were taken on. */
final class Machine {

    private static final long MEBIBYTE = 1L << 20;

    private Machine() {}

    /** Cores, JVM, heap and collector, in one line. */
    static String describe() {
        return Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.arch") + ", "
                + System.getProperty("java.vm.name") + " " + Runtime.version() + ", heap of at most "
                + Runtime.getRuntime().maxMemory() / MEBIBYTE + " MiB, "
                + ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .collect(Collectors.joining(" and "));
    }
}
