package org.saleskpi.cli;

import java.util.Arrays;
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
                throw arguments.badValue(option, text, "indicators.alone");
            }
            return words.contains(ALL) ? all : brief;
        }
        Set<String> keys = new LinkedHashSet<>(words);
        for (String key : keys) {
            if (all.stream().noneMatch(indicator -> indicator.key().equals(key))) {
                throw unknown(option, key, "indicators.unknown", arguments);
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
                .orElseThrow(() -> unknown(option, key, "indicator.unknown", arguments));
    }

    private ParameterException unknown(String option, String key, String message, Arguments arguments) {
        return arguments.badValue(
                option,
                key,
                message,
                Nearest.to(key, all.stream().map(Indicator::key).toList()).orElseThrow());
    }
}
