package org.saleskpi.intake.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.table.CleanText;
import org.saleskpi.intake.table.Row;
import org.saleskpi.intake.table.Wildcard;

/** Where a text stands. */
sealed interface TextOrigin {

    /** The text that a row has there; null for none. */
    @Nullable
    String text(Row row);

    /** The columns that are read. */
    default List<Column> columns() {
        return List.of();
    }

    /**
     * A column, or several whose texts are joined.
     *
     * @param columns the columns
     * @param joiner what is put between their texts
     */
    record Columns(@Override List<Column> columns, String joiner) implements TextOrigin {

        @Override
        public @Nullable String text(Row row) {
            return Column.joined(row, columns, joiner);
        }
    }

    /** One text that all rows have. */
    record Fixed(String text) implements TextOrigin {

        @Override
        public String text(Row row) {
            return text;
        }
    }

    /**
     * A part of the name of the file: what one of the stars of a pattern stands for.
     *
     * @param pattern the pattern
     * @param star which of its stars, from 1
     */
    record PartOfFileName(String pattern, int star) implements TextOrigin {

        @Override
        public @Nullable String text(Row row) {
            List<String> parts = Wildcard.parts(CleanText.normal(file(row)), pattern);
            String part = parts == null ? "" : CleanText.of(parts.get(star - 1));
            return part.isEmpty() ? null : part;
        }
    }

    /** The number of the row, or the file and that number. */
    record PlaceOfRow(boolean isNumberOnly) implements TextOrigin {

        @Override
        public String text(Row row) {
            return isNumberOnly
                    ? String.valueOf(row.origin().line().orElseThrow())
                    : row.origin().toString();
        }
    }

    private static String file(Row row) {
        return row.origin().source();
    }

    /** The keys of a block that say where a text stands, of which it has one, each with those that may stand beside it. */
    Map<String, List<String>> KEYS = Map.of(
            "column", List.of(),
            "join", List.of("with"),
            "fixed", List.of(),
            "file_name", List.of("star"),
            "row", List.of());

    /** Parses a block that has one of the keys. */
    static TextOrigin parse(Yaml.Block block) throws InvalidMappingException {
        List<String> given = block.entries().keySet().stream()
                .filter(KEYS::containsKey)
                .sorted()
                .toList();
        if (given.size() > 1) {
            throw block.node().error("has both " + given.get(0) + " and " + given.get(1) + ", expected one");
        }
        String key = given.isEmpty() ? "column" : given.get(0);
        for (Map.Entry<String, List<String>> other : KEYS.entrySet()) {
            for (String beside : other.getValue()) {
                if (!other.getKey().equals(key) && block.optional(beside) != null) {
                    throw block.node().error("has " + beside + ", expected it beside " + other.getKey() + " only");
                }
            }
        }
        Yaml value = block.required(key);
        return switch (key) {
            case "join" -> {
                Yaml with = block.optional("with");
                yield new Columns(Column.parseAll(value), with == null ? " " : with.anyText());
            }
            case "fixed" -> new Fixed(value.cellText());
            case "file_name" -> partOfFileName(value, block.optional("star"));
            case "row" -> new PlaceOfRow(value.word(Set.of("number", "place")).equals("number"));
            default -> new Columns(List.of(Column.parse(value)), "");
        };
    }

    private static PartOfFileName partOfFileName(Yaml pattern, @Nullable Yaml star) throws InvalidMappingException {
        String text = pattern.cellText();
        long stars = text.chars().filter(c -> c == '*').count();
        if (stars == 0 || (stars > 1 && star == null)) {
            throw pattern.error(
                    stars == 0
                            ? "has no star, expected one for the part that is taken"
                            : "has " + stars + " stars, expected star: to say which of them is the part that is taken");
        }
        int number = star == null ? 1 : star.wholeNumber();
        if (star != null && number > stars) {
            throw star.error("is more than the " + stars + " stars of " + text);
        }
        return new PartOfFileName(text, number);
    }
}
