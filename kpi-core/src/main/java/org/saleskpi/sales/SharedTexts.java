package org.saleskpi.sales;

import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One text, and one map of attributes, for all records that have it. Owners, customers and attributes repeat: records that
 * each hold a text of their own, as a parser or a result set makes it, take more than half as much memory again and are
 * built and grouped more slowly than those that share it. A {@linkplain SalesHistoryBuilder#add(RecordBuilder) history's builder} does so
 * for records that it builds; whoever builds many of them gives their texts through here:
 *
 * <pre>{@code
 * SharedTexts texts = new SharedTexts();
 * Customer customer = Customer.builder(texts.customer("c-1"), Instant.parse("2026-01-05T08:00:00Z"))
 *         .owner(texts.text("alice"))
 *         .build();
 * Call call = Call.builder("k-1", Instant.parse("2026-01-06T09:30:00Z"))
 *         .customer(texts.text("c-" + 1))
 *         .owner(texts.text("alice"))
 *         .attributes(texts.attributes(Map.of("region", "north")))
 *         .build();
 * assert call.customerId() == customer.id();
 * }</pre>
 *
 * <p>The ids of customers are all kept. Of other texts and of attributes as many are kept as a space of half a megabyte
 * has room for, so that a column in which every text is another one costs nothing; ids of other records need not come here.
 * Not thread-safe; no longer needed when the records are made.
 *
 * @since 0.1.0
 */
public final class SharedTexts {

    private static final int FEW = 1 << 8;
    private static final int MANY = 1 << 16;

    private final Map<String, String> customers = new HashMap<>();
    private @Nullable String[] texts = new String[FEW];
    private @Nullable Attributes[] attributes = new Attributes[FEW];

    /** How many slots of each have been filled: a space for few is replaced by a larger one once half of it has been. */
    private int textsFilled;

    private int attributesFilled;

    /** Creates an empty space. */
    public SharedTexts() {}

    private static int slot(int hash, Object[] space) {
        return (hash * 0x9E3779B9) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(space.length));
    }

    /** A larger space with the same in it, if so much of this one has been filled; later ones go first, as they always do. */
    private static <T> @Nullable T[] withRoom(@Nullable T[] space, int filled, ToIntFunction<T> hash) {
        if (filled <= space.length / 2 || space.length == MANY) {
            return space;
        }
        @Nullable T[] larger = Arrays.copyOf(space, space.length * 4);
        Arrays.fill(larger, null);
        for (T element : space) {
            if (element != null) {
                larger[slot(hash.applyAsInt(element), larger)] = element;
            }
        }
        return larger;
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
        int slot = slot(requireNonNull(text, "text").hashCode(), texts);
        String earlier = texts[slot];
        if (earlier != null && earlier.equals(text)) {
            return earlier;
        }
        String customer = customers.get(text);
        if (customer != null) {
            return customer;
        }
        texts[slot] = text;
        textsFilled++;
        texts = withRoom(texts, textsFilled, String::hashCode);
        return text;
    }

    /**
     * Adds the id of a customer.
     *
     * @param id the id
     * @return an equal text, always the same
     */
    public String customer(String id) {
        String earlier = customers.putIfAbsent(requireNonNull(id, "id"), id);
        String kept = earlier == null ? id : earlier;
        int slot = slot(kept.hashCode(), texts);
        if (kept.equals(texts[slot])) {
            texts[slot] = kept; // From now on this object stands for the text.
        }
        return kept;
    }

    /**
     * Returns the id of a customer, if it has been added.
     *
     * @param id the id
     * @return an equal text, always the same; empty for the id of no customer
     */
    public Optional<String> knownCustomer(String id) {
        return Optional.ofNullable(customers.get(requireNonNull(id, "id")));
    }

    /**
     * Returns attributes.
     *
     * @param values the values by name
     * @return an equal map, unmodifiable, the one returned before if that is still there
     */
    public Map<String, String> attributes(Map<String, String> values) {
        int slot = slot(hash(requireNonNull(values, "values")), attributes);
        Attributes earlier = attributes[slot];
        if (earlier != null && earlier.values().equals(values)) {
            return earlier.values();
        }
        // Records keep a map of this kind as it is, and copy any other.
        ImmutableMap<String, String> kept = requireElements(values, "values");
        attributes[slot] = new Attributes(kept);
        attributesFilled++;
        attributes = withRoom(attributes, attributesFilled, earlierOrNew -> hash(earlierOrNew.values()));
        return kept;
    }

    /** There are no arrays of a generic type. */
    private record Attributes(ImmutableMap<String, String> values) {}
}
