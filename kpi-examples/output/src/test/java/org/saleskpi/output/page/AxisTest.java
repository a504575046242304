package org.saleskpi.output.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class AxisTest {

    @Test
    void ticksAreRoundNumbers() {
        assertThat(Axis.of(DoubleStream.of(68_125.35), false).ticks()).containsExactly(0.0, 2e4, 4e4, 6e4, 8e4);
        assertThat(Axis.of(DoubleStream.of(0.96), false).ticks()).containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
        assertThat(Axis.of(DoubleStream.of(0.3), false).ticks()).containsExactly(0.0, 0.1, 0.2, 0.3);
    }

    @Test
    void belowZeroThereAreTicksToo() {
        assertThat(Axis.of(DoubleStream.of(-30, 50), false).ticks())
                .containsExactly(-40.0, -20.0, 0.0, 20.0, 40.0, 60.0);
    }

    @Test
    void countsAreNotCutInParts() {
        assertThat(Axis.of(DoubleStream.of(1), true).ticks()).containsExactly(0.0, 1.0);
        assertThat(Axis.of(DoubleStream.of(9), true).ticks()).containsExactly(0.0, 5.0, 10.0);
    }

    @Test
    void nothingAndNothingButZeroHaveZeroAsTheirOnlyTick() {
        assertThat(Axis.of(DoubleStream.empty(), false).ticks()).containsExactly(0.0);
        assertThat(Axis.of(DoubleStream.of(0, 0), true).ticks()).containsExactly(0.0);
        assertThat(Axis.exactly(DoubleStream.empty()).position(0, 100)).isZero();
    }

    @Test
    void barsReachTheEnd() {
        assertThat(Axis.exactly(DoubleStream.of(3, 7)).position(7, 100)).isEqualTo(100);
    }

    @Test
    void longNumbersAreShortenedAndShortOnesHaveTheDecimalsThatTellThemApart() {
        assertThat(tick(20_000, 68_125.35, false)).isEqualTo("20K");
        assertThat(tick(250_000, 1e6, false)).isEqualTo("250K");
        assertThat(tick(1_250_000, 4e6, false)).isEqualTo("1.25M");
        assertThat(tick(2.5, 9, false)).isEqualTo("2.5");
        assertThat(tick(0.025, 0.09, true)).isEqualTo("2.5%");
        assertThat(tick(0.25, 0.9, true)).isEqualTo("25%");
        assertThat(tick(0, 0, true)).isEqualTo("0%");
    }

    private static String tick(double tick, double most, boolean isPercent) {
        return Quantity.tick(tick, Axis.of(DoubleStream.of(most), false), isPercent, Locale.ENGLISH);
    }
}
