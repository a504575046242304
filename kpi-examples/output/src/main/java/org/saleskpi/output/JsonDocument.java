package org.saleskpi.output;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A document of maps, lists, texts, whole numbers and truth values, to be written as all JSON of this library is: one property a
 * line, UTF-8.
 */
public final class JsonDocument {

    private JsonDocument() {}

    /**
     * Writes a document.
     *
     * @param document its properties in their order; a value is a map with texts as keys, an {@link Iterable}, a
     *     {@link String}, an {@link Integer}, a {@link Long}, a {@link Boolean} or null
     * @param out takes the bytes; it is left open
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if it holds a value of another type
     */
    public static void write(Map<String, ? extends @Nullable Object> document, OutputStream out) throws IOException {
        requireNonNull(document, "document");
        JsonFile.write(out, json -> value(document, json));
    }

    private static void value(@Nullable Object value, JsonGenerator json) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Map<?, ?> properties) {
            json.writeStartObject();
            properties.forEach((name, property) -> {
                json.writeName(String.valueOf(name));
                value(property, json);
            });
            json.writeEndObject();
        } else if (value instanceof Iterable<?> items) {
            json.writeStartArray();
            items.forEach(item -> value(item, json));
            json.writeEndArray();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else {
            throw new IllegalArgumentException(
                    "A JSON document holds a " + value.getClass().getSimpleName()
                            + ", expected a map, a list, a text, a whole number or a truth value");
        }
    }
}
