package org.saleskpi.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.analysis.Target;
import org.saleskpi.analysis.Targets;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.SalesCalendar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JudgedReportTest {

    private static final DateRange MARCH = DateRange.month(2026, 3);

    private final KpiReport report = KpiCalculator.of(SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                    .add(Call.builder("k-1", Instant.parse("2026-03-02T09:00:00Z")))
                    .add(Call.builder("k-2", Instant.parse("2026-03-03T09:00:00Z")))
                    .build())
            .during(MARCH)
            .report();

    private static JsonNode json(JudgedReport judged) {
        JsonMapper mapper = JsonMapper.builder().addModule(new KpiModule()).build();
        return mapper.readTree(mapper.writeValueAsString(judged));
    }

    @Test
    void answersThatHaveATargetTellHowTheyStand() {
        Targets targets = Targets.of(List.of(
                Target.atLeast(SalesIndicators.CALLS, MARCH, new BigDecimal("4")),
                Target.atLeast(SalesIndicators.REVENUE, DateRange.month(2026, 4), BigDecimal.ONE)));
        JudgedReport judged = JudgedReport.of(report, targets, SalesCalendar.iso());

        assertThat(judged.results()).containsOnlyKeys("calls");
        assertThat(json(judged).at("/indicators/calls").toString())
                .isEqualTo("{\"count\":2,\"target\":{\"atLeast\":4.0,\"atMost\":null,\"met\":false,"
                        + "\"attainment\":0.5,\"gap\":2.0}}");
        assertThat(json(judged).at("/indicators/revenue").has("target")).isFalse();
    }

    @Test
    void withoutTargetsItIsTheReport() {
        JsonMapper mapper = JsonMapper.builder().addModule(new KpiModule()).build();

        assertThat(json(JudgedReport.of(report, Targets.NONE, SalesCalendar.iso())))
                .isEqualTo(mapper.readTree(mapper.writeValueAsString(report)));
    }

    @Test
    void itsResultsStayAsTheyAre() {
        JudgedReport judged = new JudgedReport(report, Map.of());

        assertThatThrownBy(() -> judged.results().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
