package org.saleskpi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class VelocityTest {

    private static final MeanAmount NO_AMOUNT = MeanAmount.of(Money.zero(CurrencyUnit.EUR), 0);

    private static MeanAmount mean(String total, long count) {
        return MeanAmount.of(Money.parse("EUR " + total), count);
    }

    /** 40 opportunities of 25,000 each, 25 % won, 90 days: the usual example. */
    @Test
    void itIsWhatIsOpenTimesTheShareWonTimesTheDealSizeByTheDays() {
        Velocity velocity = new Velocity(40, Rate.of(1, 3, 0), mean("25000.00", 1), 90);

        assertThat(velocity.value()).isEqualTo(OptionalDouble.of(250_000 / 90.0));
        assertThat(velocity.perDay()).isEqualTo(Optional.of(Money.parse("EUR 2777.78")));
        assertThat(velocity.format(Locale.US)).isEqualTo("€2,777.78");
        assertThat(velocity)
                .hasToString("EUR 2777.78 a day: 40 open, 1 of 4: 25.0 %, EUR 25000.00: EUR 25000.00 / 1, 90 days");
    }

    @Test
    void itsSixComponentsAdd() {
        Velocity one = new Velocity(5, Rate.of(1, 3, 0), mean("1000.00", 1), 10);
        Velocity other = new Velocity(7, Rate.of(3, 1, 0), mean("7000.00", 3), 50);
        Velocity both = one.plus(other);

        assertThat(both.open()).isEqualTo(12);
        assertThat(both.decided()).isEqualTo(8);
        assertThat(both.accepted()).isEqualTo(4);
        assertThat(both.valued()).isEqualTo(4);
        assertThat(both.amount()).isEqualTo(Amount.from(Money.parse("EUR 8000.00")));
        assertThat(both.days()).isEqualTo(60);
        assertThat(both.value()).isEqualTo(OptionalDouble.of(800));
        assertThat(both.minus(other)).isEqualTo(one);
        assertThat(both.currency()).isEqualTo(CurrencyUnit.EUR);
    }

    @Test
    void itIsUndefinedWithoutDecisionsAcceptancesAmountsOrDays() {
        assertUndefined(new Velocity(5, Rate.of(0, 0, 0), NO_AMOUNT, 0));
        assertUndefined(new Velocity(5, Rate.of(0, 3, 0), NO_AMOUNT, 0));
        assertUndefined(new Velocity(5, Rate.of(2, 3, 0), NO_AMOUNT, 9));
        assertUndefined(new Velocity(5, Rate.of(2, 3, 0), mean("10.00", 2), 0));
        assertThat(new Velocity(0, Rate.of(2, 3, 0), mean("10.00", 2), 4).value())
                .isEqualTo(OptionalDouble.of(0));
        assertThat(new Velocity(5, Rate.of(2, 3, 0), mean("0.00", 2), 4).value())
                .isEqualTo(OptionalDouble.of(0));
    }

    private static void assertUndefined(Velocity velocity) {
        assertThat(velocity.value()).isEmpty();
        assertThat(velocity.perDay()).isEmpty();
        assertThat(velocity.format(Locale.US)).isEqualTo("–");
        assertThat(velocity.toString()).startsWith("undefined: 5 open, ");
    }

    @Test
    void itIsExactWhateverItsComponents() {
        Velocity large = new Velocity(
                Long.MAX_VALUE, Rate.of(Long.MAX_VALUE, 0, 0), mean("0.09", Long.MAX_VALUE), Long.MAX_VALUE);

        assertThat(large.value()).isEqualTo(OptionalDouble.of(0.09));
        assertThat(large.perDay()).isEqualTo(Optional.of(Money.parse("EUR 0.09")));
        assertThatThrownBy(() -> large.plus(large)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void componentsThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> new Velocity(-1, Rate.of(1, 3, 0), mean("10.00", 1), 9))
                .hasMessage("Velocity: must not be negative: open=-1, days=9");
        assertThatThrownBy(() -> new Velocity(1, Rate.of(1, 3, 0), mean("10.00", 1), -9))
                .hasMessage("Velocity: must not be negative: open=1, days=-9");
        assertThatThrownBy(() -> new Velocity(1, Rate.of(1, 3, 2), mean("10.00", 1), 9))
                .hasMessage("Velocity: 2 decided cases are open");
        assertThatThrownBy(() -> new Velocity(1, Rate.of(1, 3, 0), mean("10.00", 2), 9))
                .hasMessage("Velocity: 2 cases have an amount, of 1 that were won");
        assertThatThrownBy(() -> new Velocity(1, Rate.of(0, 3, 0), NO_AMOUNT, 9))
                .hasMessage("Velocity: 9 days of no won case");
    }

    @Test
    void whatWasNeverAddedCannotBeTakenAway() {
        Velocity velocity = new Velocity(5, Rate.of(1, 3, 0), mean("1000.00", 1), 10);

        assertThatThrownBy(() -> velocity.minus(new Velocity(6, Rate.of(0, 0, 0), NO_AMOUNT, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> velocity.minus(new Velocity(0, Rate.of(0, 4, 0), NO_AMOUNT, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
