package org.saleskpi.intake.table;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names that were probably meant to be known ones: they differ only in capitals, number or punctuation, or lack an
 * {@code _id} or {@code _at}.
 */
public final class NearNames {

    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{javaLowerCase})(?=\\p{javaUpperCase})");
    private static final Pattern SUFFIX = Pattern.compile("_(?:id|at)$");

    private final Map<String, String> knownByFound = new LinkedHashMap<>();

    /**
     * Looks for names.
     *
     * @param known the names that are known
     * @param found the names that are there
     */
    public NearNames(Collection<String> known, List<String> found) {
        for (String name : known) {
            if (!found.contains(name)) {
                Set<String> forms = forms(name);
                forms.addAll(forms(SUFFIX.matcher(name).replaceFirst("")));
                found.stream()
                        .filter(other ->
                                !known.contains(other) && forms(other).stream().anyMatch(forms::contains))
                        .forEach(other -> knownByFound.putIfAbsent(other, name));
            }
        }
    }

    /**
     * Returns what was probably meant.
     *
     * @return the known names that are missing, by those that were probably meant to be them
     */
    public Map<String, String> knownByFound() {
        return knownByFound;
    }

    /** Says which of the names that are there is probably meant to be a missing one; empty for none. */
    String hintFor(String known) {
        return knownByFound.entrySet().stream()
                .filter(entry -> entry.getValue().equals(known))
                .findFirst()
                .map(entry -> "; " + entry.getKey() + " is probably meant to be it")
                .orElse("");
    }

    /** What is left of a name without capitals and punctuation, and of its words without the s of many. */
    private static Set<String> forms(String name) {
        String[] words = BETWEEN_WORDS.split(name);
        String plain = String.join("", words).toLowerCase(Locale.ROOT);
        Set<String> forms = new HashSet<>();
        forms.add(plain);
        forms.add(singular(plain));
        forms.add(Arrays.stream(words)
                .map(word -> singular(word.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining()));
        forms.remove("");
        return forms;
    }

    private static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
