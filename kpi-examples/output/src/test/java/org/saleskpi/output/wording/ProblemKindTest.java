package org.saleskpi.output.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;

class ProblemKindTest {

    private static Problem problem(String id, String field, String value, String reason) {
        return Problem.builder(RecordType.CONTRACT, field).id(id).value(value).reason(reason);
    }

    @Test
    void problemsAreOfOneKindWhateverTheValueAndTheRecord() {
        Problem first = problem("s-1", "customer_id", "acme", "acme is no customer of s-1");
        Problem second = problem("s-2", "customer_id", "umbrella", "umbrella is no customer of s-2");
        Problem other = problem("s-3", "amount", "x", "is not a number");
        assertThat(ProblemKind.of(List.of(other, first, second)))
                .containsExactly(
                        new ProblemKind(
                                RecordType.CONTRACT, "customer_id", "… is no customer of …", List.of(first, second)),
                        new ProblemKind(RecordType.CONTRACT, "amount", "is not a number", List.of(other)));
    }

    @Test
    void theReasonIsAsMuchAsTheyHaveInCommon() {
        assertThat(ProblemKind.of(List.of(
                        problem("1", "decided_at", "a", "is before sent_at 2026-01-01, expected later"),
                        problem("2", "decided_at", "b", "is before sent_at 2026-02-03, expected later"))))
                .singleElement()
                .extracting(ProblemKind::reason)
                .isEqualTo("is before sent_at … expected later");
        assertThat(ProblemKind.of(List.of(
                        problem("1", "status", "a", "is unknown, expected one of x"),
                        problem("2", "status", "b", "is unknown, expected one of y"))))
                .singleElement()
                .extracting(ProblemKind::reason)
                .isEqualTo("is unknown");
        assertThat(ProblemKind.of(List.of(problem("1", "status", "a", "is unknown, expected one of 12"))))
                .singleElement()
                .extracting(ProblemKind::reason)
                .isEqualTo("is unknown, expected one of 12");
    }

    @Test
    void otherTypesAndFieldsAreOtherKinds() {
        Problem contract = problem("1", "at", "", "is missing");
        Problem call = Problem.builder(RecordType.CALL, "at").id("1").reason("is missing");
        assertThat(ProblemKind.of(List.of(call, contract)))
                .extracting(ProblemKind::type)
                .containsExactly(RecordType.CALL, RecordType.CONTRACT);
        assertThat(ProblemKind.of(List.of(contract, problem("1", "amount", "", "is missing"))))
                .hasSize(2);
    }
}
