package org.saleskpi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;

/** Answers of every kind form a commutative group as far as they can be taken apart again. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class ValueProperties {

    private static Arbitrary<Long> counts() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 2), Arbitraries.longs().between(0, 1_000_000_000_000L));
    }

    @Provide
    Arbitrary<Count> count() {
        return counts().map(Count::of);
    }

    @Provide
    Arbitrary<Rate> rate() {
        return Combinators.combine(counts(), counts(), counts()).as(Rate::of);
    }

    @Provide
    Arbitrary<Ratio> ratio() {
        return Combinators.combine(counts(), counts()).as(Ratio::of);
    }

    @Provide
    Arbitrary<Amount> amount() {
        return Arbitraries.longs()
                .between(-1_000_000_000_000L, 1_000_000_000_000L)
                .map(minorUnits -> new Amount(CurrencyUnit.EUR, minorUnits));
    }

    @Provide
    Arbitrary<MeanAmount> meanAmount() {
        return Combinators.combine(amount(), counts())
                .as((total, count) ->
                        count == 0 ? new MeanAmount(new Amount(CurrencyUnit.EUR, 0), 0) : new MeanAmount(total, count));
    }

    @Provide
    Arbitrary<Days> days() {
        return Arbitraries.longs()
                .between(-2, 9)
                .array(long[].class)
                .ofMaxSize(12)
                .map(Days::of);
    }

    @Property
    void countsAdd(@ForAll("count") Count a, @ForAll("count") Count b, @ForAll("count") Count c) {
        assertAdd(a, b, c, Count.of(0));
    }

    @Property
    void ratesAdd(@ForAll("rate") Rate a, @ForAll("rate") Rate b, @ForAll("rate") Rate c) {
        assertAdd(a, b, c, Rate.of(0, 0, 0));
    }

    @Property
    void ratiosAdd(@ForAll("ratio") Ratio a, @ForAll("ratio") Ratio b, @ForAll("ratio") Ratio c) {
        assertAdd(a, b, c, Ratio.of(0, 0));
    }

    @Property
    void amountsAdd(@ForAll("amount") Amount a, @ForAll("amount") Amount b, @ForAll("amount") Amount c) {
        assertAdd(a, b, c, new Amount(CurrencyUnit.EUR, 0));
    }

    @Property
    void meansAdd(
            @ForAll("meanAmount") MeanAmount a,
            @ForAll("meanAmount") MeanAmount b,
            @ForAll("meanAmount") MeanAmount c) {
        assertAdd(a, b, c, new MeanAmount(new Amount(CurrencyUnit.EUR, 0), 0));
    }

    @Property
    void daysAdd(@ForAll("days") Days a, @ForAll("days") Days b, @ForAll("days") Days c) {
        assertAdd(a, b, c, Days.of());
    }

    private static <V extends KpiValue<V>> void assertAdd(V a, V b, V c, V zero) {
        assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasSameHashCodeAs(b.plus(a));
        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
        assertThat(a.plus(zero)).isEqualTo(a);
        assertThat(a.plus(b).minus(b)).isEqualTo(a);
        assertThat(a.minus(a)).isEqualTo(zero);
    }

    @Property
    void sumsInDifferentCurrenciesFail(@ForAll("amount") Amount amount) {
        Amount other = new Amount(CurrencyUnit.USD, amount.minorUnits());

        assertThatThrownBy(() -> amount.plus(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Amounts in EUR and USD have no sum");
        assertThatThrownBy(() -> amount.minus(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void sumsThatDoNotFitFailInsteadOfWrapping(@ForAll @LongRange(min = 1) long value) {
        Count most = Count.of(Long.MAX_VALUE);
        Amount largest = new Amount(CurrencyUnit.EUR, Long.MAX_VALUE);

        assertThatThrownBy(() -> most.plus(Count.of(value))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> largest.plus(new Amount(CurrencyUnit.EUR, value)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rate.of(Long.MAX_VALUE, 0, 0).plus(Rate.of(0, 0, value)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Ratio.of(0, Long.MAX_VALUE).plus(Ratio.of(0, value)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Days.of(Long.MAX_VALUE).plus(Days.of(value))).isInstanceOf(ArithmeticException.class);
    }

    @Property
    void takingAwayMoreThanThereIsFails(@ForAll("rate") Rate rate) {
        assertThatThrownBy(() -> rate.minus(rate.plus(Rate.of(1, 0, 0)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rate.minus(rate.plus(Rate.of(0, 1, 0)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rate.minus(rate.plus(Rate.of(0, 0, 1)))).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void aRateAndItsCompanionsAreOrderedAndTheComplementIsTheRest(@ForAll("rate") Rate rate) {
        assertThat(rate.complement().complement()).isEqualTo(rate);
        assertThat(rate.value().isPresent()).isEqualTo(rate.total() > 0);
        if (rate.total() > 0) {
            double value = rate.value().orElseThrow();
            double ceiling = rate.ceiling().orElseThrow();
            double decided = rate.decided().orElse(value);
            assertThat(value).isBetween(0.0, decided);
            assertThat(decided).isLessThanOrEqualTo(ceiling);
            assertThat(ceiling).isLessThanOrEqualTo(1);
            assertThat(ceiling + rate.complement().value().orElseThrow()).isCloseTo(1, within(1e-12));
        }
    }

    @Property
    void theIntervalHoldsTheDecidedRate(
            @ForAll @LongRange(max = 1000) long hits,
            @ForAll @LongRange(max = 1000) long misses,
            @ForAll Confidence confidence) {
        Rate rate = Rate.of(hits, misses, 7);

        assertThat(rate.interval(confidence).isPresent()).isEqualTo(hits + misses > 0);
        rate.interval(confidence)
                .ifPresent(interval ->
                        assertThat(rate.decided().orElseThrow()).isBetween(interval.lower(), interval.upper()));
    }

    @Property
    void aMeanIsRoundedOnlyWhenShown(@ForAll("meanAmount") MeanAmount mean) {
        assertThat(mean.mean().isPresent()).isEqualTo(mean.count() > 0);
        mean.mean()
                .ifPresent(shown -> assertThat(shown.getAmountMinorLong())
                        .isEqualTo(BigDecimal.valueOf(mean.total().minorUnits())
                                .divide(BigDecimal.valueOf(mean.count()), 0, RoundingMode.HALF_EVEN)
                                .longValueExact()));
    }
}
