package org.saleskpi.intake.table;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The header of a file: the names of its columns, as they are. Where several columns have one name, each also goes by that
 * name and its number among them, {@code Created#2}, unless a column is called so itself.
 */
final class Header {

    private final List<String> names;
    private final Map<String, Integer> positions = new HashMap<>();
    private final IdentityHashMap<ColumnNames, Integer> places = new IdentityHashMap<>();
    private final Set<String> repeated = new HashSet<>();
    private final Map<String, Integer> inAnyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> repeatedInAnyCase = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /** A header whose columns may be asked for in any case, if so wanted: as they are called themselves comes first. */
    Header(List<String> names, boolean ignoresCase) {
        this.names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++) {
            if (positions.putIfAbsent(names.get(i), i) != null) {
                repeated.add(names.get(i));
            }
        }
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (repeated.contains(name) && !name.isEmpty()) {
                positions.putIfAbsent(name + "#" + counts.merge(name, 1, Integer::sum), i);
            }
            if (ignoresCase && inAnyCase.putIfAbsent(name, i) != null) {
                repeatedInAnyCase.add(name);
            }
        }
    }

    List<String> names() {
        return names;
    }

    boolean has(String column) {
        return position(column) != null;
    }

    /** Where a column stands, from 0; the first of several. */
    @Nullable
    Integer position(String column) {
        Integer position = positions.get(column);
        return position == null ? inAnyCase.get(column) : position;
    }

    /** Where a column stands, from 0; -1 for none. */
    int place(String column) {
        Integer position = position(column);
        return position == null ? -1 : position;
    }

    /** Where a column stands, from 0; -1 for none. */
    int place(ColumnNames column) {
        Integer known = places.get(column);
        if (known == null) {
            known = column.names().stream()
                    .map(this::place)
                    .filter(place -> place >= 0)
                    .findFirst()
                    .orElse(-1);
            places.put(column, known);
        }
        return known;
    }

    /** Where the columns stand that are to be read. */
    int[] positions(WantedColumns columns) {
        BitSet wanted = new BitSet();
        for (int i = 0; i < names.size(); i++) {
            wanted.set(i, columns.wants(names.get(i)));
        }
        for (String column : columns.names()) {
            Integer position = position(column);
            if (position != null) {
                wanted.set(position);
            }
        }
        return wanted.stream().toArray();
    }

    /** Whether a name is that of several columns. */
    boolean isRepeated(String column) {
        return positions.containsKey(column) ? repeated.contains(column) : repeatedInAnyCase.contains(column);
    }

    /** Says that a column is missing, to be read after its name. */
    String missing() {
        return "missing from the header: " + String.join(", ", names);
    }
}
