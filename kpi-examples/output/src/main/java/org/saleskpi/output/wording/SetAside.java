package org.saleskpi.output.wording;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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

    private static final Pattern FROM_PUNCTUATION = Pattern.compile("[ \u202F]?[,;(].*", Pattern.DOTALL);
    private static final Pattern WITH_DIGITS = Pattern.compile("\\S*[0-9]\\S*");
    private static final Pattern CAMEL_CASE_END = Pattern.compile("(?<=[a-z])(?:At|Id)$");

    private final Map<RecordType, Map<Reason, Integer>> reasons = new EnumMap<>(RecordType.class);
    private final Map<RecordType, Integer> records;

    /** What is wrong, without what differs from one record to the next. */
    private static final class Reason {

        private final String field;
        private final String essence;

        /** What is wrong with the first record that it is wrong with. */
        private final String example;

        Reason(Problem problem) {
            field = CAMEL_CASE_END
                    .matcher(problem.field())
                    .replaceAll(end -> end.group().equals("At") ? "_at" : "_id");
            example = problem.reason();
            essence = essence(example);
        }

        /** The field, and what is wrong with it in the language of a phrase book. */
        String in(Phrases phrases) {
            return DisplayText.oneLine(field + " " + essence(phrases.say(example)));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Reason reason && field.equals(reason.field) && essence.equals(reason.essence);
        }

        @Override
        public int hashCode() {
            return Objects.hash(field, essence);
        }
    }

    private SetAside(SalesHistory history) {
        records = history.setAside();
        Set<Object> seen = new HashSet<>();
        for (Problem problem : history.problems()) {
            // A rate is no record of its own.
            if (problem.type() != RecordType.EXCHANGE_RATE) {
                Reason reason = new Reason(problem);
                if (seen.add(Arrays.asList(problem.type(), problem.id(), problem.origin(), reason))) {
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
     * @param wording the words to say it in
     * @return the note; empty if none was set aside
     */
    String note(Wording wording) {
        Phrases phrases = new Phrases(wording.locale());
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
                                        reasons(entry.getKey(), wording, phrases)))
                                .reduce((kinds, kind) -> wording.say("set-aside.and", kinds, kind))
                                .orElse(""));
    }

    private String reasons(RecordType type, Wording wording, Phrases phrases) {
        Map<Reason, Integer> all = reasons.getOrDefault(type, Map.of());
        String shown = all.entrySet().stream()
                .sorted(Map.Entry.<Reason, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().in(phrases)))
                .limit(REASONS)
                .map(entry -> entry.getKey().in(phrases) + " " + wording.whole(entry.getValue()))
                .collect(Collectors.joining(", "));
        return all.size() <= REASONS ? shown : shown + ", …";
    }
}
