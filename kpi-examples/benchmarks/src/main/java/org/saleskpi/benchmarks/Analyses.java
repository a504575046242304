package org.saleskpi.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.analysis.ComparisonBase;
import org.saleskpi.analysis.Findings;
import org.saleskpi.analysis.Funnel;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;

/** What comparisons, funnels, cycles, cohorts and explanations cost beside a report, and beside a loop over the records. */
final class Analyses {

    private static final double SECONDS = 3;

    private final SyntheticSales sales;
    private final SalesHistory history;
    private final KpiCalculator kpis;
    private final List<List<String>> rows = new ArrayList<>();

    private Analyses(SyntheticSales sales) {
        this.sales = sales;
        this.history = sales.history();
        this.kpis = KpiCalculator.of(history);
    }

    static void run(Options options) throws Exception {
        Analyses analyses = new Analyses(SyntheticSales.ofCustomers((int) (options.number("scale", 10) * 10_000)));
        analyses.measure();
        String text = String.format(
                        Locale.ROOT,
                        "%,d records, %s. %s.%n%n",
                        analyses.sales.size(),
                        LocalDate.now(ZoneOffset.UTC),
                        Machine.describe())
                + Page.table(List.of("what", "first", "median", "p99", "bytes"), analyses.rows);
        System.out.println(text);
        if (options.out().isPresent()) {
            Page.write(options.out().get(), "analyses", text);
        }
    }

    private void measure() throws Exception {
        RandomPeriods periods = new RandomPeriods(1_000);
        DateRange year = DateRange.year(2024);
        InstantRange cohort = year.atZone(history.zone());
        LoopFunnel loop = new LoopFunnel(sales);
        requireEqual(
                kpis.during(year).funnel(),
                loop.customers(
                        cohort.startInclusive().getEpochSecond(),
                        cohort.endExclusive().getEpochSecond()));

        row(
                "report of a random period of whole days",
                turn -> days(kpis, periods, turn).report());
        row(
                "the same, compared with the dates before",
                turn -> days(kpis, periods, turn)
                        .comparedWith(ComparisonBase.PREVIOUS)
                        .report());
        row("an explanation", turn -> days(kpis, periods, turn).explain(SalesIndicators.CONVERSION_RATE));
        row("funnel of a year", turn -> kpis.during(year).funnel());
        row(
                "the same, by a loop over the records",
                turn -> loop.customers(
                        cohort.startInclusive().getEpochSecond(),
                        cohort.endExclusive().getEpochSecond()));
        row(
                "funnel of a year, the median days of each stage read",
                turn -> kpis.during(year).funnel().stages().stream()
                        .map(stage -> stage.days().median())
                        .toList());
        row("cohorts of a year, by months", turn -> kpis.during(year).cohorts(CalendarUnit.MONTH));
        Instant end = history.recorded().orElseThrow().last().plusNanos(1);
        KpiCalculator view = kpis.asOf(end);
        row(
                "cycle of a year's customers, with its survival curve",
                turn -> view.during(year).cycle().curve());
        DateRange month = DateRange.month(2024, 6);
        row(
                "comparison of a month in a view that is kept",
                turn -> view.during(month).comparedWith(ComparisonBase.PREVIOUS).report());
        row("findings", turn -> Findings.of(history));
    }

    private KpiQuery days(KpiCalculator calculator, RandomPeriods periods, int turn) {
        int i = turn % periods.count();
        LocalDate first = LocalDate.ofInstant(Instant.ofEpochSecond(periods.start(i)), history.zone());
        LocalDate last = LocalDate.ofInstant(Instant.ofEpochSecond(periods.end(i)), history.zone());
        return calculator.during(DateRange.of(first, last.plusDays(1)));
    }

    private void row(String what, Timing.Task task) throws Exception {
        long first = Timing.once(task);
        Timing timing = Timing.of(SECONDS, task);
        rows.add(List.of(
                what,
                Page.duration((double) first),
                Page.duration(timing.median()),
                Page.duration(timing.percentile(99)),
                String.format(Locale.ROOT, "%,d", timing.bytes())));
        System.out.println(rows.get(rows.size() - 1));
    }

    private static void requireEqual(Funnel funnel, List<Long> customers) {
        List<Long> found = funnel.stages().stream().map(Funnel.Stage::customers).toList();
        if (!found.equals(customers)) {
            throw new IllegalStateException("The loop counts " + customers + ", the library " + found);
        }
    }
}
