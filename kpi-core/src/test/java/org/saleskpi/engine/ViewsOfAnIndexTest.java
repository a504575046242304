package org.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saleskpi.indicator.SalesIndicators.CALLS;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.Population;
import org.saleskpi.indicator.RecurringRevenueIndicators;
import org.saleskpi.report.GroupKey;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Count;
import org.saleskpi.value.Rate;
import org.saleskpi.value.RateOfAmounts;

/** What a view must find out for itself, because its history knows more of the very facts that both have. */
class ViewsOfAnIndexTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T09:00:00Z");
    private static final InstantRange EVER = InstantRange.of(day(-9), day(90));

    private static Instant day(int number) {
        return MARCH.plus(Duration.ofDays(number));
    }

    private final KpiCalculator kpis = KpiCalculator.of(SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
            .addAll(List.of(
                    Customer.builder("c-1", MARCH).build(),
                    Customer.builder("c-2", MARCH).build()))
            .addAll(List.of(
                    Call.builder("k-1", day(1)).customer("c-1").build(),
                    Call.builder("k-2", day(2)).customer("c-2").build()))
            .addAll(List.of(Contract.builder("s-1", day(8), Money.parse("EUR 10.00"))
                    .customer("c-1")
                    .startsAt(day(3))
                    .build()))
            .addAll(List.of(
                    Meeting.builder("m-1", day(1), Meeting.Outcome.PLANNED)
                            .bookedAt(day(6))
                            .build(),
                    Meeting.builder("m-2", day(2), Meeting.Outcome.PLANNED)
                            .bookedAt(day(0))
                            .build()))
            .build());

    /** Contracts that are in force from their signing on, so that views may share the table of when they start. */
    private static KpiCalculator ofTwoContracts() {
        return KpiCalculator.of(SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .addAll(List.of(
                        Customer.builder("c-1", MARCH).build(),
                        Customer.builder("c-2", MARCH).build()))
                .addAll(List.of(
                        Contract.builder("s-1", day(8), Money.parse("EUR 120.00"))
                                .customer("c-1")
                                .endsAt(day(373))
                                .build(),
                        Contract.builder("s-2", day(20), Money.parse("EUR 120.00"))
                                .customer("c-2")
                                .endsAt(day(385))
                                .build()))
                .build());
    }

    @Test
    void whatCustomersPayIsKnownAnewInEachView() {
        InstantRange early = InstantRange.of(day(9), day(12));
        InstantRange later = InstantRange.of(day(25), day(40));
        KpiCalculator shared = ofTwoContracts();
        for (List<Dimension> by : List.of(List.<Dimension>of(), List.of(Dimension.OWNER))) {
            assertThat(retention(shared.asOf(day(12)), early, by)).isEqualTo(retention(ofTwoContracts(), early, by));
            RateOfAmounts both = retention(shared.asOf(day(40)), later, by);
            assertThat(both).isEqualTo(retention(ofTwoContracts(), later, by));
            assertThat(both.total().money()).isEqualTo(Money.parse("EUR 20.00"));
            assertThat(retention(shared, later, by)).isEqualTo(both);
        }
    }

    private static RateOfAmounts retention(KpiCalculator kpis, InstantRange period, List<Dimension> by) {
        KpiQuery query = kpis.during(period).only(RecurringRevenueIndicators.GROSS_RETENTION);
        return (by.isEmpty() ? query.report() : query.by(by).groups().get(0).answers())
                .get(RecurringRevenueIndicators.GROSS_RETENTION);
    }

    @Test
    void aMeetingIsKnownBeforeItsBookingIs() {
        Indicator<Rate> inTime = Indicator.rate(
                        "in-time",
                        Population.of(Meeting.class, Meeting::at),
                        meeting -> meeting.bookedAt() != null
                                && !meeting.bookedAt().isAfter(meeting.at()))
                .openWhen(meeting -> meeting.bookedAt() == null);
        assertThat(kpis.during(EVER).get(inTime)).isEqualTo(Rate.of(1, 1, 0));
        assertThat(kpis.asOf(day(7)).during(EVER).get(inTime)).isEqualTo(Rate.of(1, 1, 0));
        assertThat(kpis.asOf(day(5)).during(EVER).get(inTime)).isEqualTo(Rate.of(1, 0, 1));
    }

    @Test
    void soIsTheOnlyMeetingThatThereIs() {
        Indicator<Rate> booked = Indicator.rate(
                "booked", Population.of(Meeting.class, Meeting::at), meeting -> meeting.bookedAt() != null);
        KpiCalculator late = KpiCalculator.of(SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .addAll(List.of(Meeting.builder("m-1", day(1), Meeting.Outcome.PLANNED)
                        .bookedAt(day(6))
                        .build()))
                .build());
        assertThat(late.during(EVER).get(booked)).isEqualTo(Rate.of(1, 0, 0));
        assertThat(late.asOf(day(5)).during(EVER).get(booked)).isEqualTo(Rate.of(0, 1, 0));
    }

    @Test
    void aFactIsKnownFromItsOwnMomentOnWhateverItIsCountedBy() {
        Indicator<Count> started = Indicator.count("started", Population.of(Contract.class, Contract::startsAt));
        Indicator<Count> booked = Indicator.count("booked", Population.of(Meeting.class, Meeting::bookedAt));
        assertThat(kpis.during(EVER).get(started)).isEqualTo(Count.of(1));
        assertThat(kpis.asOf(day(9)).during(EVER).get(started)).isEqualTo(Count.of(1));
        assertThat(kpis.asOf(day(5)).during(EVER).get(started)).isEqualTo(Count.of(0));
        assertThat(kpis.asOf(day(7)).during(EVER).get(booked)).isEqualTo(Count.of(2));
        assertThat(kpis.asOf(day(5)).during(EVER).get(booked)).isEqualTo(Count.of(1));
    }

    @Test
    void whatBecameOfACustomerIsNotKnownBefore() {
        Indicator<Count> toTheWon = Indicator.count(
                "to-the-won", Population.of(Call.class, Call::at).whereCustomer((journey, moment) -> journey.isWon()));
        assertThat(kpis.during(EVER).get(toTheWon)).isEqualTo(Count.of(1));
        assertThat(kpis.asOf(day(9)).during(EVER).get(toTheWon)).isEqualTo(Count.of(1));
        assertThat(kpis.asOf(day(5)).during(EVER).get(toTheWon)).isEqualTo(Count.of(0));
    }

    @Test
    void norIsAGroupThatHangsOnIt() {
        Dimension fate = Dimension.of("fate", CustomerJourney.class, journey -> journey.isWon() ? "won" : "open");
        assertThat(kpis.during(EVER).only(CALLS).by(fate).get(CALLS))
                .containsEntry(GroupKey.of("won"), Count.of(1))
                .containsEntry(GroupKey.of("open"), Count.of(1));
        assertThat(kpis.asOf(day(5)).during(EVER).only(CALLS).by(fate).get(CALLS))
                .containsEntry(GroupKey.of("open"), Count.of(2))
                .doesNotContainKey(GroupKey.of("won"));
        assertThat(kpis.asOf(day(5))
                        .during(EVER)
                        .by(
                                List.of(Dimension.derived("derived", fate, Map.of("won", "w", "open", "o"))),
                                query -> query.get(CALLS))
                        .groups())
                .extracting(group -> group.key())
                .contains(GroupKey.of("o"))
                .doesNotContain(GroupKey.of("w"));
    }

    @Test
    void aViewOfAViewIsThatOfTheHistory() {
        Indicator<Count> calls = Indicator.count("calls", Population.of(Call.class, Call::at));
        assertThat(kpis.asOf(day(5)).asOf(day(2)).during(EVER).get(calls)).isEqualTo(Count.of(1));
        assertThat(kpis.asOf(day(5)).during(EVER).get(calls)).isEqualTo(Count.of(2));
    }
}
