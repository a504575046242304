package org.saleskpi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class RateTest {

    @Test
    void readsLikeASentence() {
        assertThat(Rate.of(12, 18, 18)).hasToString("12 of 48: 25.0 % so far, 40.0 % of the decided, at most 62.5 %");
        assertThat(Rate.of(5, 15, 0)).hasToString("5 of 20: 25.0 %");
        assertThat(Rate.of(0, 0, 3)).hasToString("0 of 3: 0.0 % so far, none decided, at most 100.0 %");
        assertThat(Rate.of(0, 0, 0)).hasToString("0 of 0: undefined");
    }

    @Test
    void isUndefinedWithoutCasesAndUndecidedWithoutDecisions() {
        Rate nothing = Rate.of(0, 0, 0);
        assertThat(nothing.value()).isEmpty();
        assertThat(nothing.decided()).isEmpty();
        assertThat(nothing.ceiling()).isEmpty();
        assertThat(nothing.interval(Confidence.PERCENT_95)).isEmpty();

        Rate undecided = Rate.of(0, 0, 4);
        assertThat(undecided.value()).hasValue(0);
        assertThat(undecided.decided()).isEmpty();
        assertThat(undecided.ceiling()).hasValue(1);
        assertThat(undecided.interval(Confidence.PERCENT_95)).isEmpty();
    }

    @Test
    void theComplementKeepsWhatIsOpen() {
        assertThat(Rate.of(1, 2, 3).complement()).isEqualTo(Rate.of(2, 1, 3));
    }

    @Test
    void isTheNearestDoubleEvenBeyondExactDoubles() {
        long many = (1L << 60) + 1;
        assertThat(Rate.of(many, 0, 0).value()).hasValue(1);
        assertThat(Rate.of(1, many, 0).value()).hasValue(0x1p-60);
    }

    @Test
    void doesNotTakeNegativeOrOverflowingCounts() {
        assertThatThrownBy(() -> Rate.of(-1, 2, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Rate: counts must not be negative: hits=-1, misses=2, open=0");
        assertThatThrownBy(() -> Rate.of(Long.MAX_VALUE, 1, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rate.of(0, Long.MAX_VALUE, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rate.of(0, 1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rate.of(Long.MAX_VALUE, 0, 0).plus(Rate.of(1, 0, 0)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void whatWasNeverAddedCannotBeTakenAway() {
        assertThatThrownBy(() -> Rate.of(1, 0, 0).minus(Rate.of(0, 1, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Rate: counts must not be negative: hits=1, misses=-1, open=0");
    }

    @Test
    void isWrittenAsThePeopleOfACountryWritePercentages() {
        assertThat(plain(Rate.of(1, 3, 0).format(Locale.FRANCE))).isEqualTo("25,0 %");
        assertThat(plain(Rate.of(1, 3, 0).format(Locale.US))).isEqualTo("25.0%");
        assertThat(Rate.of(0, 0, 0).format(Locale.FRANCE)).isEqualTo("–");
    }

    /** Which of the no-break spaces a JDK writes is its own affair. */
    static String plain(String text) {
        return text.replaceAll("[\\u00A0\\u202F]", " ");
    }

    @Test
    void itsCompanionsAreWrittenToo() {
        Rate rate = Rate.of(3, 7, 90);
        assertThat(rate.format(Locale.US, ValuePart.VALUE)).isEqualTo("3.0%");
        assertThat(rate.format(Locale.US, ValuePart.DECIDED)).isEqualTo("30.0%");
        assertThat(rate.format(Locale.US, ValuePart.CEILING)).isEqualTo("93.0%");
        assertThat(Rate.of(0, 0, 1).format(Locale.US, ValuePart.DECIDED)).isEqualTo("–");
    }
}
