package org.saleskpi.indicator;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.saleskpi.order.TextOrder;
import org.saleskpi.order.WhiteSpace;
import org.saleskpi.sales.Booking;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Conversion;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.SalesHistory;

/**
 * What facts are grouped by: their owner, one of their attributes, or what is derived from those.
 *
 * <pre>{@code
 * Dimension team = Dimension.derived("team", Dimension.OWNER, Map.of("alice", "north", "bob", "north", "zoe", "south"));
 * Dimension size = Dimension.of(
 *         "size", Contract.class, contract -> contract.attributes().containsKey("seats") ? "seats" : "flat");
 * KpiBreakdown<KpiReport> teams = KpiCalculator.of(history).during(DateRange.year(2026)).by(team);
 * }</pre>
 *
 * <p>A fact's key is its own, else its customer's; a fact that has neither is <em>unassigned</em>. Reports know a dimension by
 * its name.
 *
 * <p>Immutable, and thread-safe if the functions in it are. Owners, and attributes of one name, are equal; a dimension made
 * with a function is equal to itself alone: keep it in a constant, so that what is computed for it is computed once.
 *
 * @since 0.1.0
 */
public final class Dimension {

    /** The sales rep. */
    public static final Dimension OWNER = new Dimension("owner", new Owner());

    /** The order in which groups stand: by the Unicode code points of their keys, which {@link String#compareTo} is not. */
    public static final Comparator<String> KEY_ORDER = TextOrder.BY_CODE_POINTS;

    private final String name;
    private final Source source;

    private Dimension(String name, Source source) {
        checkArgument(!WhiteSpace.isBlank(name), "Dimension: name \"%s\" is blank", name);
        this.name = name;
        this.source = source;
    }

    /** Where keys come from. */
    private sealed interface Source {}

    private record Owner() implements Source {}

    private record Attribute() implements Source {}

    private record Derived(Dimension base, Function<? super String, ? extends @Nullable String> mapping)
            implements Source {}

    private record OfFact<F extends Fact>(Class<F> type, Function<? super F, ? extends @Nullable String> key)
            implements Source {

        @Nullable
        String keyOf(Fact fact) {
            Fact bearer = bearer(fact);
            return type.isInstance(bearer) ? key.apply(type.cast(bearer)) : null;
        }

        /** A conversion goes by its contract and a booking by its meeting, as they do with owners and attributes. */
        private Fact bearer(Fact fact) {
            if (fact instanceof Conversion conversion && type == Contract.class) {
                return conversion.contract();
            }
            return fact instanceof Booking booking && type == Meeting.class ? booking.meeting() : fact;
        }
    }

    /**
     * Returns the dimension of an attribute.
     *
     * @param name the attribute's name, such as {@code region}; not blank
     * @return the dimension, by the name of the attribute
     * @throws IllegalArgumentException if the name is blank
     */
    public static Dimension attribute(String name) {
        return new Dimension(requireNonNull(name, "name"), new Attribute());
    }

    /**
     * Returns a dimension whose keys stand for those of another one, such as the teams of reps.
     *
     * @param name the name by which reports know it; not blank
     * @param base the dimension whose keys are mapped: of each fact its own, else its customer's
     * @param keys the key for each key of the base; a key that is not in it is unassigned
     * @return the dimension; what is unassigned in the base is unassigned in it
     * @throws IllegalArgumentException if the name is blank
     */
    public static Dimension derived(String name, Dimension base, Map<String, String> keys) {
        return derived(name, base, requireElements(keys, "keys")::get);
    }

    /**
     * Returns a dimension whose keys stand for those of another one, such as the country of a city.
     *
     * @param name the name by which reports know it; not blank
     * @param base the dimension whose keys are mapped: of each fact its own, else its customer's
     * @param mapping the key for a key of the base, or null for unassigned; not blank. It must depend on the key alone: it is
     *     asked when facts are grouped, once for each key, not once for each question
     * @return the dimension; what is unassigned in the base is unassigned in it
     * @throws IllegalArgumentException if the name is blank
     */
    public static Dimension derived(
            String name, Dimension base, Function<? super String, ? extends @Nullable String> mapping) {
        return new Dimension(
                requireNonNull(name, "name"),
                new Derived(requireNonNull(base, "base"), requireNonNull(mapping, "mapping")));
    }

    /**
     * Returns a dimension whose keys are computed from one kind of fact, such as a class of size. Conversions have the key
     * of their contract, and bookings that of their meeting. Other facts have none of their own: they go by their customer's, if it is the {@link CustomerJourney}
     * that has one, and are else unassigned.
     *
     * @param name the name by which reports know it; not blank
     * @param factType the kind of fact: one of the nine, not {@link Fact} itself
     * @param key the key of a fact, or null if it has none of its own; not blank. It must depend on the fact alone: it is
     *     asked when facts are grouped, not once for each question
     * @param <F> the kind of fact
     * @return the dimension
     * @throws IllegalArgumentException if the name is blank, or the type is not one kind of fact
     */
    public static <F extends Fact> Dimension of(
            String name, Class<F> factType, Function<? super F, ? extends @Nullable String> key) {
        checkArgument(
                !requireNonNull(factType, "factType").isInterface(),
                "Dimension %s: %s is not one kind of fact, such as Call",
                name,
                factType.getSimpleName());
        return new Dimension(requireNonNull(name, "name"), new OfFact<>(factType, requireNonNull(key, "key")));
    }

    /**
     * Returns the name by which reports know this dimension.
     *
     * @return {@code owner}, the attribute's name, or the name that it was given
     */
    public String name() {
        return name;
    }

    /**
     * Returns what is grouped by, to tell dimensions of one name apart.
     *
     * @return a few words in English
     */
    public String description() {
        if (source instanceof Derived derived) {
            return "what is derived from " + derived.base.description();
        }
        if (source instanceof OfFact<?> ofFact) {
            return "what is computed from each " + ofFact.type.getSimpleName();
        }
        return source instanceof Owner ? "the owner of a record" : "the attribute " + name;
    }

    /**
     * For engines: returns the key that a fact has of its own, before it is {@linkplain #derive derived}.
     *
     * @param fact the fact
     * @return its owner, the value of the attribute, or what is computed from it; null when it has none of its own
     */
    public @Nullable String ownKeyOf(Fact fact) {
        requireNonNull(fact, "fact");
        if (source instanceof Derived derived) {
            return derived.base.ownKeyOf(fact);
        }
        if (source instanceof OfFact<?> ofFact) {
            return checked(ofFact.keyOf(fact), fact);
        }
        return source instanceof Owner ? fact.owner() : fact.attributes().get(name);
    }

    /**
     * Tells whether this is the dimension of an attribute.
     *
     * @return true if {@link #attribute} made it
     */
    public boolean isAttribute() {
        return source instanceof Attribute;
    }

    /**
     * For engines: tells whether keys stand for those of another dimension.
     *
     * @return true if they do
     */
    public boolean isDerived() {
        return source instanceof Derived;
    }

    /**
     * For engines: returns the key in this dimension of what has a key of its own, or by its customer.
     *
     * @param key what {@link #ownKeyOf} gave for a fact, else for its customer; null if both have none
     * @return the key that it stands for, or the key itself in a dimension that is not derived; null for what is unassigned
     */
    public @Nullable String derive(@Nullable String key) {
        if (source instanceof Derived derived) {
            String before = derived.base.derive(key);
            return before == null ? null : checked(derived.mapping.apply(before), before);
        }
        return key;
    }

    private @Nullable String checked(@Nullable String key, Object of) {
        checkArgument(
                key == null || !WhiteSpace.isBlank(key),
                "Dimension %s: the key \"%s\" of %s is blank; expected a text, or null for unassigned",
                name,
                key,
                of);
        return key;
    }

    /**
     * For engines: tells whether a customer's key may be another one in a view as of a moment, because it is computed from
     * its journey.
     *
     * @return true if it may
     */
    public boolean dependsOnView() {
        return source instanceof Derived derived
                ? derived.base.dependsOnView()
                : source instanceof OfFact<?> ofFact && ofFact.type == CustomerJourney.class;
    }

    /**
     * Returns the key that a fact is grouped by.
     *
     * @param fact the fact
     * @param history the history that it belongs to
     * @return its own key, else its customer's, derived if this dimension is; null for what is unassigned
     */
    public @Nullable String keyOf(Fact fact, SalesHistory history) {
        requireNonNull(history, "history");
        String own = ownKeyOf(fact);
        String customerId = fact.customerId();
        return derive(
                own != null || customerId == null
                        ? own
                        : history.journeyOf(fact).map(this::ownKeyOf).orElse(null));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Dimension dimension
                        && isAttribute()
                        && dimension.isAttribute()
                        && name.equals(dimension.name));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
