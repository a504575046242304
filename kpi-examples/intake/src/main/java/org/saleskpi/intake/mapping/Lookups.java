package org.saleskpi.intake.mapping;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.ImportNote;
import org.saleskpi.intake.table.Row;
import org.saleskpi.intake.table.Table;

/**
 * What the conditions and texts of rows are read against: the tables in which texts are looked up, and the zone of the run. Keeps
 * which texts were not found, or with several values. Not thread-safe.
 */
final class Lookups {

    /** Nearly every text has one value at most. */
    private static final class Table {

        private final Map<String, String> values = new HashMap<>();
        private final Map<String, Set<String>> several = new HashMap<>();

        void add(String key, String value) {
            String known = values.putIfAbsent(key, value);
            if (known != null && !known.equals(value)) {
                several.computeIfAbsent(key, text -> new LinkedHashSet<>(Set.of(known)))
                        .add(value);
            }
        }

        Collection<String> values(String key) {
            Set<String> found = several.isEmpty() ? null : several.get(key);
            String one = values.get(key);
            return found != null ? found : one == null ? Set.of() : Set.of(one);
        }
    }

    private final ZoneId zone;
    private final OwnerNames owners;
    private final Map<Lookup, Table> tables;
    private final IdentityHashMap<Lookup, Table> tablesFound; // To compare lookups takes longer than to look up.
    private final Map<Lookup, List<String>> files = new HashMap<>();
    private final Map<Lookup, SortedSet<String>> missed = new LinkedHashMap<>();
    private final Map<Lookup, SortedSet<String>> ambiguous;
    private final Map<Lookup, SortedSet<String>> circles;
    private final boolean accountsForMisses;
    private final Lookups silent;

    Lookups(ZoneId zone, OwnerNames owners) {
        this.zone = zone;
        this.owners = owners;
        this.tables = new HashMap<>();
        this.tablesFound = new IdentityHashMap<>();
        this.ambiguous = new LinkedHashMap<>();
        this.circles = new LinkedHashMap<>();
        this.accountsForMisses = true;
        this.silent = new Lookups(this);
    }

    private Lookups(Lookups loud) {
        this.zone = loud.zone;
        this.owners = loud.owners;
        this.tables = loud.tables;
        this.tablesFound = loud.tablesFound;
        this.ambiguous = loud.ambiguous;
        this.circles = loud.circles;
        this.accountsForMisses = false;
        this.silent = this;
    }

    /** The zone of the run, in which moments are compared. */
    ZoneId zone() {
        return zone;
    }

    /** The same tables for those who ask whether a text is there: that it is not is an answer, and not accounted for. */
    Lookups silent() {
        return silent;
    }

    /** Says which files a table is made of, for the account. */
    void madeOf(Lookup lookup, List<String> names) {
        files.put(lookup, names);
    }

    void add(Lookup lookup, Row row) {
        String value = lookup.when().holds(row, silent) ? lookup.value(row) : null;
        if (value != null) {
            Set<String> keys = lookup.keys(row);
            owners.add(lookup, keys, value);
            Table table = table(lookup);
            for (String key : keys) {
                // What leads to itself leads nowhere.
                if (!lookup.repeat() || !key.equals(lookup.compared(value))) {
                    table.add(key, value);
                }
            }
        }
    }

    private Table table(Lookup lookup) {
        Table table = tablesFound.get(lookup);
        if (table == null) {
            table = tables.computeIfAbsent(lookup, key -> new Table());
            tablesFound.put(lookup, table);
        }
        return table;
    }

    /**
     * What a text leads to: a value, none, several, or a circle.
     *
     * @param text the value; null for the others
     */
    record Found(Kind kind, @Nullable String text) {

        /** How many values there are. */
        enum Kind {
            NONE,
            ONE,
            SEVERAL,
            CIRCLE
        }

        private static final Found NOTHING = new Found(Kind.NONE, null);
        private static final Found SEVERAL = new Found(Kind.SEVERAL, null);
        private static final Found CIRCLE = new Found(Kind.CIRCLE, null);

        static Found of(@Nullable String text) {
            return text == null ? NOTHING : new Found(Kind.ONE, text);
        }

        /** Whether there is something, though nothing tells what. */
        boolean isUnclear() {
            return kind == Kind.SEVERAL || kind == Kind.CIRCLE;
        }
    }

    Found find(Lookup lookup, String text) {
        Table table = table(lookup);
        Collection<String> values = table.values(lookup.compared(text));
        if (lookup.keep() && values.isEmpty()) {
            return Found.of(text);
        }
        if (values.isEmpty()) {
            // Most ids were never merged into another: no miss.
            if (accountsForMisses && !lookup.repeat() && !lookup.mayMiss()) {
                missed.computeIfAbsent(lookup, key -> new TreeSet<>()).add(text);
            }
            return Found.NOTHING;
        }
        if (lookup.repeat()) {
            SortedSet<String> ends = new TreeSet<>();
            if (!collectEnds(lookup, table, text, new LinkedHashSet<>(), ends)) {
                circles.computeIfAbsent(lookup, key -> new TreeSet<>()).add(text);
                return Found.CIRCLE;
            }
            values = ends;
        }
        if (values.size() > 1) {
            ambiguous.computeIfAbsent(lookup, key -> new TreeSet<>()).add(text);
            return Found.SEVERAL;
        }
        return Found.of(values.iterator().next());
    }

    /** Follows a text to where it leads in the end. False if it comes back to where it was. */
    private static boolean collectEnds(
            Lookup lookup, Table table, String start, Set<String> followed, Set<String> ends) {
        List<Step> open = new ArrayList<>(List.of(new Step(start, false)));
        Set<String> path = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Step step = open.remove(open.size() - 1);
            if (step.isDone()) {
                path.remove(step.text());
                continue;
            }
            if (path.contains(step.text())) {
                return false;
            }
            if (!followed.add(step.text())) {
                continue;
            }
            Collection<String> values = table.values(lookup.compared(step.text()));
            if (values.isEmpty()) {
                ends.add(step.text());
                continue;
            }
            path.add(step.text());
            open.add(new Step(step.text(), true));
            values.forEach(value -> open.add(new Step(value, false)));
        }
        return true;
    }

    /** A text to be followed, or one from which everything has been followed. */
    private record Step(String text, boolean isDone) {}

    /** Shows each table that leads in circles, and the texts that do not lead out. */
    void forEachCircle(BiConsumer<Lookup, String> consumer) {
        circles.forEach((lookup, texts) -> consumer.accept(lookup, ImportNote.shown(texts)));
    }

    /** What the files of a table are called. */
    String names(Lookup lookup) {
        List<String> names = files.getOrDefault(lookup, List.of());
        return names.isEmpty() ? lookup.files().toString() : String.join(", ", names);
    }

    void summarize(Consumer<String> summary) {
        missed.forEach((lookup, texts) -> summary.accept(
                names(lookup) + ": " + texts.size() + " not found: " + lookup.key() + " " + ImportNote.shown(texts)));
        ambiguous.forEach((lookup, texts) -> summary.accept(names(lookup) + ": " + texts.size()
                + " found with several values: " + lookup.key() + " " + ImportNote.shown(texts)));
        circles.forEach((lookup, texts) -> summary.accept(names(lookup) + ": " + texts.size() + " lead in a circle: "
                + lookup.key() + " " + ImportNote.shown(texts)));
    }
}
