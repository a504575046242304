package org.saleskpi.engine;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;

/**
 * The part of a history that is asked about: the members that meet all of some filters.
 *
 * @param filters the filters, all of which a member must meet
 */
public record Scope(ImmutableList<Filter> filters) {

    /** The whole history. */
    public static final Scope ALL = new Scope(ImmutableList.of());

    /**
     * One group of a dimension.
     *
     * @param dimension what is grouped by
     * @param key which group; null for what is unassigned
     */
    public record Filter(Dimension dimension, @Nullable String key) {}

    /** The part of this scope that also lies in one group of a dimension. */
    public Scope and(Dimension dimension, @Nullable String key) {
        return new Scope(ImmutableList.<Filter>builder()
                .addAll(filters)
                .add(new Filter(dimension, key))
                .build());
    }

    ImmutableList<Dimension> dimensions() {
        return switch (filters.size()) {
            case 0 -> ImmutableList.of();
            case 1 -> ImmutableList.of(filters.get(0).dimension());
            default -> filters.stream().map(Filter::dimension).collect(toImmutableList());
        };
    }
}
