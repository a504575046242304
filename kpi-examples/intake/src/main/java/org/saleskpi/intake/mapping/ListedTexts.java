package org.saleskpi.intake.mapping;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.saleskpi.intake.table.CleanText;
import org.saleskpi.intake.table.Wildcard;

/**
 * Texts that a mapping lists, as they are or as patterns, and whether capitals count.
 *
 * @param texts the texts as they are compared, and as they are written in the mapping
 * @param patterns patterns as they are compared, in which {@code *} stands for any characters
 * @param ignoresCase whether a text that differs only in capitals is the same
 */
record ListedTexts(Map<String, String> texts, List<String> patterns, boolean ignoresCase) {

    private static final Pattern NEGLIGIBLE = Pattern.compile("[\\p{M}\\s\\p{Z}]+");

    static ListedTexts of(Collection<String> texts, boolean ignoresCase) {
        Map<String, String> listed = new LinkedHashMap<>();
        texts.forEach(text -> listed.putIfAbsent(compared(text, ignoresCase), text));
        return new ListedTexts(listed, List.of(), ignoresCase);
    }

    /** Patterns; in each, bars stand between alternatives. */
    static ListedTexts matching(Collection<String> patterns, boolean ignoresCase) {
        List<String> alternatives = new ArrayList<>();
        for (String pattern : patterns) {
            for (String alternative : pattern.split("\\|", -1)) {
                alternatives.add(compared(CleanText.of(alternative), ignoresCase));
            }
        }
        return new ListedTexts(Map.of(), List.copyOf(alternatives), ignoresCase);
    }

    /** A text as it is compared: where capitals do not count, small letters, and for ß what its capitals have. */
    static String compared(String text, boolean ignoresCase) {
        return ignoresCase ? CleanText.normal(text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)) : text;
    }

    boolean has(String text) {
        String compared = compared(text, ignoresCase);
        if (texts.containsKey(compared)) {
            return true;
        }
        for (String pattern : patterns) {
            if (Wildcard.fits(compared, pattern)) {
                return true;
            }
        }
        return false;
    }

    /** Whether no text at all is meant too. */
    boolean hasNone() {
        return texts.containsKey("");
    }

    /** What is left of a text without capitals, spaces and accents. */
    static String form(String text) {
        return NEGLIGIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
