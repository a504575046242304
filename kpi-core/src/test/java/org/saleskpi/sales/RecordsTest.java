package org.saleskpi.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record that breaks a rule cannot be made, and says which. */
class RecordsTest {

    private static final Instant MARCH = Instant.parse("2026-03-05T10:00:00Z");
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Money PRICE = Money.parse("EUR 10.00");

    private static void assertRejected(String message, ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOf(InvalidRecordException.class).hasMessage(message);
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without null checks may do
    void everyRecordHasAnId() {
        String expected = " without id: id is missing or blank, expected a text";
        assertRejected(
                "Customer" + expected, () -> Customer.builder(null, MARCH).build());
        assertRejected("Call" + expected, () -> Call.builder(null, MARCH).build());
        assertRejected(
                "Meeting" + expected,
                () -> Meeting.builder(null, MARCH, Meeting.Outcome.HELD).build());
        assertRejected(
                "Proposal" + expected, () -> Proposal.builder(null, MARCH).build());
        assertRejected(
                "Contract" + expected,
                () -> Contract.builder(null, MARCH, PRICE).customer("c").build());
        assertRejected(
                "Survey" + expected,
                () -> Survey.builder(null, MARCH, Survey.Scale.NPS, 9).build());
        assertRejected(
                "Call  : id \" \" is missing or blank, expected a text",
                () -> Call.builder(" ", MARCH).build());
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without null checks may do
    void whatMustBeThereIsMissed() {
        assertRejected(
                "Call k-1: at is missing", () -> Call.builder("k-1", null).build());
        assertRejected(
                "Call k-1: purpose is missing",
                () -> Call.builder("k-1", MARCH).purpose(null).build());
        assertRejected(
                "Customer c-1: since is missing",
                () -> Customer.builder("c-1", null).build());
        assertRejected(
                "Meeting m-1: outcome is missing",
                () -> Meeting.builder("m-1", MARCH, null).build());
        assertRejected(
                "Proposal p-1: sentAt is missing",
                () -> Proposal.builder("p-1", null).build());
        assertRejected(
                "Proposal p-1: status is missing",
                () -> Proposal.builder("p-1", MARCH).decided(null, null).build());
        assertRejected(
                "Contract s-1: customerId is missing",
                () -> Contract.builder("s-1", MARCH, PRICE).build());
        assertRejected(
                "Contract s-1: amount is missing",
                () -> Contract.builder("s-1", MARCH, null).customer("c-1").build());
        assertRejected(
                "Meeting m-1: at is missing",
                () -> Meeting.builder("m-1", null, Meeting.Outcome.HELD).build());
        assertRejected(
                "Meeting m-1: purpose is missing",
                () -> Meeting.builder("m-1", MARCH, Meeting.Outcome.HELD)
                        .purpose(null)
                        .build());
        assertRejected(
                "Contract s-1: signedAt is missing",
                () -> Contract.builder("s-1", null, PRICE).customer("c-1").build());
        assertRejected(
                "Contract s-1: billing is missing",
                () -> Contract.builder("s-1", MARCH, PRICE)
                        .customer("c-1")
                        .billing(null)
                        .build());
        assertRejected(
                "Survey v-1: at is missing",
                () -> Survey.builder("v-1", null, Survey.Scale.NPS, 9).build());
        assertRejected(
                "Survey v-1: scale is missing",
                () -> Survey.builder("v-1", MARCH, null, 9).build());
    }

    @Test
    void textsAreThereOrNotButNeverBlank() {
        assertRejected(
                "Call k-1: owner \"\" is blank, expected a text or nothing",
                () -> Call.builder("k-1", MARCH).owner("").build());
        assertRejected(
                "Call k-1: customerId \" \" is blank, expected a text or nothing",
                () -> Call.builder("k-1", MARCH).customer(" ").build());
        for (RecordBuilder<?> builder : List.of(
                Customer.builder("r-1", MARCH),
                Call.builder("r-1", MARCH),
                Meeting.builder("r-1", MARCH, Meeting.Outcome.HELD),
                Proposal.builder("r-1", MARCH),
                Contract.builder("r-1", MARCH, PRICE).customer("c-1"),
                Survey.builder("r-1", MARCH, Survey.Scale.NPS, 9))) {
            SalesRecord record = builder.owner("alice").build();
            assertRejected(
                    record.type() + " r-1: owner \"\" is blank, expected a text or nothing",
                    () -> builder.owner("").build());
            builder.owner(null);
            if (builder instanceof FactBuilder<?> fact) {
                assertRejected(
                        record.type() + " r-1: customerId \" \" is blank, expected a text or nothing",
                        () -> fact.customer(" ").build());
                fact.customer("c-1");
            }
            assertRejected(
                    record.type() + " r-1: attributes region=  has a blank name or value, expected texts",
                    () -> builder.attribute("region", " ").build());
        }
        assertRejected(
                "Contract s-1: proposalId \"\" is blank, expected a text or nothing",
                () -> Contract.builder("s-1", MARCH, PRICE)
                        .customer("c-1")
                        .proposal("")
                        .build());
        assertRejected(
                "Call k-1: attributes region= has a blank name or value, expected texts",
                () -> Call.builder("k-1", MARCH).attribute("region", "").build());
        assertRejected(
                "Call k-1: attributes  =EMEA has a blank name or value, expected texts",
                () -> Call.builder("k-1", MARCH).attribute(" ", "EMEA").build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u00a0", "\u2007", "\u202f", "\u200b", "\u2060", "\ufeff", "\u3000", "\u0085", " \t\u00a0\n"})
    void whiteSpaceOfEveryKindIsBlank(String space) {
        assertRejected(
                "Customer c-1: owner \"" + space + "\" is blank, expected a text or nothing",
                () -> Customer.builder("c-1", MARCH).owner(space).build());
        assertRejected(
                "Call " + space + ": id \"" + space + "\" is missing or blank, expected a text",
                () -> Call.builder(space, MARCH).build());
        assertRejected(
                "Call k-1: attributes region=" + space + " has a blank name or value, expected texts",
                () -> Call.builder("k-1", MARCH).attribute("region", space).build());
        assertThat(Customer.builder("c-1", MARCH).owner("a" + space).build().owner())
                .isEqualTo("a" + space);
    }

    @Test
    void aProposalIsDecidedWhenItSaysSoAndNotBeforeItWasSent() {
        assertRejected(
                "Proposal p-17: decidedAt 2026-01-01T00:00:00Z is before sentAt 2026-03-05T10:00:00Z",
                () -> Proposal.builder("p-17", MARCH)
                        .decided(Proposal.Status.REFUSED, JANUARY)
                        .build());
        assertRejected(
                "Proposal p-17: decidedAt is missing, expected a moment because the proposal is EXPIRED",
                () -> Proposal.builder("p-17", MARCH)
                        .decided(Proposal.Status.EXPIRED, null)
                        .build());
        assertRejected(
                "Proposal p-17: decidedAt 2026-03-05T10:00:00Z is not expected because the proposal is PENDING",
                () -> Proposal.builder("p-17", JANUARY)
                        .decided(Proposal.Status.PENDING, MARCH)
                        .build());
        assertThat(Proposal.builder("p-17", MARCH)
                        .decided(Proposal.Status.ACCEPTED, MARCH)
                        .build()
                        .isAccepted())
                .isTrue();
    }

    @Test
    void aTermDoesNotEndBeforeItStarts() {
        assertRejected(
                "Contract s-1: endsAt 2026-01-01T00:00:00Z is before startsAt 2026-03-05T10:00:00Z",
                () -> Contract.builder("s-1", MARCH, PRICE)
                        .customer("c-1")
                        .endsAt(JANUARY)
                        .build());
        Contract early = Contract.builder("s-1", MARCH, PRICE)
                .customer("c-1")
                .startsAt(JANUARY)
                .endsAt(JANUARY)
                .build();
        assertThat(early.endsAt()).isEqualTo(early.startsAt());
    }

    @Test
    void momentsAreWithinTheYearsThatEveryZoneHasDatesFor() {
        String expected = " is not within the years -999999 to 999999";
        Instant late = Instant.parse("+999999-12-31T23:59:59Z");
        Instant tooLate = late.plusNanos(1);
        Instant early = Instant.parse("-999999-01-01T00:00:00Z");
        Instant tooEarly = early.minusNanos(1);
        assertThat(Customer.builder("c-1", early).disqualifiedAt(late).build().disqualifiedAt())
                .isEqualTo(late);
        assertRejected(
                "Customer c-1: since " + tooEarly + expected,
                () -> Customer.builder("c-1", tooEarly).build());
        assertRejected(
                "Customer c-1: disqualifiedAt " + tooLate + expected,
                () -> Customer.builder("c-1", MARCH).disqualifiedAt(tooLate).build());
        assertRejected(
                "Meeting m-1: bookedAt " + tooEarly + expected,
                () -> Meeting.builder("m-1", MARCH, Meeting.Outcome.HELD)
                        .bookedAt(tooEarly)
                        .build());
        assertRejected(
                "Proposal p-1: decidedAt " + tooLate + expected,
                () -> Proposal.builder("p-1", MARCH)
                        .decided(Proposal.Status.ACCEPTED, tooLate)
                        .build());
        assertRejected(
                "Contract s-1: startsAt " + tooEarly + expected,
                () -> Contract.builder("s-1", MARCH, PRICE)
                        .customer("c-1")
                        .startsAt(tooEarly)
                        .build());
        assertRejected(
                "Contract s-1: endsAt " + tooLate + expected,
                () -> Contract.builder("s-1", MARCH, PRICE)
                        .customer("c-1")
                        .endsAt(tooLate)
                        .build());
    }

    @Test
    void amountsAreNeitherNegativeNorTooLarge() {
        assertRejected(
                "Contract s-1: amount EUR -0.01 is negative",
                () -> Contract.builder("s-1", MARCH, Money.parse("EUR -0.01"))
                        .customer("c-1")
                        .build());
        assertRejected(
                "Proposal p-1: amount EUR 99999999999999999999.00 is too large",
                () -> Proposal.builder("p-1", MARCH)
                        .amount(Money.parse("EUR 99999999999999999999"))
                        .build());
    }

    @Test
    void aScoreIsOnItsScale() {
        assertRejected(
                "Survey v-1: score 0 is off the scale CSAT_5, expected 1 to 5",
                () -> Survey.builder("v-1", MARCH, Survey.Scale.CSAT_5, 0).build());
        assertRejected(
                "Survey v-1: score 11 is off the scale NPS, expected 0 to 10",
                () -> Survey.builder("v-1", MARCH, Survey.Scale.NPS, 11).build());
    }

    @Test
    void aScaleGoesFromItsLowestScoreToItsHighest() {
        assertThat(Survey.Scale.values()).extracting(Survey.Scale::lowest).containsExactly(1, 1, 1, 0);
        assertThat(Survey.Scale.values()).extracting(Survey.Scale::highest).containsExactly(5, 7, 10, 10);
        for (Survey.Scale scale : Survey.Scale.values()) {
            for (int score : List.of(scale.lowest(), scale.highest())) {
                assertThat(Survey.builder("v-1", MARCH, scale, score).build().score())
                        .isEqualTo(score);
            }
        }
    }

    @Test
    void recordsOfAKindAreCalledAsTheirFilesAre() {
        assertThat(RecordType.values())
                .extracting(RecordType::plural)
                .contains("customers", "calls", "meetings", "proposals", "contracts", "surveys");
    }

    @Test
    void satisfiedIsTheTopOfTheScale() {
        assertThat(lowestSatisfied(Survey.Scale.CSAT_5)).isEqualTo(4);
        assertThat(lowestSatisfied(Survey.Scale.CSAT_7)).isEqualTo(6);
        assertThat(lowestSatisfied(Survey.Scale.CSAT_10)).isEqualTo(8);
        assertThat(lowestSatisfied(Survey.Scale.NPS)).isEqualTo(9);
        assertThat(Survey.Scale.values())
                .allSatisfy(scale -> assertThat(scale.satisfiedFrom()).isEqualTo(lowestSatisfied(scale)));
    }

    private static int lowestSatisfied(Survey.Scale scale) {
        int score = scale.highest();
        while (Survey.builder("v-1", MARCH, scale, score - 1).build().isSatisfied()) {
            score--;
        }
        return score;
    }

    @Test
    void momentsStayWithinWhatEveryCalendarHolds() {
        assertRejected(
                "Call k-1: at +1000000000-12-31T23:59:59.999999999Z is not within the years -999999 to 999999",
                () -> Call.builder("k-1", Instant.MAX).build());
    }

    @Test
    void problemsRepeatWhereTheRecordCameFrom() {
        assertThatThrownBy(() -> Survey.builder("v-1", MARCH, Survey.Scale.NPS, 11)
                        .origin("surveys.csv:12")
                        .build())
                .hasMessage("Survey v-1 (surveys.csv:12): score 11 is off the scale NPS, expected 0 to 10")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(InvalidRecordException.class))
                .extracting(InvalidRecordException::problem)
                .isEqualTo(Problem.builder(RecordType.SURVEY, "score")
                        .id("v-1")
                        .value(11)
                        .origin("surveys.csv:12")
                        .reason("is off the scale NPS, expected 0 to 10"));
    }

    @Test
    void whatARecordWasMadeFromCanChangeWithoutIt() {
        Map<String, String> attributes = new HashMap<>(Map.of("region", "EMEA"));
        Customer customer = Customer.builder("c-1", MARCH)
                .attributes(attributes)
                .attribute("source", "fair")
                .build();
        attributes.clear();
        assertThat(customer.attributes()).containsOnly(Map.entry("region", "EMEA"), Map.entry("source", "fair"));
        assertThatThrownBy(() -> customer.attributes().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void meetingsAndCallsSayWhatTheirOutcomesMean() {
        assertThat(java.util.Arrays.stream(Meeting.Outcome.values())
                        .map(outcome -> Meeting.builder("m", MARCH, outcome).build())
                        .filter(Meeting::isHeld)
                        .map(Meeting::outcome))
                .containsExactly(
                        Meeting.Outcome.HELD,
                        Meeting.Outcome.NO_FOLLOW_UP,
                        Meeting.Outcome.NEXT_STEP,
                        Meeting.Outcome.SALE);
        assertThat(Call.builder("k", MARCH).build().isUnrecorded()).isTrue();
        assertThat(Call.builder("k", MARCH)
                        .outcome(Call.Outcome.CALL_BACK)
                        .build()
                        .isSuccessful())
                .isFalse();
    }
}
