package org.saleskpi.output.page;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A share that falls by steps as days pass, from all of it at the left, with a band for how far it could be off, and where half
 * of it is reached.
 */
final class StepChart {

    static final double WIDTH = 640;
    static final double HEIGHT = 240;

    private static final double TOP = 24;
    private static final double BOTTOM = HEIGHT - 36;
    private static final double RIGHT = WIDTH - 16;
    private static final double GAP = 6;
    private static final Axis SHARES = Axis.of(DoubleStream.of(1), false);

    private final List<Step> steps;
    private final double last;
    private final double left;
    private final DoubleFunction<String> percent;
    private final Axis days;

    /**
     * One step.
     *
     * @param day when it falls
     * @param share what is left from then on
     * @param lower the least that could be left
     * @param upper the most that could be left
     */
    record Step(double day, double share, double lower, double upper) {}

    /**
     * Creates a chart.
     *
     * @param steps the steps, one day after another
     * @param last the last day that is known of, no earlier than the last step
     * @param percent writes a share
     */
    StepChart(List<Step> steps, double last, DoubleFunction<String> percent) {
        this.steps = List.copyOf(steps);
        this.last = last;
        this.percent = percent;
        this.left = SHARES.ticks().stream()
                        .mapToDouble(tick -> Svg.width(percent.apply(tick)))
                        .max()
                        .orElse(0)
                + GAP;
        this.days = Axis.of(DoubleStream.of(Math.max(1, last)), true);
    }

    /** Draws into an image that is as large as this chart. */
    Svg into(Svg image, DoubleFunction<String> number, String unit) {
        for (double tick : SHARES.ticks()) {
            image.with(
                    Svg.line(left, y(tick), RIGHT, y(tick)).withClass(tick == 0 ? "zero" : "grid"),
                    Svg.label(left - GAP, y(tick) + 4, "end", percent.apply(tick)));
        }
        for (double tick : days.ticks()) {
            image.with(Svg.label(x(tick), BOTTOM + 16, "middle", number.apply(tick)));
        }
        image.with(Svg.label(RIGHT, BOTTOM + 31, "end", unit));
        if (!steps.isEmpty()) {
            image.with(Svg.of("path").withClass("band").attr("d", band()));
        }
        image.with(Svg.of("path").withClass("now").attr("d", line()));
        return image;
    }

    private double x(double day) {
        return left + days.position(day, RIGHT - left);
    }

    private double y(double share) {
        return BOTTOM - SHARES.position(share, BOTTOM - TOP);
    }

    private String line() {
        StringBuilder path = new StringBuilder("M").append(point(0, 1));
        double share = 1;
        for (Step step : steps) {
            path.append(' ').append(point(step.day(), share)).append(' ').append(point(step.day(), step.share()));
            share = step.share();
        }
        return path.append(' ').append(point(last, share)).toString();
    }

    /** From the first step on: along the most to the end, and back along the least. */
    private String band() {
        StringBuilder there = new StringBuilder();
        StringBuilder back = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            double until = i + 1 < steps.size() ? steps.get(i + 1).day() : last;
            there.append(i == 0 ? "M" : " ")
                    .append(point(step.day(), step.upper()))
                    .append(' ')
                    .append(point(until, step.upper()));
            back.insert(0, " " + point(until, step.lower()) + " " + point(step.day(), step.lower()));
        }
        return there.append(back).append('Z').toString();
    }

    private String point(double day, double share) {
        return Svg.number(x(day)) + "," + Svg.number(y(share));
    }
}
