package org.saleskpi.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.saleskpi.indicator.IndicatorCatalogue;
import org.saleskpi.indicator.SalesIndicators;

/** The sentences of the library: each language that names the catalogue has all of them. */
class WordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void everyLanguageSaysAllAndNothingElse() {
        ResourceBundle english = bundle(Locale.ENGLISH);
        assertThat(SalesIndicators.languages()).allSatisfy(language -> {
            ResourceBundle words = bundle(language);
            assertThat(words.getLocale().getLanguage())
                    .isEqualTo(language.equals(Locale.ENGLISH) ? "" : language.getLanguage());
            assertThat(words.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
            assertThat(words.keySet())
                    .allSatisfy(key ->
                            assertThat(places(words.getString(key))).as(key).isEqualTo(places(english.getString(key))));
        });
    }

    /** A language that lacks a word says it in English, so that a missing one shows as an English one. */
    @Test
    void noLanguageSaysSentencesInEnglish() {
        ResourceBundle english = bundle(Locale.ENGLISH);
        List<Locale> others = SalesIndicators.languages().stream()
                .filter(language -> !language.equals(Locale.ENGLISH))
                .toList();
        assertThat(english.keySet())
                .filteredOn(key -> english.getString(key).contains(" ")
                        && PLACE.matcher(english.getString(key)).replaceAll("").length() > 12)
                .hasSizeGreaterThan(40)
                .allSatisfy(key -> assertThat(others)
                        .allSatisfy(language -> assertThat(Words.say(language, key, "0", "1", "2", "3", "4", "5"))
                                .isNotEqualTo(Words.say(Locale.ENGLISH, key, "0", "1", "2", "3", "4", "5"))));
    }

    @Test
    void whatIsMissingIsSaidInEnglish() {
        Locale system = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRENCH);
            assertThat(Words.say(Locale.ITALIAN, "members.calls")).isEqualTo("calls");
        } finally {
            Locale.setDefault(system);
        }
        assertThat(Words.say(Locale.CANADA_FRENCH, "members.and", "$1", "\\")).isEqualTo("$1 et \\");
    }

    @Test
    void everyIndicatorHasAPopulationAndAFormulaInEachLanguage() {
        assertThat(IndicatorCatalogue.all())
                .allSatisfy(indicator -> assertThat(SalesIndicators.languages()).allSatisfy(language -> {
                    assertThat(indicator.population(language)).isNotBlank().doesNotContain("{");
                    assertThat(indicator.formula(language)).isNotBlank().doesNotContain("{");
                }));
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "org.saleskpi.words.Words", language.equals(Locale.ENGLISH) ? Locale.ROOT : language);
    }

    private static Set<String> places(String text) {
        Matcher matcher = PLACE.matcher(text);
        Set<String> places = new TreeSet<>();
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }
}
