package org.saleskpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.HistoryChanges;
import org.saleskpi.sales.HistoryRevision;
import org.saleskpi.sales.InvalidHistoryException;
import org.saleskpi.sales.InvalidRecordException;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesHistoryBuilder;
import org.saleskpi.time.InstantRange;

/** What changes of a history do, and what they refuse. */
class ChangedHistoryTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final InstantRange YEAR = InstantRange.of(START, Instant.parse("2027-01-01T00:00:00Z"));

    private static SalesHistoryBuilder builder() {
        return SalesHistory.builder(ZoneId.of("UTC"), CurrencyUnit.EUR);
    }

    private static Customer customer(int number) {
        return Customer.builder("c-" + number, START).owner("rep-" + number % 3).build();
    }

    private static Call call(String id, int customer) {
        return Call.builder(id, START.plusSeconds(customer))
                .customer("c-" + customer)
                .build();
    }

    private static Contract contract(String id, int customer, long cents) {
        return Contract.builder(id, START, Money.ofMinor(CurrencyUnit.EUR, cents))
                .customer("c-" + customer)
                .build();
    }

    private static SalesHistory historyOf(int customers) {
        SalesHistoryBuilder history = builder();
        for (int i = 0; i < customers; i++) {
            history.add(customer(i)).add(call("k-" + i, i));
        }
        return history.build();
    }

    private static long calls(SalesHistory history) {
        return KpiCalculator.of(history).during(YEAR).get(SalesIndicators.CALLS).value();
    }

    @Test
    void aRecordIsPutInThePlaceOfTheOneOfItsId() {
        SalesHistory history = historyOf(3);
        SalesHistory moved = history.with(HistoryChanges.of(call("k-0", 2), call("k-9", 2)));

        assertThat(moved.calls()).extracting(Call::id).containsExactly("k-1", "k-0", "k-2", "k-9");
        assertThat(history.calls()).extracting(Call::id).containsExactly("k-0", "k-1", "k-2");
    }

    @Test
    void whatBreaksARuleIsSetAsideUntilItIsPutAgain() {
        SalesHistory history =
                builder().lenient().add(customer(1)).add(call("k-1", 1)).build();
        HistoryChanges nameless = HistoryChanges.builder()
                .put(Customer.builder("c-1", START).owner(" "))
                .build();
        SalesHistory without = history.with(nameless);

        assertThat(nameless).hasToString("HistoryChanges: 0 put, 0 removed, 1 broken");
        assertThat(without.records()).isEmpty();
        assertThat(without.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "Customer c-1: owner \" \" is blank, expected a text or nothing",
                        "Call k-1: customerId c-1 is a customer that was set aside");
        assertThat(without.with(nameless).problems()).isEqualTo(without.problems());
        SalesHistory again = without.with(HistoryChanges.of(customer(1)));
        assertThat(again.problems()).isEmpty();
        assertThat(again.records()).isEqualTo(history.records());
        assertThat(without.with(HistoryChanges.builder()
                                .remove(RecordType.CUSTOMER, "c-1")
                                .build())
                        .problems())
                .extracting(Problem::toString)
                .containsExactly("Call k-1: customerId c-1 is unknown, expected the id of a customer");
    }

    @Test
    void aStrictHistoryRefusesWhatBreaksARule() {
        SalesHistory history = historyOf(2);
        HistoryChanges changes = HistoryChanges.builder()
                .put(Call.builder("k-1", START).owner(""))
                .build();

        assertThatThrownBy(() -> history.with(changes))
                .isInstanceOf(InvalidHistoryException.class)
                .hasMessage("1 problem:\n  Call k-1: owner \"\" is blank, expected a text or nothing");
        assertThat(history.with(HistoryChanges.builder()
                                .put(Call.builder("k-1", START).owner(""))
                                .put(call("k-1", 0))
                                .build())
                        .calls())
                .extracting(Call::customerId)
                .containsOnly("c-0");
    }

    @Test
    void whatHasNoIdCannotBePut() {
        HistoryChanges.Builder changes = HistoryChanges.builder();

        assertThatThrownBy(() -> changes.put(Call.builder(" ", START)))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("id \" \" is missing or blank");
    }

    @Test
    void ofSeveralChangesOfARecordTheLastCounts() {
        HistoryChanges changes = HistoryChanges.builder()
                .putAll(List.of(call("k-9", 0), call("k-9", 1)))
                .remove(RecordType.CALL, "k-0")
                .put(call("k-0", 2))
                .remove(RecordType.CALL, "k-1")
                .build();

        assertThat(historyOf(3).with(changes).calls()).containsExactly(call("k-9", 1), call("k-0", 2), call("k-2", 2));
        assertThat(changes).hasToString("HistoryChanges: 2 put, 1 removed");
    }

    @Test
    void whatChangesNothingGivesTheSameHistory() {
        SalesHistory history = historyOf(3);

        assertThat(history.with(HistoryChanges.builder()
                        .put(call("k-1", 1))
                        .remove(RecordType.MEETING, "none")
                        .build()))
                .isSameAs(history);
        KpiCalculator kpis = KpiCalculator.of(history);
        assertThat(kpis.with(HistoryChanges.of())).isSameAs(kpis);
    }

    @Test
    void whatDoesNotFitIsRefusedAndNothingChanges() {
        HistoryRevision revision = historyOf(3).revise().apply(HistoryChanges.of(call("k-9", 0)));

        assertThatThrownBy(() -> revision.apply(HistoryChanges.of(call("k-10", 0), call("k-11", 7))))
                .isInstanceOf(InvalidHistoryException.class)
                .hasMessageContaining("Call k-11: customerId c-7 is unknown, expected the id of a customer");
        assertThatThrownBy(() -> revision.apply(HistoryChanges.builder()
                        .remove(RecordType.CUSTOMER, "c-0")
                        .build()))
                .isInstanceOf(InvalidHistoryException.class)
                .hasMessageContaining("2 problems")
                .hasMessageContaining("Call k-9: customerId c-0 is unknown");
        assertThat(revision.build().calls()).extracting(Call::id).containsExactly("k-0", "k-9", "k-1", "k-2");
    }

    @Test
    void aRevisionIsBuiltAsOftenAsOneLikes() {
        HistoryRevision revision = historyOf(3).revise();
        SalesHistory first = revision.apply(HistoryChanges.of(call("k-8", 0))).build();
        SalesHistory second = revision.apply(HistoryChanges.of(call("k-9", 1))).build();

        assertThat(calls(first)).isEqualTo(4);
        assertThat(calls(second)).isEqualTo(5);
    }

    @Test
    void sumsThatWouldBeTooLargeAreRefusedAsByABuild() {
        long half = Long.MAX_VALUE / 2;
        SalesHistory history = builder()
                .add(customer(0))
                .add(customer(1))
                .add(contract("s-0", 0, half))
                .add(contract("s-1", 1, half))
                .build();

        assertThatThrownBy(() -> history.with(HistoryChanges.of(contract("s-2", 0, 2))))
                .isInstanceOf(InvalidHistoryException.class)
                .hasMessageContaining(
                        "Contract s-2: amount EUR 0.02 makes the sum of all amounts too large to represent");
        SalesHistory swapped =
                history.with(HistoryChanges.of(contract("s-0", 0, half + 1), contract("s-1", 1, half - 5)));
        assertThat(KpiCalculator.of(swapped)
                        .during(YEAR)
                        .get(SalesIndicators.REVENUE)
                        .money())
                .isEqualTo(Money.ofMinor(CurrencyUnit.EUR, 2 * half - 4));
    }

    @Test
    void recordsThatWereSetAsideCountOnceTheyFit() {
        SalesHistory history =
                builder().add(call("k-0", 0)).add(call("k-1", 1)).lenient().build();
        assertThat(history.problems()).hasSize(2);

        SalesHistory known = history.with(HistoryChanges.of(customer(0)));
        assertThat(known.calls()).containsExactly(call("k-0", 0));
        assertThat(known.problems()).extracting(Problem::id).containsExactly("k-1");

        SalesHistory unknown = known.with(
                HistoryChanges.builder().remove(RecordType.CUSTOMER, "c-0").build());
        assertThat(unknown.calls()).isEmpty();
        assertThat(unknown.problems()).isEqualTo(history.problems());
    }

    @Test
    void whatIsSetAsideAgainForTheSameReasonsIsNoChange() {
        SalesHistoryBuilder given = builder().lenient();
        for (int i = 0; i < 20; i++) {
            given.add(call("k-" + i, 0));
        }
        SalesHistory history = given.build();

        assertThat(history.with(HistoryChanges.of(call("k-7", 0)))).isSameAs(history);
        SalesHistory more = history.with(HistoryChanges.of(call("k-20", 0)));
        assertThat(more.problems()).hasSize(21);
        assertThat(more.with(HistoryChanges.of(call("k-7", 0)))).isSameAs(more);
    }

    @Test
    void recordsOfOneIdGiveWayToTheOneThatIsPut() {
        SalesHistory history = builder()
                .add(customer(0))
                .add(customer(1))
                .add(call("k-0", 0))
                .add(call("k-0", 1))
                .add(call("k-1", 1))
                .add(call("k-1", 1))
                .lenient()
                .build();
        assertThat(history.problems()).hasSize(3);

        SalesHistory known = history.with(HistoryChanges.of(call("k-0", 1)));
        assertThat(known.calls()).containsExactly(call("k-0", 1), call("k-1", 1));
        assertThat(known.problems())
                .singleElement()
                .extracting(Problem::reason)
                .isEqualTo("is repeated: an equal record is kept");
        assertThat(known.with(HistoryChanges.of(call("k-1", 0))).problems()).isEmpty();
    }

    @Test
    void theFactsOfARepeatedCustomerFollowIt() {
        SalesHistory history = builder()
                .add(customer(0))
                .add(Customer.builder("c-0", START.plusSeconds(1)).build())
                .add(call("k-0", 0))
                .lenient()
                .build();
        assertThat(history.problems()).extracting(Problem::reason).contains("is a customer that was set aside");

        SalesHistory more = history.with(HistoryChanges.of(call("k-1", 0)));
        assertThat(more.problems())
                .filteredOn(problem -> problem.type() == RecordType.CALL)
                .extracting(Problem::reason)
                .containsExactly("is a customer that was set aside", "is a customer that was set aside");
        assertThat(more.with(HistoryChanges.builder()
                                .remove(RecordType.CUSTOMER, "c-0")
                                .build())
                        .problems())
                .extracting(Problem::reason)
                .containsExactly(
                        "is unknown, expected the id of a customer", "is unknown, expected the id of a customer");
        assertThat(more.with(HistoryChanges.of(customer(0))).calls()).hasSize(2);
    }

    @Test
    void aViewHasNoChangesOfItsOwn() {
        SalesHistory view = historyOf(3).asOf(START.plusSeconds(1));

        assertThatThrownBy(() -> view.with(HistoryChanges.of(customer(9))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2026-01-01T00:00:01Z");
    }

    @Test
    void fewLayersStandForManyChangesAndManyChangesForANewBase() {
        SalesHistory history = historyOf(400);
        SalesHistory changed = history;
        int most = 0;
        List<SalesHistory> bases = new ArrayList<>();
        for (int i = 0; i < 399; i++) {
            changed = changed.with(HistoryChanges.of(call("n-" + i, i)));
            most = Math.max(most, changed.layers().size());
            if (changed.layers().size() == 1) {
                bases.add(changed);
            }
        }

        assertThat(most).isBetween(5, 15);
        // Each time when a quarter of the four hundred has changed.
        assertThat(bases).hasSize(3);
        assertThat(calls(changed)).isEqualTo(799);
        assertThat(changed.calls()).hasSize(799);
    }

    @Test
    void aDetachedHistoryStandsForItself() {
        SalesHistory changed = historyOf(3).with(HistoryChanges.of(call("k-9", 0)));
        SalesHistory detached = changed.detached();

        assertThat(changed.layers()).hasSize(3);
        assertThat(detached.layers()).hasSize(1);
        assertThat(detached.records()).isEqualTo(changed.records());
        assertThat(detached.detached()).isSameAs(detached);
    }

    @Test
    void aCalculatorOverAChangedHistoryAnswersAboutThatOne() {
        KpiCalculator before = KpiCalculator.of(historyOf(3)).prepare(Dimension.OWNER);
        Customer another = Customer.builder("c-0", START).owner("rep-9").build();
        KpiCalculator after = before.with(HistoryChanges.of(another));

        assertThat(before.keys(Dimension.OWNER)).containsExactly("rep-0", "rep-1", "rep-2");
        assertThat(after.keys(Dimension.OWNER)).containsExactly("rep-1", "rep-2", "rep-9");
        assertThat(after.indicators()).isEqualTo(before.indicators());
        assertThat(after.over(before.history()).during(YEAR).by(Dimension.OWNER))
                .isEqualTo(before.during(YEAR).by(Dimension.OWNER));
    }
}
