package org.saleskpi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.value.Count;
import org.saleskpi.value.Rate;

class KpiSeriesTest {

    private static final Instant START = Instant.parse("2026-01-02T09:00:00Z");

    private static Customer customer(String id) {
        return Customer.builder(id, START).build();
    }

    private static Contract contract(String id, String customer, String signedAt, String amount) {
        return Contract.builder(id, Instant.parse(signedAt), Money.parse(amount))
                .customer(customer)
                .build();
    }

    private static KpiCalculator calculator(SalesRecord... records) {
        return KpiCalculator.of(SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .addAll(List.of(records))
                .build());
    }

    private static final Contract JANUARY = contract("s-1", "c-1", "2026-01-05T09:00:00Z", "EUR 1.00");
    private static final Contract FEBRUARY = contract("s-2", "c-1", "2026-02-05T09:00:00Z", "EUR 10.00");
    private static final Contract APRIL = contract("s-3", "c-2", "2026-04-05T09:00:00Z", "EUR 100.00");
    private static final DateRange FIRST_HALF = DateRange.half(2026, 1);

    private final KpiCalculator kpis = calculator(customer("c-1"), customer("c-2"), JANUARY, FEBRUARY, APRIL);
    private final KpiQuery firstHalf = kpis.during(FIRST_HALF);
    private final KpiSeries months = firstHalf.every(CalendarUnit.MONTH);

    @Test
    void theTotalIsTheAnswerOverAllPeriods() {
        assertThat(months.total(SalesIndicators.CONTRACTS)).isEqualTo(Count.of(3));
        assertThat(months.total(SalesIndicators.CONVERSION_RATE)).isEqualTo(Rate.of(2, 0, 0));
        KpiQuery some =
                firstHalf.only(SalesIndicators.CONTRACTS, SalesIndicators.AVERAGE_BASKET, SalesIndicators.SALES_CYCLE);
        assertThat(some.every(CalendarUnit.MONTH).total()).isEqualTo(some.report());
    }

    @Test
    void aRollingSumIsTheAnswerOverEachRunOfPeriods() {
        assertThat(months.rolling(SalesIndicators.CONTRACTS, 3))
                .containsExactly(Count.of(2), Count.of(2), Count.of(1), Count.of(1));
        assertThat(months.rolling(SalesIndicators.CONTRACTS, 1)).isEqualTo(months.get(SalesIndicators.CONTRACTS));
        assertThat(months.rolling(SalesIndicators.CONTRACTS, 6)).containsExactly(Count.of(3));
        assertThat(months.rolling(SalesIndicators.CONTRACTS, 7)).isEmpty();

        KpiQuery contracts = firstHalf.only(SalesIndicators.CONTRACTS);
        List<KpiReport> quarters = contracts.every(CalendarUnit.MONTH).rolling(3);
        assertThat(quarters).hasSize(4);
        assertThat(quarters.get(0))
                .isEqualTo(kpis.during(DateRange.quarter(2026, 1))
                        .only(SalesIndicators.CONTRACTS)
                        .report());
        assertThat(quarters.get(3))
                .isEqualTo(kpis.during(DateRange.quarter(2026, 2))
                        .only(SalesIndicators.CONTRACTS)
                        .report());
        assertThat(contracts.every(CalendarUnit.MONTH).rolling(7)).isEmpty();
    }

    @Test
    void whatDoesNotAddUpOverPeriodsIsRefusedByName() {
        String message = "Indicator retention-rate does not add up over periods: ask about the whole period";
        assertThatThrownBy(() -> months.total(SalesIndicators.RETENTION_RATE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> months.rolling(SalesIndicators.RETENTION_RATE, 2))
                .hasMessage(message);
        assertThatThrownBy(months::total)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> months.rolling(2)).hasMessage(message);
        assertThatThrownBy(() -> months.rolling(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KpiSeries: expected runs of at least 1 period, not 0");

        // One period is the whole period.
        assertThat(months.rolling(SalesIndicators.RETENTION_RATE, 1))
                .isEqualTo(months.get(SalesIndicators.RETENTION_RATE));
        KpiQuery january = kpis.during(DateRange.month(2026, 1));
        assertThat(january.every(CalendarUnit.MONTH).total()).isEqualTo(january.report());
    }

    @Test
    void reportsAsOfDifferentMomentsHaveNoTotal() {
        KpiReport january = kpis.asOf(Instant.parse("2026-02-01T00:00:00Z"))
                .during(DateRange.month(2026, 1))
                .only(SalesIndicators.CONTRACTS)
                .report();
        KpiReport february = kpis.during(DateRange.month(2026, 2))
                .only(SalesIndicators.CONTRACTS)
                .report();
        KpiSeries asClosed = KpiSeries.of(List.of(january, february));
        assertThat(asClosed.get(SalesIndicators.CONTRACTS)).containsExactly(Count.of(1), Count.of(1));
        assertThatThrownBy(() -> asClosed.total(SalesIndicators.CONTRACTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Reports on different terms do not add up over periods: " + january.terms() + " and "
                        + february.terms());
    }

    @Test
    void aSeriesHasReportsOnePeriodAfterTheOther() {
        KpiReport january = months.reports().get(0);
        KpiReport march = months.reports().get(2);
        assertThat(KpiSeries.of(List.of(january)).reports()).containsExactly(january);
        assertThatThrownBy(() -> KpiSeries.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KpiSeries: expected at least one report");
        assertThatThrownBy(() -> KpiSeries.of(List.of(january, march)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KpiSeries: " + march.terms() + " does not follow " + january.terms());
        assertThatThrownBy(() -> KpiSeries.of(List.of(january, january))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void seriesAddPeriodByPeriod() {
        KpiSeries one = calculator(customer("c-1"), JANUARY, FEBRUARY)
                .during(FIRST_HALF)
                .every(CalendarUnit.MONTH);
        KpiSeries other = calculator(customer("c-2"), APRIL).during(FIRST_HALF).every(CalendarUnit.MONTH);
        assertThat(one.plus(other)).isEqualTo(months);
        assertThat(months.minus(other)).isEqualTo(one);
    }

    @Test
    void seriesOfOtherPeriodsHaveNoSum() {
        KpiSeries january = KpiSeries.of(months.reports().subList(0, 1));
        KpiSeries february = KpiSeries.of(months.reports().subList(1, 2));
        assertThatThrownBy(() -> months.plus(january))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Series of 6 and 1 periods have no sum");
        assertThatThrownBy(() -> january.minus(months))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Series of 1 and 6 periods have no sum");
        assertThatThrownBy(() -> january.plus(february))
                .hasMessageStartingWith("Reports on different terms have no sum: ");
    }

    @Test
    void seriesAreEqualIfTheirReportsAre() {
        KpiSeries again = firstHalf.every(CalendarUnit.MONTH);
        KpiSeries others = KpiSeries.of(months.reports().subList(0, 5));
        assertThat(months)
                .isEqualTo(again)
                .hasSameHashCodeAs(again)
                .isNotEqualTo(others)
                .isNotEqualTo(months.reports());
        assertThat(months.hashCode()).isNotEqualTo(others.hashCode());
        assertThat(others.toString())
                .startsWith(months.reports().get(0) + "\n\n" + months.reports().get(1) + "\n\n");
    }
}
