package org.saleskpi.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The languages of the catalogue: each names and defines all of it. */
class CatalogueWordsTest {

    @Test
    void aLanguageIsAFile() {
        assertThat(SalesIndicators.languages()).containsExactly(Locale.GERMAN, Locale.ENGLISH, Locale.FRENCH);
        // They are looked up once; this looks again.
        assertThat(CatalogueWords.findLanguages()).containsExactlyElementsOf(SalesIndicators.languages());
    }

    @Test
    void everyLanguageHasAllWordsAndNoOther() {
        Set<String> expected = IndicatorCatalogue.all().stream()
                .flatMap(indicator -> Stream.of(indicator.key() + ".name", indicator.key() + ".definition"))
                .collect(ImmutableSet.toImmutableSet());
        assertThat(SalesIndicators.languages())
                .allSatisfy(language -> assertThat(bundle(language).keySet())
                        .as(language.toString())
                        .containsExactlyInAnyOrderElementsOf(expected));
        // The bundle of a language also has what that of English has: only its own words count.
        assertThat(SalesIndicators.languages())
                .filteredOn(language -> !language.equals(Locale.ENGLISH))
                .allSatisfy(language -> assertThat(IndicatorCatalogue.all()).allSatisfy(indicator -> {
                    assertThat(indicator.name(language)).isNotEqualTo(indicator.name(Locale.ENGLISH));
                    assertThat(indicator.definition(language)).isNotEqualTo(indicator.definition(Locale.ENGLISH));
                }));
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "org.saleskpi.indicator.SalesIndicators", language.equals(Locale.ENGLISH) ? Locale.ROOT : language);
    }

    @Test
    void namesAreShortAndDefinitionsAreSentences() {
        assertThat(SalesIndicators.languages()).allSatisfy(language -> {
            assertThat(IndicatorCatalogue.all()).allSatisfy(indicator -> {
                assertThat(indicator.name(language)).hasSizeBetween(5, 45).doesNotEndWith(".");
                assertThat(indicator.definition(language)).endsWith(".").hasSizeGreaterThan(25);
            });
            assertThat(IndicatorCatalogue.all())
                    .extracting(indicator -> indicator.name(language))
                    .doesNotHaveDuplicates();
        });
    }

    /** As the definitions of the indicators name them. */
    @Test
    void frenchNamesAreThoseOfTheBusiness() {
        assertThat(IndicatorCatalogue.all())
                .map(indicator -> indicator.name(Locale.FRENCH))
                .containsExactly(
                        "Nombre d'appels de prospection",
                        "Nombre de rendez-vous",
                        "Nombre de propositions envoyées",
                        "Nombre de contrats signés",
                        "Chiffre d'affaires généré",
                        "Panier moyen",
                        "Durée moyenne du cycle de vente",
                        "Taux de conversion",
                        "Taux de réussite des rendez-vous",
                        "Taux de satisfaction client",
                        "Taux de rétention client",
                        "Taux de réussite des appels",
                        "Taux de transformation des devis",
                        "Taux d'attrition client",
                        "Propositions par rendez-vous",
                        "Nombre de clients conquis",
                        "Taux de gain",
                        "Durée moyenne de décision",
                        "Rendez-vous obtenus",
                        "Rendez-vous tenus",
                        "Taux d'absence aux rendez-vous",
                        "Taux de contact",
                        "Taux de réussite des appels aboutis",
                        "Appels par rendez-vous",
                        "Appels par contrat",
                        "Rendez-vous tenus par contrat",
                        "Clients actifs au début",
                        "Clients gagnés",
                        "Clients perdus",
                        "Clients actifs à la fin",
                        "Taux de gain en valeur",
                        "Propositions en cours",
                        "Chiffre d'affaires nouveau",
                        "Chiffre d'affaires récurrent et additionnel",
                        "Part des clients existants",
                        "Chiffre d'affaires par client",
                        "Vélocité des ventes",
                        "Net Promoter Score",
                        "Délai du premier appel",
                        "Revenu mensuel récurrent",
                        "Rétention brute du revenu",
                        "Rétention nette du revenu");
    }
}
