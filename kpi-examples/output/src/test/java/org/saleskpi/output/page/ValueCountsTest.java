package org.saleskpi.output.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.saleskpi.output.OneOfEachKind;
import org.saleskpi.output.wording.Figure;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.Rate;

final class ValueCountsTest {

    private static final Wording WORDING = new Wording(Locale.UK);

    private static KpiValue<?> value(String kind) {
        return Objects.requireNonNull(OneOfEachKind.defined().get(kind), kind);
    }

    private static List<String> counts(String kind) {
        return value(kind).accept(new ValueCounts(WORDING)).stream()
                .map(entry -> entry.name() + " " + entry.text().replace('\u00A0', ' '))
                .toList();
    }

    @Test
    void eachKindCountsWhatItIsMadeOf() {
        assertThat(counts("count")).containsExactly("Count 120");
        assertThat(counts("amount")).containsExactly("Total €15,200.00");
        assertThat(counts("mean-amount")).containsExactly("Total €15,200.00", "Count 4");
        assertThat(counts("days")).containsExactly("Total 90 d", "Count 3");
        assertThat(counts("waits"))
                .containsExactly("Total 90 h", "Count 9", "Did not happen 1", "Still open or not recorded 3");
        assertThat(counts("rate"))
                .containsExactly("Happened 3", "Did not happen 5", "Still open or not recorded 32", "Total 40");
        assertThat(counts("rate-of-amounts"))
                .containsExactly(
                        "Happened €9,000.00",
                        "Did not happen €3,000.00",
                        "Still open or not recorded €6,000.00",
                        "Total €18,000.00");
        assertThat(counts("ratio")).containsExactly("Dividend 9", "Divisor 12");
        assertThat(counts("ratio-of-amounts")).containsExactly("Dividend €10,500.00", "Divisor €10,000.00");
        assertThat(counts("score")).containsExactly("Promoters 7", "Passives 2", "Detractors 1", "Total 10");
    }

    @Test
    void ratesOfAtLeastOneCaseHaveShares() {
        assertThat(ShareBar.of(Figure.of(value("rate"))).orElseThrow().render())
                .contains("class=\"hits\" x=\"0%\" width=\"7.5%\"")
                .contains("class=\"open\" x=\"7.5%\" width=\"80%\"");
        assertThat(ShareBar.of(Figure.of(value("rate-of-amounts")))
                        .orElseThrow()
                        .render())
                .contains("class=\"hits\" x=\"0%\" width=\"50%\"")
                .contains("class=\"open\" x=\"50%\" width=\"33.3%\"");
        assertThat(ShareBar.of(Figure.of(Rate.of(1, 1, 0))).orElseThrow().render())
                .contains("class=\"open\" x=\"50%\" width=\"0%\"");
        assertThat(ShareBar.of(Figure.of(Rate.of(0, 0, 0)))).isEmpty();
        assertThat(ShareBar.of(Figure.of(value("ratio")))).isEmpty();
    }

    @Test
    void numbersBesideAnAxisAreInTheirUnit() {
        assertThat(OneOfEachKind.defined().values().stream()
                        .map(value -> Quantity.unit(value, WORDING))
                        .toList())
                .containsExactly("", "EUR", "EUR", "days", "hours", "%", "%", "ratio", "ratio", "points", "EUR a day");
        assertThat(Quantity.number(value("waits"))).isEqualTo(10);
        assertThat(Quantity.ceiling(value("waits"))).isNull();
        assertThat(Quantity.ceiling(value("rate-of-amounts"))).isEqualTo(15.0 / 18);
        assertThat(Quantity.isPercent(value("rate-of-amounts"))).isTrue();
        assertThat(Quantity.isWhole(value("count"))).isTrue();
        assertThat(OneOfEachKind.undefined().values())
                .allSatisfy(value -> assertThat(Quantity.number(value)).isNull());
    }
}
