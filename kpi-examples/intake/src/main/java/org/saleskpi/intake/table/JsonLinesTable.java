package org.saleskpi.intake.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Progress;
import org.saleskpi.sales.Origin;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A file of JSON Lines: one object a line, in UTF-8. A line that is none is a row that is not whole. */
final class JsonLinesTable implements TableOfObjects {

    /** How many characters of a line are kept: no row is longer, and the memory must hold several of them. */
    private static final int LONGEST =
            (int) Math.min(1 << 26, Runtime.getRuntime().maxMemory() / 16);

    private static final int SHOWN = 100;

    private final JsonFactory json = JsonObjects.json();
    private final Path path;
    private final String name;
    private final BoundedLines lines;
    private final int longest;
    private final JsonObjects objects;
    private final Queue<Row> ready = new ArrayDeque<>();
    private long number;

    private JsonLinesTable(Path path, BoundedLines lines, int longest, JsonObjects objects) {
        this.path = path;
        this.name = String.valueOf(path.getFileName());
        this.lines = lines;
        this.longest = longest;
        this.objects = objects;
    }

    /** Opens a file of which some columns are to be read. */
    static JsonLinesTable open(Path path, TableForm form, Collection<String> columns, Progress progress) {
        return open(path, form, columns, progress, LONGEST);
    }

    /** Opens a file of whose lines at most some characters are kept. */
    static JsonLinesTable open(Path path, TableForm form, Collection<String> columns, Progress progress, int longest) {
        try {
            BoundedLines lines = new BoundedLines(TextFile.open(path, StandardCharsets.UTF_8, progress), longest);
            return new JsonLinesTable(path, lines, longest, new JsonObjects(form, columns));
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
        try {
            while (ready.isEmpty()) {
                String line = lines.next();
                number++;
                if (line == null) {
                    return null;
                }
                if (lines.isCut()) {
                    ready.addAll(faultyRow(
                            Origin.of(name, number),
                            line.substring(0, Math.min(line.length(), SHOWN)),
                            "is the beginning of a line of more than " + longest
                                    + " characters, expected a JSON object on a line of its own"));
                } else if (!line.isBlank()) {
                    ready.addAll(rows(line));
                }
            }
            return ready.remove();
        } catch (IOException e) {
            throw TextFile.broken(path, StandardCharsets.UTF_8, e);
        }
    }

    private List<Row> rows(String line) {
        Origin origin = Origin.of(name, number);
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return faultyRow(origin, line, "is not a JSON object");
            }
            List<Row> rows = objects.read(parser, origin);
            return parser.nextToken() == null ? rows : faultyRow(origin, line, "is more than one JSON object");
        } catch (JacksonException e) {
            return faultyRow(origin, line, "is not a JSON object: " + JsonTable.reason(e));
        }
    }

    private List<Row> faultyRow(Origin origin, String line, String reason) {
        return List.of(objects.faultyRow(origin, new Row.Fault("row", line, reason)));
    }

    @Override
    public void close() {
        TextFile.close(lines);
    }
}
