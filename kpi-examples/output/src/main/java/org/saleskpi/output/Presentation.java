package org.saleskpi.output;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How answers are shown to people. Immutable and thread-safe.
 *
 * @param locale the language of text; where there are no words of it, they are English
 * @param letterhead what stands above them
 * @param order in which order groups stand, and how many of them, for programs too; null for the usual one: that of their keys
 *     for programs, that of the language for people
 */
public record Presentation(
        Locale locale, Letterhead letterhead, @Nullable GroupOrder order) {

    /**
     * Creates a way to show answers.
     *
     * @param locale the language of text
     * @param letterhead what stands above them
     * @param order in which order groups stand, and how many of them; null for the usual one
     */
    public Presentation {
        requireNonNull(locale, "locale");
        requireNonNull(letterhead, "letterhead");
    }

    /**
     * Returns the usual way to show answers in a language.
     *
     * @param locale the language of text
     * @return no letterhead, and all groups in their usual order
     */
    public static Presentation in(Locale locale) {
        return new Presentation(locale, Letterhead.NONE, null);
    }

    Presentation withLocale(Locale other) {
        return new Presentation(other, letterhead, order);
    }

    Presentation withLetterhead(Letterhead other) {
        return new Presentation(locale, other, order);
    }

    Presentation withOrder(@Nullable GroupOrder other) {
        return new Presentation(locale, letterhead, other);
    }
}
