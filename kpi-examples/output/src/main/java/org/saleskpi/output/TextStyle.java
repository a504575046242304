package org.saleskpi.output;

/** How text is set off: not at all, or by the escape sequences of a terminal. Nothing is told by them alone. */
public enum TextStyle {
    /** For files, pipes and whoever asked for no colours. */
    PLAIN,
    /** For a terminal: headings are bold, and what is secondary is dim. */
    TERMINAL;

    private static final String BOLD = "\u001B[1m";
    private static final String DIM = "\u001B[2m";
    private static final String USUAL = "\u001B[0m";

    /** Sets off a heading. */
    String heading(String text) {
        return set(BOLD, text);
    }

    /** Sets off what is secondary. */
    String note(String text) {
        return set(DIM, text);
    }

    private String set(String how, String text) {
        return this == PLAIN || text.isBlank() ? text : how + text + USUAL;
    }
}
