package org.saleskpi.indicator;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The names and definitions of the catalogue: one file a language, of which the one without a code is English. */
final class CatalogueWords {

    private static final Supplier<Set<Locale>> LANGUAGES = Suppliers.memoize(CatalogueWords::findLanguages);

    private CatalogueWords() {}

    static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("org.saleskpi.indicator.SalesIndicators", locale);
    }

    static Set<Locale> languages() {
        return LANGUAGES.get();
    }

    /** Looks for the file of each language that there is. */
    static Set<Locale> findLanguages() {
        return Stream.of(Locale.getISOLanguages())
                .sorted()
                .filter(language -> language.equals("en") || hasFile(language))
                .map(Locale::forLanguageTag)
                .collect(ImmutableSet.toImmutableSet());
    }

    private static boolean hasFile(String language) {
        String file = "SalesIndicators_" + language + ".properties";
        try (InputStream words = CatalogueWords.class.getResourceAsStream(file)) {
            return words != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
