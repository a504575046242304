package org.saleskpi.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Text as a terminal shows it: how many columns it takes, padded and broken by columns instead of by characters. */
public final class DisplayText {

    private DisplayText() {}

    /**
     * Returns the columns that a text takes: accents none of their own, Chinese, Japanese and Korean characters two.
     *
     * @param text the text
     * @return the number of columns
     */
    public static int width(String text) {
        return text.codePoints().map(DisplayText::width).sum();
    }

    private static int width(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    /** The wide and full-width blocks of Unicode's East Asian Width, and the pictures. */
    private static boolean isWide(int codePoint) {
        return codePoint >= 0x1100
                && (codePoint <= 0x115F
                        || (codePoint >= 0x2E80 && codePoint <= 0xA4CF && codePoint != 0x303F)
                        || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
                        || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                        || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
                        || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
                        || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
                        || (codePoint >= 0x1F300 && codePoint <= 0x1F64F)
                        || (codePoint >= 0x1F680 && codePoint <= 0x1F6FF)
                        || (codePoint >= 0x1F900 && codePoint <= 0x1F9FF)
                        || (codePoint >= 0x20000 && codePoint <= 0x3FFFD));
    }

    static String padEnd(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    static String padStart(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /** One line whatever the text holds: control characters, which a terminal would obey, become spaces. */
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .map(codePoint -> Character.isISOControl(codePoint) || codePoint == '\u2028' || codePoint == '\u2029'
                        ? ' '
                        : codePoint)
                .forEach(line::appendCodePoint);
        return line.toString().strip();
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
