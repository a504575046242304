package org.saleskpi.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.saleskpi.KpiCalculator;
import org.saleskpi.LiveSalesHistory;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.DateRange;

/** A dashboard of a history while changes come in, beside a build of all records, and what a live history takes of the heap. */
final class Live {

    private static final DateRange MONTH = DateRange.month(2025, 12);
    private static final DateRange MONTH_BEFORE = DateRange.month(2025, 11);
    private static final long PAUSE = 20_000_000;
    private static final List<Call.Outcome> OUTCOMES = List.of(Call.Outcome.values());

    private final SyntheticSales sales;
    private final double seconds;
    private final List<List<String>> rows = new ArrayList<>();

    /** What the heap held before the records. */
    private final long heapBefore;

    private Live(long heapBefore, SyntheticSales sales, double seconds) {
        this.heapBefore = heapBefore;
        this.sales = sales;
        this.seconds = seconds;
    }

    static void run(Options options) throws Exception {
        Live live = new Live(
                Heap.used(),
                SyntheticSales.ofCustomers((int) (options.number("scale", 10) * 10_000)),
                options.number("seconds", 20));
        String text = live.measured();
        System.out.println(text);
        if (options.out().isPresent()) {
            Page.write(options.out().get(), "live", text);
        }
    }

    private String measured() throws Exception {
        SalesHistory history = sales.history();
        KpiCalculator plain = KpiCalculator.of(history).prepare(Dimension.OWNER);
        long plainBytes = Heap.used() - heapBefore;
        Timing build =
                Timing.of(seconds / 2, turn -> KpiCalculator.of(sales.history()).prepare(Dimension.OWNER));
        Timing still = Timing.of(2, turn -> dashboard(plain));
        rows.add(row("none: a history that stands still", 0, still));
        for (int rate : new int[] {100, 1_000, 10_000}) {
            under(plain, rate);
        }
        ExecutorService merging = Executors.newSingleThreadExecutor();
        LiveSalesHistory live = live(plain, merging);
        Changer changer = new Changer(live);
        for (int i = 0; i < sales.customers().size() / 5; i++) {
            changer.change();
        }
        merging.shutdown();
        while (!merging.isTerminated()) {
            Thread.sleep(10);
        }
        dashboard(live.calculator());
        long liveBytes = Heap.used() - heapBefore;
        Timing visible = Timing.of(4, turn -> {
            changer.change();
            return live.calculator().during(MONTH).report();
        });
        return String.format(
                        Locale.ROOT,
                        "%,d records, %s. %s. A build until the first table by rep takes %s. One change is seen in a report after %s"
                                + " (median, 99th percentile %s). With a fifth of the customers changed, a live history and its records take"
                                + " %.2f times the bytes of the plain one and its records.%n%n",
                        sales.size(),
                        LocalDate.now(ZoneOffset.UTC),
                        Machine.describe(),
                        Page.duration(build.median()),
                        Page.duration(visible.median()),
                        Page.duration(visible.percentile(99)),
                        (double) liveBytes / plainBytes)
                + Page.table(
                        List.of(
                                "changes a second, asked",
                                "made",
                                "dashboard, median",
                                "99th percentile",
                                "dashboards"),
                        rows);
    }

    private static LiveSalesHistory live(KpiCalculator start, ExecutorService merging) {
        return LiveSalesHistory.builder(start)
                .mergeOn(merging)
                .prepare(Dimension.OWNER)
                .build();
    }

    /** Two months by rep: what a team looks at. */
    private static Object dashboard(KpiCalculator kpis) {
        Timing.sink = kpis.during(MONTH_BEFORE).by(Dimension.OWNER);
        return kpis.during(MONTH).by(Dimension.OWNER);
    }

    private static List<String> row(String name, long made, Timing timing) {
        return List.of(
                name,
                String.format(Locale.ROOT, "%,d", made),
                Page.duration(timing.median()),
                Page.duration(timing.percentile(99)),
                String.format(Locale.ROOT, "%,d", timing.calls()));
    }

    private void under(KpiCalculator start, int rate) throws Exception {
        ExecutorService merging = Executors.newSingleThreadExecutor();
        ExecutorService writing = Executors.newSingleThreadExecutor();
        try {
            LiveSalesHistory live = live(start, merging);
            AtomicBoolean ends = new AtomicBoolean();
            Future<Integer> made = writing.submit(() -> write(live, rate, ends));
            long[] nanos = new long[(int) (seconds * 1e9 / PAUSE) + 1];
            int calls = 0;
            long begin = System.nanoTime();
            while (System.nanoTime() < begin + seconds * 1e9) {
                Thread.sleep(PAUSE / 1_000_000);
                long before = System.nanoTime();
                dashboard(live.calculator());
                nanos[calls++] = System.nanoTime() - before;
            }
            ends.set(true);
            // The first third warms up.
            rows.add(row(
                    String.format(Locale.ROOT, "%,d", rate),
                    Math.round(made.get() / seconds),
                    new Timing(Arrays.copyOfRange(nanos, calls / 3, calls), 0)));
        } finally {
            writing.shutdownNow();
            merging.shutdownNow();
        }
    }

    private int write(LiveSalesHistory live, int rate, AtomicBoolean ends) throws InterruptedException {
        Changer changer = new Changer(live);
        long begin = System.nanoTime();
        int made = 0;
        while (!ends.get()) {
            long due = (long) ((System.nanoTime() - begin) / 1e9 * rate);
            while (made < due && !ends.get()) {
                changer.change();
                made++;
            }
            Thread.sleep(1);
        }
        return made;
    }

    /** Changes calls of any customers, one after another. */
    private final class Changer {

        private final LiveSalesHistory live;
        private final SplittableRandom random = new SplittableRandom(11);

        Changer(LiveSalesHistory live) {
            this.live = live;
        }

        void change() {
            Call call = sales.calls().get(random.nextInt(sales.calls().size()));
            live.put(Call.builder(call.id(), call.at())
                    .customer(call.customerId())
                    .owner(call.owner())
                    .outcome(OUTCOMES.get(random.nextInt(OUTCOMES.size())))
                    .build());
        }
    }
}
