package org.saleskpi.output.wording;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesHistory;

/**
 * How many records were set aside when a history was built leniently: no number of a report counts them, and a reader must
 * know. A record counts once, whatever is wrong with it. Immutable and thread-safe.
 */
public final class SetAside {

    /** How many reasons of one kind of record are shown: more would hide the numbers. */
    private static final int REASONS = 3;

    private static final Pattern FROM_PUNCTUATION = Pattern.compile("[,;(].*", Pattern.DOTALL);
    private static final Pattern WITH_DIGITS = Pattern.compile("\\S*[0-9]\\S*");
    private static final Pattern CAMEL_CASE_END = Pattern.compile("(?<=[a-z])(?:At|Id)$");

    private final Map<RecordType, Map<String, Integer>> reasons = new EnumMap<>(RecordType.class);
    private final Map<RecordType, Integer> records;

    private record Identity(
            RecordType type, @Nullable String id, @Nullable String origin) {}

    private SetAside(SalesHistory history) {
        records = history.setAside();
        Set<Object> seen = new HashSet<>();
        for (Problem problem : history.problems()) {
            // A rate is no record of its own.
            if (problem.type() != RecordType.EXCHANGE_RATE) {
                Identity identity = new Identity(problem.type(), problem.id(), problem.origin());
                String reason = reason(problem);
                if (seen.add(Map.entry(identity, reason))) {
                    reasons.computeIfAbsent(problem.type(), type -> new LinkedHashMap<>())
                            .merge(reason, 1, Integer::sum);
                }
            }
        }
    }

    /**
     * Counts the records that were set aside.
     *
     * @param history the history
     * @return the counts; none for a history that was built strictly
     */
    public static SetAside of(SalesHistory history) {
        return new SetAside(history);
    }

    /** What is wrong, without what differs from one record to the next. */
    private static String reason(Problem problem) {
        String field = CAMEL_CASE_END
                .matcher(problem.field())
                .replaceAll(end -> end.group().equals("At") ? "_at" : "_id");
        return DisplayText.oneLine(field + " " + essence(problem.reason()));
    }

    /** A reason without what differs from one record to the next. */
    static String essence(String reason) {
        return withoutNumbers(FROM_PUNCTUATION.matcher(reason).replaceFirst(""));
    }

    /** A text without words that hold digits. */
    static String withoutNumbers(String text) {
        return WITH_DIGITS.matcher(text).replaceAll("…").strip();
    }

    /**
     * Says how many records of each kind were set aside, and why.
     *
     * @param wording the words to say it in; reasons are those of the problems, in English
     * @return the note; empty if none was set aside
     */
    String note(Wording wording) {
        return records.isEmpty()
                ? ""
                : wording.say(
                        "set-aside",
                        records.entrySet().stream()
                                .map(entry -> wording.say(
                                        "set-aside.of-a-kind",
                                        wording.say(
                                                "set-aside." + entry.getKey().plural(),
                                                wording.whole(entry.getValue())),
                                        reasons(entry.getKey(), wording)))
                                .collect(Collectors.joining("; ")));
    }

    private String reasons(RecordType type, Wording wording) {
        Map<String, Integer> all = reasons.getOrDefault(type, Map.of());
        String shown = all.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(REASONS)
                .map(entry -> entry.getKey() + " " + wording.whole(entry.getValue()))
                .collect(Collectors.joining(", "));
        return all.size() <= REASONS ? shown : shown + ", …";
    }
}
