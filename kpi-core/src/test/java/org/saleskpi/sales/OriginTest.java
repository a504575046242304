package org.saleskpi.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class OriginTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void itTellsTheSourceAndTheLine() {
        Origin line = Origin.of("calls.csv", 17);
        assertThat(line).hasToString("calls.csv:17");
        assertThat(line.source()).isEqualTo("calls.csv");
        assertThat(line.line()).hasValue(17);

        Origin key = Origin.of("order 4711");
        assertThat(key).hasToString("order 4711");
        assertThat(key.source()).isEqualTo("order 4711");
        assertThat(key.line()).isEmpty();
        assertThat(Origin.of("", 0)).hasToString(":0");
    }

    @Test
    void aLineIsNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Origin.of("calls.csv", -1))
                .withMessage("line must not be negative: -1");
    }

    @Test
    void itIsComparedByValue() {
        assertThat(Origin.of("a", 1)).isEqualTo(Origin.of("a", 1)).hasSameHashCodeAs(Origin.of("a", 1));
        assertThat(Origin.of("a", 1))
                .isNotEqualTo(Origin.of("a", 2))
                .isNotEqualTo(Origin.of("b", 1))
                .isNotEqualTo(Origin.of("a"))
                .isNotEqualTo(Origin.of("a:1"));
    }

    @Test
    void linesComeInTheirOrderAndNotAsTexts() {
        assertThat(List.of(Origin.of("b", 1), Origin.of("a", 10), Origin.of("a", 2), Origin.of("a")).stream()
                        .sorted())
                .containsExactly(Origin.of("a"), Origin.of("a", 2), Origin.of("a", 10), Origin.of("b", 1));
    }

    @Test
    void ofEqualRecordsTheOneOnTheFirstLineIsKept() {
        SalesHistory history = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .customers(List.of(
                        Customer.builder("c-1", MARCH)
                                .origin(Origin.of("customers.csv", 10))
                                .build(),
                        Customer.builder("c-1", MARCH)
                                .origin(Origin.of("customers.csv", 9))
                                .build()))
                .lenient()
                .build();

        assertThat(history.customers()).extracting(Customer::origin).containsExactly(Origin.of("customers.csv", 9));
        assertThat(history.problems()).extracting(Problem::origin).containsExactly("customers.csv:10");
    }

    @Test
    void recordsOfOneIdAreFoundWhereverTheyStand() {
        Call call = Call.builder("k-1", MARCH).build();
        SalesHistory history = history(List.of(call, Call.builder("k-2", MARCH).build()), List.of(call));
        assertThat(history.calls()).extracting(Call::id).containsExactly("k-1", "k-2");
    }

    @Test
    void recordsOfOneIdAreTheSameIfTheyDifferInTheirOriginAloneWhateverTheirKind() {
        SalesHistory same = history(oneOfEachKind(MARCH, 1), oneOfEachKind(MARCH, 2));
        assertThat(same.problems())
                .hasSize(6)
                .extracting(Problem::reason)
                .containsOnly("is repeated: an equal record is kept");
        assertThat(same.records())
                .hasSize(6)
                .allSatisfy(record -> assertThat(record.origin()).isEqualTo(Origin.of("all.csv", 1)));

        SalesHistory others = history(oneOfEachKind(MARCH, 1), oneOfEachKind(MARCH.plusSeconds(1), 2));
        assertThat(others.records()).isEmpty();
        assertThat(others.setAside())
                .hasSize(6)
                .allSatisfy(
                        (type, count) -> assertThat(count).as(type.toString()).isEqualTo(2));
    }

    private static SalesHistory history(List<SalesRecord> some, List<SalesRecord> more) {
        return SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .addAll(some)
                .addAll(more)
                .lenient()
                .build();
    }

    private static List<SalesRecord> oneOfEachKind(Instant moment, int line) {
        Origin origin = Origin.of("all.csv", line);
        return List.of(
                Customer.builder("c-1", moment).origin(origin).build(),
                Call.builder("k-1", moment).origin(origin).build(),
                Meeting.builder("m-1", moment, Meeting.Outcome.HELD)
                        .origin(origin)
                        .build(),
                Proposal.builder("p-1", moment).origin(origin).build(),
                Contract.builder("s-1", moment, Money.parse("EUR 1.00"))
                        .customer("c-1")
                        .origin(origin)
                        .build(),
                Survey.builder("v-1", moment, Survey.Scale.NPS, 9)
                        .origin(origin)
                        .build());
    }
}
