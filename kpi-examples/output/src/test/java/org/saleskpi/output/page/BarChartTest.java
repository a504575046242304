package org.saleskpi.output.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.saleskpi.value.Confidence;
import org.saleskpi.value.Interval;
import org.saleskpi.value.Rate;

final class BarChartTest {

    @Test
    void barsAreAsLongAsTheirNumbers() {
        String chart = draw(bar("alice", 10.0), bar("bruno", 5.0));
        assertThat(width(chart, 0)).isCloseTo(2 * width(chart, 1), org.assertj.core.api.Assertions.within(0.2));
    }

    @Test
    void allZeroIsNoLengthAtAll() {
        String chart = draw(bar("alice", 0.0));
        assertThat(width(chart, 0)).isZero();
    }

    @Test
    void whatHasNoNumberHasItsTextAndNoBar() {
        assertThat(draw(new BarChart.Bar("alice", null, "none decided", null, "")))
                .contains(">none decided<")
                .doesNotContain("class=\"bar\"");
    }

    @Test
    void aRateIsADotInItsInterval() {
        Interval interval = Rate.of(3, 1, 0).interval(Confidence.PERCENT_95).orElseThrow();
        assertThat(draw(new BarChart.Bar("alice", 0.75, "75%", interval, "")))
                .contains("class=\"dot\"")
                .contains("class=\"interval\"")
                .doesNotContain("class=\"bar\"");
    }

    @Test
    void longNamesAreCutAndStandInFullInTheTip() {
        String name = "Anne-Sophie de la Rochefoucauld-Montmorency";
        assertThat(draw(new BarChart.Bar(name, 1.0, "1", null, name + ": 1")))
                .contains("…</text>")
                .contains("<title>" + name + ": 1</title>");
    }

    private static BarChart.Bar bar(String name, double number) {
        return new BarChart.Bar(name, number, String.valueOf(number), null, name);
    }

    private static double width(String chart, int index) {
        String bar = chart.split("class=\"bar\"", -1)[index];
        String width = bar.substring(bar.lastIndexOf("<rect"));
        int from = width.indexOf("width=\"") + "width=\"".length();
        return Double.parseDouble(width.substring(from, width.indexOf('"', from)));
    }

    private static String draw(BarChart.Bar... bars) {
        Axis axis = Axis.exactly(DoubleStream.concat(
                DoubleStream.of(0), List.of(bars).stream().flatMapToDouble(bar -> {
                    Double number = bar.number();
                    return number == null ? DoubleStream.empty() : DoubleStream.of(number);
                })));
        return new BarChart(List.of(bars)).into(Svg.of("svg"), axis).render();
    }
}
