package org.saleskpi.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.output.Filter;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;

/** What the records of a history can be grouped by, and which groups there are. */
final class DimensionCheck {

    private final SalesHistory history;

    DimensionCheck(SalesHistory history) {
        this.history = history;
    }

    /** Makes sure that records can be grouped so: by owner, or by an attribute that some record has. */
    void check(String option, Dimension dimension, Arguments arguments) {
        if (!dimension.equals(Dimension.OWNER) && !history.attributeNames().contains(dimension.name())) {
            List<String> names = new ArrayList<>(List.of(Dimension.OWNER.name()));
            names.addAll(history.attributeNames());
            throw arguments.unknown(option, dimension.name(), names);
        }
    }

    /** Those keys of a filter that no record has of its own: of those, nothing will be told. */
    List<String> unknownKeys(Filter filter) {
        Set<String> unknown = new LinkedHashSet<>();
        for (String key : filter.anyOf()) {
            if (key != null) {
                unknown.add(key);
            }
        }
        if (!unknown.isEmpty()) {
            records().forEach(found -> unknown.remove(key(found, filter.dimension())));
        }
        return List.copyOf(unknown);
    }

    /** The keys that records have of their own. */
    Set<String> keys(Dimension dimension) {
        Set<String> keys = new TreeSet<>();
        records().forEach(found -> {
            String key = key(found, dimension);
            if (key != null) {
                keys.add(key);
            }
        });
        return keys;
    }

    private static @Nullable String key(SalesRecord record, Dimension dimension) {
        return dimension.equals(Dimension.OWNER)
                ? record.owner()
                : record.attributes().get(dimension.name());
    }

    private Stream<? extends SalesRecord> records() {
        return Stream.of(
                        history.customers(),
                        history.calls(),
                        history.meetings(),
                        history.proposals(),
                        history.contracts(),
                        history.surveys())
                .flatMap(List::stream);
    }
}
