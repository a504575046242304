package org.saleskpi.output.wording;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;

/**
 * Problems of one kind: the same field of the same kind of record is at fault for the same reason, whatever the value.
 * Immutable and thread-safe.
 *
 * @param type the kind of record
 * @param field the field
 * @param reason what is wrong with it, without what differs from one record to the next
 * @param problems the problems, at least one, in the order in which they were given
 */
public record ProblemKind(RecordType type, String field, String reason, List<Problem> problems) {

    /**
     * Creates a kind of problem.
     *
     * @param type the kind of record
     * @param field the field
     * @param reason what is wrong with it
     * @param problems the problems
     */
    public ProblemKind {
        requireNonNull(type, "type");
        requireNonNull(field, "field");
        requireNonNull(reason, "reason");
        problems = List.copyOf(problems);
    }

    private record Key(RecordType type, String field, String reason) {}

    /**
     * Groups problems by their kind.
     *
     * @param problems the problems
     * @return the kinds, those of most problems first; equally many in the order of their first problems
     */
    public static List<ProblemKind> of(List<Problem> problems) {
        Map<Key, List<Problem>> kinds = new LinkedHashMap<>();
        for (Problem problem : problems) {
            Key key = new Key(problem.type(), problem.field(), SetAside.essence(withoutItsOwn(problem)));
            kinds.computeIfAbsent(key, another -> new ArrayList<>()).add(problem);
        }
        return kinds.entrySet().stream()
                .map(kind -> new ProblemKind(
                        kind.getKey().type(),
                        kind.getKey().field(),
                        reason(kind.getKey(), kind.getValue()),
                        kind.getValue()))
                .sorted(Comparator.comparing(
                        (ProblemKind kind) -> kind.problems().size(), Comparator.reverseOrder()))
                .toList();
    }

    /** As much of the reason as all have in common. */
    private static String reason(Key key, List<Problem> problems) {
        List<String> reasons =
                problems.stream().map(Problem::reason).distinct().limit(2).toList();
        if (reasons.size() == 1) {
            return reasons.get(0);
        }
        List<String> general = problems.stream()
                .map(problem -> SetAside.withoutNumbers(withoutItsOwn(problem)))
                .distinct()
                .limit(2)
                .toList();
        return general.size() == 1 ? general.get(0) : key.reason();
    }

    /** A reason may name the record, or its value. */
    private static String withoutItsOwn(Problem problem) {
        return without(problem.value(), without(problem.id(), problem.reason()));
    }

    private static String without(@Nullable String own, String reason) {
        return own == null || own.isBlank()
                ? reason
                : reason.replaceAll("(?<![\\p{L}\\p{N}])" + Pattern.quote(own) + "(?![\\p{L}\\p{N}])", "…");
    }
}
