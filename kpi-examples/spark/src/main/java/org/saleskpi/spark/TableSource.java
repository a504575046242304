package org.saleskpi.spark;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.saleskpi.intake.UnreadableDataException;

/** Where a table is. */
interface TableSource {

    /** The name without what tells the form of files, such as {@code calls} of {@code calls.parquet}. */
    String baseName();

    /** The names that the table may go by in an import, the likeliest first. */
    default List<String> names() {
        return List.of(baseName() + ".csv", baseName(), baseName() + ".parquet");
    }

    /** Finds out what columns there are, and prepares to read the rows. */
    TableScan scan(SparkSession spark, String name, Meaning meaning) throws UnreadableDataException;
}
