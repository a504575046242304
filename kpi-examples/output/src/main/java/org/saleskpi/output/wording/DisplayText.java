package org.saleskpi.output.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text as a terminal shows it: how many columns it takes, padded and broken by columns instead of by characters. */
public final class DisplayText {

    /** Format characters that are shown all the same: the soft hyphen, and the number signs of Arabic and Syriac. */
    private static final CodePoints SHOWN_FORMATS = new CodePoints(
            0xAD, 0xAD, 0x600, 0x605, 0x6DD, 0x6DD, 0x70F, 0x70F, 0x890, 0x891, 0x8E2, 0x8E2, 0x110BD, 0x110BD, 0x110CD,
            0x110CD);

    /** Vowels and final consonants of Korean, which are shown within the syllable that they follow. */
    private static final CodePoints JOINED_JAMO = new CodePoints(0x1160, 0x11FF, 0xD7B0, 0xD7FB);

    /** What Unicode's East Asian Width calls wide or full-width, and all pictures, which terminals do not agree about. */
    private static final CodePoints WIDE = new CodePoints(
            0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3, 0x25FD,
            0x25FE, 0x2614, 0x2615, 0x2648, 0x2653, 0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1, 0x26AA, 0x26AB,
            0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3, 0x26F5,
            0x26F5, 0x26FA, 0x26FA, 0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C,
            0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797, 0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B,
            0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55, 0x2E80, 0x303E, 0x3040, 0xA4CF, 0xA960, 0xA97C, 0xAC00, 0xD7A3,
            0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x1B2FF, 0x1F004,
            0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F7E0,
            0x1F7F0, 0x1F900, 0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x3FFFD);

    private DisplayText() {}

    /** Ranges of code points, as their first and last ones in ascending order. */
    private static final class CodePoints {

        private final int[] bounds;

        CodePoints(int... bounds) {
            this.bounds = bounds;
        }

        boolean contains(int codePoint) {
            int position = Arrays.binarySearch(bounds, codePoint);
            // Between a first and a last one, the place to insert it is odd.
            return position >= 0 || (-position - 1) % 2 == 1;
        }
    }

    /**
     * Returns the columns that a text takes: accents none of their own, Chinese, Japanese and Korean characters and
     * pictures two.
     *
     * @param text the text
     * @return the number of columns
     */
    public static int width(String text) {
        return text.codePoints().map(DisplayText::width).sum();
    }

    /**
     * Returns the columns that the widest of some texts takes.
     *
     * @param texts the texts
     * @return the number of columns; 0 for no text
     */
    public static int widest(List<String> texts) {
        return texts.stream().mapToInt(DisplayText::width).max().orElse(0);
    }

    private static int width(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            case Character.FORMAT -> SHOWN_FORMATS.contains(codePoint) ? 1 : 0;
            default -> JOINED_JAMO.contains(codePoint) ? 0 : WIDE.contains(codePoint) ? 2 : 1;
        };
    }

    /**
     * Puts spaces behind a text.
     *
     * @param text the text
     * @param width the columns to fill
     * @return a text of at least so many columns
     */
    public static String padEnd(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /**
     * Puts spaces before a text.
     *
     * @param text the text
     * @param width the columns to fill
     * @return a text of at least so many columns
     */
    public static String padStart(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /**
     * Puts a text on one line whatever it holds: control characters, which a terminal would obey, become spaces, and
     * characters that nobody sees, escapes such as {@code \\u202e}.
     *
     * @param text the text
     * @return the line
     */
    public static String oneLine(String text) {
        return line(text, " ").strip();
    }

    /**
     * Puts a text on one line, and shows all that it holds: control characters and those that nobody sees become escapes such
     * as {@code \\u001b}.
     *
     * @param text the text
     * @return the line
     */
    public static String escaped(String text) {
        return line(text, null);
    }

    /** Writes control characters as something else, or as escapes. */
    private static String line(String text, @Nullable String control) {
        StringBuilder line = new StringBuilder();
        int[] codePoints = text.codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            int codePoint = codePoints[i];
            boolean isControl = Character.isISOControl(codePoint) || codePoint == '\u2028' || codePoint == '\u2029';
            if (isControl && control != null) {
                line.append(control);
            } else if (isControl || UnseenCharacters.isAt(codePoints, i)) {
                Character.toString(codePoint)
                        .chars()
                        .forEach(c -> line.append(String.format(Locale.ROOT, "\\u%04x", c)));
            } else {
                line.appendCodePoint(codePoint);
            }
        }
        return line.toString();
    }

    /**
     * Breaks a text into lines at its spaces, and within words that are wider than a line.
     *
     * @param text the text
     * @param width the columns of a line
     * @return the lines, at least one
     */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" +", -1)) {
            if (line.length() > 0 && width(line.toString()) + 1 + width(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (line.length() > 0) {
                line.append(' ');
            }
            for (int codePoint : word.codePoints().toArray()) {
                if (line.length() > 0 && width(line.toString()) + width(codePoint) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.appendCodePoint(codePoint);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
