package org.saleskpi.intake.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.table.CleanText;
import org.saleskpi.intake.table.Row;

/**
 * A text of a row, and what is done with it.
 *
 * @param when which rows it gives a text for
 * @param origin where the text stands
 * @param optional whether the file may lack the columns
 * @param separator what stands between several texts in a cell, of which the first counts; empty for nothing
 * @param changes what is done with the text
 */
record TextSource(Condition when, TextOrigin origin, boolean optional, String separator, Changes changes) {

    private static final String[] KEYS = Stream.concat(
                    TextOrigin.KEYS.entrySet().stream()
                            .flatMap(entry -> Stream.concat(Stream.of(entry.getKey()), entry.getValue().stream())),
                    Stream.of(
                            "when",
                            "optional",
                            "separator",
                            "none",
                            "first",
                            "values",
                            "ignore_case",
                            "through",
                            "prefix"))
            .toArray(String[]::new);

    /** The keys that may stand beside a fixed text. */
    private static final Set<String> BESIDE_FIXED = Set.of("when", "fixed");

    /**
     * What is done with a text, in this order.
     *
     * @param none texts that stand for no text
     * @param first how many characters count; 0 for all
     * @param values texts as they are compared, and what they are replaced by
     * @param ignoresCase whether texts that differ only in capitals from those are the same
     * @param through tables in which the text is looked up, one after the other
     * @param prefix what is put in front
     */
    record Changes(
            ListedTexts none,
            int first,
            Map<String, String> values,
            boolean ignoresCase,
            List<Lookup> through,
            String prefix) {

        private static final Changes NOTHING =
                new Changes(ListedTexts.of(Set.of(), false), 0, Map.of(), false, List.of(), "");

        private String replaced(String text) {
            String cut = first > 0 && text.length() > first ? text.substring(0, first) : text;
            return values.isEmpty() ? cut : values.getOrDefault(ListedTexts.compared(cut, ignoresCase), cut);
        }
    }

    /** A column, and nothing done with its text. */
    static TextSource of(String column) {
        return new TextSource(
                Condition.ALWAYS,
                new TextOrigin.Columns(List.of(new Column(List.of(column))), ""),
                false,
                "",
                Changes.NOTHING);
    }

    /** The same, for those to whom it is all the same whether a file may lack it. */
    TextSource required() {
        return optional ? new TextSource(when, origin, false, separator, changes) : this;
    }

    /** The cells that it reads, whatever is done with their texts. */
    TextSource cells() {
        Changes none = new Changes(changes.none(), 0, Map.of(), false, List.of(), "");
        return new TextSource(Condition.ALWAYS, origin, false, separator, none);
    }

    /** The columns that are read; none for a text that is in no column. */
    List<Column> columns() {
        return origin.columns();
    }

    /** Whether it is a text that all rows have. */
    boolean isFixed() {
        return origin instanceof TextOrigin.Fixed;
    }

    /** The tables in which the text is looked up, one after the other. */
    List<Lookup> through() {
        return changes.through();
    }

    /** The names that the columns may have. */
    Stream<String> names() {
        return columns().stream().flatMap(column -> column.names().stream());
    }

    /** Whether it reads one of some columns. */
    boolean reads(Set<String> columns) {
        return names().anyMatch(columns::contains);
    }

    @Nullable
    String read(Row row, Lookups lookups) {
        String text = find(row, lookups).text();
        return text == null ? null : prefixed(text);
    }

    /** A text that was found, with the prefix. */
    String prefixed(String text) {
        return changes.prefix().isEmpty() ? text : changes.prefix() + text;
    }

    /** What the row leads to, without the prefix. */
    Lookups.Found find(Row row, Lookups lookups) {
        return find(row, through(), lookups);
    }

    private Lookups.Found find(Row row, List<Lookup> tables, Lookups lookups) {
        Lookups.Found found = Lookups.Found.of(key(row, lookups));
        for (Lookup lookup : tables) {
            String text = found.text();
            if (text != null) {
                found = lookups.find(lookup, text);
            }
        }
        return found;
    }

    /** The table in which the text is found in the end; null for none. */
    @Nullable
    Lookup lastTable() {
        return through().isEmpty() ? null : through().get(through().size() - 1);
    }

    /** What is looked up in the last table; null for nothing. */
    @Nullable
    String lastKey(Row row, Lookups lookups) {
        return find(row, through().subList(0, through().size() - 1), lookups.silent())
                .text();
    }

    boolean mayRepeat() {
        for (Lookup lookup : through()) {
            if (lookup.repeat()) {
                return true;
            }
        }
        return false;
    }

    /** The text to be looked up; null for none. */
    @Nullable
    String key(Row row, Lookups lookups) {
        String text = when.holds(row, lookups) ? written(row) : null;
        return text == null ? null : changes.replaced(text);
    }

    boolean isNumber(Row row) {
        boolean isAsWritten = changes.first() == 0
                && changes.values().isEmpty()
                && through().isEmpty()
                && changes.prefix().isEmpty();
        return isAsWritten && columns().size() == 1 && columns().get(0).isNumber(row);
    }

    /** The text as it is written in the row; null for none. */
    @Nullable
    String written(Row row) {
        String text = origin.text(row);
        if (text != null && !separator.isEmpty() && text.contains(separator)) {
            List<String> texts = separated(text);
            return texts.isEmpty() ? null : texts.get(0);
        }
        return text == null || changes.none().has(text) ? null : text;
    }

    /** How many texts the cell has beyond the one that counts. */
    int further(Row row) {
        String text = separator.isEmpty() ? null : origin.text(row);
        return text == null || !text.contains(separator)
                ? 0
                : Math.max(separated(text).size() - 1, 0);
    }

    private List<String> separated(String cell) {
        return Arrays.stream(cell.split(Pattern.quote(separator), -1))
                .map(CleanText::of)
                .filter(text -> !text.isEmpty() && !changes.none().has(text))
                .toList();
    }

    /** The keys of a source, and others that stand in the same block. */
    static String[] keysAnd(String... others) {
        return Stream.concat(Arrays.stream(KEYS), Arrays.stream(others)).toArray(String[]::new);
    }

    static TextSource parse(Yaml yaml, Forms forms) throws InvalidMappingException {
        return yaml.isText() ? of(yaml.cellText()) : parse(yaml.block(KEYS), forms);
    }

    /** A source whose keys stand in a block together with others. */
    static TextSource parse(Yaml.Block block, Forms forms) throws InvalidMappingException {
        TextOrigin origin = TextOrigin.parse(block);
        if (origin instanceof TextOrigin.Fixed) {
            for (String key : KEYS) {
                if (!BESIDE_FIXED.contains(key) && block.optional(key) != null) {
                    throw block.node().error("has both fixed and " + key + ", expected one");
                }
            }
        }
        Yaml condition = block.optional("when");
        Yaml separator = block.optional("separator");
        if (separator != null && block.optional("join") != null) {
            throw block.node().error("has both join and separator, expected one");
        }
        return new TextSource(
                condition == null ? Condition.ALWAYS : Condition.parse(condition, forms),
                origin,
                block.flag("optional"),
                separator == null ? "" : separator.text(),
                changes(block, forms));
    }

    private static Changes changes(Yaml.Block block, Forms forms) throws InvalidMappingException {
        Yaml first = block.optional("first");
        Yaml prefix = block.optional("prefix");
        Yaml none = block.optional("none");
        Yaml values = block.optional("values");
        boolean ignoresCase = block.flag("ignore_case");
        List<Lookup> through = new ArrayList<>();
        Yaml lookups = block.optional("through");
        if (lookups != null) {
            for (Yaml lookup : lookups.items()) {
                through.add(Lookup.parse(lookup, forms));
            }
        }
        return new Changes(
                ListedTexts.of(none == null ? Set.of() : none.texts(), ignoresCase),
                first == null ? 0 : first.wholeNumber(),
                values == null ? Map.of() : replacements(values, ignoresCase),
                ignoresCase,
                List.copyOf(through),
                prefix == null ? "" : prefix.text());
    }

    /** Texts as they are compared, and what they are replaced by. */
    static Map<String, String> replacements(Yaml yaml, boolean ignoresCase) throws InvalidMappingException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, Yaml> entry : yaml.entries().entrySet()) {
            String text = ListedTexts.compared(entry.getKey(), ignoresCase);
            if (values.put(text, entry.getValue().cellText()) != null) {
                throw entry.getValue()
                        .error("stands beside " + entry.getKey()
                                + " in other capitals, which ignore_case takes for the same, expected one of them");
            }
        }
        return Map.copyOf(values);
    }
}
