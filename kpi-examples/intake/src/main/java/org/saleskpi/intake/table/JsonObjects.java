package org.saleskpi.intake.table;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Origin;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Makes rows of JSON objects. A column is a path: the names of members, and the numbers of items from 0, joined by points. A star
 * stands for all items: their texts are one, each once, with a semicolon between them.
 * As a point may also be part of a name, every way to a path is followed; where two lead to a text, the row is not whole.
 * Not thread-safe.
 */
final class JsonObjects {

    /** Stands for all items of an array. */
    private static final String ALL = "*";

    private static final String BETWEEN = ";";

    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final IdentityHashMap<ColumnNames, int[]> places = new IdentityHashMap<>();
    private final Map<String, PathNode> nodes = new HashMap<>();
    private final PathNode root;
    private final JsonForm form;
    private final boolean ignoresCase;
    private final Map<String, String> around = new HashMap<>();
    private final BitSet seen = new BitSet();
    private final Set<String> pathsOfFirst = new LinkedHashSet<>();
    private boolean isFirst = true;

    /** A parser that passes over numbers of any length: those that are read are texts, whose digits are counted later. */
    static JsonFactory json() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNumberLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    JsonObjects(TableForm table, Collection<String> columns) {
        this.form = table.json();
        this.ignoresCase = table.ignoresCase();
        columns.forEach(column -> positions.putIfAbsent(column, positions.size()));
        if (form.each() != null) {
            for (String column : columns) {
                if (column.startsWith(JsonForm.AROUND)) {
                    String name = column.substring(JsonForm.AROUND.length());
                    around.put(column, name);
                    positions.putIfAbsent(name, positions.size());
                }
            }
        }
        root = node("");
        positions.forEach(this::addPath);
    }

    private PathNode node(String path) {
        return nodes.computeIfAbsent(path, key -> PathNode.of(key, positions.getOrDefault(key, -1)));
    }

    /** Each point of a path may stand between two names, or be part of one. */
    private void addPath(String column, int position) {
        List<String> prefixes = new ArrayList<>(List.of(""));
        for (int point = column.indexOf('.', 1); point >= 0; point = column.indexOf('.', point + 1)) {
            prefixes.add(column.substring(0, point));
        }
        prefixes.add(column);
        for (int from = 0; from < prefixes.size() - 1; from++) {
            PathNode start = node(prefixes.get(from));
            start.below().set(position);
            int nameAt = from == 0 ? 0 : start.path().length() + 1;
            for (String end : prefixes.subList(from + 1, prefixes.size())) {
                if (nameAt <= end.length()) {
                    start.put(end.substring(nameAt), node(end));
                }
            }
        }
    }

    /** Reads the rows of an object, at whose beginning the parser stands; it stands at its end afterwards. */
    List<Row> read(JsonParser parser, Origin origin) {
        Item item = new Item(new JsonRow(origin));
        readItem(parser, item);
        List<JsonRow> rows = item.parts == null ? List.of(item.row) : item.parts;
        for (JsonRow row : rows) {
            if (row != item.row) {
                around.forEach((column, name) -> row.take(column, item.row, name));
            }
            row.columns.stream().forEach(seen::set);
        }
        isFirst = isFirst && rows.isEmpty();
        return List.copyOf(rows);
    }

    /** An item of a file: its own members, and the rows that it has in their place. */
    private static final class Item {

        private JsonRow row;
        private @Nullable List<JsonRow> parts;

        Item(JsonRow row) {
            this.row = row;
        }
    }

    /** Reads the members of an item; one that wraps the row counts in place of all others. */
    private void readItem(JsonParser parser, Item item) {
        boolean isUnwrapped = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = CleanText.normal(parser.currentName());
            JsonToken token = parser.nextToken();
            if (isUnwrapped) {
                parser.skipChildren();
            } else if (token == JsonToken.START_OBJECT && form.wrappers().contains(name)) {
                isUnwrapped = true;
                item.row = new JsonRow(item.row.origin);
                item.parts = null;
                if (isFirst) {
                    pathsOfFirst.clear();
                }
                readItem(parser, item);
            } else if (token == JsonToken.START_ARRAY && name.equals(form.each())) {
                item.parts = readParts(parser, name, item.row.origin);
            } else {
                readMember(parser, root, name, item.row);
            }
        }
    }

    private List<JsonRow> readParts(JsonParser parser, String name, Origin origin) {
        List<JsonRow> parts = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            JsonRow part = new JsonRow(origin);
            parts.add(part);
            if (token == JsonToken.START_OBJECT) {
                readObject(parser, root, part);
            } else {
                part.fault = new Row.Fault(
                        name, token.isStructStart() ? "an array" : parser.getString(), "is not a JSON object");
                parser.skipChildren();
            }
        }
        return parts;
    }

    /** A row that is no object. */
    Row faultyRow(Origin origin, Row.Fault fault) {
        JsonRow row = new JsonRow(origin);
        row.isObject = false;
        row.fault = fault;
        return row;
    }

    /** The columns that rows had so far, and all that the first had. */
    List<String> columns() {
        Set<String> columns = new LinkedHashSet<>(pathsOfFirst);
        positions.forEach((column, position) -> {
            if (seen.get(position)) {
                columns.add(column);
            }
        });
        return List.copyOf(columns);
    }

    boolean has(String column) {
        Integer position = positions.get(column);
        return pathsOfFirst.contains(column) || (position != null && seen.get(position));
    }

    /** The numbers of the names of a column. */
    private int[] places(ColumnNames column) {
        int[] known = places.get(column);
        if (known == null) {
            known = column.names().stream().mapToInt(this::position).toArray();
            places.put(column, known);
        }
        return known;
    }

    /** The number of a column that is to be read; -1 for another. */
    int position(String column) {
        return positions.getOrDefault(column, -1);
    }

    /** Says that a column is missing, to be read after its name. */
    String missing() {
        return "no row has it, of which the first has: " + String.join(", ", columns());
    }

    private void readObject(JsonParser parser, PathNode node, JsonRow row) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = CleanText.normal(parser.currentName());
            parser.nextToken();
            readMember(parser, node, name, row);
        }
    }

    private void readMember(JsonParser parser, PathNode node, String name, JsonRow row) {
        PathNode child = node.children().get(name);
        if (child == null && ignoresCase) {
            child = node.inAnyCase().get(name);
        }
        readValue(parser, child == null && isFirst ? unread(node.pathTo(name)) : child, row);
    }

    /** A place whose path is told in messages only. */
    private static PathNode unread(String path) {
        return PathNode.of(path, -1);
    }

    private void readArray(JsonParser parser, PathNode node, JsonRow row) {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            PathNode item = node.children().get(String.valueOf(i));
            readValue(parser, item == null ? node.children().get(ALL) : item, row);
        }
        // An item beyond the last is empty, as is all of it.
        node.children().forEach((name, child) -> {
            if (name.matches("[0-9]+") || name.equals(ALL)) {
                row.hasAll(child);
            }
        });
    }

    private void readValue(JsonParser parser, @Nullable PathNode node, JsonRow row) {
        if (node == null) {
            parser.skipChildren();
            return;
        }
        JsonToken token = parser.currentToken();
        if (isFirst && token != JsonToken.START_OBJECT) {
            pathsOfFirst.add(node.path());
        }
        if (token == JsonToken.START_OBJECT) {
            row.hasNoText(node);
            readObject(parser, node, row);
        } else if (token == JsonToken.START_ARRAY) {
            row.hasNoText(node);
            readArray(parser, node, row);
        } else if (token == JsonToken.VALUE_NULL) {
            row.hasAll(node);
        } else if (node.column() >= 0) {
            row.hasText(node, CleanText.of(parser.getString()));
            row.numbers.set(node.column(), token.isNumeric());
        }
    }

    private final class JsonRow implements Row {

        private final Origin origin;
        private final @Nullable String[] texts = new String[positions.size()];
        private final BitSet columns = new BitSet();
        private final BitSet numbers = new BitSet();
        private boolean isObject = true;
        private @Nullable Fault fault;

        JsonRow(Origin origin) {
            this.origin = origin;
        }

        /** Takes a column from the item around. */
        void take(String column, JsonRow item, String name) {
            int to = requireNonNull(positions.get(column));
            int from = requireNonNull(positions.get(name));
            texts[to] = item.texts[from];
            columns.set(to, item.columns.get(from));
            numbers.set(to, item.numbers.get(from));
        }

        /** There is an object or an array, which is no text, so that a column may go by its next name. */
        void hasNoText(PathNode node) {
            if (node.column() >= 0) {
                seen.set(node.column());
            }
        }

        /** There is nothing, and so nothing below. */
        void hasAll(PathNode node) {
            if (node.column() >= 0) {
                columns.set(node.column());
            }
            columns.or(node.below());
        }

        void hasText(PathNode node, String text) {
            int column = node.column();
            String known = texts[column];
            columns.set(column);
            if (text.indexOf('\0') >= 0) {
                fault = new Fault(node.path(), text, "has a NUL character");
            } else if (known != null && node.isMany()) {
                if (!text.isEmpty() && !(BETWEEN + known + BETWEEN).contains(BETWEEN + text + BETWEEN)) {
                    texts[column] = known + BETWEEN + text;
                }
            } else if (known != null) {
                fault = new Fault(node.path(), text, "is the second value of that name, expected one");
            } else if (!text.isEmpty()) {
                texts[column] = text;
            }
        }

        @Override
        public boolean has(String column) {
            Integer position = positions.get(column);
            return position != null && columns.get(position);
        }

        @Override
        public @Nullable String cell(String column) {
            Integer position = positions.get(column);
            return position == null ? null : texts[position];
        }

        @Override
        public boolean isNumber(String column) {
            Integer position = positions.get(column);
            return position != null && numbers.get(position);
        }

        @Override
        public @Nullable String cell(int place) {
            return place < 0 ? null : texts[place];
        }

        @Override
        public @Nullable String cell(ColumnNames column) {
            return cell(place(column));
        }

        @Override
        public boolean isNumber(ColumnNames column) {
            int place = place(column);
            return place >= 0 && numbers.get(place);
        }

        /** The number of the first name that this row has; -1 for none. */
        private int place(ColumnNames column) {
            for (int place : places(column)) {
                if (place >= 0 && columns.get(place)) {
                    return place;
                }
            }
            return -1;
        }

        @Override
        public boolean hasCells() {
            return isObject;
        }

        @Override
        public Origin origin() {
            return origin;
        }

        @Override
        public @Nullable Fault fault() {
            return fault;
        }
    }
}
