package org.saleskpi.intake.mapping;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows what occurs, and how often, in one line of bearable length. */
final class Counts {

    private static final int SHOWN = 10;

    private Counts() {}

    /** The most frequent first. */
    static String shown(Map<String, Integer> counts) {
        return shown(counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .toList());
    }

    static String shown(Collection<String> texts) {
        String first = texts.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return texts.size() <= SHOWN ? first : first + " and " + (texts.size() - SHOWN) + " others";
    }

    static int total(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
