package org.saleskpi.cli.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks of the header of a file. */
final class Header {

    private Header() {}

    /** Checks that each column has a name of its own, and that no required one is missing. */
    static void check(String file, List<String> columns, List<String> required) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isEmpty()) {
                throw new BrokenFileException(
                        "column " + (i + 1), file, "has no name in the header: " + String.join(", ", columns));
            }
            if (!seen.add(columns.get(i))) {
                throw new BrokenFileException(columns.get(i), file, "is the name of two columns");
            }
        }
        for (String column : required) {
            if (!seen.contains(column)) {
                throw new BrokenFileException(
                        column, file, "is missing from the header: " + String.join(", ", columns));
            }
        }
    }
}
