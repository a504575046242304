package org.saleskpi.cli.source;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Makes rows of JSON objects. A column is a path: the names of members, and the numbers of items from 0, joined by points.
 * As a point may also be part of a name, every way to a path is followed; where two lead to a text, the row is not whole.
 * Not thread-safe.
 */
final class JsonObjects {

    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Place root;
    private final BitSet seen = new BitSet();
    private final Set<String> pathsOfFirst = new LinkedHashSet<>();
    private boolean isFirst = true;

    /** A place in an object: the column that stands there (or -1), the places below, and the columns that stand there. */
    private record Place(String path, int column, Map<String, Place> children, BitSet below) {

        String pathTo(String name) {
            return path.isEmpty() ? name : path + "." + name;
        }
    }

    JsonObjects(Collection<String> columns) {
        columns.forEach(column -> positions.putIfAbsent(column, positions.size()));
        root = place("");
        positions.forEach(this::makeWays);
    }

    private Place place(String path) {
        return places.computeIfAbsent(
                path, key -> new Place(key, positions.getOrDefault(key, -1), new HashMap<>(), new BitSet()));
    }

    /** Each point of a path may stand between two names, or be part of one. */
    private void makeWays(String column, int position) {
        List<String> prefixes = new ArrayList<>(List.of(""));
        for (int point = column.indexOf('.', 1); point >= 0; point = column.indexOf('.', point + 1)) {
            prefixes.add(column.substring(0, point));
        }
        prefixes.add(column);
        for (int from = 0; from < prefixes.size() - 1; from++) {
            Place start = place(prefixes.get(from));
            start.below().set(position);
            int nameAt = from == 0 ? 0 : start.path().length() + 1;
            for (String end : prefixes.subList(from + 1, prefixes.size())) {
                if (nameAt <= end.length()) {
                    start.children().put(end.substring(nameAt), place(end));
                }
            }
        }
    }

    /** Reads an object, at whose beginning the parser stands; it stands at its end afterwards. */
    Row read(JsonParser parser, String origin) {
        JsonRow row = new JsonRow(origin);
        readObject(parser, root, row);
        row.columns.stream().forEach(seen::set);
        isFirst = false;
        return row;
    }

    /** A row that is no object. */
    Row unfit(String origin, Row.Fault fault) {
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

    /** Says that a column is missing, to be read after its name. */
    String missing() {
        return "no row has it, of which the first has: " + String.join(", ", columns());
    }

    private void readObject(JsonParser parser, Place place, JsonRow row) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = CleanText.normal(parser.currentName());
            Place child = place.children().get(name);
            parser.nextToken();
            readValue(parser, child == null && isFirst ? unread(place.pathTo(name)) : child, row);
        }
    }

    /** A place whose path is told in messages only. */
    private static Place unread(String path) {
        return new Place(path, -1, Map.of(), new BitSet());
    }

    private void readArray(JsonParser parser, Place place, JsonRow row) {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            readValue(parser, place.children().get(String.valueOf(i)), row);
        }
        // An item beyond the last is empty, as is all of it.
        place.children().forEach((name, child) -> {
            if (name.matches("[0-9]+")) {
                row.hasAll(child);
            }
        });
    }

    private void readValue(JsonParser parser, @Nullable Place place, JsonRow row) {
        if (place == null) {
            parser.skipChildren();
            return;
        }
        JsonToken token = parser.currentToken();
        if (isFirst && token != JsonToken.START_OBJECT) {
            pathsOfFirst.add(place.path());
        }
        if (token == JsonToken.START_OBJECT) {
            row.hasNoText(place);
            readObject(parser, place, row);
        } else if (token == JsonToken.START_ARRAY) {
            row.hasNoText(place);
            readArray(parser, place, row);
        } else if (token == JsonToken.VALUE_NULL) {
            row.hasAll(place);
        } else if (place.column() >= 0) {
            row.hasText(place, CleanText.of(parser.getString()));
            row.numbers.set(place.column(), token.isNumeric());
        }
    }

    private final class JsonRow implements Row {

        private final String origin;
        private final @Nullable String[] texts = new String[positions.size()];
        private final BitSet columns = new BitSet();
        private final BitSet numbers = new BitSet();
        private boolean isObject = true;
        private @Nullable Fault fault;

        JsonRow(String origin) {
            this.origin = origin;
        }

        /** There is an object or an array, which is no text, so that a column may go by its next name. */
        void hasNoText(Place place) {
            if (place.column() >= 0) {
                seen.set(place.column());
            }
        }

        /** There is nothing, and so nothing below. */
        void hasAll(Place place) {
            if (place.column() >= 0) {
                columns.set(place.column());
            }
            columns.or(place.below());
        }

        void hasText(Place place, String text) {
            int column = place.column();
            columns.set(column);
            if (text.indexOf('\0') >= 0) {
                fault = new Fault(place.path(), text, "has a NUL character");
            } else if (texts[column] != null) {
                fault = new Fault(place.path(), text, "is the second value of that name, expected one");
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
        public boolean hasCells() {
            return isObject;
        }

        @Override
        public String origin() {
            return origin;
        }

        @Override
        public @Nullable Fault fault() {
            return fault;
        }
    }
}
