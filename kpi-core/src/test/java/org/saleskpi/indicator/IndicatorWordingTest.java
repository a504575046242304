package org.saleskpi.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saleskpi.sales.Call;
import org.saleskpi.value.Count;

/** What indicators are called, in which language, and what is said where a language has no words. */
class IndicatorWordingTest {

    private static final Indicator<Count> REFUSALS = Indicator.count("refusals", SalesPopulations.PROSPECTING_CALLS);

    private final Locale system = Locale.getDefault();

    @BeforeEach
    void theSystemSpeaksFrench() {
        Locale.setDefault(Locale.FRANCE);
    }

    @AfterEach
    void theSystemSpeaksItsLanguageAgain() {
        Locale.setDefault(system);
    }

    @Test
    void theKeyStandsInForWordsThatNobodyGave() {
        assertThat(REFUSALS.name(Locale.ENGLISH)).isEqualTo("refusals");
        assertThat(REFUSALS.definition(Locale.FRENCH)).isEqualTo("refusals");
    }

    @Test
    void aNameWithoutALanguageIsForAll() {
        Indicator<Count> named = REFUSALS.named(Locale.FRENCH, "Refus").named("Refusals");
        assertThat(named.name(Locale.FRENCH)).isEqualTo("Refusals");
        assertThat(named.name(Locale.GERMAN)).isEqualTo("Refusals");
        assertThat(named.definition(Locale.GERMAN)).isEqualTo("Refusals");
        assertThat(named.named(Locale.GERMAN, "Absagen").name(Locale.GERMANY)).isEqualTo("Absagen");
        assertThat(named.named(Locale.GERMAN, "Absagen").name(Locale.FRENCH)).isEqualTo("Refusals");
    }

    @Test
    void aNameInALanguageIsForItsCountriesAndOneInACountryForThatAlone() {
        Indicator<Count> named = REFUSALS.named(Locale.FRENCH, "Refus").named(Locale.CANADA_FRENCH, "Refus essuyés");
        assertThat(named.name(Locale.FRANCE)).isEqualTo("Refus");
        assertThat(named.name(Locale.CANADA_FRENCH)).isEqualTo("Refus essuyés");
        assertThat(named.name(Locale.GERMAN)).isEqualTo("refusals");
    }

    @Test
    void whatALanguageLacksIsSaidInEnglish() {
        Indicator<Count> worded = REFUSALS.named(Locale.ENGLISH, "Refusals")
                .named(Locale.FRENCH, "Refus")
                .defined(Locale.ENGLISH, "Calls that were refused.");
        assertThat(worded.name(Locale.GERMAN)).isEqualTo("Refusals");
        assertThat(worded.definition(Locale.FRENCH)).isEqualTo("Calls that were refused.");
    }

    @Test
    void aDefinitionThatNobodyGaveIsTheNameInTheLanguageAskedFor() {
        assertThat(REFUSALS.named("Refusals").named(Locale.FRENCH, "Refus").definition(Locale.FRENCH))
                .isEqualTo("Refus");
    }

    @Test
    void bundlesNameAndDefineLanguageByLanguage() {
        Indicator<Count> worded = REFUSALS.named("replaced").worded(IndicatorWordingTest::bundle);
        assertThat(worded.name(Locale.FRANCE)).isEqualTo("Refus");
        assertThat(worded.name(Locale.CANADA_FRENCH)).isEqualTo("Refus essuyés");
        assertThat(worded.definition(Locale.CANADA_FRENCH)).isEqualTo("Appels refusés.");
        assertThat(worded.name(Locale.UK)).isEqualTo("Refusals");
        assertThat(worded.definition(Locale.ROOT)).isEqualTo("Calls that were refused.");
    }

    @Test
    void theLanguageOfTheSystemPlaysNoPart() {
        assertThat(bundle(Locale.GERMAN).getString("refusals.name")).isEqualTo("Refus");
        assertThat(REFUSALS.worded(IndicatorWordingTest::bundle).name(Locale.GERMAN))
                .isEqualTo("Refusals");
        assertThat(SalesIndicators.REVENUE.name(Locale.ITALIAN)).isEqualTo("Revenue");
        assertThat(SalesIndicators.REVENUE.name(Locale.ENGLISH)).isEqualTo("Revenue");
    }

    @Test
    void bundlesThatDoNotExistHaveNoWords() {
        Indicator<Count> worded = REFUSALS.worded(locale -> ResourceBundle.getBundle("nowhere.Refusals", locale));
        assertThat(worded.name(Locale.FRENCH)).isEqualTo("refusals");
        assertThat(worded.named(Locale.FRENCH, "Refus").name(Locale.FRENCH)).isEqualTo("Refus");
    }

    @Test
    void aBundleReadByHandSpeaksTheLanguageThatItIsAskedFor() throws IOException {
        ResourceBundle german = new PropertyResourceBundle(new StringReader("refusals.name=Absagen"));
        Indicator<Count> worded = REFUSALS.worded(locale -> locale.equals(Locale.GERMAN) ? german : bundle(locale));
        assertThat(worded.name(Locale.GERMAN)).isEqualTo("Absagen");
        assertThat(worded.definition(Locale.GERMAN)).isEqualTo("Calls that were refused.");
    }

    @Test
    void whatTheBundleOfALanguageLacksIsSaidInEnglishBeforeAnyOther() throws IOException {
        ResourceBundle english = new PropertyResourceBundle(new StringReader("refusals.name=Rejections"));
        Indicator<Count> worded = REFUSALS.worded(locale -> locale.equals(Locale.ENGLISH) ? english : bundle(locale));
        assertThat(worded.name(Locale.GERMAN)).isEqualTo("Rejections");
    }

    @Test
    void aNameForTheLanguagesThatHaveNoneLeavesTheOthersTheirs() {
        Indicator<?> bookings = SalesIndicators.REVENUE.named(Locale.ROOT, "Bookings");
        assertThat(bookings.name(Locale.GERMANY)).isEqualTo("Auftragseingang");
        assertThat(bookings.name(Locale.ITALIAN)).isEqualTo("Bookings");
    }

    @Test
    void aDefinitionWithoutALanguageIsForAll() {
        Indicator<Count> defined = REFUSALS.named("Refusals").defined("Calls that were refused.");
        assertThat(defined.definition(Locale.GERMAN)).isEqualTo("Calls that were refused.");
        assertThat(defined.name(Locale.GERMAN)).isEqualTo("Refusals");
    }

    @Test
    void aHouseNameTakesThePlaceOfThatOfTheCatalogueInItsLanguageOnly() {
        Indicator<?> bookings = SalesIndicators.REVENUE.named(Locale.ENGLISH, "Bookings");
        assertThat(bookings.name(Locale.UK)).isEqualTo("Bookings");
        assertThat(bookings.name(Locale.GERMAN)).isEqualTo("Auftragseingang");
        assertThat(bookings.definition(Locale.UK)).isEqualTo(SalesIndicators.REVENUE.definition(Locale.ENGLISH));
        assertThat(SalesIndicators.REVENUE.named("Bookings").name(Locale.GERMAN))
                .isEqualTo("Bookings");
    }

    @Test
    void aRateStaysARateWhateverItIsCalled() {
        RateIndicator<Call> rate = Indicator.rate("rate", SalesPopulations.PROSPECTING_CALLS, Call::isSuccessful)
                .named("Rate")
                .named(Locale.FRENCH, "Taux")
                .defined("A share.")
                .defined(Locale.FRENCH, "Une part.")
                .withDirection(Direction.LESS_IS_BETTER)
                .openWhen(Call::isUnrecorded);
        assertThat(rate.name(Locale.FRENCH)).isEqualTo("Taux");
        assertThat(rate.definition(Locale.ENGLISH)).isEqualTo("A share.");
        assertThat(rate.definition(Locale.FRENCH)).isEqualTo("Une part.");
        assertThat(rate.direction()).isEqualTo(Direction.LESS_IS_BETTER);
        RateIndicator<Call> worded = rate.worded(IndicatorWordingTest::bundle);
        assertThat(worded.name(Locale.FRENCH)).isEqualTo("rate");
        assertThat(worded.direction()).isEqualTo(Direction.LESS_IS_BETTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void blankWordsAreRefused(String blank) {
        assertThatThrownBy(() -> REFUSALS.named(blank))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Indicator refusals: name \"" + blank + "\" is blank");
        assertThatThrownBy(() -> REFUSALS.defined(Locale.FRENCH, blank))
                .hasMessage("Indicator refusals: definition \"" + blank + "\" is blank");
    }

    @Test
    @SuppressWarnings("NullAway") // What callers without its checks may do.
    void nullsAreNamed() {
        assertThatThrownBy(() -> REFUSALS.named(null)).hasMessage("name");
        assertThatThrownBy(() -> REFUSALS.defined(null)).hasMessage("definition");
        assertThatThrownBy(() -> REFUSALS.named(null, "Refusals")).hasMessage("locale");
        assertThatThrownBy(() -> REFUSALS.worded(null)).hasMessage("bundles");
        assertThatThrownBy(() -> REFUSALS.withDirection(null)).hasMessage("better");
        assertThatThrownBy(() -> REFUSALS.name(null)).hasMessage("locale");
        assertThatThrownBy(() -> REFUSALS.definition(null)).hasMessage("locale");
    }

    @Test
    void anIndicatorHasNoDirectionUntilSomebodyGivesItOne() {
        assertThat(REFUSALS.direction()).isEqualTo(Direction.NEITHER);
        assertThat(REFUSALS.withDirection(Direction.LESS_IS_BETTER)
                        .named("Refusals")
                        .direction())
                .isEqualTo(Direction.LESS_IS_BETTER);
        assertThat(SalesIndicators.all())
                .filteredOn(indicator -> indicator.direction() != Direction.MORE_IS_BETTER)
                .map(indicator -> indicator.key() + " " + indicator.direction())
                .containsExactly(
                        "sales-cycle LESS_IS_BETTER",
                        "churn-rate LESS_IS_BETTER",
                        "proposals-per-meeting NEITHER",
                        "deal-cycle LESS_IS_BETTER");
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("org.saleskpi.indicator.Refusals", locale);
    }
}
