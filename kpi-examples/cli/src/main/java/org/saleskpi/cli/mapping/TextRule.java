package org.saleskpi.cli.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.cli.source.Row;

/** Which text a row gives: that of the first source that gives any. */
record TextRule(List<Source> sources) {

    private static final String[] KEYS = {
        "column", "join", "fixed", "optional", "none", "first", "values", "through", "prefix"
    };

    /**
     * One column, and what is done with its text, in this order.
     *
     * @param columns the column, or several whose texts are joined by a space; none for a fixed text
     * @param fixed the text of every row; null for that of the columns
     * @param optional whether the file may lack them
     * @param none texts that stand for no text
     * @param first how many characters count; 0 for all
     * @param values texts and what they are replaced by
     * @param through tables in which the text is looked up, one after the other
     * @param prefix what is put in front
     */
    record Source(
            List<Column> columns,
            @Nullable String fixed,
            boolean optional,
            Set<String> none,
            int first,
            Map<String, String> values,
            List<Lookup> through,
            String prefix) {

        /** A column, and nothing done with its text. */
        static Source of(String column) {
            return new Source(List.of(new Column(List.of(column))), null, false, Set.of(), 0, Map.of(), List.of(), "");
        }

        @Nullable
        String read(Row row, Lookups lookups) {
            String text = written(row);
            if (text == null) {
                return null;
            }
            if (first > 0 && text.length() > first) {
                text = text.substring(0, first);
            }
            text = values.getOrDefault(text, text);
            for (Lookup lookup : through) {
                text = lookups.find(lookup, text);
                if (text == null) {
                    return null;
                }
            }
            return prefix.isEmpty() ? text : prefix + text;
        }

        boolean isNumber(Row row) {
            boolean isAsWritten = first == 0 && values.isEmpty() && through.isEmpty() && prefix.isEmpty();
            return isAsWritten && columns.size() == 1 && columns.get(0).isNumber(row);
        }

        /** The text as it is written in the row; null for none. */
        @Nullable
        String written(Row row) {
            String text = fixed == null ? Column.joined(row, columns) : fixed;
            return text == null || none.contains(text) ? null : text;
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
        Yaml fixed = block.optional("fixed");
        if (fixed != null) {
            return fixed(block, fixed);
        }
        Yaml optional = block.optional("optional");
        Yaml first = block.optional("first");
        Yaml prefix = block.optional("prefix");
        Yaml none = block.optional("none");
        Map<String, String> values = new LinkedHashMap<>();
        Yaml table = block.optional("values");
        if (table != null) {
            for (Map.Entry<String, Yaml> entry : table.entries().entrySet()) {
                values.put(entry.getKey(), entry.getValue().cellText());
            }
        }
        List<Lookup> through = new ArrayList<>();
        Yaml lookups = block.optional("through");
        if (lookups != null) {
            for (Yaml lookup : lookups.items()) {
                through.add(Lookup.parse(lookup));
            }
        }
        return new Source(
                columns(block),
                null,
                optional != null && optional.flag(),
                none == null ? Set.of() : none.texts(),
                first == null ? 0 : first.wholeNumber(),
                Map.copyOf(values),
                List.copyOf(through),
                prefix == null ? "" : prefix.text());
    }

    private static Source fixed(Yaml.Block block, Yaml text) throws InvalidMappingException {
        for (String key : KEYS) {
            if (!key.equals("fixed") && block.optional(key) != null) {
                throw block.node().error("has both fixed and " + key + ", expected one");
            }
        }
        return new Source(List.of(), text.cellText(), false, Set.of(), 0, Map.of(), List.of(), "");
    }

    private static List<Column> columns(Yaml.Block block) throws InvalidMappingException {
        Yaml join = block.optional("join");
        if (join != null && block.optional("column") != null) {
            throw block.node().error("has both column and join, expected one");
        }
        return join == null ? List.of(Column.parse(block.required("column"))) : Column.parseAll(join);
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

    /** Whether the text of a row is a number that the file itself writes, and not made of other texts. */
    boolean isNumber(Row row, Lookups lookups) {
        for (Source source : sources) {
            if (source.read(row, lookups) != null) {
                return source.isNumber(row);
            }
        }
        return false;
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
