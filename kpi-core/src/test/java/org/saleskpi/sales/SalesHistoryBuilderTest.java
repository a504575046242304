package org.saleskpi.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saleskpi.time.InstantRange;

/** How records come into a history. */
class SalesHistoryBuilderTest {

    private static final Instant MARCH = Instant.parse("2026-03-10T09:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-10T09:00:00Z");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final List<SalesRecord> MIXED = List.of(
            Survey.builder("v-1", APRIL, Survey.Scale.NPS, 9).build(),
            Contract.builder("s-1", APRIL, Money.parse("USD 5.00"))
                    .customer("c-1")
                    .build(),
            Proposal.builder("p-1", APRIL).build(),
            Meeting.builder("m-1", APRIL, Meeting.Outcome.HELD).build(),
            Call.builder("k-2", APRIL).build(),
            Call.builder("k-1", MARCH).build(),
            Customer.builder("c-1", MARCH).build());

    private static SalesHistoryBuilder history() {
        return SalesHistory.builder(NEW_YORK, CurrencyUnit.USD);
    }

    @Test
    void recordsComeMixedInListsOrOneByOne() {
        SalesHistory history = history().addAll(MIXED).build();
        assertThat(history.records())
                .extracting(SalesRecord::id)
                .containsExactly("c-1", "k-1", "k-2", "m-1", "p-1", "s-1", "v-1");
        SalesHistoryBuilder oneByOne = history();
        MIXED.stream().forEach(oneByOne::add);
        assertThat(oneByOne.build().records()).isEqualTo(history.records());
        assertThat(history().addAll(history.records()).build().records()).isEqualTo(history.records());
    }

    @Test
    void allRecordsAreOneListThatCannotBeChanged() {
        List<SalesRecord> records = history().addAll(MIXED).build().records();
        assertThat(records.get(6).id()).isEqualTo("v-1");
        assertThatThrownBy(() -> records.get(7)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> records.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(history().build().records()).isEmpty();
    }

    @Test
    void aRecordThatBreaksItsOwnRuleIsAProblemLikeAnyOther() {
        SalesHistoryBuilder builder = history();
        Stream.of(
                        Call.builder("k-1", MARCH).owner(" "),
                        Call.builder("k-2", MARCH).customer("c-1"),
                        Call.builder("k-3", MARCH).customer("c-2"),
                        Customer.builder("c-1", MARCH).owner("").origin("row 7"),
                        Customer.builder("c-2", MARCH))
                .forEach(builder::add);
        List<String> problems = List.of(
                "Customer c-1 (row 7): owner \"\" is blank, expected a text or nothing",
                "Call k-1: owner \" \" is blank, expected a text or nothing",
                "Call k-2: customerId c-1 is a customer that was set aside");
        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidHistoryException.class)
                .hasMessage("3 problems:\n  " + String.join("\n  ", problems));
        SalesHistory lenient = builder.lenient().build();
        assertThat(lenient.problems()).map(Problem::toString).isEqualTo(problems);
        assertThat(lenient.records()).extracting(SalesRecord::id).containsExactly("c-2", "k-3");
    }

    @Test
    void aDateWithoutTimeIsTheStartOfItsDayInTheZoneOfTheHistory() {
        SalesHistoryBuilder builder = history();
        LocalDate day = LocalDate.of(2026, 4, 1);
        assertThat(builder.startOf(day)).isEqualTo("2026-04-01T04:00:00Z");
        // An hour of this day is not known to the clocks of Beirut, the first one.
        assertThat(SalesHistory.builder(ZoneId.of("Asia/Beirut"), CurrencyUnit.USD)
                        .startOf(LocalDate.of(2026, 3, 29)))
                .isEqualTo("2026-03-28T22:00:00Z");
    }

    @Test
    void whatCannotHaveBeenBeforeSomethingOfItsDayIsAtThatMoment() {
        SalesHistoryBuilder builder = history();
        Instant lateInMarch = Instant.parse("2026-04-01T03:59:59Z");
        assertThat(builder.startOf(LocalDate.of(2026, 3, 31), lateInMarch)).isEqualTo(lateInMarch);
        assertThat(builder.startOf(LocalDate.of(2026, 4, 1), lateInMarch)).isEqualTo("2026-04-01T04:00:00Z");
        // Another day is what it is: whether it may be that early is for the record to say.
        assertThat(builder.startOf(LocalDate.of(2026, 3, 30), lateInMarch)).isEqualTo("2026-03-30T04:00:00Z");
    }

    @Test
    void nothingIsRecordedBeforeAViewOfACustomerThatEnteredWithAPlannedMeeting() {
        SalesHistory view = history()
                .addAll(List.of(
                        Customer.builder("c-1", APRIL).build(),
                        Meeting.builder("m-1", MARCH, Meeting.Outcome.PLANNED)
                                .customer("c-1")
                                .build()))
                .build()
                .asOf(MARCH.plusSeconds(1));

        assertThat(view.customers()).hasSize(1);
        assertThat(view.recorded()).isEmpty();
    }

    @Test
    void whatIsRecordedGoesFromTheFirstMomentToTheLastWithoutPlannedMeetings() {
        Instant november = Instant.parse("2026-11-20T09:00:00Z");
        SalesHistory history = history()
                .addAll(MIXED)
                .meetings(List.of(
                        Meeting.builder("m-0", MARCH.minusSeconds(9), Meeting.Outcome.PLANNED)
                                .build(),
                        Meeting.builder("m-9", november, Meeting.Outcome.PLANNED)
                                .build()))
                .build();
        assertThat(history.recorded()).contains(new RecordedSpan(MARCH, APRIL));
        assertThat(history.recorded(RecordType.CUSTOMER)).contains(new RecordedSpan(MARCH, MARCH));
        assertThat(history.recorded(RecordType.CALL)).contains(new RecordedSpan(MARCH, APRIL));
        for (RecordType type :
                List.of(RecordType.MEETING, RecordType.PROPOSAL, RecordType.CONTRACT, RecordType.SURVEY)) {
            assertThat(history.recorded(type)).contains(new RecordedSpan(APRIL, APRIL));
        }
        assertThat(history.recorded(RecordType.EXCHANGE_RATE)).isEmpty();
        assertThat(history.asOf(APRIL).recorded()).contains(new RecordedSpan(MARCH, APRIL.minusNanos(1)));
        assertThat(history.asOf(APRIL).recorded(RecordType.CALL)).contains(new RecordedSpan(MARCH, MARCH));
        assertThat(history.asOf(november).recorded()).contains(new RecordedSpan(MARCH, november.minusNanos(1)));
        assertThat(history.asOf(MARCH).recorded()).isEmpty();
        assertThat(history().build().recorded()).isEmpty();
        RecordedSpan span = new RecordedSpan(MARCH, APRIL);
        assertThat(span.overlaps(InstantRange.of(MARCH.minusNanos(9), MARCH))).isFalse();
        assertThat(span.overlaps(InstantRange.of(MARCH.minusNanos(9), MARCH.plusNanos(1))))
                .isTrue();
        assertThat(span.overlaps(InstantRange.of(APRIL, APRIL.plusNanos(1)))).isTrue();
        assertThat(span.overlaps(InstantRange.of(APRIL.plusNanos(1), november))).isFalse();
        assertThatThrownBy(() -> new RecordedSpan(APRIL, MARCH))
                .hasMessage("RecordedSpan: last 2026-03-10T09:00:00Z is before first 2026-04-10T09:00:00Z");
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without null checks may do
    void aMissingElementIsNamedByItsListAndIndex() {
        List<Call> calls = Arrays.asList(Call.builder("k-1", MARCH).build(), null);
        assertThatThrownBy(() -> history().calls(calls))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("calls[1]");
        assertThatThrownBy(() -> history().addAll(calls))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("records[1]");
        Problem problem = Problem.builder(RecordType.CALL, "at").reason("is missing");
        assertThatThrownBy(() -> history().setAside(Arrays.asList(problem, problem, null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("problems[2]");
    }

    @Test
    void recordsAndBuildersAreAddedOneAfterTheOther() {
        SalesHistory history = history()
                .add(Customer.builder("c-1", MARCH).build())
                .add(Call.builder("k-1", MARCH).customer("c-1"))
                .add(Call.builder("k-2", MARCH))
                .build();
        assertThat(history.records()).extracting(SalesRecord::id).containsExactly("c-1", "k-1", "k-2");
    }

    @Test
    void aRecordThatIsSetAsideCountsOnceWhateverIsWrongWithIt() {
        SalesHistory lenient = history()
                .setAside(List.of(
                        setAside(RecordType.CUSTOMER, "c-7", "since", "customers.csv:2"),
                        setAside(RecordType.CUSTOMER, "c-7", "owner", "customers.csv:2"),
                        setAside(RecordType.CUSTOMER, null, "id", "customers.csv:3"),
                        setAside(RecordType.CUSTOMER, null, "id", "customers.csv:4"),
                        setAside(RecordType.EXCHANGE_RATE, null, "rate", "rates.csv:2")))
                .calls(List.of(
                        Call.builder("k-1", Instant.EPOCH).customer("c-7").build()))
                .lenient()
                .build();
        assertThat(lenient.problems()).hasSize(6);
        assertThat(lenient.setAside()).containsExactly(entry(RecordType.CUSTOMER, 3), entry(RecordType.CALL, 1));
    }

    private static Problem setAside(RecordType type, @Nullable String id, String field, String origin) {
        return Problem.builder(type, field).id(id).value("?").origin(origin).reason("is not what it should be");
    }
}
