package org.saleskpi.output;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiPredicate;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.wording.Figure;
import org.saleskpi.report.KpiReport;
import org.saleskpi.value.KpiValue;

/**
 * A series as rows of small bars, one row for each indicator and one bar for each period: {@code ▂▄█ ▁}. Where the periods
 * are more than the bars that fit, each bar stands for several: for their mean count or amount, and for the rate, ratio or
 * mean of what they hold together.
 *
 * <p>The heights of a row go from zero to its largest value, or from its smallest one if that is negative: rows do not
 * compare with each other. A gap is a number that does not exist.
 *
 * @param periodsInABar for how many periods a bar stands; the last one may stand for fewer
 * @param rows the bars of each indicator, all of one width
 */
record Trend(int periodsInABar, List<String> rows) {

    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final char GAP = ' ';

    /** The trend of some periods, as wide as it may be; of those numbers alone that are to be drawn. */
    static Trend of(List<KpiReport> periods, int widest, BiPredicate<KpiReport, Indicator<?>> isDrawn) {
        int periodsInABar = (periods.size() + widest - 1) / widest;
        List<String> rows = new ArrayList<>();
        for (Indicator<?> indicator : periods.get(0).indicators()) {
            List<OptionalDouble> values = new ArrayList<>();
            for (int from = 0; from < periods.size(); from += periodsInABar) {
                int to = Math.min(from + periodsInABar, periods.size());
                values.add(periods.subList(from, to).stream()
                        .filter(report -> isDrawn.test(report, indicator))
                        .map(report -> Quotient.of(report.get(indicator)))
                        .reduce(Quotient.NOTHING, Quotient::plus)
                        .value());
            }
            rows.add(bars(values));
        }
        return new Trend(periodsInABar, List.copyOf(rows));
    }

    /** The bars of some values, each at the nearest of eight heights. */
    static String bars(List<OptionalDouble> values) {
        double[] known = values.stream().flatMapToDouble(OptionalDouble::stream).toArray();
        double lowest = 0;
        double highest = 0;
        for (double value : known) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        StringBuilder bars = new StringBuilder();
        for (OptionalDouble value : values) {
            bars.append(value.isEmpty() ? GAP : bar(value.getAsDouble(), lowest, highest));
        }
        return bars.toString();
    }

    private static char bar(double value, double lowest, double highest) {
        double height = highest > lowest ? (value - lowest) / (highest - lowest) : 0;
        return BARS.charAt((int) Math.round(height * (BARS.length() - 1)));
    }

    /** What a number is made of, near enough to be drawn, so that several can be drawn as one. */
    private record Quotient(double dividend, double divisor) {

        static final Quotient NOTHING = new Quotient(0, 0);

        static Quotient of(KpiValue<?> value) {
            Figure figure = Figure.of(value);
            Figure.Measure dividend = figure.numerator() == null ? figure.value() : figure.numerator();
            Figure.Measure divisor = figure.denominator();
            return new Quotient(number(dividend), divisor == null ? 1 : number(divisor));
        }

        private static double number(Figure.Measure measure) {
            return requireNonNull(measure.toDouble());
        }

        Quotient plus(Quotient other) {
            return new Quotient(dividend + other.dividend, divisor + other.divisor);
        }

        OptionalDouble value() {
            return divisor == 0 ? OptionalDouble.empty() : OptionalDouble.of(dividend / divisor);
        }
    }
}
