package org.saleskpi.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant who wrote a word that is not known. */
final class Nearest {

    /** A word may differ in one letter of so many, and in one at least. */
    private static final int LETTERS_FOR_A_CHANGE = 5;

    private Nearest() {}

    /** The known word that takes the fewest changes; of several the first. */
    static Optional<String> to(String text, Collection<String> known) {
        String written = text.toLowerCase(Locale.ROOT);
        return known.stream().min(Comparator.comparingInt(word -> changes(written, word.toLowerCase(Locale.ROOT))));
    }

    /** The nearest word, if it differs little. */
    static Optional<String> like(String text, Collection<String> known) {
        return to(text, known).filter(word -> {
            int changes = changes(text.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
            // Half of a word is another word.
            return changes <= Math.max(1, word.length() / LETTERS_FOR_A_CHANGE)
                    && 2 * changes < Math.max(text.length(), word.length());
        });
    }

    /**
     * How many letters must be put in, taken out, replaced, or swapped with their neighbour to make one text the other: the
     * distance of Damerau (1964) and Levenshtein (1965), no letter being changed twice.
     */
    private static int changes(String from, String to) {
        int[][] least = new int[from.length() + 1][to.length() + 1];
        Arrays.setAll(least[0], column -> column);
        for (int i = 1; i <= from.length(); i++) {
            least[i][0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = least[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                least[i][j] = Math.min(replaced, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    least[i][j] = Math.min(least[i][j], 1 + least[i - 2][j - 2]);
                }
            }
        }
        return least[from.length()][to.length()];
    }
}
