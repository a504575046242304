package org.saleskpi.jackson;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The properties of an object of JSON, of which a missing one is told by its name. */
final class Fields {

    private Fields() {}

    /** A property; null if it is missing, or null. */
    static @Nullable JsonNode optional(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    static JsonNode of(JsonNode object, String name) {
        JsonNode value = object.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Property \"" + name + "\" is missing");
        }
        return value;
    }

    static String text(JsonNode object, String name) {
        JsonNode value = of(object, name);
        if (!value.isString()) {
            throw new IllegalArgumentException("Property \"" + name + "\" is " + value + ", expected a text");
        }
        return value.stringValue();
    }

    static long whole(JsonNode object, String name) {
        JsonNode value = of(object, name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("Property \"" + name + "\" is " + value + ", expected a whole number");
        }
        return value.longValue();
    }
}
