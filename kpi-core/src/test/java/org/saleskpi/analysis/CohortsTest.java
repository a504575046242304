package org.saleskpi.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.analysis.Cohorts.Cell;
import org.saleskpi.analysis.Cohorts.Cohort;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.report.Scope;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Rate;

class CohortsTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant SIGNED = Instant.parse("2026-01-10T09:00:00Z");

    private static KpiCalculator kpis() {
        return KpiCalculator.of(SalesHistory.builder(PARIS, CurrencyUnit.EUR)
                .addAll(List.of(
                        Customer.builder("c-1", SIGNED).build(),
                        contract("s-1", SIGNED, "EUR 10.00")
                                .startsAt(Instant.parse("2026-02-10T09:00:00Z"))
                                .endsAt(endOf(2))
                                .build(),
                        contract("s-2", Instant.parse("2026-03-10T09:00:00Z"), "EUR 7.00")
                                .startsAt(endOf(2).plusNanos(1))
                                .build()))
                .build());
    }

    private static Contract.Builder contract(String id, Instant signedAt, String amount) {
        return Contract.builder(id, signedAt, Money.parse(amount)).customer("c-1");
    }

    private static Instant endOf(int month) {
        return DateRange.month(2026, month).atZone(PARIS).endExclusive();
    }

    @Test
    void aTermThatStartsLateMakesRetentionRise() {
        List<Cohort> cohorts = kpis().during(DateRange.quarter(2026, 1))
                .cohorts(CalendarUnit.MONTH)
                .cohorts();

        assertThat(cohorts).extracting(Cohort::customers).containsExactly(1L, 0L, 0L);
        assertThat(cohorts).extracting(cohort -> cohort.cells().size()).containsExactly(3, 2, 1);
        assertThat(cohorts.get(0).cells())
                .extracting(Cell::retention)
                .containsExactly(Rate.of(0, 1, 0), Rate.of(1, 0, 0), Rate.of(1, 0, 0));
        assertThat(cohorts.get(0).cells())
                .extracting(cell -> cell.revenue().toString())
                .containsExactly("EUR 10.00", "EUR 0.00", "EUR 7.00");
        assertThat(cohorts.get(1).cells()).extracting(Cell::retention).containsOnly(Rate.of(0, 0, 0));
    }

    @Test
    void aUnitThatAViewDoesNotSeeToItsEndHasNoCells() {
        Cohorts seen = kpis().asOf(endOf(2)).during(DateRange.quarter(2026, 1)).cohorts(CalendarUnit.MONTH);
        Cohorts notQuite = kpis().asOf(endOf(2).minusNanos(1))
                .during(DateRange.quarter(2026, 1))
                .cohorts(CalendarUnit.MONTH);

        assertThat(seen.cohorts()).extracting(cohort -> cohort.cells().size()).containsExactly(2, 1, 0);
        assertThat(notQuite.cohorts())
                .extracting(cohort -> cohort.cells().size())
                .containsExactly(1, 0, 0);
        assertThat(notQuite.cohorts().get(0).customers()).isEqualTo(1);
    }

    @Test
    void aCustomerWonInAUnitThatIsNotOverIsInNoCell() {
        Cohorts soFar = kpis().asOf(endOf(1).minusNanos(1))
                .during(DateRange.quarter(2026, 1))
                .cohorts(CalendarUnit.MONTH);
        assertThat(soFar.cohorts()).extracting(Cohort::customers).containsExactly(1L, 0L, 0L);
        assertThat(soFar.cohorts()).extracting(cohort -> cohort.cells().size()).containsExactly(0, 0, 0);
    }

    @Test
    void whatIsSignedAfterThePeriodIsInNoCell() {
        List<Cohort> cohorts = kpis().during(DateRange.parse("2026-01-01/2026-03-01"))
                .cohorts(CalendarUnit.MONTH)
                .cohorts();
        assertThat(cohorts.get(0).cells())
                .extracting(cell -> cell.revenue().toString())
                .containsExactly("EUR 10.00", "EUR 0.00");
    }

    /** The customers of two owners by turns: of each it is known what it signed, and how long it stays. */
    @Test
    void theCustomersOfAPartAreFollowedEachWithItsOwnContracts() {
        List<SalesRecord> records = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            String id = "c-" + i;
            Instant signedAt = SIGNED.plusSeconds(i);
            records.add(Customer.builder(id, SIGNED)
                    .owner(i % 2 == 0 ? "alice" : "bob")
                    .build());
            records.add(Contract.builder("s-" + i, signedAt, Money.ofMinor(CurrencyUnit.EUR, i))
                    .customer(id)
                    .endsAt(i % 5 == 0 ? endOf(1) : null)
                    .build());
        }
        KpiQuery quarter = KpiCalculator.of(SalesHistory.builder(PARIS, CurrencyUnit.EUR)
                        .addAll(records)
                        .build())
                .during(DateRange.quarter(2026, 1));
        for (int owner = 0; owner < 2; owner++) {
            int of = owner;
            int[] theirs = IntStream.range(0, 80).filter(i -> i % 2 == of).toArray();
            long stay = Arrays.stream(theirs).filter(i -> i % 5 != 0).count();
            Cohort january = quarter.where(Dimension.OWNER, owner == 0 ? "alice" : "bob")
                    .cohorts(CalendarUnit.MONTH)
                    .cohorts()
                    .get(0);
            assertThat(january.customers()).isEqualTo(40);
            assertThat(january.cells().get(0))
                    .isEqualTo(new Cell(
                            Rate.of(40, 0, 0),
                            new Amount(CurrencyUnit.EUR, Arrays.stream(theirs).sum())));
            assertThat(january.cells().get(1))
                    .isEqualTo(new Cell(Rate.of(stay, 40 - stay, 0), new Amount(CurrencyUnit.EUR, 0)));
        }
    }

    @Test
    void periodsThatAreNotMadeOfWholeUnitsAreRefused() {
        InstantRange january = DateRange.month(2026, 1).atZone(PARIS);
        for (InstantRange period : List.of(
                DateRange.parse("2026-01-02/2026-02-01").atZone(PARIS),
                DateRange.parse("2026-01-01/2026-01-31").atZone(PARIS),
                InstantRange.of(january.startInclusive().plusNanos(1), january.endExclusive()),
                InstantRange.of(january.startInclusive(), january.endExclusive().plusNanos(1)))) {
            assertThatThrownBy(() -> kpis().during(period).cohorts(CalendarUnit.MONTH))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Cohorts: the period " + period + " is not made of whole units, of the kind MONTH");
        }
        assertThatThrownBy(() ->
                        kpis().during(DateRange.parse("2020-01-01/2022-09-28")).cohorts(CalendarUnit.DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cohorts: 1001 units are more than 1000");
        assertThat(kpis().during(DateRange.parse("2020-01-01/2022-09-27"))
                        .cohorts(CalendarUnit.DAY)
                        .cohorts())
                .hasSize(1000);
    }

    @Test
    void cohortsThatDoNotFitAreRefused() {
        InstantRange january = DateRange.month(2026, 1).atZone(PARIS);
        ReportTerms terms = new ReportTerms(january, PARIS, null, CurrencyUnit.EUR, Scope.ALL);
        Cell cell = new Cell(Rate.of(1, 0, 0), new Amount(CurrencyUnit.EUR, 0));
        assertThatThrownBy(() -> new Cohort(january, 2, List.of(cell)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cohorts: a cell is about 1 customers, expected 2");
        assertThatThrownBy(() -> new Cohorts(terms, CalendarUnit.MONTH, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cohorts: expected at least one");
        Cohort february = new Cohort(DateRange.month(2026, 2).atZone(PARIS), 0, List.of());
        assertThatThrownBy(() -> new Cohorts(terms, CalendarUnit.MONTH, List.of(february)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cohorts: after 2025-12-31T23:00:00Z comes 2026-01-31T23:00:00Z");
        assertThat(new Cohorts(terms, CalendarUnit.MONTH, List.of(new Cohort(january, 1, List.of(cell)))))
                .asString()
                .startsWith("Cohorts 2026-01-01T00:00 to 2026-02-01T00:00")
                .endsWith("\n  " + january + " 1: 1");
    }
}
