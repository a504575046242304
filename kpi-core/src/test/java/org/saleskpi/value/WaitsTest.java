package org.saleskpi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class WaitsTest {

    @Test
    void meanMedianAndPercentilesAreThoseOfTheWaitsThatEnded() {
        Waits waits = Waits.of(1, 3, 2, 4, 4, 30);

        assertThat(waits.count()).isEqualTo(4);
        assertThat(waits.totalHours()).isEqualTo(40);
        assertThat(waits.misses()).isEqualTo(1);
        assertThat(waits.open()).isEqualTo(3);
        assertThat(waits.mean()).hasValue(10);
        assertThat(waits.median()).hasValue(4);
        assertThat(waits.percentile(75)).hasValue(4);
        assertThat(waits.percentile(76)).hasValue(30);
        assertThat(waits.format(Locale.FRANCE)).isEqualTo("10,0");
        assertThat(waits.format(Locale.FRANCE, ValuePart.MEDIAN)).isEqualTo("4,0");
        assertThat(waits).hasToString("10.0 hours on average, median 4.0, of 4; 1 missed, 3 open");
    }

    @Test
    void waitsOfWhichNoneEndedHaveNoMean() {
        Waits waits = Waits.of(2, 5);

        assertThat(waits.count()).isZero();
        assertThat(waits.mean()).isEmpty();
        assertThat(waits.median()).isEmpty();
        assertThat(waits.percentile(50)).isEmpty();
        assertThat(waits.format(Locale.US)).isEqualTo("–");
        assertThat(waits).hasToString("undefined: 0 values; 2 missed, 5 open");
    }

    @Test
    void differInEachOfTheirParts() {
        Waits waits = Waits.of(1, 2, 7, 9);

        assertThat(waits).isEqualTo(Waits.of(1, 2, 9, 7)).hasSameHashCodeAs(Waits.of(1, 2, 9, 7));
        assertThat(waits)
                .isNotEqualTo(Waits.of(0, 2, 7, 9))
                .isNotEqualTo(Waits.of(1, 1, 7, 9))
                .isNotEqualTo(Waits.of(1, 2, 8, 8))
                .isNotEqualTo(Days.of(7, 9))
                .isNotEqualTo(null);
        assertThat(waits.hashCode())
                .isNotEqualTo(Waits.of(0, 2, 7, 9).hashCode())
                .isNotEqualTo(Waits.of(1, 1, 7, 9).hashCode())
                .isNotEqualTo(Waits.of(1, 2, 7, 9, 0).hashCode());
    }

    @Test
    void whatWasNeverAddedCannotBeTakenAway() {
        assertThatThrownBy(() -> Waits.of(0, 0, 1, 1).minus(Waits.of(0, 0, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Waits: cannot take away 1 times 2 hours from 0 of them");
        assertThatThrownBy(() -> Waits.of(1, 0, 1).minus(Waits.of(2, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Waits: counts must not be negative: misses=-1, open=0");
        assertThatThrownBy(() -> Waits.of(1, 0, 1).minus(Waits.of(0, 1)))
                .hasMessage("Waits: counts must not be negative: misses=1, open=-1");
    }

    @Test
    void sumsThatDoNotFitAreNamed() {
        Waits many = Waits.of(Long.MAX_VALUE, Long.MAX_VALUE);

        assertThatThrownBy(() -> many.plus(Waits.of(1, 0)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("Waits: misses 9223372036854775807 + 1 is too large");
        assertThatThrownBy(() -> many.plus(Waits.of(0, 2)))
                .hasMessage("Waits: open 9223372036854775807 + 2 is too large");
        assertThatThrownBy(() -> Waits.of(0, 0, Long.MAX_VALUE, 3))
                .hasMessage("Waits: total 9223372036854775807 + 3 is too large");
        assertThatThrownBy(() -> Waits.of(0, 0, 1).percentile(101))
                .hasMessage("Waits: percentile 101.0 is not above 0 and at most 100");
    }

    @Test
    void hoursThatStandSomewhereElseAreAskedForWhenTheyAreNeeded() {
        boolean[] asked = new boolean[1];
        Waits waits = Waits.lazily(1, 2, 3, 12, () -> {
            asked[0] = true;
            return new long[] {5, 3, 4};
        });

        assertThat(waits.mean()).hasValue(4);
        assertThat(waits.open()).isEqualTo(2);
        assertThat(asked[0]).isFalse();
        assertThat(waits.detached()).isSameAs(waits);
        assertThat(asked[0]).isTrue();
        assertThat(waits).isEqualTo(Waits.of(1, 2, 3, 4, 5));
        assertThatThrownBy(() -> Waits.lazily(0, 0, -1, 0, () -> new long[0]))
                .hasMessage("Waits: count -1 is negative");
    }
}
