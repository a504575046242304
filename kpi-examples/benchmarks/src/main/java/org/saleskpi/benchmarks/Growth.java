package org.saleskpi.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.InstantRange;

/** What the library costs as the data grows tenfold and tenfold again. */
final class Growth {

    private static final long LEAST = 10_000;
    private static final double LARGEST = 10_000_000;
    private static final double SECONDS = 4;

    private Growth() {}

    static void run(Options options) throws Exception {
        long most = (long) options.number("most", LARGEST);
        row(LEAST);
        List<List<String>> rows = new ArrayList<>();
        for (long records = LEAST; records <= most; records *= 10) {
            rows.add(row(records));
            System.out.println(rows.get(rows.size() - 1));
        }
        String text = String.format(Locale.ROOT, "%s. %s.%n%n", LocalDate.now(ZoneOffset.UTC), Machine.describe())
                + Page.table(
                        List.of(
                                "records",
                                "build, ns a record",
                                "index, ns a record",
                                "index by rep, ns a record",
                                "report, median",
                                "report, p99",
                                "report, bytes allocated",
                                "report by 50 reps, median",
                                "view and its report, median",
                                "records, bytes each",
                                "history, bytes a record more",
                                "index, bytes a record",
                                "index by rep, bytes a record"),
                        rows);
        System.out.println(text);
        if (options.out().isPresent()) {
            Page.write(options.out().get(), "growth", text);
        }
    }

    private static List<String> row(long records) throws Exception {
        long empty = Heap.used();
        SyntheticSales sales = SyntheticSales.ofRecords(records);
        double size = sales.size();
        long withRecords = Heap.used();
        RandomPeriods periods = new RandomPeriods(1_000);
        Timing build = Timing.of(SECONDS, turn -> sales.history());
        SalesHistory history = sales.history();
        Timing index = Timing.of(
                SECONDS,
                turn -> KpiCalculator.of(history).during(periods.period(0)).report());
        Timing indexByRep = Timing.of(
                SECONDS,
                turn -> KpiCalculator.of(history).during(periods.period(0)).by(Dimension.OWNER));
        long withHistory = Heap.used();
        KpiCalculator calculator = KpiCalculator.of(history);
        Timing report = Timing.of(
                SECONDS,
                turn -> calculator
                        .during(periods.period(turn % periods.count()))
                        .report());
        long withIndex = Heap.used();
        Timing.sink = calculator.during(periods.period(0)).by(Dimension.OWNER);
        long withGroups = Heap.used();
        Timing byRep = Timing.of(
                SECONDS,
                turn -> calculator
                        .during(periods.period(turn % periods.count()))
                        .by(Dimension.OWNER));
        Timing view = Timing.of(SECONDS, turn -> {
            InstantRange period = periods.period(turn % periods.count());
            return calculator.asOf(period.endExclusive()).during(period).report();
        });
        if (calculator.history().calls().size() != sales.calls().size()) {
            throw new IllegalStateException("The history and the records must be alive until here");
        }
        return List.of(
                String.format(Locale.ROOT, "%,.0f", size),
                Page.digits(build.median() / size),
                Page.digits(index.median() / size),
                Page.digits(indexByRep.median() / size),
                Page.duration(report.median()),
                Page.duration(report.percentile(99)),
                String.format(Locale.ROOT, "%,d", report.bytes()),
                Page.duration(byRep.median()),
                Page.duration(view.median()),
                Page.digits((withRecords - empty) / size),
                Page.digits((withHistory - withRecords) / size),
                Page.digits((withIndex - withHistory) / size),
                Page.digits((withGroups - withIndex) / size));
    }
}
