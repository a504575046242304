package org.saleskpi.output.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.IndicatorCatalogue;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.output.wording.Measurability.Extent;
import org.saleskpi.output.wording.Measurability.State;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesHistoryBuilder;
import org.saleskpi.sales.Survey;
import org.saleskpi.sales.Survey.Scale;

class MeasurabilityTest {

    private static final Instant MARCH = Instant.parse("2026-03-03T10:00:00Z");
    private static final Money AMOUNT = Money.parse("EUR 10.00");

    private final SalesHistoryBuilder builder = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR);

    private static Instant day(int days) {
        return MARCH.plusSeconds(days * 86_400L);
    }

    private List<Measurability> verdicts() {
        return Measurability.of(KpiCalculator.of(builder.build()), IndicatorCatalogue.all());
    }

    private Set<String> keys(State state) {
        return verdicts().stream()
                .filter(verdict -> verdict.state() == state)
                .map(verdict -> verdict.indicator().key())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One record of every kind and every outcome. */
    private void everything() {
        for (Call.Outcome outcome : Call.Outcome.values()) {
            builder.add(Call.builder("k" + outcome, MARCH)
                    .customer("c1")
                    .outcome(outcome)
                    .build());
        }
        for (Meeting.Outcome outcome : Meeting.Outcome.values()) {
            builder.add(Meeting.builder("m" + outcome, day(outcome == Meeting.Outcome.PLANNED ? 9000 : 1), outcome)
                    .customer("c1")
                    .bookedAt(MARCH)
                    .build());
        }
        builder.add(Customer.builder("c1", MARCH).build());
        builder.add(Customer.builder("c2", MARCH).disqualifiedAt(day(3)).build());
        builder.add(Customer.builder("c3", MARCH).build());
        builder.add(Proposal.builder("p1", day(2))
                .customer("c1")
                .amount(AMOUNT)
                .decided(Proposal.Status.ACCEPTED, day(4))
                .build());
        builder.add(Proposal.builder("p2", day(2))
                .customer("c2")
                .amount(AMOUNT)
                .decided(Proposal.Status.REFUSED, day(4))
                .build());
        builder.add(Proposal.builder("p3", day(2)).customer("c3").amount(AMOUNT).build());
        builder.add(Contract.builder("s1", day(4), AMOUNT)
                .customer("c1")
                .endsAt(day(40))
                .build());
        builder.add(Contract.builder("s2", day(30), AMOUNT)
                .customer("c1")
                .startsAt(day(40))
                .endsAt(day(400))
                .build());
        builder.add(Survey.builder("v1", day(5), Scale.CSAT_5, 5).build());
        builder.add(Survey.builder("v2", day(5), Scale.NPS, 3).build());
    }

    @Test
    void recordsOfEveryKindTellAllOfTheCatalogue() {
        everything();
        assertThat(verdicts()).hasSize(42).allSatisfy(verdict -> {
            assertThat(verdict.state()).as(verdict.indicator().key()).isEqualTo(State.TOLD);
            assertThat(verdict.missing()).isEmpty();
            assertThat(verdict.needs()).isNotEmpty();
        });
    }

    @Test
    void withoutRecordsNothingIsTold() {
        assertThat(keys(State.NO_RECORDS)).hasSize(42);
    }

    @Test
    void whatIsMissingIsNamed() {
        builder.add(Call.builder("k", MARCH).outcome(Call.Outcome.DISCUSSION).build());
        Measurability perMeeting = verdicts().stream()
                .filter(verdict -> verdict.indicator().key().equals("calls-per-meeting"))
                .findFirst()
                .orElseThrow();
        assertThat(perMeeting.needs()).containsExactly(RecordType.CALL, RecordType.MEETING);
        assertThat(perMeeting.missing()).containsExactly(RecordType.MEETING);
        assertThat(perMeeting.state()).isEqualTo(State.NO_RECORDS);
        assertThat(keys(State.TOLD))
                .containsExactly("answered-call-success-rate", "call-success-rate", "calls", "contact-rate");
    }

    @Test
    void outcomesThatNobodyRecordsAreMissed() {
        builder.add(Call.builder("k", MARCH).build());
        builder.add(Meeting.builder("m", MARCH, Meeting.Outcome.HELD).build());
        assertThat(keys(State.NOT_RECORDED))
                .containsExactly("call-success-rate", "contact-rate", "meeting-success-rate");
        assertThat(keys(State.NO_CASES)).contains("answered-call-success-rate", "meetings-booked");
    }

    @Test
    void surveysOfOneScaleTellNothingOfTheOther() {
        builder.add(Survey.builder("v", MARCH, Scale.CSAT_5, 4).build());
        assertThat(keys(State.TOLD)).containsExactly("satisfaction-rate");
        assertThat(keys(State.NO_CASES)).containsExactly("nps");
    }

    @Test
    void contractsWithoutAnEndTellNothingOfRetention() {
        Set<String> retention =
                Set.of("retention-rate", "churn-rate", "customers-lost", "gross-retention", "net-retention");
        builder.add(Customer.builder("c", MARCH).build());
        builder.add(Contract.builder("s", MARCH, AMOUNT).customer("c").build());
        assertThat(keys(State.NO_END)).isEqualTo(new TreeSet<>(retention));
        builder.add(Customer.builder("d", MARCH).build());
        builder.add(Contract.builder("t", MARCH, AMOUNT)
                .customer("d")
                .endsAt(day(50))
                .build());
        assertThat(keys(State.SOME_ENDLESS)).isEqualTo(new TreeSet<>(retention));
        assertThat(keys(State.TOLD)).contains("customers-opening", "customers-closing", "mrr");
    }

    @Test
    void ofProspectsNobodyLosesTheConversionIsLessThanItSeems() {
        builder.add(Customer.builder("c", MARCH).build());
        builder.add(Contract.builder("s", MARCH, AMOUNT)
                .customer("c")
                .endsAt(day(50))
                .build());
        builder.add(Customer.builder("d", MARCH).build());
        assertThat(keys(State.NO_MISSES)).containsExactly("conversion-rate");
    }

    @Test
    void proposalsThatAreAllPendingDecideNothing() {
        builder.add(Proposal.builder("p", MARCH).amount(AMOUNT).build());
        assertThat(keys(State.NONE_DECIDED)).containsExactly("proposal-acceptance-rate");
        assertThat(keys(State.TOLD)).containsExactly("pipeline", "proposals");
        assertThat(keys(State.NO_CASES)).contains("win-rate", "deal-cycle");
    }

    @Test
    void aPlannedMeetingIsAMeeting() {
        builder.add(Meeting.builder("m", MARCH, Meeting.Outcome.PLANNED).build());
        builder.add(Call.builder("k", MARCH).build());
        assertThat(verdicts())
                .filteredOn(verdict -> verdict.indicator().key().equals("meetings-held"))
                .allSatisfy(verdict -> assertThat(verdict.missing()).isEmpty());
    }

    @Test
    void indicatorsOfYourOwnAreLookedAtByTheirFormulas() {
        everything();
        Indicator<?> own = Indicator.count("own", SalesPopulations.PROSPECTING_CALLS.where(call -> false));
        assertThat(Measurability.of(KpiCalculator.of(builder.build()), List.of(own)))
                .singleElement()
                .extracting(Measurability::state)
                .isEqualTo(State.NO_CASES);
    }

    @Test
    void statesAndExtentsHaveKeysForFiles() {
        assertThat(State.SOME_ENDLESS.key()).isEqualTo("some-endless");
        assertThat(Arrays.stream(State.values())
                        .map(State::extent)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Extent.class))))
                .isEqualTo(EnumSet.allOf(Extent.class));
        assertThat(Extent.PART.key()).isEqualTo("part");
    }
}
