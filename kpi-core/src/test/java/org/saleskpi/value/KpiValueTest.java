package org.saleskpi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
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

    /** One answer of each kind, in an order that is the same in each run, with the numbers that it can be written as beside itself. */
    private static final ImmutableMap<KpiValue<?>, Set<ValuePart>> KINDS = ImmutableMap.ofEntries(
            Map.entry(Count.of(1), Set.of()),
            Map.entry(Amount.from(EURO), Set.of()),
            Map.entry(MeanAmount.of(EURO, 1), Set.of()),
            Map.entry(Days.of(1), Set.of(ValuePart.MEDIAN)),
            Map.entry(Waits.of(0, 0, 1), Set.of(ValuePart.MEDIAN)),
            Map.entry(
                    Rate.of(1, 1, 1),
                    Set.of(ValuePart.DECIDED, ValuePart.CEILING, ValuePart.INTERVAL_LOWER, ValuePart.INTERVAL_UPPER)),
            Map.entry(RateOfAmounts.of(EURO, EURO, EURO), Set.of(ValuePart.DECIDED, ValuePart.CEILING)),
            Map.entry(Ratio.of(1, 1), Set.of()),
            Map.entry(RatioOfAmounts.of(EURO, EURO), Set.of()),
            Map.entry(Score.of(1, 1, 1), Set.of()),
            Map.entry(new Velocity(1, Rate.of(1, 1, 0), MeanAmount.of(EURO, 1), 1), Set.of()));

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

        @Override
        public String velocity(Velocity velocity) {
            return "Velocity";
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
}
