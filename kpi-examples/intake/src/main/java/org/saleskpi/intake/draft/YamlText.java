package org.saleskpi.intake.draft;

/** Texts as scalars of YAML. */
final class YamlText {

    private YamlText() {}

    /** A text in quotes, whatever it holds. */
    static String of(String text) {
        StringBuilder scalar = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                scalar.append('\\').append((char) c);
            } else if (Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || c == '\u2028'
                    || c == '\u2029'
                    || c == '\uFEFF') {
                scalar.append(String.format("\\u%04x", c));
            } else {
                scalar.append((char) c);
            }
        });
        return scalar.append('"').toString();
    }
}
