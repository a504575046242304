package org.saleskpi.output.page;

import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A line over periods, with the line of a year before behind it: one is solid with filled marks, the other dashed with hollow
 * ones. What is undefined leaves a gap.
 */
final class LineChart {

    static final double WIDTH = 340;
    static final double HEIGHT = 206;

    private static final double TOP = 24;
    private static final double BOTTOM = HEIGHT - 36;
    private static final double RIGHT = WIDTH - 6;
    private static final double GAP = 6;

    /** More marks than this run into each other. */
    private static final int MOST_MARKS = 40;

    private final Axis axis;
    private final List<Point> points;
    private final double left;
    private final DoubleFunction<String> tickText;
    private final List<Integer> distances;

    /**
     * One period.
     *
     * @param calendarIndex its number in the calendar: labels stand where the distance between them divides it
     * @param label what stands below it
     * @param year what stands below the label where it changes; empty for nothing
     * @param value the number; null for none
     * @param ceiling what the number could still become; null where it is settled
     * @param before the number a year before; null for none
     * @param isFocus whether the reader is to look here
     * @param isPartial whether the period is not whole, so that its number will rise
     * @param tip what is told about it in full
     */
    record Point(
            int calendarIndex,
            String label,
            String year,
            @Nullable Double value,
            @Nullable Double ceiling,
            @Nullable Double before,
            boolean isFocus,
            boolean isPartial,
            String tip) {}

    /**
     * Creates a chart.
     *
     * @param axis the axis of the numbers
     * @param tickText writes a number beside the axis
     * @param points the periods in time order, one at least
     * @param distances how many periods there may be from one label to the next, ascending; any if there are none
     */
    LineChart(Axis axis, DoubleFunction<String> tickText, List<Point> points, List<Integer> distances) {
        this.axis = axis;
        this.points = List.copyOf(points);
        this.tickText = tickText;
        this.distances = List.copyOf(distances);
        double widest = axis.ticks().stream()
                .mapToDouble(tick -> Svg.width(tickText.apply(tick)))
                .max()
                .orElse(0);
        this.left = Math.max(22, widest + GAP);
    }

    /** Draws into an image that is as large as this chart. */
    Svg into(Svg image, String unit, String nothing) {
        focus(image);
        grid(image, unit);
        band(image);
        line(image, "before", Point::before);
        line(image, "now", Point::value);
        labels(image);
        tips(image);
        if (points.stream().allMatch(point -> point.value() == null && point.before() == null)) {
            image.with(Svg.label((left + RIGHT) / 2, (TOP + BOTTOM) / 2, "middle", nothing)
                    .withClass("nothing"));
        }
        return image;
    }

    private double slot() {
        return (RIGHT - left) / points.size();
    }

    private double x(int index) {
        return left + (index + 0.5) * slot();
    }

    private double y(double number) {
        return BOTTOM - axis.position(number, BOTTOM - TOP);
    }

    private void focus(Svg image) {
        if (points.stream().allMatch(Point::isFocus)) {
            return;
        }
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).isFocus()) {
                image.with(Svg.rectangle(left + i * slot(), TOP - 4, slot(), BOTTOM - TOP + 4)
                        .withClass("focus"));
            }
        }
    }

    private void grid(Svg image, String unit) {
        image.with(Svg.label(0, 12, "start", unit).withClass("unit"));
        for (double tick : axis.ticks()) {
            image.with(
                    Svg.line(left, y(tick), RIGHT, y(tick)).withClass(tick == 0 ? "zero" : "grid"),
                    Svg.label(left - GAP, y(tick) + 4, "end", tickText.apply(tick)));
        }
    }

    /** From the number to what it could still become, over each run of periods where both are there. */
    private void band(Svg image) {
        for (int from = 0; from < points.size(); from++) {
            int to = from;
            while (to < points.size() && isOpen(points.get(to))) {
                to++;
            }
            if (to > from) {
                image.with(Svg.of("path").withClass("band").attr("d", band(from, to)));
                from = to;
            }
        }
    }

    private static boolean isOpen(Point point) {
        return point.value() != null && point.ceiling() != null;
    }

    private String band(int from, int to) {
        StringBuilder path = new StringBuilder();
        double reach = Math.min(slot() / 2, 6);
        for (int i = from; i < to; i++) {
            double y = y(Objects.requireNonNull(points.get(i).ceiling()));
            path.append(path.length() == 0 ? "M" + point(x(i) - reach, y) + "L" : " ")
                    .append(point(x(i), y));
        }
        path.append(' ')
                .append(point(
                        x(to - 1) + reach,
                        y(Objects.requireNonNull(points.get(to - 1).ceiling()))));
        path.append(' ')
                .append(point(
                        x(to - 1) + reach,
                        y(Objects.requireNonNull(points.get(to - 1).value()))));
        for (int i = to - 1; i >= from; i--) {
            path.append(' ')
                    .append(point(x(i), y(Objects.requireNonNull(points.get(i).value()))));
        }
        path.append(' ')
                .append(point(
                        x(from) - reach,
                        y(Objects.requireNonNull(points.get(from).value()))));
        return path.append('Z').toString();
    }

    private void line(Svg image, String name, Function<Point, @Nullable Double> numberOf) {
        StringBuilder path = new StringBuilder();
        Svg marks = Svg.of("g").withClass(name + "-marks");
        boolean isDrawing = false;
        for (int i = 0; i < points.size(); i++) {
            Double number = numberOf.apply(points.get(i));
            if (number == null) {
                isDrawing = false;
                continue;
            }
            path.append(isDrawing ? " " : "M").append(point(x(i), y(number)));
            boolean isAlone = !isDrawing && (i + 1 == points.size() || numberOf.apply(points.get(i + 1)) == null);
            boolean isPartial = points.get(i).isPartial();
            if (isAlone || isPartial || points.size() <= MOST_MARKS) {
                Svg mark = Svg.circle(x(i), y(number), 3);
                marks.with(isPartial ? mark.withClass("partial") : mark);
            }
            isDrawing = true;
        }
        if (path.length() > 0) {
            image.with(Svg.of("path").withClass(name).attr("d", path.toString()), marks);
        }
    }

    private static String point(double x, double y) {
        return Svg.number(x) + "," + Svg.number(y);
    }

    /** As many labels as have room; a year where it is another than that of the label before. */
    private void labels(Svg image) {
        double widest = points.stream()
                .mapToDouble(point -> Math.max(Svg.width(point.label()), Svg.width(point.year())))
                .max()
                .orElse(0);
        // Labels at the edges are drawn further in, so that they are not cut.
        double edge = Math.min(x(0), WIDTH - x(points.size() - 1));
        double inwards = Math.max(0, widest / 2 - edge);
        int least = (int) Math.max(1, Math.ceil((widest + GAP + inwards) / slot()));
        int distance = distances.stream()
                .filter(allowed -> allowed >= least)
                .findFirst()
                .orElse(least);
        String year = "";
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (Math.floorMod(point.calendarIndex(), distance) != 0) {
                continue;
            }
            double half = Math.max(Svg.width(point.label()), Svg.width(point.year())) / 2;
            double x = Math.max(half, Math.min(x(i), WIDTH - half));
            image.with(Svg.label(x, BOTTOM + 16, "middle", point.label()));
            if (!point.year().equals(year)) {
                image.with(Svg.label(x, BOTTOM + 31, "middle", point.year()).withClass("year"));
                year = point.year();
            }
        }
    }

    /** Browsers show the title of what the mouse is over. */
    private void tips(Svg image) {
        if (points.size() > 2 * MOST_MARKS) {
            return;
        }
        for (int i = 0; i < points.size(); i++) {
            image.with(Svg.rectangle(left + i * slot(), TOP - 4, slot(), BOTTOM - TOP + 4)
                    .withClass("tip")
                    .with(Svg.of("title").withText(points.get(i).tip())));
        }
    }
}
