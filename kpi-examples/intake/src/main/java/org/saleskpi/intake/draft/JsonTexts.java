package org.saleskpi.intake.draft;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** The objects of a JSON file, each as the texts that stand in it by the path that leads there. */
final class JsonTexts {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final int MAX_COLUMNS = 500;
    private static final int MAX_DEPTH = 6;

    private JsonTexts() {}

    /** Is given the objects. */
    interface Rows {
        /** Takes an object; returns whether there may be more. */
        boolean take(Map<String, String> row);
    }

    /** Reads a file with an object a line. */
    static void readLines(Path path, Rows rows) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!text.isBlank()) {
                    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
                        if (parser.nextToken() == JsonToken.START_OBJECT && !rows.take(object(parser))) {
                            return;
                        }
                    } catch (JacksonException e) {
                        throw new IOException("is not JSON Lines: " + e.getOriginalMessage(), e);
                    }
                }
            }
        }
    }

    /** Reads a file that is an array, or an object that has one; returns the path that leads to it, null for none. */
    static @Nullable String readArray(Path path, Rows rows) throws IOException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), path)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                items(parser, rows);
                return null;
            }
            if (first != JsonToken.START_OBJECT) {
                throw new IOException("is neither an array nor an object");
            }
            return firstArray(parser, "", rows);
        } catch (JacksonException e) {
            throw new IOException("is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Looks for the first array of objects in an object, whose beginning was read. */
    private static @Nullable String firstArray(JsonParser parser, String at, Rows rows) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String path = at + parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_ARRAY) {
                if (items(parser, rows)) {
                    return path;
                }
            } else if (value == JsonToken.START_OBJECT) {
                String found = at.isEmpty() ? firstArray(parser, path + ".", rows) : null;
                if (found != null) {
                    return found;
                }
                if (!at.isEmpty()) {
                    parser.skipChildren();
                }
            }
        }
        return null;
    }

    /** Reads the objects of an array, whose beginning was read; returns whether there were any. */
    private static boolean items(JsonParser parser, Rows rows) {
        boolean isOfObjects = false;
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                isOfObjects = true;
                if (!rows.take(object(parser))) {
                    return true;
                }
            } else {
                parser.skipChildren();
            }
        }
        return isOfObjects;
    }

    private static Map<String, String> object(JsonParser parser) {
        Map<String, String> texts = new LinkedHashMap<>();
        object(parser, "", 1, texts);
        return texts;
    }

    private static void object(JsonParser parser, String at, int depth, Map<String, String> texts) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String path = at + parser.currentName();
            value(parser, parser.nextToken(), path, depth, texts);
        }
    }

    private static void value(JsonParser parser, JsonToken token, String path, int depth, Map<String, String> texts) {
        if (token == JsonToken.START_OBJECT && depth < MAX_DEPTH) {
            object(parser, path + ".", depth + 1, texts);
        } else if (token == JsonToken.START_ARRAY && depth < MAX_DEPTH) {
            int item = 0;
            for (JsonToken next = parser.nextToken();
                    next != null && next != JsonToken.END_ARRAY;
                    next = parser.nextToken()) {
                if (item == 0) {
                    value(parser, next, path + ".0", depth + 1, texts);
                } else {
                    parser.skipChildren();
                }
                item++;
            }
        } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            String text = parser.getString();
            if (!text.isBlank() && texts.size() < MAX_COLUMNS) {
                texts.putIfAbsent(path, text.strip());
            }
        } else {
            parser.skipChildren();
        }
    }
}
