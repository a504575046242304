package org.saleskpi.benchmarks;

import java.util.Locale;

/**
 * One figure that holds on a slow and busy machine too: how many times faster a report over a random period is than a loop
 * over the same 1.4 million records, in one run.
 */
final class RatioCheck {

    private static final int CUSTOMERS = 100_000;
    private static final int LEAST = 1_000;
    private static final double SECONDS = 3;
    private static final int ROUNDS = 4;

    private RatioCheck() {}

    /** Prints the ratio, and tells whether it is high enough. */
    static boolean run() throws Exception {
        SyntheticSales sales = SyntheticSales.ofCustomers(CUSTOMERS);
        RandomPeriods periods = new RandomPeriods(1_000);
        try (Peer library = new LibraryPeer();
                Peer loop = new LoopPeer()) {
            library.load(sales);
            loop.load(sales);
            Agreement.check(loop, library);
            boolean enough = false;
            // A machine that is busy just then, or a JVM that has not warmed to it yet, gets another try.
            for (int round = 0; round < ROUNDS && !enough; round++) {
                double slow = median(loop, periods);
                double fast = median(library, periods);
                enough = slow / fast >= LEAST;
                System.out.printf(
                        Locale.ROOT,
                        "A report over %,d records takes %.1f us, a loop over them %,.0f us: %,.0f times as long, %s %,d%n",
                        sales.size(),
                        fast / 1e3,
                        slow / 1e3,
                        slow / fast,
                        enough ? "at least" : "less than",
                        LEAST);
            }
            return enough;
        }
    }

    private static double median(Peer peer, RandomPeriods periods) throws Exception {
        return Timing.of(SECONDS, turn -> {
                    int i = turn % periods.count();
                    return peer.period(periods.start(i), periods.end(i));
                })
                .median();
    }
}
