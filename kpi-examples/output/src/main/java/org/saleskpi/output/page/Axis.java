package org.saleskpi.output.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * An axis of numbers that holds zero and ends at round numbers.
 *
 * @param lowest where it begins: zero, unless there are numbers below
 * @param highest where it ends, above where it begins
 * @param ticks the round numbers to show, ascending, evenly spaced
 */
record Axis(double lowest, double highest, List<Double> ticks) {

    private static final int INTERVALS = 4;

    /** Less than this is an error of rounding. */
    private static final double NEARLY = 1e-9;

    private static final double[] ROUND_STEPS = {1, 2, 2.5, 5, 10};

    Axis {
        ticks = List.copyOf(ticks);
    }

    /**
     * An axis for some numbers.
     *
     * @param numbers what it must hold
     * @param isWhole whether there is nothing between two whole numbers
     */
    static Axis of(DoubleStream numbers, boolean isWhole) {
        DoubleSummaryStatistics bounds = numbers.summaryStatistics();
        double lowest = Math.min(0, bounds.getMin());
        double highest = Math.max(0, bounds.getMax());
        if (highest <= lowest) {
            return new Axis(0, 1, List.of(0.0));
        }
        double step = step((highest - lowest) / INTERVALS, isWhole);
        long first = (long) Math.floor(lowest / step + NEARLY);
        long last = (long) Math.ceil(highest / step - NEARLY);
        List<Double> ticks = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            // A multiple of the step as it is written: adding steps up would drift off it.
            ticks.add(BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(i)).doubleValue());
        }
        return new Axis(ticks.get(0), ticks.get(ticks.size() - 1), ticks);
    }

    /** An axis without ticks that ends where the numbers do. */
    static Axis exactly(DoubleStream numbers) {
        DoubleSummaryStatistics bounds = numbers.summaryStatistics();
        double lowest = Math.min(0, bounds.getMin());
        double highest = Math.max(0, bounds.getMax());
        return new Axis(lowest, highest > lowest ? highest : 1, List.of());
    }

    /** The first round number from the least step on. */
    private static double step(double least, boolean isWhole) {
        double from = isWhole ? Math.max(1, least) : least;
        double magnitude = Math.pow(10, Math.floor(Math.log10(from)));
        for (double round : ROUND_STEPS) {
            double step = BigDecimal.valueOf(round)
                    .multiply(BigDecimal.valueOf(magnitude))
                    .round(new MathContext(2))
                    .doubleValue();
            if (step >= from * (1 - NEARLY) && !(isWhole && step != Math.rint(step))) {
                return step;
            }
        }
        throw new AssertionError("no round number from " + least);
    }

    /** How far from the beginning a number stands, on an axis of that length. */
    double position(double number, double length) {
        return (number - lowest) / (highest - lowest) * length;
    }

    /** The distance of two ticks; zero if there is but one. */
    double step() {
        return ticks.size() < 2 ? 0 : ticks.get(1) - ticks.get(0);
    }
}
