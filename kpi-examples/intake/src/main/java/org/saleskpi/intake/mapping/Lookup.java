package org.saleskpi.intake.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.table.Row;

/**
 * Files in which a text is looked up.
 *
 * @param files the files; all that are there are read
 * @param when the rows that count
 * @param key the column in which the text stands
 * @param separator what stands between several texts in one cell, all of which are keys, but only the first a value; empty
 *     for nothing
 * @param keyFirst how many characters count of the texts of that column; 0 for all
 * @param values the columns of the text to be taken in its place, joined by a space
 * @param valueFirst how many of its characters are taken; 0 for all
 * @param replacements what is taken in place of some texts
 * @param ignoresCase whether keys that differ only in capitals are the same
 * @param namesakesAreOne whether owners for whom the same name is taken are one
 * @param optional whether the files may lack these columns
 * @param repeat whether each text that is taken is looked up again, until it is not there
 * @param mayMiss whether it is nothing to tell if a text is not there
 * @param keep whether a text that is not there stays as it is; otherwise it gives nothing
 */
record Lookup(
        FileNames files,
        Condition when,
        Column key,
        String separator,
        int keyFirst,
        List<Column> values,
        int valueFirst,
        Map<String, String> replacements,
        boolean ignoresCase,
        boolean namesakesAreOne,
        boolean optional,
        boolean repeat,
        boolean mayMiss,
        boolean keep) {

    /** Columns, how many characters of their text count (0 for all), and what stands in for some texts. */
    private record Part(List<Column> columns, int first, Map<String, String> replacements) {}

    static Lookup parse(Yaml yaml, Forms forms) throws InvalidMappingException {
        Yaml.Block block = yaml.block(
                "file",
                "when",
                "key",
                "value",
                "separator",
                "first",
                "ignore_case",
                "namesakes",
                "optional",
                "repeat",
                "may_miss",
                "keep");
        Yaml when = block.optional("when");
        int first = first(block, 0);
        Yaml separator = block.optional("separator");
        Yaml namesakes = block.optional("namesakes");
        Yaml keyColumn = block.required("key");
        Part key = keyColumn.isText() || keyColumn.isList()
                ? new Part(List.of(Column.parse(keyColumn)), first, Map.of())
                : part(keyColumn.block("any", "first"), first);
        Yaml valueColumns = block.required("value");
        Part value = valueColumns.isText() || valueColumns.isList()
                ? new Part(Column.parseAll(valueColumns), first, Map.of())
                : part(valueColumns.block("any", "first", "values"), first);
        return new Lookup(
                FileNames.parse(block.required("file")),
                when == null ? Condition.ALWAYS : Condition.parse(when, forms),
                key.columns().get(0),
                separator == null ? "" : separator.text(),
                key.first(),
                value.columns(),
                value.first(),
                value.replacements(),
                block.flag("ignore_case"),
                namesakes != null && namesakes.word(Set.of("apart", "together")).equals("together"),
                block.flag("optional"),
                block.flag("repeat"),
                block.flag("may_miss"),
                block.flag("keep"));
    }

    /** One column that says itself how many of its characters count, and what stands in for its texts. */
    private static Part part(Yaml.Block block, int outer) throws InvalidMappingException {
        Yaml values = block.optional("values");
        return new Part(
                List.of(Column.parse(block.required("any"))),
                first(block, outer),
                values == null ? Map.of() : TextSource.replacements(values, false));
    }

    private static int first(Yaml.Block block, int outer) throws InvalidMappingException {
        Yaml first = block.optional("first");
        return first == null ? outer : first.wholeNumber();
    }

    /** The columns that each of the files must have. */
    List<Column> columns() {
        List<Column> columns = new ArrayList<>(values);
        columns.add(key);
        when.sources().forEach(source -> columns.addAll(source.columns()));
        return columns;
    }

    /** The texts under which a row can be found. */
    Set<String> keys(Row row) {
        String cell = key.text(row);
        if (cell == null) {
            return Set.of();
        }
        Set<String> keys = separator.isEmpty() ? Set.of(cut(cell, keyFirst)) : split(cell, keyFirst);
        return ignoresCase
                ? keys.stream().map(this::compared).collect(Collectors.toCollection(LinkedHashSet::new))
                : keys;
    }

    /** A text as it is compared with the keys. */
    String compared(String text) {
        return ListedTexts.compared(text, ignoresCase);
    }

    /** The text that is taken from a row, the first if there are several; null for none. */
    @Nullable
    String value(Row row) {
        String text = Column.joined(row, values, " ");
        if (text == null) {
            return null;
        }
        String first = separator.isEmpty() || !text.contains(separator)
                ? cut(text, valueFirst)
                : split(text, valueFirst).stream().findFirst().orElse(null);
        return first == null ? null : replacements.getOrDefault(first, first);
    }

    private static String cut(String text, int first) {
        return first > 0 && text.length() > first ? text.substring(0, first) : text;
    }

    private Set<String> split(String cell, int first) {
        return Pattern.compile(separator, Pattern.LITERAL)
                .splitAsStream(cell)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> cut(text, first))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
