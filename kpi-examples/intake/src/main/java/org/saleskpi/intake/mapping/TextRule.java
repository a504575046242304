package org.saleskpi.intake.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.table.CleanText;
import org.saleskpi.intake.table.Row;

/** Which text a row gives: that of the first source that gives any. */
record TextRule(List<Source> sources) {

    private static final String[] KEYS = {
        "when", "column", "join", "fixed", "optional", "separator", "none", "first", "values", "through", "prefix"
    };

    /**
     * One column, and what is done with its text, in this order.
     *
     * @param when which rows it gives a text for
     * @param columns the column, or several whose texts are joined by a space; none for a fixed text
     * @param fixed the text of every row; null for that of the columns
     * @param optional whether the file may lack them
     * @param separator what stands between several texts in a cell, of which the first counts; empty for nothing
     * @param none texts that stand for no text
     * @param first how many characters count; 0 for all
     * @param values texts and what they are replaced by
     * @param through tables in which the text is looked up, one after the other
     * @param prefix what is put in front
     */
    record Source(
            Condition when,
            List<Column> columns,
            @Nullable String fixed,
            boolean optional,
            String separator,
            Set<String> none,
            int first,
            Map<String, String> values,
            List<Lookup> through,
            String prefix) {

        /** A column, and nothing done with its text. */
        static Source of(String column) {
            return new Source(
                    Condition.ALWAYS,
                    List.of(new Column(List.of(column))),
                    null,
                    false,
                    "",
                    Set.of(),
                    0,
                    Map.of(),
                    List.of(),
                    "");
        }

        /** A text that every row has for which a condition holds. */
        static Source fixed(Condition when, String text) {
            return new Source(when, List.of(), text, false, "", Set.of(), 0, Map.of(), List.of(), "");
        }

        /** The same, for those to whom it is all the same whether the file may lack it. */
        Source required() {
            return optional
                    ? new Source(when, columns, fixed, false, separator, none, first, values, through, prefix)
                    : this;
        }

        /** The cells that it reads, whatever is done with their texts. */
        Source cells() {
            return new Source(Condition.ALWAYS, columns, null, false, separator, none, 0, Map.of(), List.of(), "");
        }

        @Nullable
        String read(Row row, Lookups lookups) {
            String text = find(row, lookups).text();
            return text == null || prefix.isEmpty() ? text : prefix + text;
        }

        /** What the row leads to, without the prefix. */
        Lookups.Found find(Row row, Lookups lookups) {
            Lookups.Found found = Lookups.Found.of(key(row, lookups));
            for (Lookup lookup : through) {
                String text = found.text();
                if (text != null) {
                    found = lookups.find(lookup, text);
                }
            }
            return found;
        }

        private boolean mayRepeat() {
            for (Lookup lookup : through) {
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
            if (text == null) {
                return null;
            }
            if (first > 0 && text.length() > first) {
                text = text.substring(0, first);
            }
            return values.getOrDefault(text, text);
        }

        boolean isNumber(Row row) {
            boolean isAsWritten = first == 0 && values.isEmpty() && through.isEmpty() && prefix.isEmpty();
            return isAsWritten && columns.size() == 1 && columns.get(0).isNumber(row);
        }

        /** The text as it is written in the row; null for none. */
        @Nullable
        String written(Row row) {
            String text = fixed == null ? Column.joined(row, columns) : fixed;
            if (text != null && !separator.isEmpty() && text.contains(separator)) {
                List<String> texts = separated(text);
                return texts.isEmpty() ? null : texts.get(0);
            }
            return text == null || none.contains(text) ? null : text;
        }

        /** How many texts the cell has beyond the one that counts. */
        int further(Row row) {
            String text = separator.isEmpty() ? null : Column.joined(row, columns);
            return text == null || !text.contains(separator)
                    ? 0
                    : Math.max(separated(text).size() - 1, 0);
        }

        private List<String> separated(String cell) {
            return Arrays.stream(cell.split(Pattern.quote(separator), -1))
                    .map(CleanText::of)
                    .filter(text -> !text.isEmpty() && !none.contains(text))
                    .toList();
        }
    }

    /** The keys of a source, and others that stand in the same block. */
    static String[] keysAnd(String... others) {
        return Stream.concat(Arrays.stream(KEYS), Arrays.stream(others)).toArray(String[]::new);
    }

    static TextRule parse(Yaml yaml) throws InvalidMappingException {
        List<Source> sources = new ArrayList<>();
        for (Yaml item : yaml.items()) {
            sources.add(source(item));
        }
        if (sources.isEmpty()) {
            throw yaml.error("is an empty list, expected columns");
        }
        return new TextRule(List.copyOf(sources));
    }

    static Source source(Yaml yaml) throws InvalidMappingException {
        if (yaml.isText()) {
            return Source.of(yaml.cellText());
        }
        return source(yaml.block(KEYS));
    }

    /** A source whose keys stand in a block together with others. */
    static Source source(Yaml.Block block) throws InvalidMappingException {
        Yaml condition = block.optional("when");
        Condition when = condition == null ? Condition.ALWAYS : Condition.parse(condition);
        Yaml fixed = block.optional("fixed");
        if (fixed != null) {
            return fixed(block, when, fixed);
        }
        Yaml optional = block.optional("optional");
        Yaml first = block.optional("first");
        Yaml prefix = block.optional("prefix");
        Yaml separator = block.optional("separator");
        Yaml none = block.optional("none");
        Yaml values = block.optional("values");
        List<Lookup> through = new ArrayList<>();
        Yaml lookups = block.optional("through");
        if (lookups != null) {
            for (Yaml lookup : lookups.items()) {
                through.add(Lookup.parse(lookup));
            }
        }
        if (separator != null && block.optional("join") != null) {
            throw block.node().error("has both join and separator, expected one");
        }
        return new Source(
                when,
                columns(block),
                null,
                optional != null && optional.flag(),
                separator == null ? "" : separator.text(),
                none == null ? Set.of() : none.texts(),
                first == null ? 0 : first.wholeNumber(),
                values == null ? Map.of() : replacements(values),
                List.copyOf(through),
                prefix == null ? "" : prefix.text());
    }

    /** Texts, and what they are replaced by. */
    static Map<String, String> replacements(Yaml yaml) throws InvalidMappingException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, Yaml> entry : yaml.entries().entrySet()) {
            values.put(entry.getKey(), entry.getValue().cellText());
        }
        return Map.copyOf(values);
    }

    private static Source fixed(Yaml.Block block, Condition when, Yaml text) throws InvalidMappingException {
        for (String key : KEYS) {
            if (!Set.of("when", "fixed").contains(key) && block.optional(key) != null) {
                throw block.node().error("has both fixed and " + key + ", expected one");
            }
        }
        return Source.fixed(when, text.cellText());
    }

    private static List<Column> columns(Yaml.Block block) throws InvalidMappingException {
        Yaml join = block.optional("join");
        if (join != null && block.optional("column") != null) {
            throw block.node().error("has both column and join, expected one");
        }
        return join == null ? List.of(Column.parse(block.required("column"))) : Column.parseAll(join);
    }

    /** A column, and nothing done with its text. */
    static TextRule of(String column) {
        return new TextRule(List.of(Source.of(column)));
    }

    /** The text of a row; null when no source gives any. */
    @Nullable
    String read(Row row, Lookups lookups) {
        for (Source source : sources) {
            String text = source.read(row, lookups);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** The same rule, for those to whom it is all the same whether a file may lack its columns. */
    TextRule required() {
        return new TextRule(sources.stream().map(Source::required).toList());
    }

    /** Whether the row has something, of which nothing tells what it leads to. */
    boolean isUnclear(Row row, Lookups lookups) {
        return sources.stream().anyMatch(source -> source.find(row, lookups).isUnclear());
    }

    /** Whether the first thing that the row has leads in a circle. */
    boolean isCircle(Row row, Lookups lookups) {
        for (Source source : sources) {
            if (source.mayRepeat()) {
                Lookups.Found found = source.find(row, lookups.silent());
                if (found.text() != null || found.kind() == Lookups.Found.Kind.CIRCLE) {
                    return found.kind() == Lookups.Found.Kind.CIRCLE;
                }
            }
        }
        return false;
    }

    /** The first source that gives a text; empty when none does. */
    Optional<Source> giving(Row row, Lookups lookups) {
        return sources.stream()
                .filter(source -> source.read(row, lookups) != null)
                .findFirst();
    }

    /** Whether the text of a row is a number that the file itself writes, and not made of other texts. */
    boolean isNumber(Row row, Lookups lookups) {
        for (Source source : sources) {
            if (source.read(row, lookups) != null) {
                return source.isNumber(row);
            }
        }
        return false;
    }

    /** The name of the column that gives the text of a row, or might. */
    String column(Row row) {
        return sources.stream()
                .flatMap(source -> source.columns().stream())
                .flatMap(column -> column.names().stream().filter(row::has))
                .findFirst()
                .orElse("");
    }

    /** The text that the row gives, as it is written there; null when no source gives any. */
    @Nullable
    String written(Row row) {
        for (Source source : sources) {
            String text = source.written(row);
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
