package org.saleskpi.indicator;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;

/** What an indicator is called and means, in the languages of people. */
record Wording(String key, Translations names, Translations definitions) {

    static Wording from(String key) {
        return new Wording(key, Translations.none(key, "name"), Translations.none(key, "definition"));
    }

    Wording named(String name) {
        return new Wording(key, names.with(name), definitions);
    }

    Wording named(Locale locale, String name) {
        return new Wording(key, names.with(locale, name), definitions);
    }

    Wording defined(String definition) {
        return new Wording(key, names, definitions.with(definition));
    }

    Wording defined(Locale locale, String definition) {
        return new Wording(key, names, definitions.with(locale, definition));
    }

    Wording worded(Function<? super Locale, ? extends ResourceBundle> bundles) {
        return new Wording(key, names.with(bundles), definitions.with(bundles));
    }

    String name(Locale locale) {
        return names.in(locale).orElse(key);
    }

    String definition(Locale locale) {
        return definitions.in(locale).orElseGet(() -> name(locale));
    }
}
