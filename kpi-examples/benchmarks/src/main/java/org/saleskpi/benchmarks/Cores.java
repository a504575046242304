package org.saleskpi.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.sales.SalesHistory;

/** What a second thread gains for building and indexing: the caller alone and with help, in turn. */
final class Cores {

    private static final long LEAST = 9_000;
    private static final double LARGEST = 1_000_000;
    private static final double SECONDS = 6;
    private static final int LEAST_TURNS = 7;

    private Cores() {}

    static void run(Options options) throws Exception {
        long most = (long) options.number("most", LARGEST);
        List<List<String>> rows = new ArrayList<>();
        ExecutorService pool =
                Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
        try {
            rows(LEAST, pool);
            for (long records = LEAST; records <= most; records = records == LEAST ? 20_000 : records * 7) {
                rows.addAll(rows(records, pool));
            }
        } finally {
            pool.shutdown();
        }
        String text = String.format(Locale.ROOT, "%s. %s.%n%n", LocalDate.now(ZoneOffset.UTC), Machine.describe())
                + Page.table(
                        List.of("what", "records", "caller alone, median", "with help, median", "ratio, median"), rows);
        System.out.println(text);
        if (options.out().isPresent()) {
            Page.write(options.out().get(), "cores", text);
        }
    }

    private static List<List<String>> rows(long records, ExecutorService pool) throws Exception {
        SyntheticSales sales = SyntheticSales.ofRecords(records);
        SalesHistory history = sales.history();
        return List.of(
                row(
                        "build",
                        sales,
                        turn -> sales.history(),
                        turn -> sales.builder().build(pool)),
                row(
                        "first report and first breakdown by owner",
                        sales,
                        turn -> KpiCalculator.of(history).prepare(Dimension.OWNER),
                        turn -> KpiCalculator.of(history).prepare(pool, Dimension.OWNER)));
    }

    private static List<String> row(String what, SyntheticSales sales, Timing.Task alone, Timing.Task helped)
            throws Exception {
        List<long[]> turns = new ArrayList<>();
        long start = System.nanoTime();
        while (turns.size() < LEAST_TURNS || System.nanoTime() - start < SECONDS * 1e9) {
            turns.add(new long[] {Timing.once(alone), Timing.once(helped)});
        }
        List<long[]> warm = turns.subList(turns.size() / 3, turns.size());
        return List.of(
                what,
                String.format(Locale.ROOT, "%,d", sales.size()),
                Page.duration(median(warm.stream().mapToDouble(turn -> turn[0]).toArray())),
                Page.duration(median(warm.stream().mapToDouble(turn -> turn[1]).toArray())),
                Page.digits(median(warm.stream()
                        .mapToDouble(turn -> (double) turn[1] / turn[0])
                        .toArray())));
    }

    private static double median(double[] numbers) {
        Arrays.sort(numbers);
        return numbers[numbers.length / 2];
    }
}
