package org.saleskpi.intake.table;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The columns of a file that are to be read. */
public interface WantedColumns {

    /**
     * Returns the names of the columns.
     *
     * @return all names that the columns may have
     */
    Set<String> names();

    /**
     * Says whether a column is read.
     *
     * @param column its name
     * @return whether it is among the names, or all columns are read
     */
    default boolean wants(String column) {
        return names().contains(column);
    }

    /**
     * Returns what a file lacks.
     *
     * @param has whether the file has a column of a name
     * @return the columns that it must have and does not, each by the names that it may have
     */
    List<String> missing(Predicate<String> has);

    /**
     * Wants columns that the file must have.
     *
     * @param names their names
     * @return the columns
     */
    static WantedColumns of(String... names) {
        Set<String> wanted = new LinkedHashSet<>(Arrays.asList(names));
        return new WantedColumns() {
            @Override
            public Set<String> names() {
                return wanted;
            }

            @Override
            public List<String> missing(Predicate<String> has) {
                return wanted.stream().filter(has.negate()).toList();
            }
        };
    }
}
