package org.saleskpi.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.saleskpi.KpiCalculator;
import org.saleskpi.report.KpiReport;

/** How many reports one calculator gives to several threads at a time, beside what it gives to one. */
final class Readers {

    private static final int CUSTOMERS_PER_SCALE = 10_000;
    private static final int ROUNDS = 7;
    private static final long ROUND = TimeUnit.SECONDS.toNanos(1);
    private static final int BATCH = 256;

    private Readers() {}

    static void run(Options options) throws Exception {
        double scale = options.number("scale", 10);
        SyntheticSales sales = SyntheticSales.ofCustomers((int) Math.round(scale * CUSTOMERS_PER_SCALE));
        KpiCalculator calculator = KpiCalculator.of(sales.history());
        int most = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(most);
        List<List<String>> rows = new ArrayList<>();
        try {
            perSecond(calculator, most, pool);
            // One after the other in each round, so that a machine that slows down slows all of them down.
            double[][] rates = new double[most + 1][ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                for (int threads = 1; threads <= most; threads *= 2) {
                    rates[threads][round] = perSecond(calculator, threads, pool);
                }
            }
            for (int threads = 1; threads <= most; threads *= 2) {
                rows.add(List.of(
                        Integer.toString(threads),
                        String.format(Locale.ROOT, "%,.0f", median(rates[threads])),
                        Page.digits(median(rates[threads]) / median(rates[1]))));
            }
        } finally {
            pool.shutdown();
        }
        String text = String.format(
                        Locale.ROOT,
                        "%,d records, %s. %s.%n%n",
                        sales.size(),
                        LocalDate.now(ZoneOffset.UTC),
                        Machine.describe())
                + Page.table(List.of("threads", "reports a second", "as a multiple of one thread"), rows);
        System.out.println(text);
        if (options.out().isPresent()) {
            Page.write(options.out().get(), "readers", text);
        }
    }

    private static double perSecond(KpiCalculator calculator, int threads, ExecutorService pool) throws Exception {
        List<Future<Double>> counts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            counts.add(pool.submit(() -> perSecond(calculator)));
        }
        double sum = 0;
        for (Future<Double> count : counts) {
            sum += count.get();
        }
        return sum;
    }

    private static double perSecond(KpiCalculator calculator) {
        RandomPeriods periods = new RandomPeriods(BATCH);
        // Each thread has a place of its own for its answers: one for all would be what they wait for.
        KpiReport[] last = new KpiReport[BATCH];
        long start = System.nanoTime();
        long reports = 0;
        long spent = 0;
        while (spent < ROUND) {
            for (int i = 0; i < BATCH; i++) {
                last[i] = calculator.during(periods.period(i)).report();
            }
            reports += BATCH;
            spent = System.nanoTime() - start;
        }
        Timing.sink = last;
        return reports * 1e9 / spent;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
