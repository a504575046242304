package org.saleskpi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

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

    @Provide
    Arbitrary<RateOfAmounts> rateOfAmounts() {
        return Combinators.combine(counts(), counts(), counts())
                .as((hits, misses, open) -> new RateOfAmounts(euros(hits), euros(misses), euros(open)));
    }

    @Provide
    Arbitrary<RatioOfAmounts> ratioOfAmounts() {
        return Combinators.combine(amount(), amount()).as(RatioOfAmounts::new);
    }

    @Provide
    Arbitrary<Score> score() {
        return Combinators.combine(counts(), counts(), counts()).as(Score::of);
    }

    @Provide
    Arbitrary<Waits> waits() {
        return Combinators.combine(
                        counts(),
                        counts(),
                        Arbitraries.longs().between(0, 9).array(long[].class).ofMaxSize(12))
                .as(Waits::of);
    }

    private static Amount euros(long cents) {
        return new Amount(CurrencyUnit.EUR, cents);
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

    @Property
    void ratesOfAmountsAdd(
            @ForAll("rateOfAmounts") RateOfAmounts a,
            @ForAll("rateOfAmounts") RateOfAmounts b,
            @ForAll("rateOfAmounts") RateOfAmounts c) {
        assertAdd(a, b, c, new RateOfAmounts(euros(0), euros(0), euros(0)));
    }

    @Property
    void ratiosOfAmountsAdd(
            @ForAll("ratioOfAmounts") RatioOfAmounts a,
            @ForAll("ratioOfAmounts") RatioOfAmounts b,
            @ForAll("ratioOfAmounts") RatioOfAmounts c) {
        assertAdd(a, b, c, new RatioOfAmounts(euros(0), euros(0)));
    }

    @Property
    void scoresAdd(@ForAll("score") Score a, @ForAll("score") Score b, @ForAll("score") Score c) {
        assertAdd(a, b, c, Score.of(0, 0, 0));
    }

    @Property
    void waitsAdd(@ForAll("waits") Waits a, @ForAll("waits") Waits b, @ForAll("waits") Waits c) {
        assertAdd(a, b, c, Waits.of(0, 0));
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
    void sumsThatDoNotFitNameBothInsteadOfWrapping(@ForAll @LongRange(min = 1) long value) {
        Amount largest = euros(Long.MAX_VALUE);
        Money added = euros(value).money();
        String sum = Long.MAX_VALUE + " + " + value + " is too large";
        String euroSum = "Amount EUR 92233720368547758.07 + " + added + " is too large";

        assertDoesNotFit(() -> Count.of(Long.MAX_VALUE).plus(Count.of(value)), "Count " + sum);
        assertDoesNotFit(() -> largest.plus(euros(value)), euroSum);
        assertDoesNotFit(
                () -> euros(Long.MIN_VALUE).minus(euros(value)),
                "Amount EUR -92233720368547758.08 - " + added + " is too small");
        assertDoesNotFit(
                () -> new MeanAmount(euros(0), Long.MAX_VALUE).plus(new MeanAmount(euros(0), value)),
                "MeanAmount: count " + sum);
        assertDoesNotFit(() -> new MeanAmount(largest, 1).plus(new MeanAmount(euros(value), 1)), euroSum);
        assertDoesNotFit(() -> Rate.of(Long.MAX_VALUE, 0, 0).plus(Rate.of(value, 0, 0)), "Rate: hits " + sum);
        assertDoesNotFit(() -> Rate.of(0, Long.MAX_VALUE, 0).plus(Rate.of(0, value, 0)), "Rate: misses " + sum);
        assertDoesNotFit(() -> Rate.of(0, 0, Long.MAX_VALUE).plus(Rate.of(0, 0, value)), "Rate: open " + sum);
        assertDoesNotFit(() -> Rate.of(Long.MAX_VALUE, 0, 0).plus(Rate.of(0, 0, value)), "Rate: total " + sum);
        assertDoesNotFit(() -> Ratio.of(Long.MAX_VALUE, 0).plus(Ratio.of(value, 0)), "Ratio: dividend " + sum);
        assertDoesNotFit(() -> Ratio.of(0, Long.MAX_VALUE).plus(Ratio.of(0, value)), "Ratio: divisor " + sum);
        assertDoesNotFit(() -> Days.of(Long.MAX_VALUE).plus(Days.of(value)), "Days: total " + sum);
    }

    private static void assertDoesNotFit(ThrowingCallable addition, String message) {
        assertThatThrownBy(addition).isInstanceOf(ArithmeticException.class).hasMessage(message);
    }

    @Property
    void amountsAndCountsAreOrderedAsTheirNumbers(@ForAll long some, @ForAll long other) {
        assertThat(euros(some).compareTo(euros(other))).isEqualTo(Long.compare(some, other));
        assertThatThrownBy(() -> euros(some).compareTo(new Amount(CurrencyUnit.USD, other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Amounts in EUR and USD have no order");
        Count least = Count.of(Math.abs(some / 2));
        Count most = Count.of(Math.abs(some / 2) + 1);
        assertThat(least).isLessThan(most).isEqualByComparingTo(Count.of(least.value()));
        assertThat(most).isGreaterThan(least);
    }

    @Property
    void waitsThatEndedAreMeasuredAsDaysAre(
            @ForAll long @Size(max = 12) [] hours, @ForAll @IntRange(min = 1, max = 100) int percent) {
        long[] smaller = LongStream.of(hours).map(hour -> hour / 1_000).toArray();
        Waits waits = Waits.of(3, 5, smaller);
        Days days = Days.of(smaller);

        assertThat(waits.count()).isEqualTo(days.count());
        assertThat(waits.totalHours()).isEqualTo(days.total());
        assertThat(waits.mean()).isEqualTo(days.mean());
        assertThat(waits.median()).isEqualTo(days.median());
        assertThat(waits.percentile(percent)).isEqualTo(days.percentile(percent));
    }

    @Property
    void aRateOfAmountsIsTheRateOfItsMinorUnits(@ForAll("rateOfAmounts") RateOfAmounts rate) {
        Rate ofUnits = Rate.of(
                rate.hits().minorUnits(),
                rate.misses().minorUnits(),
                rate.open().minorUnits());

        assertThat(rate.value()).isEqualTo(ofUnits.value());
        assertThat(rate.decided()).isEqualTo(ofUnits.decided());
        assertThat(rate.ceiling()).isEqualTo(ofUnits.ceiling());
        assertThat(rate.total().minorUnits()).isEqualTo(ofUnits.total());
        assertThat(rate.complement().complement()).isEqualTo(rate);
        assertThat(rate.complement().decided()).isEqualTo(ofUnits.complement().decided());
    }

    @Property
    void aScoreLiesBetweenItsEndsAndTurnsWithTheAnswers(@ForAll("score") Score score) {
        Score turned =
                Score.of(/* promoters= */ score.detractors(), score.passives(), /* detractors= */ score.promoters());

        assertThat(score.value().isPresent()).isEqualTo(score.count() > 0);
        if (score.count() > 0) {
            assertThat(score.value().orElseThrow())
                    .isBetween(-100.0, 100.0)
                    .isEqualTo(0.0 - turned.value().orElseThrow());
        }
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
