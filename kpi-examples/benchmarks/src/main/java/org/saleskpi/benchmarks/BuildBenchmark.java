package org.saleskpi.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.SalesHistory;

/** What it costs to get from records to the first answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
public class BuildBenchmark {

    private final RandomPeriods periods = new RandomPeriods(1);

    /** The size of the data: 1 for 10,000 customers and 143,000 records. */
    @Param("10")
    public int scale;

    private SyntheticSales sales;
    private SalesHistory history;

    /** Makes the data. */
    @Setup
    public void load() {
        sales = SyntheticSales.ofCustomers(scale * 10_000);
        history = sales.history();
    }

    /**
     * From records to a history, checked.
     *
     * @return the history
     */
    @Benchmark
    public SalesHistory build() {
        return sales.history();
    }

    /**
     * The first report of a fresh calculator: what it needs for any period.
     *
     * @return the report
     */
    @Benchmark
    public KpiReport firstReport() {
        return KpiCalculator.of(history).during(periods.period(0)).report();
    }

    /**
     * The first breakdown of a fresh calculator: what it needs for any period of any rep.
     *
     * @return the breakdown
     */
    @Benchmark
    public KpiBreakdown<KpiReport> firstBreakdown() {
        return KpiCalculator.of(history).during(periods.period(0)).by(Dimension.OWNER);
    }
}
