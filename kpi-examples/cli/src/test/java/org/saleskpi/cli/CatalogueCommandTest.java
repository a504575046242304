package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.IndicatorCatalogue;
import org.saleskpi.indicator.SalesIndicators;

class CatalogueCommandTest {

    @Test
    void listsAllIndicatorsInOrder() {
        Run run = Run.of("catalogue", "--format", "csv", "--lang", "en");
        List<String> keys = run.text()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        assertThat(keys)
                .isEqualTo(IndicatorCatalogue.all().stream().map(Indicator::key).toList());
        assertThat(run.text().lines().toList())
                .contains("calls,Prospecting calls,Prospecting calls made in the period.,prospecting calls,number of"
                        + " members,count,more-is-better,true");
        assertThat(Run.of("catalogue", "--indicators", "brief", "--format", "json")
                        .text()
                        .lines()
                        .filter(line -> line.contains("\"key\"")))
                .hasSize(SalesIndicators.all().size());
    }

    @Test
    void textIsNarrowAndInTheLanguageOfTheReader() {
        String text = Run.of("catalogue", "--lang", "fr").text();
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(text).contains("""
                churn-rate  Taux d’attrition client
                """).contains("  = nombre d’éléments");
    }

    @Test
    void anUnknownKeyIsTold() {
        assertThat(Run.of("catalogue", "--indicators", "cals").exitCode()).isEqualTo(2);
    }
}
