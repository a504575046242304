package org.saleskpi.intake.draft;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of the name of a column or file: {@code AccountId}, {@code account_id} and {@code Account ID} are the same.
 *
 * @param words the words in small letters, without their plural
 */
record ColumnName(List<String> words) {

    private static final Set<String> OF_MOMENTS = Set.of(
            "date",
            "time",
            "datetime",
            "timestamp",
            "at",
            "on",
            "since",
            "day",
            "created",
            "updated",
            "closed",
            "closing",
            "opened",
            "start",
            "end",
            "signed",
            "sent",
            "due",
            "deadline",
            "datum",
            "le",
            "won",
            "lost",
            "when");

    static ColumnName of(String name) {
        String spaced = name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").replaceAll("[^\\p{L}\\p{N}]+", " ");
        return new ColumnName(
                Arrays.stream(spaced.strip().toLowerCase(Locale.ROOT).split(" "))
                        .map(ColumnName::singular)
                        .toList());
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && word.length() > 3
                ? word.substring(0, word.length() - 1)
                : word;
    }

    boolean has(Set<String> some) {
        return words.stream().anyMatch(word -> some.stream().anyMatch(other -> areAlike(word, other)));
    }

    /** Whether two words are one, but for the last letter of a plural: Kunde and Kunden. */
    static boolean areAlike(String one, String other) {
        String shorter = one.length() < other.length() ? one : other;
        String longer = one.length() < other.length() ? other : one;
        return one.equals(other)
                || (shorter.length() >= 4 && longer.length() - shorter.length() == 1 && longer.startsWith(shorter));
    }

    boolean isOfMoment() {
        return has(OF_MOMENTS);
    }

    /** Whether it ends as names of ids do. */
    boolean isOfId() {
        String last = words.get(words.size() - 1);
        return Set.of("id", "uuid", "guid", "key", "nr", "number", "no", "code", "numéro", "nummer")
                .contains(last);
    }

    boolean isId() {
        return isOfId()
                && (words.size() == 1 || (words.size() == 2 && words.get(0).equals("record")));
    }
}
