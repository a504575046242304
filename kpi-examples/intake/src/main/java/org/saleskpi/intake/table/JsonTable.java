package org.saleskpi.intake.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Progress;
import org.saleskpi.sales.Origin;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;

/**
 * A JSON file in UTF-8: an array of objects, which are the rows, or an object in which such an array is a member. Rows are
 * numbered from 1: such a file is often a single line.
 */
final class JsonTable implements TableOfObjects {

    private final Path path;
    private final String name;
    private final Set<String> items;
    private final JsonObjects objects;
    private final JsonParser parser;
    private final Queue<Row> ready = new ArrayDeque<>();
    private boolean isInItems;
    private boolean hasItems;
    private long number;

    private JsonTable(Path path, Set<String> items, JsonObjects objects, JsonParser parser) {
        this.path = path;
        this.name = String.valueOf(path.getFileName());
        this.items = items;
        this.objects = objects;
        this.parser = parser;
    }

    /**
     * Opens a file of which some columns are to be read.
     *
     * @param form how it is written
     */
    static JsonTable open(Path path, TableForm form, Collection<String> columns, Progress progress) {
        try {
            BufferedReader reader = TextFile.open(path, StandardCharsets.UTF_8, progress);
            JsonParser parser = JsonObjects.json().createParser(ObjectReadContext.empty(), reader);
            return new JsonTable(path, form.json().items(), new JsonObjects(form, columns), parser);
        } catch (IOException e) {
            throw TextFile.broken(path, StandardCharsets.UTF_8, e);
        }
    }

    @Override
    public JsonObjects objects() {
        return objects;
    }

    @Override
    public @Nullable Row next() {
        if (ready.isEmpty()) {
            readItem();
        }
        return ready.poll();
    }

    /** Reads until there are rows, or the file ends. */
    private void readItem() {
        try {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (!isInItems) {
                    enter(token);
                } else if (token == JsonToken.END_ARRAY) {
                    isInItems = false;
                } else {
                    ready.addAll(rows(token));
                    if (!ready.isEmpty()) {
                        return;
                    }
                }
            }
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException cause) {
                throw TextFile.broken(path, StandardCharsets.UTF_8, cause);
            }
            String line =
                    e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            throw new BrokenFileException(name, "is not JSON" + line + ": " + reason(e));
        }
        if (!hasItems) {
            throw new BrokenFileException(
                    name,
                    items.isEmpty()
                            ? "is no array of objects; json: {items: …} tells the mapping which member is one, and a file"
                                    + " with an object on each line is called .jsonl"
                            : "has no array " + String.join(" or ", items));
        }
    }

    private List<Row> rows(JsonToken token) {
        number++;
        Origin origin = Origin.of(name, number);
        if (token == JsonToken.START_OBJECT) {
            return objects.read(parser, origin);
        }
        String text = token.isStructStart() ? "an array" : parser.getString();
        parser.skipChildren();
        return List.of(objects.faultyRow(origin, new Row.Fault("row", text, "is not a JSON object")));
    }

    /** Looks at a token outside of the array of rows. */
    private void enter(JsonToken token) {
        TokenStreamContext context = parser.streamReadContext();
        String place = path(token.isStructStart() ? context.getParent() : context);
        boolean isRows = token == JsonToken.START_ARRAY && (place.isEmpty() || items.contains(place));
        // Systems that find nothing may give null in place of an empty array.
        boolean isNothing = token == JsonToken.VALUE_NULL && items.contains(place);
        if (isRows || isNothing) {
            if (hasItems) {
                throw new BrokenFileException(name, "has two arrays of rows, expected one");
            }
            hasItems = true;
            isInItems = isRows;
        } else if (token.isStructStart()
                && !place.isEmpty()
                && items.stream().noneMatch(item -> item.startsWith(place + "."))) {
            parser.skipChildren();
        }
    }

    /** Where the current value stands, such as {@code data.items}; empty for the whole. */
    private static String path(@Nullable TokenStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        String outer = path(context.getParent());
        String inner = context.inArray() ? String.valueOf(context.getCurrentIndex()) : context.currentName();
        return outer.isEmpty() ? String.valueOf(inner) : outer + "." + inner;
    }

    /** What a parser complains of, in one line. */
    static String reason(JacksonException complaint) {
        return String.join(
                " ", complaint.getOriginalMessage().lines().map(String::strip).toList());
    }

    @Override
    public void close() {
        parser.close();
    }
}
