package org.saleskpi.words;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words in which populations, formulas and explanations are put: entries of a resource bundle, one file a language, in
 * which {@code {0}} and {@code {1}} stand for what varies. What a language lacks is said in English.
 */
public final class Words {

    private static final String BUNDLE = "org.saleskpi.words.Words";

    /** The name of the dimension that is no attribute. */
    private static final String OWNER = "owner";

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private Words() {}

    /** The text of a key, with the arguments in their places. */
    public static String say(Locale locale, String key, String... arguments) {
        return PLACE.matcher(bundle(locale).getString(key))
                .replaceAll(place -> Matcher.quoteReplacement(arguments[Integer.parseInt(place.group(1))]));
    }

    /** What people call a dimension: {@code owner} is a word of the library, an attribute has the name that its data gives it. */
    public static String dimension(Locale locale, String name) {
        return name.equals(OWNER) ? say(locale, "members.owner") : name;
    }

    /** For a language that is missing, Java gives that of the system. */
    private static ResourceBundle bundle(Locale locale) {
        ResourceBundle found = ResourceBundle.getBundle(BUNDLE, locale);
        boolean isAskedFor = found.getLocale().getLanguage().equals(locale.getLanguage());
        return isAskedFor ? found : ResourceBundle.getBundle(BUNDLE, Locale.ROOT);
    }
}
