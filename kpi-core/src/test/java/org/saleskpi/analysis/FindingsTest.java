package org.saleskpi.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saleskpi.analysis.FindingThresholds.Limit;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;

/** Each finding on both sides of its threshold. */
class FindingsTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOON = at("2026-03-10T12:00");

    private static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(PARIS).toInstant();
    }

    private static SalesHistory history(SalesRecord... records) {
        return history(Arrays.asList(records));
    }

    private static SalesHistory history(List<? extends SalesRecord> records) {
        return SalesHistory.builder(PARIS, CurrencyUnit.EUR).addAll(records).build();
    }

    /** What is found of a kind, as ids and how many were looked at; null if nothing is. */
    private static @Nullable String found(FindingKind kind, SalesHistory history) {
        return found(kind, Findings.of(history));
    }

    private static @Nullable String found(FindingKind kind, Findings findings) {
        return findings.finding(kind)
                .map(finding -> finding.records().stream().map(SalesRecord::id).toList() + " of " + finding.of())
                .orElse(null);
    }

    private static Customer customer(String id) {
        return Customer.builder(id, at("2026-01-05T09:00")).owner("alice").build();
    }

    private static Contract.Builder contract(String id, Instant signedAt) {
        return Contract.builder(id, signedAt, Money.parse("EUR 100.00"))
                .customer("c")
                .owner("alice");
    }

    private static Proposal.Builder proposal(String id, Instant sentAt) {
        return Proposal.builder(id, sentAt).owner("alice");
    }

    private static Call.Builder call(String id, Instant at) {
        return Call.builder(id, at).owner("alice").outcome(Call.Outcome.DISCUSSION);
    }

    private static <R> List<R> times(int count, IntFunction<R> record) {
        return IntStream.range(0, count).mapToObj(record).toList();
    }

    @Test
    void nothingIsFoundInNothing() {
        assertThat(Findings.of(history()).findings()).isEmpty();
        assertThat(Findings.of(history(customer("c"))).findings()).isEmpty();
        assertThat(Findings.of(history()).asOf()).isNull();
        assertThat(Findings.of(history().asOf(NOON)).asOf()).isEqualTo(NOON);
    }

    @Test
    void decidedAtSending() {
        Proposal atSending = proposal("p-1", NOON)
                .decided(Proposal.Status.ACCEPTED, NOON.plusMillis(999))
                .build();
        List<SalesRecord> later = new ArrayList<>(times(
                3,
                i -> proposal("q-" + i, NOON)
                        .decided(Proposal.Status.REFUSED, NOON.plusSeconds(1))
                        .build()));
        later.add(proposal("pending", NOON).build());
        later.add(atSending);

        assertThat(found(FindingKind.DECIDED_AT_SENDING, history(later))).isEqualTo("[p-1] of 4");
        later.add(proposal("q-3", NOON)
                .decided(Proposal.Status.EXPIRED, NOON.plusSeconds(60))
                .build());
        assertThat(found(FindingKind.DECIDED_AT_SENDING, history(later))).isNull();
        assertThat(found(
                        FindingKind.DECIDED_AT_SENDING,
                        Findings.of(
                                history(later), FindingThresholds.STANDARD.with(Limit.DECIDED_AT_SENDING_SHARE, 0.19))))
                .isEqualTo("[p-1] of 5");
    }

    @Test
    void contractWithoutProposal() {
        Contract signed = contract("s-1", NOON).build();
        assertThat(found(FindingKind.CONTRACT_WITHOUT_PROPOSAL, history(customer("c"), signed)))
                .isNull();
        assertThat(found(
                        FindingKind.CONTRACT_WITHOUT_PROPOSAL,
                        history(customer("c"), signed, decided(Proposal.Status.ACCEPTED, "2026-03-11T00:00"))))
                .isEqualTo("[s-1] of 1");
        assertThat(found(
                        FindingKind.CONTRACT_WITHOUT_PROPOSAL,
                        history(customer("c"), signed, decided(Proposal.Status.ACCEPTED, "2026-03-10T23:59"))))
                .isNull();
        assertThat(found(
                        FindingKind.CONTRACT_WITHOUT_PROPOSAL,
                        history(customer("c"), signed, decided(Proposal.Status.REFUSED, "2026-03-09T10:00"))))
                .isEqualTo("[s-1] of 1");
        assertThat(found(
                        FindingKind.CONTRACT_WITHOUT_PROPOSAL,
                        history(customer("c"), signed, proposal("p-1", NOON).build())))
                .isNull();
    }

    private static Proposal decided(Proposal.Status status, String decidedAt) {
        return proposal("p-1", at("2026-03-01T09:00"))
                .customer("c")
                .decided(status, at(decidedAt))
                .build();
    }

    @Test
    void meetingStillPlanned() {
        Meeting planned = Meeting.builder("m-1", NOON, Meeting.Outcome.PLANNED).build();

        assertThat(found(FindingKind.MEETING_STILL_PLANNED, history(planned))).isNull();
        assertThat(found(
                        FindingKind.MEETING_STILL_PLANNED,
                        history(planned, call("k-1", NOON).build())))
                .isNull();
        assertThat(found(
                        FindingKind.MEETING_STILL_PLANNED,
                        history(planned, call("k-1", NOON.plusNanos(1)).build())))
                .isEqualTo("[m-1] of 1");
        assertThat(found(FindingKind.MEETING_STILL_PLANNED, history(planned).asOf(NOON.plusNanos(1))))
                .isEqualTo("[m-1] of 1");
    }

    @Test
    void untouchedProspect() {
        // 90 days before 10 April are 10 January.
        Call latest = call("k-9", at("2026-04-10T08:00")).build();
        assertThat(found(FindingKind.UNTOUCHED_PROSPECT, history(entered("2026-01-09T23:00", null), latest)))
                .isEqualTo("[c] of 1");
        assertThat(found(FindingKind.UNTOUCHED_PROSPECT, history(entered("2026-01-10T00:00", null), latest)))
                .isNull();
        assertThat(found(
                        FindingKind.UNTOUCHED_PROSPECT,
                        history(entered("2025-12-01T09:00", null), latest, touched("2026-01-09T23:00"))))
                .isEqualTo("[c] of 1");
        assertThat(found(
                        FindingKind.UNTOUCHED_PROSPECT,
                        history(entered("2025-12-01T09:00", null), latest, touched("2026-01-10T00:00"))))
                .isNull();
        assertThat(found(
                        FindingKind.UNTOUCHED_PROSPECT,
                        history(entered("2025-12-01T09:00", "2025-12-02T09:00"), latest)))
                .isNull();
        assertThat(found(
                        FindingKind.UNTOUCHED_PROSPECT,
                        history(
                                entered("2025-12-01T09:00", null),
                                latest,
                                contract("s-1", at("2025-12-02T09:00")).build())))
                .isNull();
        assertThat(found(
                        FindingKind.UNTOUCHED_PROSPECT,
                        Findings.of(
                                history(entered("2026-01-10T00:00", null), latest),
                                FindingThresholds.STANDARD.with(Limit.UNTOUCHED_PROSPECT_DAYS, 89))))
                .isEqualTo("[c] of 1");
    }

    private static Customer entered(String since, @Nullable String disqualifiedAt) {
        return Customer.builder("c", at(since))
                .owner("alice")
                .disqualifiedAt(disqualifiedAt == null ? null : at(disqualifiedAt))
                .build();
    }

    private static Call touched(String at) {
        return call("k-1", at(at)).customer("c").build();
    }

    @Test
    void staleProposal() {
        Call latest = call("k-9", at("2026-06-30T08:00")).build();
        assertThat(found(
                        FindingKind.STALE_PROPOSAL,
                        history(proposal("p-1", at("2025-12-31T23:00")).build(), latest)))
                .isEqualTo("[p-1] of 1");
        assertThat(found(
                        FindingKind.STALE_PROPOSAL,
                        history(proposal("p-1", at("2026-01-01T00:00")).build(), latest)))
                .isNull();
        assertThat(found(
                        FindingKind.STALE_PROPOSAL,
                        history(
                                proposal("p-1", at("2025-12-31T23:00"))
                                        .decided(Proposal.Status.REFUSED, at("2026-06-30T07:00"))
                                        .build(),
                                latest)))
                .isNull();
    }

    @Test
    void afterDisqualification() {
        Customer lost = Customer.builder("c", at("2026-01-05T09:00"))
                .owner("alice")
                .disqualifiedAt(NOON)
                .build();
        assertThat(found(
                        FindingKind.AFTER_DISQUALIFICATION,
                        history(lost, call("k-1", NOON).customer("c").build())))
                .isNull();
        SalesHistory called =
                history(lost, call("k-1", NOON.plusNanos(1)).customer("c").build());
        assertThat(found(FindingKind.AFTER_DISQUALIFICATION, called)).isEqualTo("[k-1] of 1");
        assertThat(found(FindingKind.CONVERTED_AFTER_DISQUALIFICATION, called)).isNull();
        SalesHistory signed = history(
                lost,
                call("k-1", NOON.plusNanos(1)).customer("c").build(),
                contract("s-1", NOON.plusSeconds(1)).build());
        assertThat(found(FindingKind.AFTER_DISQUALIFICATION, signed)).isNull();
        assertThat(found(FindingKind.CONVERTED_AFTER_DISQUALIFICATION, signed)).isEqualTo("[s-1] of 1");
        assertThat(found(
                        FindingKind.CONVERTED_AFTER_DISQUALIFICATION,
                        history(lost, contract("s-1", NOON).build())))
                .isNull();
    }

    @Test
    void termsWithoutAnEnd() {
        SalesHistory total = history(customer("c"), contract("s-1", NOON).build());
        SalesHistory monthly = history(
                customer("c"),
                contract("s-1", NOON).billing(Contract.Billing.MONTHLY).build());

        assertThat(found(FindingKind.NO_MONTHLY_VALUE, total)).isEqualTo("[s-1] of 1");
        assertThat(found(FindingKind.MONTHLY_WITHOUT_END, total)).isNull();
        assertThat(found(FindingKind.ENDLESS_COVER, total)).isEqualTo("[c] of 1");
        assertThat(found(FindingKind.NO_MONTHLY_VALUE, monthly)).isNull();
        assertThat(found(FindingKind.MONTHLY_WITHOUT_END, monthly)).isEqualTo("[s-1] of 1");
        SalesHistory ended = history(customer("c"), term("s-1", "2026-01-31T00:00", "2027-01-31T00:00"));
        assertThat(found(FindingKind.NO_MONTHLY_VALUE, ended)).isNull();
        assertThat(found(FindingKind.ENDLESS_COVER, ended)).isNull();
    }

    private static Contract term(String id, String startsAt, String endsAt) {
        return contract(id, NOON).startsAt(at(startsAt)).endsAt(at(endsAt)).build();
    }

    @Test
    void shortTerm() {
        assertThat(found(
                        FindingKind.SHORT_TERM,
                        history(customer("c"), term("s-1", "2026-01-31T00:00", "2026-02-27T23:00"))))
                .isEqualTo("[s-1] of 1");
        assertThat(found(
                        FindingKind.SHORT_TERM,
                        history(customer("c"), term("s-1", "2026-01-31T18:00", "2026-02-28T00:00"))))
                .isNull();
        assertThat(found(
                        FindingKind.SHORT_TERM,
                        history(
                                customer("c"),
                                contract("s-1", NOON)
                                        .billing(Contract.Billing.MONTHLY)
                                        .endsAt(NOON)
                                        .build())))
                .isEqualTo("[s-1] of 1");
    }

    @Test
    void inclusiveEnd() {
        assertThat(found(
                        FindingKind.INCLUSIVE_END,
                        history(customer("c"), term("s-1", "2026-01-01T00:00", "2026-12-31T23:59"))))
                .isEqualTo("[s-1] of 1");
        assertThat(found(
                        FindingKind.INCLUSIVE_END,
                        history(customer("c"), term("s-1", "2026-01-01T00:00", "2026-12-31T23:58:59"))))
                .isNull();
        Contract ends = term("s-1", "2026-01-01T00:00", "2026-12-31T00:00");
        assertThat(found(FindingKind.INCLUSIVE_END, history(customer("c"), ends)))
                .isNull();
        assertThat(found(FindingKind.INCLUSIVE_END, history(customer("c"), ends, next("2026-12-31T00:00"))))
                .isNull();
        assertThat(found(FindingKind.INCLUSIVE_END, history(customer("c"), ends, next("2026-12-31T00:01"))))
                .isEqualTo("[s-1] of 2");
        assertThat(found(FindingKind.INCLUSIVE_END, history(customer("c"), ends, next("2027-01-01T23:00"))))
                .isEqualTo("[s-1] of 2");
        assertThat(found(FindingKind.INCLUSIVE_END, history(customer("c"), ends, next("2027-01-02T00:00"))))
                .isNull();
    }

    private static Contract next(String startsAt) {
        return contract("s-2", NOON).startsAt(at(startsAt)).build();
    }

    @Test
    void unassignedOwner() {
        List<SalesRecord> calls =
                new ArrayList<>(times(19, i -> call("k-" + i, NOON).build()));
        calls.add(Call.builder("k-x", NOON).outcome(Call.Outcome.DISCUSSION).build());

        assertThat(found(FindingKind.UNASSIGNED_OWNER, history(calls))).isNull();
        calls.add(Call.builder("k-y", NOON).customer("c").build());
        calls.add(customer("c"));
        assertThat(found(FindingKind.UNASSIGNED_OWNER, history(calls))).isNull();
        calls.add(Call.builder("k-z", NOON).build());
        assertThat(found(FindingKind.UNASSIGNED_OWNER, history(calls))).isEqualTo("[k-x, k-z] of 22");
        assertThat(found(
                        FindingKind.UNASSIGNED_OWNER,
                        history(Customer.builder("c", NOON).build())))
                .isEqualTo("[c] of 1");
    }

    @Test
    void outcomeNotRecorded() {
        List<SalesRecord> records =
                new ArrayList<>(times(4, i -> call("k-" + i, NOON).build()));
        records.add(call("k-x", NOON).outcome(null).build());
        records.add(Meeting.builder("m-1", NOON, Meeting.Outcome.SALE)
                .owner("alice")
                .build());
        records.add(Meeting.builder("m-2", NOON, Meeting.Outcome.PLANNED)
                .owner("alice")
                .build());
        assertThat(found(FindingKind.OUTCOME_NOT_RECORDED, history(records))).isNull();

        records.add(Meeting.builder("m-3", NOON, Meeting.Outcome.HELD)
                .owner("alice")
                .build());
        assertThat(found(FindingKind.OUTCOME_NOT_RECORDED, history(records))).isEqualTo("[m-3] of 2");

        records.add(call("k-y", NOON).outcome(null).build());
        assertThat(found(FindingKind.OUTCOME_NOT_RECORDED, history(records))).isEqualTo("[k-x, k-y, m-3] of 8");
    }

    @Test
    void sameInstant() {
        assertThat(found(FindingKind.SAME_INSTANT, history(surveys(20, NOON)))).isNull();
        assertThat(Findings.of(history(surveys(21, NOON)))
                        .finding(FindingKind.SAME_INSTANT)
                        .map(Finding::toString))
                .contains("same-instant: 21 of 21");
        Instant startOfDay = LocalDate.of(2026, 3, 10).atStartOfDay(PARIS).toInstant();
        assertThat(found(FindingKind.SAME_INSTANT, history(surveys(21, startOfDay))))
                .isNull();
        List<SalesRecord> two = Stream.<SalesRecord>concat(
                        surveys(11, NOON).stream(),
                        times(11, i -> call("k-" + i, NOON).build()).stream())
                .toList();
        assertThat(found(FindingKind.SAME_INSTANT, history(two))).isNull();
    }

    private static List<Survey> surveys(int count, Instant at) {
        return times(
                count,
                i -> Survey.builder("v-" + i, at.plus(Duration.ofMillis(i)), Survey.Scale.NPS, 9)
                        .owner("alice")
                        .build());
    }

    @Test
    void zeroAmount() {
        assertThat(found(
                        FindingKind.ZERO_AMOUNT,
                        history(
                                customer("c"),
                                Contract.builder("s-1", NOON, Money.parse("EUR 0.00"))
                                        .customer("c")
                                        .build(),
                                Contract.builder("s-2", NOON, Money.parse("EUR 0.01"))
                                        .customer("c")
                                        .build(),
                                proposal("p-1", NOON)
                                        .amount(Money.parse("EUR 0.00"))
                                        .build(),
                                proposal("p-2", NOON).build())))
                .isEqualTo("[p-1, s-1] of 3");
    }

    @Test
    void outlierAmount() {
        assertThat(found(FindingKind.OUTLIER_AMOUNT, contracts(19, "EUR 10000.01")))
                .isEqualTo("[big] of 20");
        assertThat(found(FindingKind.OUTLIER_AMOUNT, contracts(19, "EUR 10000.00")))
                .isNull();
        assertThat(found(FindingKind.OUTLIER_AMOUNT, contracts(18, "EUR 10000.01")))
                .isNull();
        assertThat(found(
                        FindingKind.OUTLIER_AMOUNT,
                        Findings.of(
                                contracts(19, "EUR 5000.01"),
                                FindingThresholds.STANDARD.with(Limit.OUTLIER_AMOUNT_TIMES, 50))))
                .isEqualTo("[big] of 20");
    }

    @Test
    void anAmountPaidByTheMonthIsThatOfItsTerm() {
        List<SalesRecord> records = new ArrayList<>(contracts(19, "EUR 100.00").contracts().stream()
                .filter(c -> !c.id().equals("big"))
                .toList());
        records.add(customer("c"));
        records.add(Contract.builder("monthly", NOON, Money.parse("EUR 1000.00"))
                .customer("c")
                .billing(Contract.Billing.MONTHLY)
                .endsAt(at("2027-02-10T12:00"))
                .build());
        assertThat(found(FindingKind.OUTLIER_AMOUNT, history(records))).isEqualTo("[monthly] of 20");
    }

    private static SalesHistory contracts(int usual, String big) {
        List<SalesRecord> records =
                new ArrayList<>(times(usual, i -> contract("s-" + i, NOON).build()));
        records.add(customer("c"));
        records.add(
                Contract.builder("big", NOON, Money.parse(big)).customer("c").build());
        return history(records);
    }

    @Test
    void whereTheMedianIsNothingNoAmountIsAnOutlier() {
        List<Proposal> proposals = times(
                20,
                i -> proposal("p-" + i, NOON)
                        .amount(Money.parse(i < 11 ? "EUR 0.00" : "EUR 500.00"))
                        .build());
        assertThat(found(FindingKind.OUTLIER_AMOUNT, history(proposals))).isNull();
    }

    @Test
    void duplicateCustomer() {
        assertThat(found(
                        FindingKind.DUPLICATE_CUSTOMER,
                        history(named("1", "name", "Société  Élan"), named("2", "name", "societe ELAN "))))
                .isEqualTo("[1, 2] of 2");
        assertThat(found(
                        FindingKind.DUPLICATE_CUSTOMER,
                        history(named("1", "name", "Elan"), named("2", "email", "elan"), named("3", "name", "Élans"))))
                .isNull();
        assertThat(found(
                        FindingKind.DUPLICATE_CUSTOMER,
                        history(named("1", "region", "Sud"), named("2", "region", "Sud"), named("3", "name", "´ "))))
                .isNull();
    }

    private static Customer named(String id, String attribute, String value) {
        return Customer.builder(id, NOON)
                .owner("alice")
                .attribute(attribute, value)
                .build();
    }

    @Test
    void findingsStandInTheOrderOfTheirKinds() {
        Findings findings = Findings.of(history(
                customer("c"),
                contract("s-1", NOON).build(),
                Call.builder("k-1", NOON).outcome(null).build()));

        assertThat(findings)
                .hasToString("no-monthly-value: 1 of 1\nendless-cover: 1 of 1\nunassigned-owner: 1 of 1\n"
                        + "outcome-not-recorded: 1 of 1");
        assertThat(findings.finding(FindingKind.STALE_PROPOSAL)).isEmpty();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new Finding(FindingKind.SHORT_TERM, 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Finding short-term: 0 records of 1, expected at least one, and not more than were looked at");
        assertThatThrownBy(() -> new Finding(FindingKind.SHORT_TERM, 0, List.of(customer("c"))))
                .isInstanceOf(IllegalArgumentException.class);
        for (double value : new double[] {-1, Double.NaN}) {
            assertThatThrownBy(() -> FindingThresholds.STANDARD.with(Limit.STALE_PROPOSAL_DAYS, value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("FindingThresholds: STALE_PROPOSAL_DAYS " + value + " is negative or no number");
        }
        assertThat(FindingThresholds.STANDARD.with(Limit.SAME_INSTANT_FACTS, 5))
                .hasToString("FindingThresholds {SAME_INSTANT_FACTS=5.0}");
    }
}
