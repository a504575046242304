package org.saleskpi.output;

import java.util.regex.Pattern;

/** How text is set off: not at all, or by the escape sequences of a terminal. Nothing is told by them alone. */
public enum TextStyle {
    /** For files, pipes and whoever asked for no colours. */
    PLAIN,
    /** For a terminal: headings are bold, what is secondary is dim, and charts have a colour. */
    TERMINAL;

    private static final Pattern BLOCKS = Pattern.compile("[\u2580-\u259F]+");
    private static final String BOLD = "\u001B[1m";
    private static final String DIM = "\u001B[2m";
    private static final String COLOURED = "\u001B[36m";
    private static final String USUAL = "\u001B[0m";

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
        return this == PLAIN ? line : BLOCKS.matcher(line).replaceAll(COLOURED + "$0" + USUAL);
    }

    private String set(String how, String text) {
        return this == PLAIN || text.isBlank() ? text : how + text + USUAL;
    }
}
