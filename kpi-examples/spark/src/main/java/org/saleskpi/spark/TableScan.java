package org.saleskpi.spark;

import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.saleskpi.intake.TextRow;
import org.saleskpi.intake.TextTable;

/**
 * A table that Spark can read.
 *
 * @param table its name and columns, without rows
 * @param headers the columns of each different header that files of the table have; the table's alone if it has one of its own
 * @param rows its rows, which are not serializable: what follows must be done where they are
 */
record TableScan(TextTable table, Set<List<String>> headers, JavaRDD<TextRow> rows) {}
