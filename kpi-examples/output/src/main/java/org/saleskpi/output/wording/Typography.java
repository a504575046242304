package org.saleskpi.output.wording;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a language is set, whatever keys its texts were typed with: in French, apostrophes are curved, and a narrow space that
 * does not break stands before signs of two parts and within quotation marks. Other languages stay as they are. Here too is
 * which numbers take the singular.
 */
final class Typography {

    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})'(?=\\p{L}|\\{)");
    private static final Pattern BEFORE_SIGN = Pattern.compile("[ \u00A0](?=[:;!?](?:[ \u00A0\\n]|$))");

    private static final Pattern AFTER_MARK = Pattern.compile("(?<=\u00AB)[ \u00A0]");
    private static final Pattern BEFORE_MARK = Pattern.compile("[ \u00A0](?=\u00BB)");

    private Typography() {}

    /** A text as a language sets it. */
    static String set(String text, Locale language) {
        if (!isFrench(language)) {
            return text;
        }
        String curved = APOSTROPHE.matcher(text).replaceAll("\u2019");
        String spaced = BEFORE_SIGN.matcher(curved).replaceAll("\u202F");
        return BEFORE_MARK
                .matcher(AFTER_MARK.matcher(spaced).replaceAll("\u202F"))
                .replaceAll("\u202F");
    }

    /** Whether what is counted by a written number stands in the singular: 1, and in French 0 too. */
    static boolean isSingular(String number, Locale language) {
        return number.equals("1") || (isFrench(language) && number.equals("0"));
    }

    private static boolean isFrench(Locale language) {
        return language.getLanguage().equals(Locale.FRENCH.getLanguage());
    }
}
