package org.saleskpi.output.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.value.Interval;

/** Bars from zero, one below the other, or dots within the intervals where they could also be. */
final class BarChart {

    static final double WIDTH = 340;

    private static final double ROW = 25;
    private static final double MOST_NAME = 112;
    private static final double GAP = 7;

    /** The numbers are in bold. */
    private static final double BOLDER = 1.12;

    private final List<Bar> bars;
    private final double left;
    private final double right;

    /**
     * One bar.
     *
     * @param name what it is about
     * @param number how long it is; null for none
     * @param text the number as text
     * @param interval where the number could also be, to draw a dot in it; null to draw a bar
     * @param tip what is told about it in full
     */
    record Bar(
            String name,
            @Nullable Double number,
            String text,
            @Nullable Interval interval,
            String tip) {}

    BarChart(List<Bar> bars) {
        this.bars = List.copyOf(bars);
        double names =
                bars.stream().mapToDouble(bar -> Svg.width(bar.name())).max().orElse(0);
        double texts = bars.stream()
                .mapToDouble(bar -> BOLDER * Svg.width(bar.text()))
                .max()
                .orElse(0);
        this.left = Math.min(names, MOST_NAME) + GAP;
        this.right = Math.max(left + 40, WIDTH - texts - GAP - 1);
    }

    double height() {
        return bars.size() * ROW + 4;
    }

    /** Draws into an image that is as large as this chart. */
    Svg into(Svg image, Axis axis) {
        image.with(Svg.line(left + zero(axis), 0, left + zero(axis), height()).withClass("zero"));
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double middle = i * ROW + ROW / 2 + 2;
            Svg row = Svg.of("g")
                    .with(
                            Svg.of("title").withText(bar.tip()),
                            Svg.rectangle(0, i * ROW + 2, WIDTH, ROW).withClass("tip"),
                            Svg.label(left - GAP, middle + 4, "end", Svg.shortened(bar.name(), MOST_NAME)));
            double end = shape(row, bar, axis, middle);
            row.with(Svg.label(left + end + GAP, middle + 4, "start", bar.text())
                    .withClass(bar.number() == null ? "none" : "figure"));
            image.with(row);
        }
        return image;
    }

    private double zero(Axis axis) {
        return axis.position(0, right - left);
    }

    /** Draws the bar, or the dot and its interval, and tells where its right end is. */
    private double shape(Svg row, Bar bar, Axis axis, double middle) {
        Double number = bar.number();
        if (number == null) {
            return zero(axis);
        }
        double length = right - left;
        double end = axis.position(number, length);
        Interval interval = bar.interval();
        if (interval != null) {
            double lower = axis.position(interval.lower(), length);
            double upper = axis.position(interval.upper(), length);
            row.with(
                    Svg.line(left + lower, middle, left + upper, middle).withClass("interval"),
                    Svg.line(left + lower, middle - 4, left + lower, middle + 4).withClass("interval"),
                    Svg.line(left + upper, middle - 4, left + upper, middle + 4).withClass("interval"),
                    Svg.circle(left + end, middle, 4.5).withClass("dot"));
            return upper;
        }
        double zero = zero(axis);
        row.with(Svg.rectangle(left + Math.min(zero, end), middle - 8, Math.abs(end - zero), 16)
                .withClass("bar"));
        return Math.max(zero, end);
    }
}
