package org.saleskpi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DaysTest {

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        assertThat(Days.of(4, 1, 3, 2).median()).hasValue(2.5);
        assertThat(Days.of(1, 2, 2, 9).median()).hasValue(2);
        assertThat(Days.of(7).median()).hasValue(7);
    }

    @Test
    void aPercentileIsTheNearestRank() {
        // 15, 20, 35, 40, 50: the usual worked example of the nearest-rank method.
        Days days = Days.of(50, 15, 40, 20, 35);
        assertThat(days.percentile(5)).hasValue(15);
        assertThat(days.percentile(30)).hasValue(20);
        assertThat(days.percentile(40)).hasValue(20);
        assertThat(days.percentile(50)).hasValue(35);
        assertThat(days.percentile(100)).hasValue(50);
        assertThatThrownBy(() -> days.percentile(0)).hasMessage("Days: percentile 0.0 is not above 0 and at most 100");
        assertThatThrownBy(() -> days.percentile(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPercentileIsTheOneThatIsWritten() {
        // 64.4 % of 250 is 161, although the double nearest to 64.4 is a little more.
        Days oneOfEach = Days.of(LongStream.rangeClosed(1, 250).toArray());

        assertThat(oneOfEach.percentile(64.4)).hasValue(161);
    }

    @Test
    void nothingHasNoMeanMedianOrPercentile() {
        Days nothing = Days.of();
        assertThat(nothing.count()).isZero();
        assertThat(nothing.total()).isZero();
        assertThat(nothing.mean()).isEmpty();
        assertThat(nothing.median()).isEmpty();
        assertThat(nothing.percentile(50)).isEmpty();
        assertThat(nothing.format(Locale.US)).isEqualTo("–");
        assertThat(nothing).hasToString("undefined: 0 values");
    }

    @Test
    void whatWasNeverAddedCannotBeTakenAway() {
        assertThatThrownBy(() -> Days.of(1, 1).minus(Days.of(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Days: cannot take away 1 times 2 days from 0 of them");
    }

    @Test
    void aTotalThatDoesNotFitIsAnError() {
        assertThatThrownBy(() -> Days.of(Long.MAX_VALUE, 1)).isInstanceOf(ArithmeticException.class);
        Days most = Days.of(Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE);
        Days least = Days.of(Long.MIN_VALUE);
        assertThat(most.minus(least).total()).isEqualTo(Long.MAX_VALUE - 1);
        assertThatThrownBy(() -> most.minus(least).minus(least))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("Days: total 9223372036854775806 - -9223372036854775808 is too large");
    }

    @Test
    void readsLikeASentence() {
        assertThat(Days.of(28, 29, 33)).hasToString("30.0 days on average, median 29.0, of 3");
        assertThat(Days.of(1, 2).format(Locale.FRANCE)).isEqualTo("1,5");
    }

    @Test
    void differInEachValue() {
        assertThat(Days.of(1, 5)).isEqualTo(Days.of(5, 1)).hasSameHashCodeAs(Days.of(5, 1));
        assertThat(Days.of(1, 5))
                .isNotEqualTo(Days.of(2, 4))
                .isNotEqualTo(Days.of(1, 5, 0))
                .isNotEqualTo(Days.of(1, 4))
                .isNotEqualTo("1, 5")
                .isNotEqualTo(null);
        assertThat(Days.of(1, 5).hashCode())
                .isNotEqualTo(Days.of(1, 4).hashCode())
                .isNotEqualTo(Days.of(1, 5, 0).hashCode());
    }

    @Test
    void valuesThatStandSomewhereElseAreAskedForOnce() {
        int[] asked = new int[1];
        Days days = Days.lazily(2, 6, () -> {
            asked[0]++;
            return new long[] {5, 1};
        });

        assertThat(days.count()).isEqualTo(2);
        assertThat(days.mean()).hasValue(3);
        assertThat(asked[0]).isZero();
        assertThat(days.detached()).isSameAs(days);
        assertThat(asked[0]).isEqualTo(1);
        assertThat(days.median()).hasValue(3);
        assertThat(days).isEqualTo(Days.of(1, 5));
        assertThat(asked[0]).isEqualTo(1);
        assertThatThrownBy(() -> Days.lazily(-1, 0, () -> new long[0])).hasMessage("Days: count -1 is negative");
    }

    @Test
    void theMedianIsWrittenToo() {
        assertThat(Days.of(1, 2, 9).format(Locale.US, ValuePart.MEDIAN)).isEqualTo("2.0");
        assertThat(Days.of().format(Locale.US, ValuePart.MEDIAN)).isEqualTo("–");
    }

    @Test
    void aValueThatWasCountedOccursAtLeastOnce() {
        assertThatThrownBy(() -> Days.of(Map.of(3L, 0L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Days: 3 days occurs 0 times, expected at least once");
        assertThatThrownBy(() -> Waits.of(0, 0, Map.of(5L, -1L)))
                .hasMessage("Waits: 5 hours occurs -1 times, expected at least once");
    }

    @Test
    void whatWasCountedMustFit() {
        assertThatThrownBy(() -> Days.of(Map.of(2L, Long.MAX_VALUE)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("Days: total");
        assertThatThrownBy(() -> Days.of(Map.of(0L, Long.MAX_VALUE, 1L, 1L)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("Days: count");
    }
}
