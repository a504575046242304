package org.saleskpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.DateRange;

/** Questions as they come with requests. */
class TextQuestionTest {

    private final KpiCalculator kpis = KpiCalculator.of(SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
            .add(call("k-1", "alice", "north"))
            .add(call("k-2", "bob", "north"))
            .add(call("k-3", "Smith, Zoe", "south"))
            .build());

    private static Call.Builder call(String id, String owner, String region) {
        return Call.builder(id, Instant.parse("2026-03-02T09:00:00Z"))
                .owner(owner)
                .attribute("region", region);
    }

    private long calls(Map<String, List<String>> texts) {
        return kpis.ask(texts).get(SalesIndicators.CALLS).value();
    }

    @Test
    void aPeriodIsAskedAbout() {
        assertThat(kpis.ask(Map.of("period", List.of("2026-Q1"), "page", List.of("2"), "wherever", List.of("x")))
                        .report())
                .isEqualTo(kpis.during(DateRange.quarter(2026, 1)).report());
    }

    @Test
    void aBreakdownIsByTheNameOfADimension() {
        KpiQuery march = kpis.during(DateRange.month(2026, 3));

        assertThat(march.by("owner")).isEqualTo(march.by(Dimension.OWNER));
        assertThat(march.by("region")).isEqualTo(march.by(Dimension.attribute("region")));
        assertThatThrownBy(() -> march.by("regoin"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("There is no dimension regoin, expected owner or one of [region]");
    }

    @Test
    void conditionsNarrowToAnyOfTheirKeysAndToAllOfEachOther() {
        List<String> march = List.of("2026-03");

        assertThat(calls(Map.of("period", march, "where.owner", List.of("alice", "Smith, Zoe"))))
                .isEqualTo(2);
        assertThat(calls(Map.of("period", march, "where.region", List.of("north"), "where.owner", List.of("bob"))))
                .isEqualTo(1);
        assertThat(kpis.ask(Map.of("period", march, "where.region", List.of("south")))
                        .report())
                .isEqualTo(kpis.during(DateRange.month(2026, 3))
                        .where(Dimension.attribute("region"), "south")
                        .report());
    }

    @Test
    void aPeriodIsNeeded() {
        assertThatThrownBy(() -> kpis.ask(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period is missing, expected one such as 2026-03");
        assertThatThrownBy(() -> kpis.ask(Map.of("period", List.of("2026", "2027"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period is given 2 times, expected once: [2026, 2027]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-13", "yesteryear"})
    void aPeriodMustBeOne(String period) {
        assertThatThrownBy(() -> kpis.ask(Map.of("period", List.of(period))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNotThereIsTold() {
        List<String> march = List.of("2026-03");

        assertThatThrownBy(() -> kpis.ask(Map.of("period", march, "where.regoin", List.of("north"))))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("There is no dimension regoin, expected owner or one of [region]");
        assertThatThrownBy(() -> kpis.ask(Map.of("period", march, "where.owner", List.of("alice", "alcie"))))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("There is no owner alcie");
    }
}
