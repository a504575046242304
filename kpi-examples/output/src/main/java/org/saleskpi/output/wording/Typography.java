package org.saleskpi.output.wording;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a language is set, whatever keys its texts were typed with: in French, apostrophes are curved, and a narrow space that
 * does not break stands before signs of two parts. Other languages stay as they are.
 */
final class Typography {

    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})'(?=\\p{L}|\\{)");
    private static final Pattern BEFORE_SIGN = Pattern.compile("[ \u00A0](?=[:;!?](?:[ \u00A0\\n]|$))");

    private Typography() {}

    /** A text as a language sets it. */
    static String set(String text, Locale language) {
        if (!language.getLanguage().equals(Locale.FRENCH.getLanguage())) {
            return text;
        }
        String curved = APOSTROPHE.matcher(text).replaceAll("\u2019");
        return BEFORE_SIGN.matcher(curved).replaceAll("\u202F");
    }
}
