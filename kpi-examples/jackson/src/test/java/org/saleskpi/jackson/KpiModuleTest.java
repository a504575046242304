package org.saleskpi.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.analysis.ComparisonBase;
import org.saleskpi.analysis.Findings;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.IndicatorCatalogue;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Origin;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.value.Days;
import org.saleskpi.value.Rate;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

class KpiModuleTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final JsonMapper PLAIN =
            JsonMapper.builder().addModule(new KpiModule()).build();
    private static final JsonMapper LOSSLESS = JsonMapper.builder()
            .addModule(KpiModule.lossless(IndicatorCatalogue.all()))
            .build();

    private static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(PARIS).toInstant();
    }

    /** One record of every kind, with something in each component. */
    static List<SalesRecord> records() {
        return List.of(
                Customer.builder("c-1", at("2026-02-20T09:00"))
                        .owner("zoë")
                        .attribute("region", "EMEA")
                        .origin(Origin.of("customers.csv", 2))
                        .build(),
                Customer.builder("c-2", at("2026-03-02T09:00"))
                        .disqualifiedAt(at("2026-03-20T09:00"))
                        .build(),
                Call.builder("k-1", at("2026-03-03T09:30"))
                        .customer("c-1")
                        .outcome(Call.Outcome.DISCUSSION)
                        .build(),
                Meeting.builder("m-1", at("2026-03-10T14:00"), Meeting.Outcome.HELD)
                        .customer("c-1")
                        .bookedAt(at("2026-03-03T09:31"))
                        .build(),
                Proposal.builder("p-1", at("2026-03-11T10:00"))
                        .customer("c-1")
                        .amount(Money.parse("EUR 1500.00"))
                        .decided(Proposal.Status.ACCEPTED, at("2026-03-18T10:00"))
                        .build(),
                Contract.builder("s-1", at("2026-03-19T10:00"), Money.parse("EUR 1200.00"))
                        .customer("c-1")
                        .endsAt(at("2027-03-19T00:00"))
                        .build(),
                Survey.builder("v-1", at("2026-03-25T10:00"), Survey.Scale.NPS, 9)
                        .customer("c-1")
                        .build());
    }

    private static final SalesHistory HISTORY =
            SalesHistory.builder(PARIS, CurrencyUnit.EUR).addAll(records()).build();

    private static KpiQuery march() {
        return KpiCalculator.builder(HISTORY)
                .add(IndicatorCatalogue.all().stream()
                        .filter(indicator -> !SalesIndicators.all().contains(indicator))
                        .toArray(Indicator<?>[]::new))
                .build()
                .asOf(at("2026-04-01T00:00"))
                .during(DateRange.month(2026, 3));
    }

    @Test
    void aReportHasItsTermsAndItsAnswers() {
        KpiReport report = march().where(Dimension.OWNER, Arrays.asList("zoë", null))
                .only(SalesIndicators.CALLS, SalesIndicators.WIN_RATE, SalesIndicators.REVENUE)
                .report();

        assertThat(PLAIN.writeValueAsString(report)).isEqualTo("""
                {"from":"2026-02-28T23:00:00Z","to":"2026-03-31T22:00:00Z","zone":"Europe/Paris",\
                "asOf":"2026-03-31T22:00:00Z","currency":"EUR","where":{"owner":["zoë",null]},"indicators":{\
                "calls":{"count":1},\
                "win-rate":{"hits":1,"misses":0,"open":0,"total":1,"rate":1.0,"decided":1.0,"ceiling":1.0},\
                "revenue":{"amount":"1200.00","currency":"EUR"}}}""");
    }

    @Test
    void answersAreObjectsWhereverTheyStand() {
        record Tile(String name, Rate rate, List<Days> days) {}

        assertThat(PLAIN.writeValueAsString(new Tile("Wins", Rate.of(1, 1, 0), List.of(Days.of(3, 5)))))
                .isEqualTo("{\"name\":\"Wins\",\"rate\":{\"hits\":1,\"misses\":1,\"open\":0,\"total\":2,\"rate\":0.5,"
                        + "\"decided\":0.5,\"ceiling\":0.5},\"days\":[{\"count\":2,\"totalDays\":8,\"meanDays\":4.0,"
                        + "\"medianDays\":4.0}]}");
    }

    @Test
    void mappersFindItByThemselves() {
        JsonMapper mapper = JsonMapper.builder().findAndAddModules().build();

        assertThat(mapper.writeValueAsString(march().report())).isEqualTo(PLAIN.writeValueAsString(march().report()));
    }

    @Test
    void analysesAreWrittenAsByTheCommand() {
        KpiQuery march = march();

        assertThat(PLAIN.writeValueAsString(march.funnel()))
                .startsWith("{\"from\":\"2026-02-28T23:00:00Z\"")
                .contains("\"stages\":[{\"key\":\"entered\",\"customers\":1,\"skipped\":0,\"step\":null,")
                .endsWith("\"bottleneck\":null}");
        assertThat(PLAIN.writeValueAsString(march.cycle()))
                .contains("\"losses\":\"censored\"")
                .contains("\"within\":{\"30\":{");
        assertThat(PLAIN.writeValueAsString(march.cohorts(CalendarUnit.MONTH)))
                .contains("\"unit\":\"month\",\"cohorts\":[{\"from\":\"2026-02-28T23:00:00Z\",\"customers\":1");
        assertThat(PLAIN.writeValueAsString(march.explain(SalesIndicators.WIN_RATE)))
                .contains("\"key\":\"win-rate\"")
                .contains("\"outlook\":\"settled\"");
        assertThat(PLAIN.writeValueAsString(Findings.of(HISTORY))).startsWith("{\"asOf\":null,\"findings\":[{\"key\":");
        assertThat(PLAIN.writeValueAsString(
                        march.comparedWith(ComparisonBase.PREVIOUS).report()))
                .contains("\"comparison\":{\"from\":\"2026-01-31T23:00:00Z\"");
        assertThat(PLAIN.writeValueAsString(march.by(List.of(Dimension.OWNER), KpiQuery::funnel)))
                .startsWith("{\"by\":[\"owner\"],\"groups\":[{\"key\":\"zoë\",\"funnel\":{\"from\"")
                .contains("\"key\":null");
        assertThat(PLAIN.writeValueAsString(
                        march.comparedWith(ComparisonBase.PREVIOUS).by(Dimension.OWNER)))
                .startsWith("{\"by\":[\"owner\"],\"groups\":[{\"key\":\"zoë\",\"report\":{\"from\"");
        assertThat(PLAIN.writeValueAsString(march.report().terms()))
                .isEqualTo(
                        "{\"from\":\"2026-02-28T23:00:00Z\",\"to\":\"2026-03-31T22:00:00Z\",\"zone\":\"Europe/Paris\","
                                + "\"asOf\":\"2026-03-31T22:00:00Z\",\"currency\":\"EUR\"}");
    }

    @Test
    void whatIsLosslessIsReadBackToEqualObjects() {
        KpiQuery march = march();
        KpiReport report =
                march.where(Dimension.OWNER, Arrays.asList("zoë", null)).report();
        KpiSeries weeks = march.every(CalendarUnit.WEEK);
        KpiBreakdown<KpiReport> reps = march.by(Dimension.OWNER, Dimension.attribute("region"));
        KpiBreakdown<KpiSeries> repsByWeek = march.by(Dimension.OWNER, CalendarUnit.WEEK);

        assertThat(report.indicators()).hasSize(42);
        assertThat(LOSSLESS.readValue(LOSSLESS.writeValueAsString(report), KpiReport.class))
                .isEqualTo(report);
        assertThat(LOSSLESS.readValue(LOSSLESS.writeValueAsString(weeks), KpiSeries.class))
                .isEqualTo(weeks);
        assertThat((Object) LOSSLESS.readValue(LOSSLESS.writeValueAsString(reps), KpiBreakdown.class))
                .isEqualTo(reps);
        assertThat((Object) LOSSLESS.readValue(LOSSLESS.writeValueAsString(repsByWeek), KpiBreakdown.class))
                .isEqualTo(repsByWeek);
    }

    @Test
    void whatIsNotLosslessCannotBeReadBack() {
        String json = PLAIN.writeValueAsString(march().report());

        assertThatThrownBy(() -> LOSSLESS.readValue(json, KpiReport.class))
                .isInstanceOf(DatabindException.class)
                .hasMessageContaining("Indicator \"sales-cycle\": Property \"histogram\" is missing");
    }

    @Test
    void anUnknownKeyIsAnError() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(KpiModule.lossless(List.of(SalesIndicators.CALLS)))
                .build();
        String json = mapper.writeValueAsString(
                march().only(SalesIndicators.CALLS, SalesIndicators.REVENUE).report());

        assertThatThrownBy(() -> mapper.readValue(json, KpiReport.class))
                .isInstanceOf(DatabindException.class)
                .hasMessageContaining("Indicator \"revenue\" is not among the 1 that were given");
        Indicator<?> namesake = Indicator.count("revenue", SalesPopulations.CONTRACTS_SIGNED);
        assertThatThrownBy(() -> KpiModule.lossless(List.of(SalesIndicators.REVENUE, namesake)))
                .hasMessage("Two indicators have the key \"revenue\"");
    }

    @Test
    void whatIsWrongInADocumentIsNamed() {
        String json =
                LOSSLESS.writeValueAsString(march().only(SalesIndicators.CALLS).report());

        assertThatThrownBy(() -> LOSSLESS.readValue(json.replace("\"count\":1", "\"count\":1.5"), KpiReport.class))
                .hasMessageContaining("Indicator \"calls\": Property \"count\" is 1.5, expected a whole number");
        assertThatThrownBy(() -> LOSSLESS.readValue(json.replace("\"count\":1", "\"count\":-1"), KpiReport.class))
                .isInstanceOf(DatabindException.class);
        assertThatThrownBy(() -> LOSSLESS.readValue(json.replace("Europe/Paris", "Europe/Pari"), KpiReport.class))
                .isInstanceOf(DatabindException.class)
                .hasMessageContaining("Europe/Pari");
        assertThatThrownBy(() -> LOSSLESS.readValue(json.replace("\"zone\":", "\"zones\":"), KpiReport.class))
                .hasMessageContaining("Property \"zone\" is missing");
    }

    @ParameterizedTest
    @MethodSource("records")
    void recordsGoBothWays(SalesRecord record) {
        for (JsonMapper mapper : List.of(PLAIN, LOSSLESS)) {
            Object read = mapper.readValue(mapper.writeValueAsString(record), record.getClass());
            assertThat(read).isEqualTo(record);
        }
    }

    @Test
    void recordsHaveTheirComponentsOnly() {
        assertThat(records().stream().map(PLAIN::writeValueAsString))
                .contains(
                        "{\"id\":\"k-1\",\"customerId\":\"c-1\",\"at\":\"2026-03-03T08:30:00Z\","
                                + "\"outcome\":\"DISCUSSION\",\"purpose\":\"PROSPECTING\"}",
                        "{\"id\":\"c-1\",\"since\":\"2026-02-20T08:00:00Z\",\"owner\":\"zoë\","
                                + "\"attributes\":{\"region\":\"EMEA\"},\"origin\":\"customers.csv:2\"}");
        assertThat(PLAIN.readValue("{\"id\":\"k-1\",\"at\":\"2026-03-02T09:30:00Z\"}", Call.class))
                .isEqualTo(Call.builder("k-1", Instant.parse("2026-03-02T09:30:00Z"))
                        .build());
    }

    @Test
    void aBadRecordIsToldInItsOwnWords() {
        assertThatThrownBy(() -> PLAIN.readValue("{\"id\":\" \",\"at\":\"2026-03-02T09:30:00Z\"}", Call.class))
                .isInstanceOf(DatabindException.class)
                .hasMessageContaining("id");
        assertThatThrownBy(() -> PLAIN.readValue(
                        "{\"id\":\"s-1\",\"customerId\":\"c-1\",\"signedAt\":\"2026-03-02T09:30:00Z\","
                                + "\"amount\":{\"amount\":\"1.234\",\"currency\":\"EUR\"}}",
                        Contract.class))
                .isInstanceOf(DatabindException.class)
                .hasMessageContaining("1.234");
    }

    @Test
    void aStreamOfRecordsMakesAHistory() {
        List<String> lines = records().stream().map(PLAIN::writeValueAsString).toList();
        List<Call> calls = Stream.of(lines.get(2))
                .map(line -> PLAIN.readValue(line, Call.class))
                .toList();

        assertThat(calls).isEqualTo(HISTORY.calls());
    }
}
