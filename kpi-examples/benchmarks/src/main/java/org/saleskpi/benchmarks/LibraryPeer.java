package org.saleskpi.benchmarks;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.InstantRange;

/** The library. What is timed is what a program asks for: reports, series and breakdowns, objects included. */
final class LibraryPeer implements Peer {

    private @Nullable KpiCalculator calculator;

    @Override
    public String name() {
        return "saleskpi";
    }

    @Override
    public void load(SyntheticSales sales) {
        calculator = KpiCalculator.of(sales.history());
    }

    private KpiCalculator calculator() {
        return requireNonNull(calculator, "not loaded");
    }

    @Override
    public Answer period(long start, long end) {
        KpiReport report = calculator()
                .during(new InstantRange(Instant.ofEpochSecond(start), Instant.ofEpochSecond(end)))
                .report();
        return (rep, month) -> Measures.of(report);
    }

    @Override
    public Answer months() {
        List<KpiReport> reports = calculator()
                .during(SyntheticSales.YEARS)
                .every(CalendarUnit.MONTH)
                .reports();
        return (rep, month) -> Measures.of(reports.get(month));
    }

    @Override
    public Answer monthsByRep() {
        KpiBreakdown<KpiSeries> breakdown =
                calculator().during(SyntheticSales.YEARS).by(Dimension.OWNER, CalendarUnit.MONTH);
        return (rep, month) -> (rep == CustomerTraces.UNASSIGNED
                        ? breakdown.unassigned()
                        : breakdown.group(SyntheticSales.reps().get(rep)))
                .map(series -> Measures.of(series.reports().get(month)))
                .orElseGet(() -> new long[Measures.COUNT]);
    }
}
