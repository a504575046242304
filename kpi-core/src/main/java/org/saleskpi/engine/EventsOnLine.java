package org.saleskpi.engine;

import com.google.common.collect.ImmutableList;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tables of a grouping are on a line. A line keeps no table: those that are gone are left out when the next one is made.
 * Immutable and thread-safe.
 */
final class EventsOnLine {

    /** No table is. */
    static final EventsOnLine NONE = new EventsOnLine(null, ImmutableList.of());

    private final @Nullable EventLine line;

    /** The tables in the order of their numbers. */
    private final ImmutableList<WeakReference<Events>> tables;

    private EventsOnLine(@Nullable EventLine line, ImmutableList<WeakReference<Events>> tables) {
        this.line = line;
        this.tables = tables;
    }

    @Nullable
    EventLine line() {
        return line;
    }

    boolean has(Events table) {
        return numberOf(table) >= 0;
    }

    /** The number of a table; -1 if it is not on the line. */
    int numberOf(Events table) {
        for (int number = 0; number < tables.size(); number++) {
            if (tables.get(number).refersTo(table)) {
                return number;
            }
        }
        return -1;
    }

    /** These tables and others on a new line, as many as there is room for; the same if that is none, or times have no common unit. */
    EventsOnLine with(List<? extends Events> others) {
        List<Events> all = new ArrayList<>();
        tables.forEach(known -> {
            Events table = known.get();
            if (table != null) {
                all.add(table);
            }
        });
        List<Events> more = others.stream()
                .filter(table -> !all.contains(table) && !table.isEmpty())
                .<Events>map(table -> table)
                .distinct()
                .limit(EventLine.MOST_TABLES - all.size())
                .toList();
        if (more.isEmpty()) {
            return this;
        }
        all.addAll(more);
        EventLine longer = EventLine.of(all);
        if (longer == null) {
            return this;
        }
        for (int number = 0; number < all.size(); number++) {
            all.get(number).tellBy(longer, number, line);
        }
        return new EventsOnLine(
                longer,
                all.stream()
                        .map((Events table) -> new WeakReference<Events>(table))
                        .collect(ImmutableList.toImmutableList()));
    }
}
