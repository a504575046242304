package org.saleskpi.engine;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.report.GroupKey;
import org.saleskpi.report.Scope;

/**
 * The part of a history that is asked about: a scope, and the dimensions that its names mean.
 *
 * @param scope the keys that are left
 * @param dimensions the dimensions of the scope, in its order
 */
public record Selection(Scope scope, ImmutableList<Dimension> dimensions) {

    /** The whole history. */
    public static final Selection ALL = new Selection(Scope.ALL, ImmutableList.of());

    /** The members of this part that have any of some keys; null among them is what is unassigned. */
    public Selection where(Dimension dimension, Collection<? extends @Nullable String> anyOf) {
        for (Dimension other : dimensions) {
            checkArgument(
                    other.equals(dimension) || !other.name().equals(dimension.name()),
                    "Two dimensions have the name \"%s\": %s, and %s",
                    other.name(),
                    other.description(),
                    dimension.description());
        }
        Scope narrower = scope.where(dimension.name(), anyOf);
        return new Selection(
                narrower,
                narrower.keys().keySet().stream()
                        .map(name -> name.equals(dimension.name()) ? dimension : named(name))
                        .collect(toImmutableList()));
    }

    /** The members of this part that have a key, or none where it is null. */
    public Selection where(Dimension dimension, @Nullable String key) {
        if (dimensions.isEmpty()) {
            // What is asked for each group of a breakdown.
            return new Selection(Scope.of(dimension.name(), key), ImmutableList.of(dimension));
        }
        return where(dimension, Collections.singletonList(key));
    }

    private Dimension named(String name) {
        return dimensions.stream()
                .filter(dimension -> dimension.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Whether this is one group of its dimensions: one key of each is left. */
    boolean isGroup() {
        for (List<@Nullable String> keys : scope.keys().values()) {
            if (keys.size() != 1) {
                return false;
            }
        }
        return true;
    }

    /** The groups that this part is made of; of several dimensions those that occur, for there may be far more combinations. */
    Stream<Selection> groups(Index index) {
        if (isGroup()) {
            return Stream.of(this);
        }
        if (dimensions.size() == 1) {
            Dimension only = dimensions.get(0);
            return keys(only).stream().map(key -> where(only, key));
        }
        return index.keys(dimensions).stream().flatMap(key -> group(key).stream());
    }

    /** The group of a combination of keys of the dimensions; empty if it does not lie in this part. */
    private Optional<Selection> group(GroupKey key) {
        for (int i = 0; i < dimensions.size(); i++) {
            if (!keys(dimensions.get(i)).contains(key.parts().get(i))) {
                return Optional.empty();
            }
        }
        Selection group = this;
        for (int i = 0; i < dimensions.size(); i++) {
            group = group.where(dimensions.get(i), key.parts().get(i));
        }
        return Optional.of(group);
    }

    /** The keys that are left of one of the dimensions. */
    public List<@Nullable String> keys(Dimension dimension) {
        return scope.keys().getOrDefault(dimension.name(), List.of());
    }
}
