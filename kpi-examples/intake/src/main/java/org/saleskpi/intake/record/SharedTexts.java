package org.saleskpi.intake.record;

import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One text, and one map of attributes, for many records that have it: owners, customers and attributes repeat, and millions
 * of equal copies would take most of the memory of an import. The ids of customers are all kept; of other texts and of
 * attributes as many as a fixed space has room for, so that a column in which every text is another one costs nothing. Not
 * thread-safe.
 */
public final class SharedTexts {

    private static final int SLOTS = 1 << 16;

    private final Map<String, String> customers = new HashMap<>();
    private final @Nullable String[] texts = new String[SLOTS];
    private final @Nullable Attributes[] attributes = new Attributes[SLOTS];

    /** Creates an empty space. */
    public SharedTexts() {}

    private static int slot(int hash) {
        return (hash * 0x9E3779B9) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(SLOTS));
    }

    /** The hash of a map is a sum, the same for north=1, south=2 as for north=2, south=1: too often the same. */
    private static int hash(Map<String, String> values) {
        int hash = 0;
        for (Map.Entry<String, String> entry : values.entrySet()) {
            hash = 31 * hash + entry.hashCode();
        }
        return hash;
    }

    /**
     * Returns a text.
     *
     * @param text the text
     * @return an equal text, the one returned before if that is still there
     */
    public String text(String text) {
        String customer = customers.get(text);
        if (customer != null) {
            return customer;
        }
        int slot = slot(text.hashCode());
        String earlier = texts[slot];
        if (earlier != null && earlier.equals(text)) {
            return earlier;
        }
        texts[slot] = text;
        return text;
    }

    /**
     * Adds the id of a customer.
     *
     * @param id the id
     * @return an equal text, always the same
     */
    public String customer(String id) {
        String earlier = customers.putIfAbsent(id, id);
        return earlier == null ? id : earlier;
    }

    /**
     * Says whether there is a customer.
     *
     * @param id the id
     * @return whether it has been added
     */
    public boolean isCustomer(String id) {
        return customers.containsKey(id);
    }

    /**
     * Returns attributes.
     *
     * @param values the values by name
     * @return an equal map, unmodifiable, the one returned before if that is still there
     */
    public Map<String, String> attributes(Map<String, String> values) {
        int slot = slot(hash(values));
        Attributes earlier = attributes[slot];
        if (earlier != null && earlier.values().equals(values)) {
            return earlier.values();
        }
        // Records keep a map of this kind as it is, and copy any other.
        ImmutableMap<String, String> kept = ImmutableMap.copyOf(values);
        attributes[slot] = new Attributes(kept);
        return kept;
    }

    /** There are no arrays of a generic type. */
    private record Attributes(ImmutableMap<String, String> values) {}
}
