package org.saleskpi.cli.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.saleskpi.cli.source.BrokenFileException;

/**
 * The columns of a file that a mapping reads.
 *
 * @param required those that the file must have
 * @param optional those that it may lack
 */
record ReadColumns(Set<Column> required, Set<Column> optional) {

    /** Checks that a file has each column that it must have, and none twice that is read. */
    void check(String file, List<String> header) {
        for (Column column : required) {
            if (column.names().stream().noneMatch(header::contains)) {
                throw new BrokenFileException(
                        column.toString(),
                        file,
                        "is read by the mapping, but missing from the header: " + String.join(", ", header));
            }
        }
        Set<Column> all = new LinkedHashSet<>(required);
        all.addAll(optional);
        for (Column column : all) {
            String name =
                    column.names().stream().filter(header::contains).findFirst().orElse("");
            if (header.indexOf(name) != header.lastIndexOf(name) && !name.isEmpty()) {
                throw new BrokenFileException(name, file, "is read by the mapping, but the name of two columns");
            }
        }
    }

    /** All names that the columns may have. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(required.stream(), optional.stream()).forEach(column -> names.addAll(column.names()));
        return names;
    }
}
