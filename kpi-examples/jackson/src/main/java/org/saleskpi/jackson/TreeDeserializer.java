package org.saleskpi.jackson;

import java.time.DateTimeException;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads a whole document, and makes something of it. What cannot be made is told by the reason, at the document's place.
 *
 * @param <T> what is made
 */
final class TreeDeserializer<T> extends StdDeserializer<T> {

    private final transient Function<JsonNode, ? extends T> maker;

    TreeDeserializer(Class<? super T> type, Function<JsonNode, ? extends T> maker) {
        super(type);
        this.maker = maker;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        JsonNode tree = context.readTree(parser);
        try {
            return maker.apply(tree);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            return context.reportInputMismatch(this, "%s", e.getMessage());
        }
    }
}
