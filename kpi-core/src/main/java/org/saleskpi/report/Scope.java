package org.saleskpi.report;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saleskpi.bytes.ByteSink;
import org.saleskpi.bytes.ByteSource;
import org.saleskpi.indicator.Dimension;

/**
 * Which part of a history answers are about: of each dimension that is narrowed, the keys that are left.
 *
 * <pre>{@code
 * KpiReport report = KpiCalculator.of(history)
 *         .during(DateRange.year(2026))
 *         .where(Dimension.OWNER, "bob", "alice")
 *         .where(Dimension.attribute("region"), "EMEA")
 *         .report();
 * Scope scope = report.terms().scope();
 * assert scope.toString().equals("owner is alice or bob, region is EMEA");
 * }</pre>
 *
 * <p>A scope knows a dimension by its {@linkplain Dimension#name name}. Immutable and thread-safe; two scopes are equal if
 * they leave the same keys of the same dimensions, in whatever order they were narrowed.
 *
 * @since 0.1.0
 */
public final class Scope {

    /** The whole history. */
    public static final Scope ALL = new Scope(ImmutableSortedMap.of());

    private static final Comparator<@Nullable String> UNASSIGNED_LAST = Comparator.nullsLast(Dimension.KEY_ORDER);

    private final ImmutableSortedMap<String, List<@Nullable String>> keys;

    private Scope(ImmutableSortedMap<String, List<@Nullable String>> keys) {
        this.keys = keys;
    }

    /**
     * Returns the scope of one group.
     *
     * @param dimension the name of the dimension
     * @param key the owner, attribute value or other key; null for what is unassigned
     * @return the scope
     */
    public static Scope of(String dimension, @Nullable String key) {
        return new Scope(ImmutableSortedMap.of(requireNonNull(dimension, "dimension"), Collections.singletonList(key)));
    }

    /**
     * Returns the part of this scope that has any of some keys. Conditions on several dimensions, and repeated ones on one,
     * mean <em>and</em>: of each dimension the keys that all of them name are left, which may be none.
     *
     * @param dimension the name of the dimension
     * @param anyOf the owners, attribute values or other keys; null among them for what is unassigned
     * @return the narrower scope
     */
    public Scope where(String dimension, Collection<? extends @Nullable String> anyOf) {
        requireNonNull(dimension, "dimension");
        Set<@Nullable String> left = sorted(requireNonNull(anyOf, "anyOf"));
        List<@Nullable String> before = keys.get(dimension);
        if (before != null) {
            left.retainAll(sorted(before));
        }
        return with(dimension, left);
    }

    /**
     * Returns the keys that are left of each dimension that is narrowed.
     *
     * @return by the names of dimensions, the keys in the order of their code points, null for what is unassigned last; empty
     *     for the whole history; unmodifiable
     */
    public Map<String, List<@Nullable String>> keys() {
        return keys;
    }

    /** What this scope and another are together; empty if their answers do not add. */
    Optional<Scope> plus(Scope other) {
        if (equals(other)) {
            return Optional.of(this);
        }
        return onlyDifference(other)
                .filter(dimension -> Collections.disjoint(keysOf(dimension), other.keysOf(dimension)))
                .map(dimension -> {
                    Set<@Nullable String> union = sorted(keysOf(dimension));
                    union.addAll(other.keysOf(dimension));
                    return with(dimension, union);
                });
    }

    /** What is left of this scope without a part; empty if its answers cannot be told from those of the whole. */
    Optional<Scope> minus(Scope part) {
        if (equals(part)) {
            return Optional.of(this);
        }
        return onlyDifference(part)
                .filter(dimension -> sorted(keysOf(dimension)).containsAll(part.keysOf(dimension)))
                .map(dimension -> {
                    Set<@Nullable String> rest = sorted(keysOf(dimension));
                    rest.removeAll(sorted(part.keysOf(dimension)));
                    return with(dimension, rest);
                });
    }

    /** The only dimension whose keys differ, if the same dimensions are narrowed. */
    private Optional<String> onlyDifference(Scope other) {
        if (!keys.keySet().equals(other.keys.keySet())) {
            return Optional.empty();
        }
        List<String> different = keys.keySet().stream()
                .filter(dimension -> !keysOf(dimension).equals(other.keysOf(dimension)))
                .toList();
        return different.size() == 1 ? Optional.of(different.get(0)) : Optional.empty();
    }

    private List<@Nullable String> keysOf(String dimension) {
        return requireNonNull(keys.get(dimension));
    }

    /** The same, but for the keys of one dimension. */
    private Scope with(String dimension, Collection<@Nullable String> left) {
        ImmutableSortedMap.Builder<String, List<@Nullable String>> all =
                new ImmutableSortedMap.Builder<>(Dimension.KEY_ORDER);
        keys.forEach((name, others) -> {
            if (!name.equals(dimension)) {
                all.put(name, others);
            }
        });
        return new Scope(all.put(dimension, Collections.unmodifiableList(new ArrayList<>(left)))
                .buildOrThrow());
    }

    private static Set<@Nullable String> sorted(Collection<? extends @Nullable String> some) {
        TreeSet<@Nullable String> sorted = new TreeSet<>(UNASSIGNED_LAST);
        sorted.addAll(some);
        return sorted;
    }

    void write(ByteSink sink) {
        sink.list(List.copyOf(keys.entrySet()), (out, dimension) -> {
            out.text(dimension.getKey());
            out.list(dimension.getValue(), GroupKey::writePart);
        });
    }

    static Scope read(ByteSource source) {
        ImmutableSortedMap.Builder<String, List<@Nullable String>> keys = ImmutableSortedMap.naturalOrder();
        source.list(each -> keys.put(each.text(), Collections.unmodifiableList(each.list(GroupKey::readPart))));
        return new Scope(keys.buildOrThrow());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Scope scope && keys.equals(scope.keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }

    /** Returns the conditions, for a person to read; {@code everything} if there are none. */
    @Override
    public String toString() {
        return keys.isEmpty()
                ? "everything"
                : keys.entrySet().stream()
                        .map(condition -> condition.getKey() + " is " + anyOf(condition.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String anyOf(List<@Nullable String> some) {
        return some.isEmpty()
                ? "none"
                : some.stream().map(key -> key == null ? "unassigned" : key).collect(Collectors.joining(" or "));
    }
}
