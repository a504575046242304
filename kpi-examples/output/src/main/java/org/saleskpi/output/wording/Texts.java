package org.saleskpi.output.wording;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of reports in one language: entries of a resource bundle, one file a language, in which {@code {0}} and
 * {@code {1}} stand for what varies. What a language lacks is said in English. Immutable and thread-safe.
 */
final class Texts {

    private static final String BUNDLE = "org.saleskpi.output.wording.Words";

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final ResourceBundle bundle;

    Texts(Locale locale) {
        ResourceBundle found = ResourceBundle.getBundle(BUNDLE, locale);
        // For a language that is missing, Java gives that of the system.
        boolean isAskedFor = found.getLocale().getLanguage().equals(locale.getLanguage());
        this.bundle = isAskedFor ? found : ResourceBundle.getBundle(BUNDLE, Locale.ROOT);
    }

    /** The language that is really spoken. */
    Locale language() {
        String language = bundle.getLocale().getLanguage();
        return language.isEmpty() ? Locale.ENGLISH : Locale.forLanguageTag(language);
    }

    /** The text of a key, with the arguments in their places. */
    String say(String key, String... arguments) {
        return PLACE.matcher(Typography.set(bundle.getString(key), language()))
                .replaceAll(place -> Matcher.quoteReplacement(arguments[Integer.parseInt(place.group(1))]));
    }
}
