package org.saleskpi.output;

import java.util.regex.Pattern;

/**
 * How text is set off: not at all, or by the escape sequences of a terminal. Nothing is told by them alone. Immutable and
 * thread-safe.
 *
 * @param isSetOff whether headings are bold, what is secondary is dim, and charts have a colour
 * @param columns how wide tables may be, 80 at least; prose is never wider than 80, so that it can be read
 */
public record TextStyle(boolean isSetOff, int columns) {

    /** For files, pipes and whoever asked for no colours: 80 columns wide. */
    public static final TextStyle PLAIN = new TextStyle(false, TextTable.SCREEN);

    /** For a terminal of 80 columns: headings are bold, what is secondary is dim, and charts have a colour. */
    public static final TextStyle TERMINAL = new TextStyle(true, TextTable.SCREEN);

    private static final Pattern BLOCKS = Pattern.compile("[\u2580-\u259F]+");
    private static final String BOLD = "\u001B[1m";
    private static final String DIM = "\u001B[2m";
    private static final String COLOURED = "\u001B[36m";
    private static final String USUAL = "\u001B[0m";

    /**
     * Creates a style.
     *
     * @param isSetOff whether headings are bold, what is secondary is dim, and charts have a colour
     * @param columns how wide tables may be; less than 80 is as 80
     */
    public TextStyle {
        columns = Math.max(TextTable.SCREEN, columns);
    }

    /**
     * Returns this style for another width.
     *
     * @param wide how many columns tables may have; less than 80 is as 80
     * @return the style
     */
    public TextStyle withColumns(int wide) {
        return new TextStyle(isSetOff, wide);
    }

    /**
     * Sets off a heading.
     *
     * @param text the heading
     * @return the heading as it is written
     */
    public String heading(String text) {
        return set(BOLD, text);
    }

    /**
     * Sets off what is secondary.
     *
     * @param text the text
     * @return the text as it is written
     */
    public String note(String text) {
        return set(DIM, text);
    }

    /** Colours the charts in a line, which are drawn with blocks. */
    String charts(String line) {
        return isSetOff ? BLOCKS.matcher(line).replaceAll(COLOURED + "$0" + USUAL) : line;
    }

    private String set(String how, String text) {
        return !isSetOff || text.isBlank() ? text : how + text + USUAL;
    }
}
