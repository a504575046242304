package org.saleskpi.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.sales.SalesHistory;

/** What many small histories cost, each with a calculator of its own. */
final class Tenants {

    private static final double SECONDS = 4;
    private static final int[] CUSTOMERS = {1, 70, 700};

    /** So many records are on the heap at a time, and a thousand tenants at most. */
    private static final int RECORDS = 1_100_000;

    private static final int MOST = 1_000;

    private Tenants() {}

    static void run(Options options) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (int customers : CUSTOMERS) {
            rows.add(row(customers));
        }
        String text = String.format(Locale.ROOT, "%s. %s.%n%n", LocalDate.now(ZoneOffset.UTC), Machine.describe())
                + Page.table(
                        List.of(
                                "records of each tenant",
                                "tenants",
                                "records, bytes",
                                "history, bytes more",
                                "calculator after a report, bytes more",
                                "after a breakdown by owner, bytes more",
                                "build",
                                "build and first report",
                                "build, first report and first breakdown",
                                "report of one tenant after the other, median"),
                        rows);
        System.out.println(text);
        if (options.out().isPresent()) {
            Page.write(options.out().get(), "tenants", text);
        }
    }

    private static List<String> row(int customers) throws Exception {
        RandomPeriods periods = new RandomPeriods(1_000);
        SyntheticSales one = SyntheticSales.sharingTexts(customers);
        Timing build = Timing.of(SECONDS, turn -> one.history());
        Timing first = Timing.of(
                SECONDS,
                turn -> KpiCalculator.of(one.history())
                        .during(periods.period(0))
                        .report());
        Timing both = Timing.of(
                SECONDS,
                turn -> KpiCalculator.of(one.history())
                        .prepare(Dimension.OWNER)
                        .during(periods.period(0))
                        .by(Dimension.OWNER));

        int number = Math.min(MOST, RECORDS / one.size());
        long empty = Heap.used();
        List<SyntheticSales> sales = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            sales.add(SyntheticSales.sharingTexts(customers));
        }
        long withRecords = Heap.used();
        List<SalesHistory> histories = new ArrayList<>();
        sales.forEach(tenant -> histories.add(tenant.history()));
        long withHistories = Heap.used();
        List<KpiCalculator> calculators = new ArrayList<>();
        for (SalesHistory history : histories) {
            calculators.add(KpiCalculator.of(history));
            Timing.sink = calculators
                    .get(calculators.size() - 1)
                    .during(periods.period(0))
                    .report();
        }
        long withReports = Heap.used();
        calculators.forEach(
                calculator -> Timing.sink = calculator.during(periods.period(0)).by(Dimension.OWNER));
        long withBreakdowns = Heap.used();
        Timing report = Timing.of(
                SECONDS,
                turn -> calculators
                        .get(turn % number)
                        .during(periods.period(turn % periods.count()))
                        .report());
        if (sales.size() != calculators.size()) {
            throw new IllegalStateException("The records must be alive until here");
        }
        return List.of(
                String.format(Locale.ROOT, "%,d", one.size()),
                String.format(Locale.ROOT, "%,d", number),
                bytes(empty, withRecords, number),
                bytes(withRecords, withHistories, number),
                bytes(withHistories, withReports, number),
                bytes(withReports, withBreakdowns, number),
                Page.duration(build.median()),
                Page.duration(first.median()),
                Page.duration(both.median()),
                Page.duration(report.median()));
    }

    private static String bytes(long before, long after, int tenants) {
        return String.format(Locale.ROOT, "%,d", (after - before) / tenants);
    }
}
