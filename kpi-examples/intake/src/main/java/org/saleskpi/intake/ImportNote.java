package org.saleskpi.intake;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something that an import tells of what it read. Immutable and thread-safe.
 *
 * @param text what is told, such as {@code status not understood, counted as PENDING}
 * @param counts which texts it is about, and how often each occurred; empty for a note that says all by itself
 */
public record ImportNote(String text, Map<String, Integer> counts) implements ImportAccount.Entry {

    private static final int SHOWN = 10;

    /**
     * Creates a note; importers do.
     *
     * @param text what is told
     * @param counts which texts it is about, and how often each occurred
     */
    public ImportNote {
        requireNonNull(text, "text");
        counts = ImmutableMap.copyOf(counts);
    }

    /**
     * Returns a note that says all by itself.
     *
     * @param text what is told
     * @return the note
     */
    public static ImportNote of(String text) {
        return new ImportNote(text, Map.of());
    }

    /**
     * Returns texts and how often each occurred in one line of bearable length, the most frequent first.
     *
     * @param counts the texts
     * @return such as {@code Frozen (3), Lost (1) and 12 others}
     */
    public static String shown(Map<String, Integer> counts) {
        return shown(counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .toList());
    }

    /**
     * Returns texts in one line of bearable length.
     *
     * @param texts the texts
     * @return such as {@code c-1, c-2 and 12 others}
     */
    public static String shown(Collection<String> texts) {
        String first = texts.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return texts.size() <= SHOWN ? first : first + " and " + (texts.size() - SHOWN) + " others";
    }

    /** Returns the note as one line: {@code status not understood, counted as PENDING: Frozen (3), Lost (1)}. */
    @Override
    public String toString() {
        return counts.isEmpty() ? text : text + ": " + shown(counts);
    }
}
