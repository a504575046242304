package org.saleskpi.intake.mapping;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.ImportedRecords;

/** Records as lines of their fields, in the order of their builders; a dash stands for what is missing. */
final class Shown {

    private Shown() {}

    static List<String> customers(ImportedRecords records) {
        return records.customers().stream()
                .map(one -> line(one.id(), one.since(), one.disqualifiedAt(), one.owner(), one.attributes()))
                .toList();
    }

    static List<String> calls(ImportedRecords records) {
        return records.calls().stream()
                .map(one -> line(
                        one.id(),
                        one.customerId(),
                        one.at(),
                        one.outcome(),
                        one.purpose(),
                        one.owner(),
                        one.attributes()))
                .toList();
    }

    static List<String> meetings(ImportedRecords records) {
        return records.meetings().stream()
                .map(one -> line(one.id(), one.customerId(), one.at(), one.outcome(), one.owner(), one.attributes()))
                .toList();
    }

    static List<String> proposals(ImportedRecords records) {
        return records.proposals().stream()
                .map(one -> line(
                        one.id(),
                        one.customerId(),
                        one.sentAt(),
                        one.status(),
                        one.decidedAt(),
                        one.amount(),
                        one.owner(),
                        one.attributes()))
                .toList();
    }

    static List<String> contracts(ImportedRecords records) {
        return records.contracts().stream()
                .map(one -> line(
                        one.id(),
                        one.customerId(),
                        one.signedAt(),
                        one.endsAt(),
                        one.amount(),
                        one.proposalId(),
                        one.owner(),
                        one.attributes()))
                .toList();
    }

    private static String line(@Nullable Object... fields) {
        StringJoiner line = new StringJoiner(" | ");
        for (Object field : fields) {
            if (!Map.of().equals(field)) {
                line.add(field == null ? "-" : field.toString());
            }
        }
        return line.toString();
    }
}
