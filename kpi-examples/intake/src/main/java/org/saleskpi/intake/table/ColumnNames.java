package org.saleskpi.intake.table;

import java.util.List;

/**
 * A column by the names that it may have, of which the first that there is counts. A table looks it up once, and not for each
 * row: that is worth keeping one and the same object for.
 */
public interface ColumnNames {

    /**
     * Returns the names.
     *
     * @return the names in the order in which they count, at least one
     */
    List<String> names();
}
