package org.saleskpi.sales;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of building a record that all kinds share. Not thread-safe.
 *
 * @param <B> the kind of builder itself
 */
public abstract sealed class RecordBuilder<B extends RecordBuilder<B>> permits Customer.Builder, FactBuilder {

    final String id;
    final Map<String, String> attributes = new LinkedHashMap<>();

    @Nullable
    String owner;

    @Nullable
    String origin;

    RecordBuilder(String id) {
        this.id = id;
    }

    abstract B self();

    /**
     * Says which sales rep owns the record.
     *
     * @param owner the rep's name or id, or null for none
     * @return this builder
     */
    public B owner(@Nullable String owner) {
        this.owner = owner;
        return self();
    }

    /**
     * Adds an attribute.
     *
     * @param name such as {@code region}
     * @param value such as {@code EMEA}, or null for none
     * @return this builder
     */
    public B attribute(String name, @Nullable String value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
        return self();
    }

    /**
     * Adds attributes.
     *
     * @param attributes the values by name
     * @return this builder
     */
    public B attributes(Map<String, String> attributes) {
        this.attributes.putAll(attributes);
        return self();
    }

    /**
     * Says where the record comes from, for {@link Problem problems} to repeat.
     *
     * @param origin such as a file and line, or null
     * @return this builder
     */
    public B origin(@Nullable String origin) {
        this.origin = origin;
        return self();
    }
}
