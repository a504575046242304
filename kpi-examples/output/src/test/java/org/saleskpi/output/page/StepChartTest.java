package org.saleskpi.output.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class StepChartTest {

    private static String draw(double last, StepChart.Step... steps) {
        return new StepChart(List.of(steps), last, share -> Math.round(100 * share) + " %")
                .into(Svg.of("svg"), day -> String.valueOf((int) day), "days")
                .render();
    }

    private static List<String> points(String chart, String path) {
        Matcher matcher =
                Pattern.compile("class=\"" + path + "\" d=\"M([^\"Z]*)Z?\"").matcher(chart);
        assertThat(matcher.find()).isTrue();
        return List.of(matcher.group(1).split(" "));
    }

    private static double y(String point) {
        return Double.parseDouble(point.substring(point.indexOf(',') + 1));
    }

    private static double x(String point) {
        return Double.parseDouble(point.substring(0, point.indexOf(',')));
    }

    @Test
    void theLineFallsByStepsFromTheTopToTheLastDay() {
        List<String> line =
                points(draw(100, new StepChart.Step(25, 0.75, 0.5, 0.9), new StepChart.Step(50, 0.5, 0.4, 0.6)), "now");

        assertThat(line).hasSize(6);
        double top = y(line.get(0));
        double quarter = y(line.get(2)) - top;
        assertThat(y(line.get(1))).isEqualTo(top);
        assertThat(x(line.get(1))).isEqualTo(x(line.get(2)));
        assertThat(y(line.get(4)) - top).isCloseTo(2 * quarter, within(0.2));
        assertThat(y(line.get(5))).isEqualTo(y(line.get(4)));
        // Drawings are rounded to a tenth.
        assertThat(x(line.get(5)) - x(line.get(0))).isCloseTo(4 * (x(line.get(1)) - x(line.get(0))), within(0.5));
    }

    @Test
    void theBandGoesAlongTheMostAndBackAlongTheLeast() {
        List<String> band = points(
                draw(100, new StepChart.Step(25, 0.75, 0.5, 0.9), new StepChart.Step(50, 0.5, 0.4, 0.6)), "band");

        assertThat(band).hasSize(8);
        assertThat(x(band.get(0))).isEqualTo(x(band.get(7)));
        assertThat(x(band.get(3))).isEqualTo(x(band.get(4)));
        assertThat(y(band.get(0))).isLessThan(y(band.get(3)));
        assertThat(y(band.get(3))).isLessThan(y(band.get(4)));
        assertThat(y(band.get(7))).isLessThan(y(band.get(4)));
    }

    @Test
    void withoutAStepAllIsLeft() {
        String chart = draw(0);

        assertThat(chart).doesNotContain("band").contains(">100 %<").contains(">days<");
        List<String> line = points(chart, "now");
        assertThat(line).hasSize(2);
        assertThat(line.get(0)).isEqualTo(line.get(1));
    }
}
