package org.saleskpi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all kinds of answers have in common. */
class KpiValueTest {

    private static final Money EURO = Money.of(CurrencyUnit.EUR, 1);

    /** One answer of each kind, with the numbers that it can be written as beside itself. */
    private static final Map<KpiValue<?>, Set<ValuePart>> KINDS = Map.of(
            Count.of(1), Set.of(),
            Amount.from(EURO), Set.of(),
            MeanAmount.of(EURO, 1), Set.of(),
            Days.of(1), Set.of(ValuePart.MEDIAN),
            Waits.of(0, 0, 1), Set.of(ValuePart.MEDIAN),
            Rate.of(1, 1, 1),
                    Set.of(ValuePart.DECIDED, ValuePart.CEILING, ValuePart.INTERVAL_LOWER, ValuePart.INTERVAL_UPPER),
            RateOfAmounts.of(EURO, EURO, EURO), Set.of(ValuePart.DECIDED, ValuePart.CEILING),
            Ratio.of(1, 1), Set.of(),
            RatioOfAmounts.of(EURO, EURO), Set.of(),
            Score.of(1, 1, 1), Set.of());

    static Stream<KpiValue<?>> kinds() {
        return KINDS.keySet().stream();
    }

    /** The name of the kind. */
    private static final KpiValue.Visitor<String> KIND = new KpiValue.Visitor<>() {
        @Override
        public String count(Count count) {
            return "Count";
        }

        @Override
        public String amount(Amount amount) {
            return "Amount";
        }

        @Override
        public String meanAmount(MeanAmount mean) {
            return "MeanAmount";
        }

        @Override
        public String days(Days days) {
            return "Days";
        }

        @Override
        public String waits(Waits waits) {
            return "Waits";
        }

        @Override
        public String rate(Rate rate) {
            return "Rate";
        }

        @Override
        public String rateOfAmounts(RateOfAmounts rate) {
            return "RateOfAmounts";
        }

        @Override
        public String ratio(Ratio ratio) {
            return "Ratio";
        }

        @Override
        public String ratioOfAmounts(RatioOfAmounts ratio) {
            return "RatioOfAmounts";
        }

        @Override
        public String score(Score score) {
            return "Score";
        }
    };

    @Test
    void theKindsAreThese() {
        assertThat(kinds().map(Object::getClass).toList())
                .containsExactlyInAnyOrderElementsOf(List.of(KpiValue.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachIsVisitedAsWhatItIs(KpiValue<?> value) {
        assertThat(value.accept(KIND)).isEqualTo(value.getClass().getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachIsWrittenAsTheNumbersThatItHas(KpiValue<?> value) {
        assertThat(value.format(Locale.US, ValuePart.VALUE)).isEqualTo(value.format(Locale.US));
        for (ValuePart part : EnumSet.complementOf(EnumSet.of(ValuePart.VALUE))) {
            if (KINDS.getOrDefault(value, Set.of()).contains(part)) {
                assertThat(value.format(Locale.US, part)).isNotEmpty();
            } else {
                assertThatThrownBy(() -> value.format(Locale.US, part))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(value.accept(KIND) + " has no part " + part);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @SuppressWarnings("NullAway")
    void noneTakesNull(KpiValue<?> value) {
        assertThatThrownBy(() -> value.plus(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("other");
        assertThatThrownBy(() -> value.minus(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("part");
        assertThatThrownBy(() -> value.format(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("locale");
        assertThatThrownBy(() -> value.format(Locale.US, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("part");
        assertThatThrownBy(() -> value.accept(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("visitor");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aPartThatIsMissingIsNamed() {
        Amount euro = Amount.from(EURO);
        assertThatThrownBy(() -> new Amount(null, 1)).hasMessage("currency");
        assertThatThrownBy(() -> Amount.from(null)).hasMessage("money");
        assertThatThrownBy(() -> euro.compareTo(null)).hasMessage("other");
        assertThatThrownBy(() -> Count.of(1).compareTo(null)).hasMessage("other");
        assertThatThrownBy(() -> new MeanAmount(null, 1)).hasMessage("total");
        assertThatThrownBy(() -> MeanAmount.of(null, 1)).hasMessage("total");
        assertThatThrownBy(() -> MeanAmount.of(EURO, 1).mean(null)).hasMessage("rounding");
        assertThatThrownBy(() -> MeanAmount.of(EURO, 1).mean(2, null)).hasMessage("rounding");
        assertThatThrownBy(() -> new RateOfAmounts(null, euro, euro)).hasMessage("hits");
        assertThatThrownBy(() -> new RateOfAmounts(euro, null, euro)).hasMessage("misses");
        assertThatThrownBy(() -> new RateOfAmounts(euro, euro, null)).hasMessage("open");
        assertThatThrownBy(() -> RateOfAmounts.of(null, EURO, EURO)).hasMessage("hits");
        assertThatThrownBy(() -> RateOfAmounts.of(EURO, null, EURO)).hasMessage("misses");
        assertThatThrownBy(() -> RateOfAmounts.of(EURO, EURO, null)).hasMessage("open");
        assertThatThrownBy(() -> new RatioOfAmounts(null, euro)).hasMessage("dividend");
        assertThatThrownBy(() -> new RatioOfAmounts(euro, null)).hasMessage("divisor");
        assertThatThrownBy(() -> RatioOfAmounts.of(null, EURO)).hasMessage("dividend");
        assertThatThrownBy(() -> RatioOfAmounts.of(EURO, null)).hasMessage("divisor");
        assertThatThrownBy(() -> Days.of((long[]) null)).hasMessage("days");
        assertThatThrownBy(() -> Days.lazily(0, 0, null)).hasMessage("values");
        assertThatThrownBy(() -> Waits.of(0, 0, (long[]) null)).hasMessage("hours");
        assertThatThrownBy(() -> Waits.lazily(0, 0, 0, 0, null)).hasMessage("hours");
        assertThatThrownBy(() -> Rate.of(1, 1, 1).interval(null)).hasMessage("confidence");
    }
}
