package org.saleskpi.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.IndicatorCatalogue;

/** The page of indicators says what the catalogue does. */
class IndicatorsPageTest {

    @Test
    void everyIndicatorIsARowInTheOrderOfTheCatalogue() {
        List<String> expected = new ArrayList<>();
        for (Indicator<?> indicator : IndicatorCatalogue.all()) {
            expected.add(String.join(
                    " | ",
                    "| " + (expected.size() + 1),
                    "`" + indicator.key() + "`",
                    indicator.name(Locale.ENGLISH),
                    indicator.name(Locale.FRENCH),
                    indicator.definition(Locale.ENGLISH),
                    (indicator.additiveOverPeriods() ? "yes" : "no") + " |"));
        }

        assertThat(Snippets.read(Path.of("../../docs/indicators.md"))
                        .lines()
                        .filter(line -> line.matches("\\| \\d+ .*")))
                .containsExactlyElementsOf(expected);
    }
}
