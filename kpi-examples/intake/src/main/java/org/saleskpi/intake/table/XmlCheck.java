package org.saleskpi.intake.table;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what is too long in a part of a workbook, byte by byte and without keeping it: parsers of XML and of numbers take
 * long for such, or all memory. Not thread-safe.
 */
final class XmlCheck {

    /** A cell has at most 32,767 characters, each of which may be written with ten bytes. */
    private static final int MAX_TEXT = 1 << 20;

    private static final int MAX_TAG = 1 << 16;
    private static final int MAX_ATTRIBUTES = 500;

    /** Numbers of a spreadsheet have 15 digits, and an exponent up to 308. */
    private static final int MAX_DIGITS = 400;

    private static final int LAST_COLUMN = 16_384;

    /** A spreadsheet keeps some 65,000 looks of cells, in two lists. */
    private static final int MAX_LOOKS = 200_000;

    /** What numbers are written with, escaped or not. */
    private static final String OF_NUMBERS = "0123456789+-.eE&#;xX";

    /** Where a byte stands. */
    private enum State {
        TEXT,
        TAG,
        VALUE,
        COMMENT,
        UNPARSED
    }

    private State state = State.TEXT;
    private boolean isFirst = true;
    private int quote;
    private int attributes;
    private final StringBuilder tag = new StringBuilder();
    private int textLength;
    private boolean isNumber;
    private boolean isOfCell;
    private int cellLength;
    private int cellsOfRow;
    private int looks;

    /** Whether a part is XML, of which its beginning is given. */
    static boolean isXml(byte[] bytes, int count) {
        return beginning(bytes, count).startsWith("<");
    }

    /** The beginning of a part, in whatever encoding of Unicode, without marks of that. */
    private static String beginning(byte[] bytes, int count) {
        String text = new String(bytes, 0, Math.min(count, 64), StandardCharsets.ISO_8859_1);
        return text.replaceFirst("^[\\x00\\s\u00ef\u00bb\u00bf\u00fe\u00ff]+", "");
    }

    /** What is too long among the bytes of a part up to these, to be read after "has"; null for nothing. */
    @Nullable
    String excess(byte[] bytes, int count) {
        if (isFirst && beginning(bytes, count).startsWith("<\0")) {
            return "another encoding than UTF-8";
        }
        isFirst = false;
        for (int i = 0; i < count; i++) {
            String excess = excess(bytes[i]);
            if (excess != null) {
                return excess;
            }
        }
        return null;
    }

    private @Nullable String excess(byte c) {
        return switch (state) {
            case TEXT -> inText(c);
            case TAG -> inTag(c);
            case VALUE -> {
                if (c == quote) {
                    state = State.TAG;
                }
                yield keep(c);
            }
            case COMMENT, UNPARSED -> inUnparsed(c);
        };
    }

    private @Nullable String inText(byte c) {
        if (c == '<') {
            state = State.TAG;
            tag.setLength(0);
            attributes = 0;
            return null;
        }
        textLength++;
        isNumber = isNumber && OF_NUMBERS.indexOf(c) >= 0;
        return inText();
    }

    private @Nullable String inTag(byte c) {
        if (c == '>') {
            return endOfTag();
        }
        if (c == '"' || c == '\'') {
            quote = c;
            attributes++;
            state = State.VALUE;
            if (attributes > MAX_ATTRIBUTES) {
                return "an element with more than " + MAX_ATTRIBUTES + " attributes";
            }
        }
        String excess = keep(c);
        if (tag.length() == 3 && tag.indexOf("!--") == 0) {
            state = State.COMMENT;
            tag.setLength(0);
        } else if (tag.length() == 8 && tag.indexOf("![CDATA[") == 0) {
            state = State.UNPARSED;
            tag.setLength(0);
        } else if (tag.length() == 8 && tag.indexOf("!DOCTYPE") == 0) {
            return "a document type";
        }
        return excess;
    }

    private @Nullable String keep(byte c) {
        tag.append((char) (c & 0xff));
        return tag.length() > MAX_TAG ? "an element of more than " + MAX_TAG + " bytes" : null;
    }

    private @Nullable String endOfTag() {
        state = State.TEXT;
        textLength = 0;
        int end = 0;
        while (end < tag.length() && tag.charAt(end) > ' ' && tag.charAt(end) != '/') {
            end++;
        }
        String name = tag.substring(0, end);
        String local = name.substring(name.indexOf(':') + 1);
        isNumber = local.equals("v");
        return switch (local) {
            case "" -> {
                isOfCell = isOfCell && !isEndOfCell();
                yield null;
            }
            case "row" -> {
                cellsOfRow = 0;
                yield null;
            }
            case "c" -> beginOfCell();
            case "si" -> {
                isOfCell = true;
                cellLength = 0;
                yield null;
            }
            case "xf" -> ++looks > MAX_LOOKS ? "more than " + MAX_LOOKS + " looks of cells" : null;
            default -> null;
        };
    }

    private boolean isEndOfCell() {
        // Nearly all tags that end are others, and there are millions of them.
        int end = tag.length();
        while (end > 0 && tag.charAt(end - 1) <= ' ') {
            end--;
        }
        return endsWith("/c", end) || endsWith(":c", end) || endsWith("/si", end) || endsWith(":si", end);
    }

    private boolean endsWith(String text, int end) {
        return end >= text.length() && tag.indexOf(text, end - text.length()) == end - text.length();
    }

    private @Nullable String beginOfCell() {
        isOfCell = true;
        cellLength = 0;
        if (++cellsOfRow > LAST_COLUMN) {
            return "a row of more than " + LAST_COLUMN + " cells";
        }
        return column() > LAST_COLUMN ? "the cell " + reference() + ", expected none beyond column XFD" : null;
    }

    /** The number of the column of the cell whose tag ends; 0 when it does not say it. */
    private int column() {
        String reference = reference();
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = Math.min(column * 26 + reference.charAt(i) - 'A' + 1, LAST_COLUMN + 1);
        }
        return column;
    }

    private String reference() {
        int at = tag.indexOf(" r=");
        int from = at + 4;
        int to = from;
        while (at >= 0 && to < tag.length() && Character.isLetterOrDigit(tag.charAt(to))) {
            to++;
        }
        return at < 0 || from > tag.length() ? "" : tag.substring(from, to).toUpperCase(Locale.ROOT);
    }

    /** In a comment or a text that is not parsed, of which the last characters are kept to find its end. */
    private @Nullable String inUnparsed(byte c) {
        textLength++;
        tag.append((char) (c & 0xff));
        String end = state == State.COMMENT ? "-->" : "]]>";
        int length = tag.length();
        if (length >= 3 && tag.indexOf(end, length - 3) >= 0) {
            state = State.TEXT;
        } else if (length > 1000) {
            tag.delete(0, length - 3);
        }
        return inText();
    }

    private @Nullable String inText() {
        cellLength += isOfCell ? 1 : 0;
        if (textLength > MAX_TEXT || cellLength > MAX_TEXT) {
            return "a text of more than " + MAX_TEXT + " bytes, expected at most 32767 characters";
        }
        return isNumber && textLength > MAX_DIGITS ? "a number of more than " + MAX_DIGITS + " digits" : null;
    }
}
