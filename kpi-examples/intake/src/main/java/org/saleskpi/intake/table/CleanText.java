package org.saleskpi.intake.table;

import com.google.common.base.CharMatcher;
import java.text.Normalizer;

/**
 * Texts of files as they are kept and compared: without the white space around them, and in the Unicode normal form C, so
 * that one name is one name whatever system wrote it. White space is of any kind that Unicode knows, and no-break spaces,
 * those without a width included.
 */
public final class CleanText {

    private static final CharMatcher SPACE = CharMatcher.whitespace()
            .or(CharMatcher.inRange('\u001c', '\u001f'))
            .or(CharMatcher.anyOf("\u200b\u2060\ufeff"));

    /** The first letter that may have another spelling; all before it stand for themselves alone. */
    private static final char FIRST_COMBINING = '\u0300';

    private CleanText() {}

    /**
     * Cleans a text.
     *
     * @param text a text
     * @return the text without the white space around it, in normal form; empty if there is nothing else
     */
    public static String of(String text) {
        int length = text.length();
        if (length == 0) {
            return text;
        }
        boolean isStripped = isPlain(text.charAt(0)) && isPlain(text.charAt(length - 1));
        return normal(isStripped ? text : SPACE.trimFrom(text));
    }

    /** Whether a character is surely no space: nearly all texts begin and end with such. */
    private static boolean isPlain(char c) {
        return c > ' ' && c < '\u0080';
    }

    /**
     * Normalizes a text.
     *
     * @param text a text
     * @return the text in normal form, white space included
     */
    public static String normal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    /**
     * Makes all white space alike.
     *
     * @param text a text
     * @return the text, each white space of any kind being a space
     */
    public static String withPlainSpaces(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ' ' && !isPlain(text.charAt(i))) {
                return SPACE.replaceFrom(text, ' ');
            }
        }
        return text;
    }
}
