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
import org.saleskpi.report.KpiSeries;
import org.saleskpi.time.CalendarUnit;

/** What a question costs once the calculator has its index. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class QueryBenchmark {

    private static final int PERIODS = 1_024;

    /** The size of the data: 1 for 10,000 customers and 143,000 records. */
    @Param("10")
    public int scale;

    private final RandomPeriods periods = new RandomPeriods(PERIODS);
    private KpiCalculator calculator;
    private int next;

    /** Makes the data and builds what questions share. */
    @Setup
    public void load() {
        calculator = KpiCalculator.of(SyntheticSales.ofCustomers(scale * 10_000).history());
        periodByRep();
    }

    private int next() {
        next = (next + 1) % PERIODS;
        return next;
    }

    /**
     * All indicators of a period to the second.
     *
     * @return the report
     */
    @Benchmark
    public KpiReport period() {
        return calculator.during(periods.period(next())).report();
    }

    /**
     * All indicators of a period to the second, by rep.
     *
     * @return the breakdown
     */
    @Benchmark
    public KpiBreakdown<KpiReport> periodByRep() {
        return calculator.during(periods.period(next())).by(Dimension.OWNER);
    }

    /**
     * All indicators of sixty months.
     *
     * @return the series
     */
    @Benchmark
    public KpiSeries months() {
        return calculator.during(SyntheticSales.YEARS).every(CalendarUnit.MONTH);
    }

    /**
     * All indicators of sixty months, by rep.
     *
     * @return the breakdown
     */
    @Benchmark
    public KpiBreakdown<KpiSeries> monthsByRep() {
        return calculator.during(SyntheticSales.YEARS).by(Dimension.OWNER, CalendarUnit.MONTH);
    }

    /**
     * A view of the history as of the end of a period, and its indicators.
     *
     * @return the report
     */
    @Benchmark
    public KpiReport asOf() {
        int i = next();
        return calculator
                .asOf(periods.period(i).endExclusive())
                .during(periods.period(i))
                .report();
    }
}
