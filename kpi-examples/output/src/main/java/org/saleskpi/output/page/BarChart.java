package org.saleskpi.output.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bars from zero, one below the other; hatched to where they could still come. */
final class BarChart {

    static final double WIDTH = 340;

    private static final double ROW = 25;
    private static final double MOST_NAME = 112;
    private static final double GAP = 7;

    /** Names take what numbers and bars of this length leave. */
    private static final double LEAST_BAR = 110;

    /** The numbers are in bold. */
    private static final double BOLDER = 1.12;

    private final List<Bar> bars;
    private final double mostName;
    private final double left;
    private final double right;

    /**
     * One bar.
     *
     * @param name what it is about
     * @param number how long it is; null for none
     * @param ceiling where the number could still come; null where it is settled
     * @param text the number as text
     * @param tip what is told about it in full
     */
    record Bar(
            String name, @Nullable Double number, @Nullable Double ceiling, String text, String tip) {}

    BarChart(List<Bar> bars) {
        this.bars = List.copyOf(bars);
        double names =
                bars.stream().mapToDouble(bar -> Svg.width(bar.name())).max().orElse(0);
        double texts = bars.stream()
                .mapToDouble(bar -> BOLDER * Svg.width(bar.text()))
                .max()
                .orElse(0);
        this.mostName = Math.max(MOST_NAME, WIDTH - texts - 2 * GAP - LEAST_BAR);
        this.left = Math.min(names, mostName) + GAP;
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
                            Svg.label(left - GAP, middle + 4, "end", Svg.shortened(bar.name(), mostName)));
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

    /** Draws the bar and what is open beyond it, and tells where its right end is. */
    private double shape(Svg row, Bar bar, Axis axis, double middle) {
        double zero = zero(axis);
        Double number = bar.number();
        if (number == null) {
            return zero;
        }
        double length = right - left;
        double end = axis.position(number, length);
        double open = bar.ceiling() == null ? end : axis.position(bar.ceiling(), length);
        if (open > end) {
            row.with(rectangle(end, open, middle).withClass("open").attr("fill", "url(#hatched)"));
        }
        row.with(rectangle(Math.min(zero, end), Math.max(zero, end), middle).withClass("bar"));
        return Math.max(zero, open);
    }

    private Svg rectangle(double from, double to, double middle) {
        return Svg.rectangle(left + from, middle - 8, to - from, 16);
    }
}
