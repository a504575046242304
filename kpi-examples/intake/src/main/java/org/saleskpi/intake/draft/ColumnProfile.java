package org.saleskpi.intake.draft;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is in a column of an export, without its texts. Immutable and thread-safe.
 *
 * @param name the name of the column; in JSON a path
 * @param filled how many cells have a text
 * @param empty how many have none
 * @param distinct how many texts there are; of very many, at least so many
 * @param isUnique whether no text comes twice
 * @param shapes the most frequent forms of its texts, at most three: letters as {@code x} or {@code X}, digits as {@code 9}
 * @param moments the formats in which its texts are moments, as a mapping names them; none if they are not
 * @param numbers how its texts are numbers; null if they are not
 * @param reference the file and column whose ids they probably are; null for none
 * @param words the texts and how often each occurs, where a mapping has to name them; of all other columns none
 */
public record ColumnProfile(
        String name,
        int filled,
        int empty,
        int distinct,
        boolean isUnique,
        List<String> shapes,
        List<String> moments,
        @Nullable NumberStyle numbers,
        @Nullable Reference reference,
        Map<String, Integer> words) {

    /**
     * Creates a profile; a draft does.
     *
     * @param name the name of the column
     * @param filled how many cells have a text
     * @param empty how many have none
     * @param distinct how many texts there are
     * @param isUnique whether no text comes twice
     * @param shapes the most frequent forms of its texts
     * @param moments the formats in which its texts are moments
     * @param numbers how its texts are numbers
     * @param reference the file and column whose ids they probably are
     * @param words the texts that a mapping has to name
     */
    public ColumnProfile {
        requireNonNull(name, "name");
        shapes = List.copyOf(shapes);
        moments = List.copyOf(moments);
        words = ImmutableMap.copyOf(words);
    }

    /**
     * A column of ids in another file.
     *
     * @param file the name of the file
     * @param column the name of the column
     */
    public record Reference(String file, String column) {

        /**
         * Creates a reference; a draft does.
         *
         * @param file the name of the file
         * @param column the name of the column
         */
        public Reference {
            requireNonNull(file, "file");
            requireNonNull(column, "column");
        }
    }

    ColumnProfile withReference(@Nullable Reference found) {
        return new ColumnProfile(name, filled, empty, distinct, isUnique, shapes, moments, numbers, found, words);
    }

    ColumnProfile withWords(Map<String, Integer> shown) {
        return new ColumnProfile(name, filled, empty, distinct, isUnique, shapes, moments, numbers, reference, shown);
    }

    boolean isMoment() {
        return !moments.isEmpty();
    }
}
