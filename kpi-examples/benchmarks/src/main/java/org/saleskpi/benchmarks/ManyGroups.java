package org.saleskpi.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.sales.SalesHistory;

/** What breakdowns cost by few groups and by very many, of as many records. */
final class ManyGroups {

    private static final double SECONDS = 4;

    private static final List<Integer> REPS = List.of(50, 1_000, 10_000);

    private ManyGroups() {}

    static void run(Options options) throws Exception {
        int customers = (int) (options.number("scale", 10) * 10_000);
        List<List<String>> rows = new ArrayList<>();
        for (int reps : REPS) {
            rows.add(row(customers, reps));
            System.out.println(rows.get(rows.size() - 1));
        }
        String text = String.format(Locale.ROOT, "%s. %s.%n%n", LocalDate.now(ZoneOffset.UTC), Machine.describe())
                + Page.table(
                        List.of(
                                "reps",
                                "records",
                                "first breakdown",
                                "breakdown of a random period, median",
                                "a group of it",
                                "one rep alone, median",
                                "groups, bytes a record"),
                        rows);
        System.out.println(text);
        if (options.out().isPresent()) {
            Page.write(options.out().get(), "groups", text);
        }
    }

    private static List<String> row(int customers, int reps) throws Exception {
        SalesHistory history =
                SyntheticSales.ofCustomersAndReps(customers, reps).history();
        RandomPeriods periods = new RandomPeriods(1_000);
        KpiCalculator calculator = KpiCalculator.of(history).prepare();
        long before = Heap.used();
        long first = Timing.once(turn -> calculator.during(periods.period(turn)).by(Dimension.OWNER));
        Timing breakdown = Timing.of(
                SECONDS,
                turn -> calculator
                        .during(periods.period(turn % periods.count()))
                        .by(Dimension.OWNER));
        double bytes = (double) (Heap.used() - before) / history.records().size();
        Timing alone = Timing.of(
                SECONDS,
                turn -> calculator
                        .during(periods.period(turn % periods.count()))
                        .where(Dimension.OWNER, String.format(Locale.ROOT, "rep-%02d", 1 + turn % reps))
                        .report());
        return List.of(
                String.format(Locale.ROOT, "%,d", reps),
                String.format(Locale.ROOT, "%,d", history.records().size()),
                Page.duration((double) first),
                Page.duration(breakdown.median()),
                Page.duration(breakdown.median() / (reps + 1)),
                Page.duration(alone.median()),
                Page.digits(bytes));
    }
}
