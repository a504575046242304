package org.saleskpi.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.IndicatorCatalogue;
import org.saleskpi.indicator.RecurringRevenueIndicators;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.InstantRange;

/** What the whole catalogue costs beside the eighteen indicators that a report answers by default, and beside a loop over those. */
final class Catalogue {

    private static final double SECONDS = 4;

    private Catalogue() {}

    static void run(Options options) throws Exception {
        SyntheticSales sales = SyntheticSales.ofCustomers((int) (options.number("scale", 10) * 10_000));
        SalesHistory history = sales.history();
        RandomPeriods periods = new RandomPeriods(1_000);
        Indicator<?> retention = RecurringRevenueIndicators.NET_RETENTION;
        List<Asked> asked = List.of(
                Asked.of("the eighteen", SalesIndicators.all(), history, periods),
                Asked.of("all forty-two", IndicatorCatalogue.all(), history, periods),
                Asked.of(retention.key() + " alone", List.of(retention), history, periods));
        List<Timing> reports = Timing.inTurn(
                SECONDS,
                asked.stream()
                        .<Timing.Task>map(one -> turn -> one.report(periods.period(turn % periods.count())))
                        .toList());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            rows.add(asked.get(i).row(reports.get(i)));
        }
        rows.add(loop(sales, periods));
        String text = String.format(
                        Locale.ROOT,
                        "%,d records, %s. %s.%n%n",
                        sales.size(),
                        LocalDate.now(ZoneOffset.UTC),
                        Machine.describe())
                + Page.table(
                        List.of(
                                "indicators",
                                "first report",
                                "index, bytes a record",
                                "report, median",
                                "report, p99",
                                "bytes"),
                        rows);
        System.out.println(text);
        if (options.out().isPresent()) {
            Page.write(options.out().get(), "catalogue", text);
        }
    }

    /** Some indicators, of which a first report was made. */
    private record Asked(String name, KpiCalculator calculator, long first, double bytes) {

        static Asked of(String name, List<Indicator<?>> indicators, SalesHistory history, RandomPeriods periods)
                throws Exception {
            long before = Heap.used();
            KpiCalculator calculator = KpiCalculator.builder(history)
                    .without(SalesIndicators.all().toArray(Indicator<?>[]::new))
                    .add(indicators.toArray(Indicator<?>[]::new))
                    .build();
            long first =
                    Timing.once(turn -> calculator.during(periods.period(0)).report());
            return new Asked(
                    name,
                    calculator,
                    first,
                    (double) (Heap.used() - before) / history.records().size());
        }

        KpiReport report(InstantRange period) {
            return calculator.during(period).report();
        }

        List<String> row(Timing report) {
            return List.of(
                    name,
                    Page.duration((double) first),
                    Page.digits(bytes),
                    Page.duration(report.median()),
                    Page.duration(report.percentile(99)),
                    String.format(Locale.ROOT, "%,d", report.bytes()));
        }
    }

    /** A plain loop over the eighteen, in the same run. */
    private static List<String> loop(SyntheticSales sales, RandomPeriods periods) throws Exception {
        try (Peer loop = new LoopPeer()) {
            loop.load(sales);
            Timing report = Timing.of(
                    SECONDS,
                    turn -> loop.period(periods.start(turn % periods.count()), periods.end(turn % periods.count())));
            return List.of(
                    "a tight loop over the eighteen",
                    "",
                    "",
                    Page.duration(report.median()),
                    Page.duration(report.percentile(99)),
                    String.format(Locale.ROOT, "%,d", report.bytes()));
        }
    }
}
