package org.saleskpi.output.wording;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Characters that nobody sees: those that turn the direction of text, those of no width, and blanks that pass for nothing. With
 * them, one name looks as another, or a line says what it does not.
 */
final class UnseenCharacters {

    /** Blank letters, which are no format characters: fillers of Korean, and signs of Khmer that nobody should use. */
    private static final String BLANK_LETTERS = "\u034F\u115F\u1160\u3164\uFFA0\u17B4\u17B5";

    private static final int NO_JOIN = 0x200C;
    private static final int JOIN = 0x200D;

    /** Scripts whose spelling says with an unseen character which letters join. */
    private static final Set<UnicodeScript> JOINED = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA);

    private UnseenCharacters() {}

    /** Whether what is at a place of a text is seen by nobody, and is not part of how its neighbours are spelt. */
    static boolean isAt(int[] text, int place) {
        int codePoint = text[place];
        if (codePoint == NO_JOIN || codePoint == JOIN) {
            return !joins(text, place);
        }
        return isVariation(codePoint)
                ? place == 0 || !hasVariations(text[place - 1])
                : Character.getType(codePoint) == Character.FORMAT || BLANK_LETTERS.indexOf(codePoint) >= 0;
    }

    private static boolean joins(int[] text, int place) {
        if (place == 0 || place == text.length - 1) {
            return false;
        }
        int before = text[place - 1];
        int after = text[place + 1];
        boolean isOfPictures = text[place] == JOIN && (isPicture(before) || isVariation(before)) && isPicture(after);
        UnicodeScript script = UnicodeScript.of(after);
        // A mark before it may be of several scripts.
        return isOfPictures
                || (JOINED.contains(script)
                        && (UnicodeScript.of(before) == script || UnicodeScript.of(before) == UnicodeScript.INHERITED));
    }

    /** Which of the forms of the character before it is meant. */
    private static boolean isVariation(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }

    private static boolean hasVariations(int codePoint) {
        return isPicture(codePoint)
                || Character.isIdeographic(codePoint)
                || Character.getType(codePoint) == Character.MATH_SYMBOL
                || "0123456789#*".indexOf(codePoint) >= 0;
    }

    private static boolean isPicture(int codePoint) {
        return Character.getType(codePoint) == Character.OTHER_SYMBOL || (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF);
    }
}
