package org.saleskpi.sales;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of all six kinds of record have in common: owner, attributes and origin. Not thread-safe.
 *
 * <p>What a record must have and does not, null included, is a broken rule that {@link #build} tells.
 *
 * @param <B> the kind of builder itself
 * @see Customer
 * @since 0.1.0
 */
public abstract sealed class RecordBuilder<B extends RecordBuilder<B>> permits Customer.Builder, FactBuilder {

    final String id;

    /** An immutable map, once given, stays the one that it is: millions of records may share it. */
    Map<String, String> attributes = ImmutableMap.of();

    @Nullable
    String owner;

    @Nullable
    Origin origin;

    RecordBuilder(String id) {
        this.id = id;
    }

    abstract B self();

    /** Has the record hold the texts that others hold too, as far as they are likely to repeat. */
    void share(SharedTexts texts) {
        owner = owner == null ? null : texts.text(owner);
        boolean isWhole = attributes.entrySet().stream()
                .allMatch(attribute -> attribute.getKey() != null && attribute.getValue() != null);
        if (isWhole && !attributes.isEmpty()) {
            attributes = texts.attributes(attributes);
        }
    }

    /**
     * Completes the record.
     *
     * @return the record
     * @throws InvalidRecordException if it breaks a rule
     */
    public abstract SalesRecord build();

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
        requireNonNull(name, "name");
        if (value == null) {
            mutableAttributes().remove(name);
        } else {
            mutableAttributes().put(name, value);
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
        requireNonNull(attributes, "attributes");
        if (this.attributes.isEmpty() && attributes instanceof ImmutableMap) {
            this.attributes = attributes;
        } else {
            mutableAttributes().putAll(attributes);
        }
        return self();
    }

    private Map<String, String> mutableAttributes() {
        if (attributes instanceof ImmutableMap) {
            attributes = new LinkedHashMap<>(attributes);
        }
        return attributes;
    }

    /**
     * Says where the record comes from, for {@link Problem problems} to repeat.
     *
     * @param origin such as the key of a row, or null
     * @return this builder
     */
    public B origin(@Nullable String origin) {
        this.origin = origin == null ? null : Origin.of(origin);
        return self();
    }

    /**
     * Says where the record comes from, for {@link Problem problems} to repeat.
     *
     * @param origin the source and its line, or null
     * @return this builder
     */
    public B origin(@Nullable Origin origin) {
        this.origin = origin;
        return self();
    }
}
