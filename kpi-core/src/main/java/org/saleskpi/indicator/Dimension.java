package org.saleskpi.indicator;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.saleskpi.order.TextOrder;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.SalesHistory;

/**
 * What facts are grouped by: their owner, or one of their attributes.
 *
 * <p>A fact's key is its own, else its customer's; a fact that has neither is <em>unassigned</em>. Immutable and
 * thread-safe; two dimensions are equal if they group by the same.
 */
public final class Dimension {

    /** The sales rep. */
    public static final Dimension OWNER = new Dimension(null);

    /** The order in which groups stand: by the Unicode code points of their keys, which {@link String#compareTo} is not. */
    public static final Comparator<String> KEY_ORDER = TextOrder.BY_CODE_POINTS;

    private final @Nullable String attribute;

    private Dimension(@Nullable String attribute) {
        this.attribute = attribute;
    }

    /**
     * Returns the dimension of an attribute.
     *
     * @param name the attribute's name, such as {@code region}; not blank
     * @return the dimension
     * @throws IllegalArgumentException if the name is blank
     */
    public static Dimension attribute(String name) {
        checkArgument(!name.isBlank(), "Dimension: attribute name \"%s\" is blank", name);
        return new Dimension(name);
    }

    /**
     * Returns the name by which reports know this dimension.
     *
     * @return {@code owner}, or the attribute's name
     */
    public String name() {
        return attribute == null ? "owner" : attribute;
    }

    /**
     * Returns what is grouped by, to tell dimensions of one name apart.
     *
     * @return a few words in English
     */
    public String description() {
        return attribute == null ? "the owner of a record" : "the attribute " + attribute;
    }

    /**
     * Returns the key that a fact has of its own.
     *
     * @param fact the fact
     * @return its owner, or the value of the attribute; null when it has none of its own
     */
    public @Nullable String ownKeyOf(Fact fact) {
        return attribute == null ? fact.owner() : fact.attributes().get(attribute);
    }

    /**
     * Returns the key that a fact is grouped by.
     *
     * @param fact the fact
     * @param history the history that it belongs to
     * @return its own key, else its customer's; null for what is unassigned
     */
    public @Nullable String keyOf(Fact fact, SalesHistory history) {
        String own = ownKeyOf(fact);
        String customerId = fact.customerId();
        return own != null || customerId == null
                ? own
                : history.journeyOf(customerId).map(this::ownKeyOf).orElse(null);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Dimension dimension && Objects.equals(attribute, dimension.attribute);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(attribute);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name();
    }
}
