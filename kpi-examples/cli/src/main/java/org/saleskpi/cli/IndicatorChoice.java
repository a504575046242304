package org.saleskpi.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.IndicatorCatalogue;
import org.saleskpi.indicator.SalesIndicators;
import picocli.CommandLine.ParameterException;

/** Reads which indicators are asked for: a word for many of them, or the keys of some. */
final class IndicatorChoice {

    private static final String BRIEF = "brief";
    private static final String ALL = "all";

    private final List<Indicator<?>> brief;
    private final List<Indicator<?>> all;

    /** Those of the library, of which the eighteen of {@link SalesIndicators} are the brief ones. */
    static final IndicatorChoice CATALOGUE = new IndicatorChoice(SalesIndicators.all(), IndicatorCatalogue.all());

    /** Chooses among the indicators of a catalogue, of which the brief ones are asked for by default. */
    IndicatorChoice(List<Indicator<?>> brief, List<Indicator<?>> all) {
        this.brief = List.copyOf(brief);
        this.all = List.copyOf(all);
    }

    /** The indicators in the order of the catalogue, each once. */
    List<Indicator<?>> parse(String option, String text, Arguments arguments) {
        List<String> words =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (words.contains(BRIEF) || words.contains(ALL)) {
            if (words.size() > 1) {
                throw arguments.bad(
                        option, text, "is more than one thing: " + BRIEF + " and " + ALL + " each stand alone");
            }
            return words.contains(ALL) ? all : brief;
        }
        Set<String> keys = new LinkedHashSet<>(words);
        for (String key : keys) {
            if (all.stream().noneMatch(indicator -> indicator.key().equals(key))) {
                throw unknown(option, key, ", " + BRIEF + " or " + ALL, arguments);
            }
        }
        return all.stream()
                .filter(indicator -> keys.contains(indicator.key()))
                .<Indicator<?>>map(indicator -> indicator)
                .toList();
    }

    /** The one indicator that has a key. */
    Indicator<?> one(String option, String key, Arguments arguments) {
        return all.stream()
                .filter(indicator -> indicator.key().equals(key.strip()))
                .findFirst()
                .orElseThrow(() -> unknown(option, key, "", arguments));
    }

    private ParameterException unknown(String option, String key, String others, Arguments arguments) {
        return arguments.bad(
                option, key, "is not the key of an indicator, expected one such as " + nearest(key) + others);
    }

    /** The key that takes the fewest changes; of several the first of the catalogue. */
    private String nearest(String text) {
        return all.stream()
                .map(Indicator::key)
                .min(Comparator.comparingInt(key -> changes(text, key)))
                .orElseThrow();
    }

    /** How many letters must be put in, taken out or replaced to make one text the other (Levenshtein 1965). */
    private static int changes(String from, String to) {
        int[] row = new int[to.length() + 1];
        Arrays.setAll(row, column -> column);
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
