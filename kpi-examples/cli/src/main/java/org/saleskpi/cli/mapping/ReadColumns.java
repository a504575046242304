package org.saleskpi.cli.mapping;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.saleskpi.cli.source.BrokenFileException;
import org.saleskpi.cli.source.Table;

/**
 * The columns of a file that a mapping reads.
 *
 * @param required those that the file must have
 * @param optional those that it may lack
 * @param ids the names of those that hold ids
 */
record ReadColumns(Set<Column> required, Set<Column> optional, Set<String> ids) {

    /** Checks that a file has each column that it must have, and none twice that is read. */
    void check(String file, Table table) {
        List<String> columns = table.columns();
        for (Column column : required) {
            if (column.names().stream().noneMatch(columns::contains)) {
                throw new BrokenFileException(
                        column.toString(),
                        file,
                        "is read by the mapping, but "
                                + (table.hasHeader()
                                        ? "missing from the header: "
                                        : "no row has it, of which the first has: ")
                                + String.join(", ", columns));
            }
        }
        Set<Column> all = new LinkedHashSet<>(required);
        all.addAll(optional);
        for (Column column : all) {
            String name = column.names().stream()
                    .filter(columns::contains)
                    .findFirst()
                    .orElse("");
            if (columns.indexOf(name) != columns.lastIndexOf(name) && !name.isEmpty()) {
                throw new BrokenFileException(name, file, "is read by the mapping, but the name of two columns");
            }
        }
    }

    /** The names under which cells of a table are read: those that its header has, if it has one. */
    Collection<String> checkedIn(Table table) {
        Set<String> names = names();
        if (table.hasHeader()) {
            names.retainAll(table.columns());
        }
        return List.copyOf(names);
    }

    /** All names that the columns may have. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(required.stream(), optional.stream()).forEach(column -> names.addAll(column.names()));
        return names;
    }
}
