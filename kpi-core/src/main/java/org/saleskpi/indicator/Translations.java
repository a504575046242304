package org.saleskpi.indicator;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.saleskpi.order.WhiteSpace;

/** One thing that is said of an indicator, in the languages in which it is. Immutable. */
final class Translations {

    private static final ResourceBundle.Control LANGUAGES =
            ResourceBundle.Control.getControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String key;

    /** What this is: {@code name} or {@code definition}. */
    private final String kind;

    /** What was said directly. The root locale stands for every language that has nothing else. */
    private final ImmutableMap<Locale, String> own;

    private final @Nullable Function<? super Locale, ? extends ResourceBundle> bundles;

    private Translations(
            String key,
            String kind,
            ImmutableMap<Locale, String> own,
            @Nullable Function<? super Locale, ? extends ResourceBundle> bundles) {
        this.key = key;
        this.kind = kind;
        this.own = own;
        this.bundles = bundles;
    }

    static Translations none(String key, String kind) {
        return new Translations(key, kind, ImmutableMap.of(), null);
    }

    /** Only this, in all languages. */
    Translations with(String text) {
        return none(key, kind).with(Locale.ROOT, text);
    }

    Translations with(Locale locale, String text) {
        requireNonNull(locale, "locale");
        checkArgument(
                !WhiteSpace.isBlank(requireNonNull(text, kind)), "Indicator %s: %s \"%s\" is blank", key, kind, text);
        ImmutableMap<Locale, String> more = ImmutableMap.<Locale, String>builder()
                .putAll(own)
                .put(locale, text)
                .buildKeepingLast();
        return new Translations(key, kind, more, bundles);
    }

    /** Only what these bundles say. */
    Translations with(Function<? super Locale, ? extends ResourceBundle> languages) {
        return new Translations(key, kind, ImmutableMap.of(), requireNonNull(languages, "bundles"));
    }

    /** In this language; else what is for all languages; else in English. */
    Optional<String> in(Locale locale) {
        requireNonNull(locale, "locale");
        return in(locale, own)
                .or(() -> inBundle(locale))
                .or(() -> Optional.ofNullable(own.get(Locale.ROOT)))
                .or(() -> Optional.ofNullable(own.get(Locale.ENGLISH)))
                .or(() -> inBundle(Locale.ENGLISH))
                .or(() -> inBundle(Locale.ROOT));
    }

    /** As it is said in a country, else in its language. */
    private static Optional<String> in(Locale locale, ImmutableMap<Locale, String> texts) {
        List<Locale> candidates = LANGUAGES.getCandidateLocales("", locale);
        return candidates.stream()
                .filter(candidate -> !candidate.equals(Locale.ROOT))
                .map(texts::get)
                .flatMap(text -> Optional.ofNullable(text).stream())
                .findFirst();
    }

    /**
     * What the bundle of a language says. {@link ResourceBundle#getBundle(String, Locale)} gives the bundle of the system's
     * language for a language that it lacks; what numbers are called must not depend on the system.
     */
    private Optional<String> inBundle(Locale locale) {
        if (bundles == null) {
            return Optional.empty();
        }
        ResourceBundle bundle;
        try {
            bundle = requireNonNull(bundles.apply(locale), "bundle");
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
        String entry = key + "." + kind;
        return speaks(bundle, locale) && bundle.containsKey(entry)
                ? Optional.of(bundle.getString(entry))
                : Optional.empty();
    }

    /** A bundle that nobody looked up by name knows no language: it speaks the one that it was asked for. */
    private static boolean speaks(ResourceBundle bundle, Locale locale) {
        @Nullable Locale found = bundle.getLocale();
        return found == null || found.getLanguage().equals(locale.getLanguage());
    }
}
