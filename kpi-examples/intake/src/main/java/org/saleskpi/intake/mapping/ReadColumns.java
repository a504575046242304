package org.saleskpi.intake.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.saleskpi.intake.table.BrokenFileException;
import org.saleskpi.intake.table.Table;
import org.saleskpi.intake.table.WantedColumns;

/**
 * The columns of a file that a mapping reads.
 *
 * @param required those that the file must have
 * @param optional those that it may lack
 * @param ids the names of those that hold ids
 */
record ReadColumns(Set<Column> required, Set<Column> optional, Set<String> ids) implements WantedColumns {

    ReadColumns and(ReadColumns further) {
        return new ReadColumns(
                union(required, further.required), union(optional, further.optional), union(ids, further.ids));
    }

    private static <T> Set<T> union(Set<T> first, Set<T> second) {
        Set<T> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return all;
    }

    /** These columns of a file in which others are read too: only all of them together tell its header. */
    WantedColumns among(ReadColumns all) {
        return new WantedColumns() {
            @Override
            public Set<String> names() {
                return ReadColumns.this.names();
            }

            @Override
            public List<String> missing(Predicate<String> has) {
                return all.missing(has);
            }
        };
    }

    /** Checks that a file has each column that it must have, and none twice that is read. */
    void check(String file, Table table) {
        for (String column : missing(table::has)) {
            throw new BrokenFileException(column, file, "is read by the mapping, but " + table.missing());
        }
        for (Column column : union(required, optional)) {
            String name = column.names().stream().filter(table::has).findFirst().orElse("");
            if (table.isRepeated(name) && !name.isEmpty()) {
                throw new BrokenFileException(
                        name,
                        file,
                        "is read by the mapping, but the name of two columns, expected " + name + "#1 or " + name
                                + "#2 in the mapping");
            }
        }
    }

    /** The names under which cells of a table are read: those that its header has, if it has one. */
    Collection<String> checkedIn(Table table) {
        Set<String> names = names();
        if (table.hasHeader()) {
            names.removeIf(name -> !table.has(name));
        }
        return List.copyOf(names);
    }

    /** The columns of a table that has been read, by what became of them. */
    record OfTable(List<String> read, List<String> notRead) {}

    /** Which columns of a table were read. */
    OfTable in(Table table) {
        List<String> columns = table.columns();
        Set<String> read = new LinkedHashSet<>();
        Set<Integer> places = new HashSet<>();
        for (String name : names()) {
            if (table.has(name)) {
                int place = table.position(name);
                places.add(place);
                read.add(table.hasHeader() ? columns.get(place) : name);
            }
        }
        List<String> notRead = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            boolean isRead = table.hasHeader() ? places.contains(i) : read.contains(columns.get(i));
            // A comma at the end of each line makes a column without a name.
            if (!isRead && !columns.get(i).isEmpty()) {
                notRead.add(columns.get(i));
            }
        }
        return new OfTable(List.copyOf(read), notRead);
    }

    @Override
    public List<String> missing(Predicate<String> has) {
        return required.stream()
                .filter(column -> column.names().stream().noneMatch(has))
                .map(Column::toString)
                .toList();
    }

    /** All names that the columns may have. */
    @Override
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(required.stream(), optional.stream()).forEach(column -> names.addAll(column.names()));
        return names;
    }
}
