package org.saleskpi.cli.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saleskpi.cli.source.Row;

/**
 * Files in which a text is looked up.
 *
 * @param files the files; all that are there are read
 * @param key the column in which the text stands
 * @param separator what stands between several texts in one cell, all of which are keys, but only the first a value; empty
 *     for nothing
 * @param first how many characters count of the texts of both columns; 0 for all
 * @param values the columns of the text to be taken in its place, joined by a space
 * @param optional whether the files may lack these columns
 * @param repeat whether each text that is taken is looked up again, until it is not there
 * @param keep whether a text that is not there stays as it is; otherwise it gives nothing
 */
record Lookup(
        FileNames files,
        Column key,
        String separator,
        int first,
        List<Column> values,
        boolean optional,
        boolean repeat,
        boolean keep) {

    static Lookup parse(Yaml yaml) throws InvalidMappingException {
        Yaml.Block block = yaml.block("file", "key", "value", "separator", "first", "optional", "repeat", "keep");
        Yaml optional = block.optional("optional");
        Yaml first = block.optional("first");
        Yaml separator = block.optional("separator");
        Yaml repeat = block.optional("repeat");
        Yaml keep = block.optional("keep");
        return new Lookup(
                FileNames.parse(block.required("file")),
                Column.parse(block.required("key")),
                separator == null ? "" : separator.text(),
                first == null ? 0 : first.wholeNumber(),
                values(block.required("value")),
                optional != null && optional.flag(),
                repeat != null && repeat.flag(),
                keep != null && keep.flag());
    }

    private static List<Column> values(Yaml yaml) throws InvalidMappingException {
        return yaml.isText() || yaml.isList()
                ? Column.parseAll(yaml)
                : List.of(Column.parse(yaml.block("any").required("any")));
    }

    /** The columns that each of the files must have. */
    List<Column> columns() {
        List<Column> columns = new ArrayList<>(values);
        columns.add(key);
        return columns;
    }

    /** The texts under which a row can be found. */
    Set<String> keys(Row row) {
        String cell = key.text(row);
        if (cell == null) {
            return Set.of();
        }
        return separator.isEmpty() ? Set.of(cut(cell)) : split(cell);
    }

    /** The text that is taken from a row, the first if there are several; null for none. */
    @Nullable
    String value(Row row) {
        String text = Column.joined(row, values);
        if (text == null || separator.isEmpty() || !text.contains(separator)) {
            return text == null ? null : cut(text);
        }
        return split(text).stream().findFirst().orElse(null);
    }

    private String cut(String text) {
        return first > 0 && text.length() > first ? text.substring(0, first) : text;
    }

    private Set<String> split(String cell) {
        return Pattern.compile(separator, Pattern.LITERAL)
                .splitAsStream(cell)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(this::cut)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
