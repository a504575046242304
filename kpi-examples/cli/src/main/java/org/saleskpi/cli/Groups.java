package org.saleskpi.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;

/** What the records of a history can be grouped by, and which groups there are. */
final class Groups {

    private final List<List<? extends SalesRecord>> records;

    Groups(SalesHistory history) {
        records = List.of(
                history.customers(),
                history.calls(),
                history.meetings(),
                history.proposals(),
                history.contracts(),
                history.surveys());
    }

    /** Whether records can be grouped so: always by owner, by an attribute if any record has it. */
    boolean has(Dimension dimension) {
        return dimension.equals(Dimension.OWNER)
                || all().anyMatch(found -> found.attributes().containsKey(dimension.toString()));
    }

    /** Whether any record has that key of its own. */
    boolean has(Dimension dimension, String key) {
        return all().anyMatch(found -> key.equals(
                dimension.equals(Dimension.OWNER)
                        ? found.owner()
                        : found.attributes().get(dimension.toString())));
    }

    /** Owner, and the names of the attributes. */
    List<String> names() {
        TreeSet<String> attributes = new TreeSet<>(Dimension.KEY_ORDER);
        all().forEach(found -> attributes.addAll(found.attributes().keySet()));
        List<String> names = new ArrayList<>(List.of(Dimension.OWNER.toString()));
        names.addAll(attributes);
        return names;
    }

    private Stream<? extends SalesRecord> all() {
        return records.stream().flatMap(List::stream);
    }
}
