package org.saleskpi.output.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.saleskpi.indicator.IndicatorCatalogue;

/** How languages are set. */
class TypographyTest {

    private static final ResourceBundle FRENCH =
            ResourceBundle.getBundle("org.saleskpi.output.wording.Words", Locale.FRENCH);

    @Test
    void frenchHasCurvedApostrophesAndNarrowSpacesBeforeSigns() {
        assertThat(Typography.set("L'issue : d'un cas ; qu'{0} ?", Locale.FRENCH))
                .isEqualTo("L\u2019issue\u202F: d\u2019un cas\u202F; qu\u2019{0}\u202F?");
        assertThat(Typography.set("Total\u00A0: 5", Locale.CANADA_FRENCH)).isEqualTo("Total\u202F: 5");
        // What is no French sign stays: times, addresses, quotes.
        assertThat(Typography.set("à 10:30, 'iso'", Locale.FRENCH)).isEqualTo("à 10:30, 'iso'");
        assertThat(Typography.set("It's : so", Locale.ENGLISH)).isEqualTo("It's : so");
    }

    @Test
    void frenchQuotationMarksHaveNarrowSpacesWithin() {
        String set = "\u00AB\u202F{0}\u202F\u00BB n\u2019est rien";
        assertThat(Typography.set("\u00AB {0} \u00BB n'est rien", Locale.FRENCH))
                .isEqualTo(set);
        assertThat(Typography.set(set, Locale.FRENCH)).isEqualTo(set);
    }

    @Test
    void oneIsSingularAndInFrenchZeroIsToo() {
        assertThat(Typography.isSingular("1", Locale.ENGLISH)).isTrue();
        assertThat(Typography.isSingular("0", Locale.ENGLISH)).isFalse();
        assertThat(Typography.isSingular("0", Locale.CANADA_FRENCH)).isTrue();
        assertThat(Typography.isSingular("1,001", Locale.ENGLISH)).isFalse();
        assertThat(Typography.isSingular("2", Locale.FRENCH)).isFalse();
    }

    /** A colon without a space, or a straight apostrophe, is nowhere in French. */
    @Test
    void everyFrenchTextIsSetSo() {
        Wording french = new Wording(Locale.FRANCE);
        assertThat(FRENCH.keySet()).allSatisfy(key -> {
            String text = Typography.set(FRENCH.getString(key), Locale.FRENCH);
            if (!key.startsWith("date")) {
                assertThat(text).as(key).doesNotContain("'").doesNotContainPattern("[^\u202F][:;!?]( |$)");
            }
        });
        assertThat(IndicatorCatalogue.all()).allSatisfy(indicator -> {
            assertThat(french.name(indicator)).doesNotContain("'").doesNotContain(" :");
            assertThat(french.definition(indicator))
                    .doesNotContain("'")
                    .doesNotContain(" :")
                    .doesNotContain(" ;");
        });
        assertThat(new Wording(Locale.ENGLISH).name(IndicatorCatalogue.all().get(0)))
                .isEqualTo("Prospecting calls");
    }
}
