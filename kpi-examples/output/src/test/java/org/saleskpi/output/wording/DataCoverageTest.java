package org.saleskpi.output.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.analysis.ComparisonBase;
import org.saleskpi.indicator.ActivityIndicators;
import org.saleskpi.indicator.CustomerIndicators;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.IndicatorCatalogue;
import org.saleskpi.indicator.RecurringRevenueIndicators;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesHistoryBuilder;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;

class DataCoverageTest {

    private static final DateRange MARCH = DateRange.month(2026, 3);

    private final SalesHistoryBuilder builder = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR);

    private KpiCalculator kpis() {
        return KpiCalculator.of(builder.build());
    }

    private DataCoverage coverage() {
        return DataCoverage.of(kpis(), IndicatorCatalogue.all());
    }

    private void call(String id, String at) {
        builder.add(Call.builder(id, Instant.parse(at)).build());
    }

    private void contract(String signedAt, @Nullable String endsAt) {
        builder.add(Customer.builder("c", Instant.parse(signedAt)).build());
        Contract.Builder contract = Contract.builder("s", Instant.parse(signedAt), Money.parse("EUR 10.00"))
                .customer("c");
        builder.add((endsAt == null ? contract : contract.endsAt(Instant.parse(endsAt))).build());
    }

    @Test
    void everyIndicatorOfTheCatalogueNeedsSomeKindOfRecord() {
        call("k", "2026-03-03T10:00:00Z");
        DataCoverage coverage = coverage();
        assertThat(IndicatorCatalogue.all())
                .hasSize(42)
                .allSatisfy(indicator -> assertThat(RecordType.values())
                        .as(indicator.key())
                        .anyMatch(type -> coverage.needs(indicator, type)));
    }

    @Test
    void whatNeedsRecordsThatTheDataDoesNotHaveIsNotMeasurable() {
        call("k", "2026-03-03T10:00:00Z");
        DataCoverage coverage = coverage();
        List<Indicator<?>> some = List.of(
                SalesIndicators.CALLS,
                SalesIndicators.MEETINGS,
                ActivityIndicators.CALLS_PER_MEETING,
                SalesIndicators.REVENUE);
        assertThat(coverage.measurable(some)).isEqualTo(List.of(SalesIndicators.CALLS));
        assertThat(coverage.missing(some)).containsExactly(RecordType.MEETING, RecordType.CONTRACT);
        assertThat(coverage.missing(List.of(SalesIndicators.CALLS))).isEmpty();
    }

    @Test
    void whereNothingIsMeasurableNothingIsLeftOut() {
        call("k", "2026-03-03T10:00:00Z");
        List<Indicator<?>> asked = List.of(SalesIndicators.MEETINGS);
        assertThat(coverage().measurable(asked)).isEqualTo(asked);
        assertThat(coverage().missing(asked)).isEmpty();
    }

    @Test
    void aPeriodIsKnownFromTheFirstRecordOfItsKindToTheLastOfAll() {
        call("k", "2026-03-03T10:00:00Z");
        contract("2026-01-10T10:00:00Z", null);
        DataCoverage coverage = coverage();
        assertThat(coverage.isKnown(
                        SalesIndicators.CALLS, DateRange.month(2026, 2).atZone(ZoneOffset.UTC)))
                .isFalse();
        assertThat(coverage.isKnown(
                        SalesIndicators.REVENUE, DateRange.month(2026, 2).atZone(ZoneOffset.UTC)))
                .isTrue();
        assertThat(coverage.isKnown(
                        SalesIndicators.REVENUE, DateRange.month(2026, 4).atZone(ZoneOffset.UTC)))
                .isFalse();
        assertThat(coverage.endsWithin(MARCH.atZone(ZoneOffset.UTC))).isTrue();
        assertThat(coverage.endsWithin(DateRange.parse("2026-03-01/2026-03-04").atZone(ZoneOffset.UTC)))
                .isFalse();
    }

    @Test
    void prospectsAreKnownBeforeTheFirstContract() {
        contract("2026-03-10T10:00:00Z", null);
        builder.add(
                Customer.builder("c2", Instant.parse("2026-01-02T10:00:00Z")).build());
        InstantRange january = DateRange.month(2026, 1).atZone(ZoneOffset.UTC);
        assertThat(coverage().isKnown(SalesIndicators.CONVERSION_RATE, january)).isTrue();
        assertThat(coverage().isKnown(SalesIndicators.REVENUE, january)).isFalse();
    }

    @Test
    void aBaseIsCoveredIfTheRecordsBeginInItsFirstTenth() {
        call("k", "2026-03-03T10:00:00Z");
        DataCoverage coverage = coverage();
        assertThat(coverage.covers(SalesIndicators.CALLS, MARCH.atZone(ZoneOffset.UTC)))
                .isTrue();
        assertThat(coverage.covers(
                        SalesIndicators.CALLS, DateRange.parse("2026-03-03").atZone(ZoneOffset.UTC)))
                .isTrue();
        assertThat(coverage.covers(
                        SalesIndicators.CALLS, DateRange.month(2026, 2).atZone(ZoneOffset.UTC)))
                .isFalse();
        assertThat(coverage.covers(
                        SalesIndicators.CALLS,
                        DateRange.parse("2026-02-20/2026-03-10").atZone(ZoneOffset.UTC)))
                .isFalse();
        assertThat(coverage.covers(SalesIndicators.MEETINGS, MARCH.atZone(ZoneOffset.UTC)))
                .isFalse();
    }

    @Test
    void whereNoContractEndsWhatFollowsCustomersIsNoMeasure() {
        contract("2026-01-10T10:00:00Z", null);
        for (Indicator<?> indicator : List.of(
                SalesIndicators.RETENTION_RATE, SalesIndicators.CHURN_RATE, CustomerIndicators.CUSTOMERS_LOST)) {
            assertThat(coverage().unmeasured(indicator, kpis().during(MARCH).get(indicator)))
                    .as(indicator.key())
                    .contains(Unmeasured.NO_END);
        }
        assertThat(coverage()
                        .unmeasured(
                                SalesIndicators.REVENUE, kpis().during(MARCH).get(SalesIndicators.REVENUE)))
                .isEmpty();
        assertThat(coverage()
                        .unmeasured(
                                RecurringRevenueIndicators.GROSS_RETENTION,
                                kpis().during(MARCH).get(RecurringRevenueIndicators.GROSS_RETENTION)))
                .as("undefined is a dash")
                .isEmpty();
    }

    @Test
    void oneContractThatEndsMakesRetentionAMeasure() {
        contract("2026-01-10T10:00:00Z", "2030-01-01T00:00:00Z");
        assertThat(coverage()
                        .unmeasured(
                                SalesIndicators.RETENTION_RATE,
                                kpis().during(MARCH).get(SalesIndicators.RETENTION_RATE)))
                .isEmpty();
    }

    @Test
    void aChangeFromATimeWithoutRecordsIsNone() {
        call("k1", "2026-03-03T10:00:00Z");
        call("k2", "2026-04-03T10:00:00Z");
        AnswerWording said = new AnswerWording(coverage(), new Wording(Locale.UK));
        var march = kpis().during(MARCH).comparedWith(ComparisonBase.PREVIOUS).report();
        assertThat(said.change(march, SalesIndicators.CALLS)).isEmpty();
        assertThat(said.noChange(march, SalesIndicators.CALLS, "February"))
                .isEqualTo("no change: calls on record since 3 March 2026");
        var april = kpis().during(DateRange.month(2026, 4))
                .comparedWith(ComparisonBase.PREVIOUS)
                .report();
        assertThat(said.change(april, SalesIndicators.CALLS).orElseThrow().text())
                .isEqualTo("0");
    }
}
