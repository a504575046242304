package org.saleskpi.output.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

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
        assertThat(draw(new BarChart.Bar("alice", null, null, "none decided", "")))
                .contains(">none decided<")
                .doesNotContain("class=\"bar\"");
    }

    @Test
    void whatIsOpenIsHatchedBeyondTheBar() {
        assertThat(draw(new BarChart.Bar("alice", 0.25, 0.75, "25%", "")))
                .contains("fill=\"url(#hatched)\"")
                .contains("class=\"bar\"");
        assertThat(draw(new BarChart.Bar("alice", 0.25, 0.25, "25%", ""))).doesNotContain("hatched");
        assertThat(draw(new BarChart.Bar("alice", 0.25, null, "25%", ""))).doesNotContain("hatched");
    }

    @Test
    void longNamesAreCutAndStandInFullInTheTip() {
        String name = "Anne-Sophie de la Rochefoucauld-Montmorency";
        assertThat(draw(new BarChart.Bar(name, 1.0, null, "1", name + ": 1")))
                .contains("…</text>")
                .contains("<title>" + name + ": 1</title>");
    }

    @Test
    void namesTakeTheRoomThatNumbersLeave() {
        assertThat(draw(new BarChart.Bar("Île-de-France, alice", 1.0, null, "1", "")))
                .contains(">Île-de-France, alice</text>");
    }

    private static BarChart.Bar bar(String name, double number) {
        return new BarChart.Bar(name, number, null, String.valueOf(number), name);
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
