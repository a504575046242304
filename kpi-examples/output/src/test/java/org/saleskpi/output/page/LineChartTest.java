package org.saleskpi.output.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LineChartTest {

    @Test
    void whatIsUndefinedLeavesAGapAndAPointAloneAMark() {
        String chart = draw(1.0, 2.0, null, 3.0);
        String line = path(chart, "now");
        assertThat(line.chars().filter(letter -> letter == 'M')).hasSize(2);
        assertThat(chart.split("<circle", -1)).hasSize(1 + 3);
    }

    @Test
    void nothingToDrawIsSaid() {
        assertThat(draw(null, null)).contains(">nothing there<").doesNotContain("<path");
        assertThat(draw(0.0)).doesNotContain("nothing there").contains("<circle");
    }

    @Test
    void longSeriesHaveNoMarksButOnPointsThatStandAlone() {
        Double[] numbers = IntStream.range(0, 200)
                .mapToObj(i -> i == 50 || i == 52 ? null : (Double) (double) i)
                .toArray(Double[]::new);
        assertThat(draw(numbers).split("<circle", -1)).hasSize(1 + 1);
    }

    @Test
    void noTwoLabelsOverlap() {
        for (int size = 1; size <= 60; size++) {
            String chart = draw(
                    IntStream.range(0, size).mapToObj(i -> (Double) (double) i).toArray(Double[]::new));
            List<Double> centres = new ArrayList<>();
            for (String text : chart.split("<text x=\"", -1)) {
                if (text.contains(">29 Dec<")) {
                    centres.add(Double.valueOf(text.substring(0, text.indexOf('"'))));
                }
            }
            assertThat(centres).isNotEmpty();
            for (int i = 1; i < centres.size(); i++) {
                assertThat(centres.get(i) - centres.get(i - 1)).isGreaterThan(Svg.width("29 Dec"));
            }
        }
    }

    @Test
    void whatIsOpenReachesFromTheNumberToItsCeiling() {
        List<LineChart.Point> points = List.of(
                new LineChart.Point(0, "Jan", "2026", 0.0, 1.0, null, true, false, ""),
                new LineChart.Point(1, "Feb", "2026", 0.5, null, null, true, false, ""));
        Axis axis = Axis.of(Stream.of(0.0, 1.0).mapToDouble(number -> number), false);
        String chart = new LineChart(axis, String::valueOf, points, List.of())
                .into(Svg.of("svg"), "", "")
                .render();
        assertThat(path(chart, "band")).contains("," + Svg.number(24)).contains("," + Svg.number(170));
    }

    @Test
    void aPeriodThatIsNotWholeHasAMarkOfItsOwn() {
        List<LineChart.Point> points = IntStream.range(0, 60)
                .mapToObj(i -> new LineChart.Point(i, "m", "", 1.0, null, null, true, i == 59, ""))
                .toList();
        Axis axis = Axis.of(Stream.of(1.0).mapToDouble(number -> number), false);
        String chart = new LineChart(axis, String::valueOf, points, List.of())
                .into(Svg.of("svg"), "", "")
                .render();
        assertThat(chart.split("class=\"partial\"", -1)).hasSize(2);
        assertThat(chart.split("<circle", -1)).hasSize(2);
    }

    @Test
    void labelsStandAtTheDistancesThatAreAllowed() {
        List<LineChart.Point> points = IntStream.range(0, 60)
                .mapToObj(i ->
                        new LineChart.Point(12 * 2021 + i, "m" + i % 12, "" + i / 12, 1.0, null, null, true, false, ""))
                .toList();
        Axis axis = Axis.of(Stream.of(1.0).mapToDouble(number -> number), false);
        String chart = new LineChart(axis, String::valueOf, points, List.of(1, 2, 3, 4, 6, 12))
                .into(Svg.of("svg"), "", "")
                .render();
        assertThat(chart).contains(">m0<").doesNotContain(">m3<", ">m6<", ">m11<");
        assertThat(chart.split(">m0<", -1)).hasSize(1 + 5);
    }

    private static String path(String chart, String name) {
        String start = "<path class=\"" + name + "\" d=\"";
        int from = chart.indexOf(start) + start.length();
        return chart.substring(from, chart.indexOf('"', from));
    }

    private static String draw(@Nullable Double... numbers) {
        List<LineChart.Point> points = new ArrayList<>();
        for (Double number : numbers) {
            points.add(new LineChart.Point(points.size(), "29 Dec", "2026", number, null, null, true, false, "tip"));
        }
        Axis axis = Axis.of(Stream.of(numbers).filter(Objects::nonNull).mapToDouble(number -> number), false);
        return new LineChart(axis, String::valueOf, points, List.of())
                .into(Svg.image("i", LineChart.WIDTH, LineChart.HEIGHT, "title", "description"), "EUR", "nothing there")
                .render();
    }
}
