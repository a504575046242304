package org.saleskpi.output.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.output.wording.Wording;

class ThemeTest {

    @Test
    void everyThemeHasATitleInEachLanguage() {
        assertThat(Theme.values())
                .extracting(theme -> theme.title(new Wording(Locale.GERMAN)))
                .containsExactly("Ergebnisse", "Aktivität", "Erfolgsquoten", "Kunden und Tempo", "Weitere Kennzahlen");
    }

    @Test
    void everyIndicatorOfTheCatalogueHasATheme() {
        assertThat(Theme.FURTHER.among(SalesIndicators.all())).isEmpty();
    }

    @Test
    void aRenamedIndicatorKeepsItsThemeAndOnesOwnComeLast() {
        Indicator<?> renamed = SalesIndicators.REVENUE.named("Bookings");
        Indicator<?> own = Indicator.count("own", SalesPopulations.SALES_MEETINGS);
        assertThat(Theme.RESULTS.among(List.of(own, SalesIndicators.CONTRACTS, renamed)))
                .isEqualTo(List.of(renamed, SalesIndicators.CONTRACTS));
        assertThat(Theme.FURTHER.among(List.of(own, renamed))).isEqualTo(List.of(own));
    }
}
