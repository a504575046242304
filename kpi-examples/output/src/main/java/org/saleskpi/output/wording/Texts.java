package org.saleskpi.output.wording;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts in one language: entries of a resource bundle, one file a language, in which {@code {0}} and {@code {1}} stand for
 * what varies, and {@code {0:record|records}} for the first word where the number that stands for {@code {0}} takes the
 * singular, else for the second. What a language lacks is said in English. Immutable and thread-safe.
 */
public final class Texts {

    private static final String WORDS = "org.saleskpi.output.wording.Words";

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?::([^|{}]*)\\|([^|{}]*))?}");

    private final ResourceBundle bundle;

    /** Creates the texts of reports in a language. */
    Texts(Locale locale) {
        this(locale, language -> ResourceBundle.getBundle(WORDS, language));
    }

    /**
     * Creates the texts of a bundle in a language.
     *
     * @param locale the language
     * @param bundles gives the bundle for a language, as {@link ResourceBundle#getBundle(String, Locale)} does for who calls it
     */
    public Texts(Locale locale, Function<Locale, ResourceBundle> bundles) {
        ResourceBundle found = bundles.apply(locale);
        // For a language that is missing, Java gives that of the system.
        boolean isAskedFor = found.getLocale().getLanguage().equals(locale.getLanguage());
        this.bundle = isAskedFor ? found : bundles.apply(Locale.ROOT);
    }

    /**
     * Returns the language that is really spoken.
     *
     * @return the language; English where the one that was asked for is missing
     */
    public Locale language() {
        String language = bundle.getLocale().getLanguage();
        return language.isEmpty() ? Locale.ENGLISH : Locale.forLanguageTag(language);
    }

    /**
     * Returns the text of a key, with the arguments in their places.
     *
     * @param key the key
     * @param arguments what varies
     * @return the text, set as the language sets it
     */
    public String say(String key, String... arguments) {
        return PLACE.matcher(Typography.set(bundle.getString(key), language()))
                .replaceAll(found -> Matcher.quoteReplacement(in(found, arguments)));
    }

    private String in(MatchResult found, String... arguments) {
        String argument = arguments[Integer.parseInt(found.group(1))];
        if (found.group(2) == null) {
            return argument;
        }
        return Typography.isSingular(argument, language()) ? found.group(2) : found.group(3);
    }
}
