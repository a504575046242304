package org.saleskpi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    /**
     * The first four to four digits in Newcombe 1998, Table I, method 3; the fifth to eight in Apache Commons Math. All to
     * these digits by decimal arithmetic of fifty digits, as are the others.
     */
    @ParameterizedTest
    @CsvSource({
        "81, 263, PERCENT_95, 0.25528851987827423, 0.36620957698280006",
        "15, 148, PERCENT_95, 0.06238639953073628, 0.16048724172330803",
        "0,   20, PERCENT_95, 0.0,                 0.16112515805281935",
        "1,   29, PERCENT_95, 0.00611321429276266, 0.17175521879320286",
        "50, 500, PERCENT_90, 0.08003918588245931, 0.12426638582141425",
        "3,   10, PERCENT_90, 0.12687658390319788, 0.55830020413016492",
        "15, 148, PERCENT_99, 0.05364486961396486, 0.18326735011315252",
        "20,  20, PERCENT_95, 0.83887484194718064, 1.0",
    })
    void isThatOfWilson(long hits, long decided, Confidence confidence, double lower, double upper) {
        Interval interval =
                Rate.of(hits, decided - hits, 3).interval(confidence).orElseThrow();

        assertThat(interval.lower()).isCloseTo(lower, within(1e-15));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-15));
    }

    @Test
    void endsWhereAllOrNothingHappened() {
        assertThat(Rate.of(0, 20, 0)
                        .interval(Confidence.PERCENT_95)
                        .orElseThrow()
                        .lower())
                .isZero();
        assertThat(Rate.of(20, 0, 0)
                        .interval(Confidence.PERCENT_95)
                        .orElseThrow()
                        .upper())
                .isEqualTo(1);
    }

    @Test
    void liesWithinZeroAndOne() {
        assertThat(new Interval(0, 1).upper()).isEqualTo(1);
        assertThat(new Interval(0.5, 0.5).lower()).isEqualTo(0.5);
        assertThatThrownBy(() -> new Interval(-0.1, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Interval: -0.1 to 0.5 is not in 0 to 1");
        assertThatThrownBy(() -> new Interval(0.6, 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(0.6, 1.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(Double.NaN, 0.5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itsBoundsAreWrittenAsPercentages() {
        Rate rate = Rate.of(81, 182, 100);
        assertThat(rate.format(Locale.US, ValuePart.INTERVAL_LOWER)).isEqualTo("25.5%");
        assertThat(rate.format(Locale.US, ValuePart.INTERVAL_UPPER)).isEqualTo("36.6%");
        assertThat(Rate.of(0, 0, 1).format(Locale.US, ValuePart.INTERVAL_LOWER)).isEqualTo("–");
        assertThat(Rate.of(0, 0, 1).format(Locale.US, ValuePart.INTERVAL_UPPER)).isEqualTo("–");
    }
}
