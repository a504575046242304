package org.saleskpi.spark;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.input.PortableDataStream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.TextRow;
import org.saleskpi.intake.TextTable;
import org.saleskpi.intake.UnreadableDataException;

/**
 * CSV files, each read as a whole by the library: Spark's own reader drops cells that do not fit the header, and knows no lines.
 *
 * @param baseName the name of the table
 * @param paths where the files are
 */
record CsvSource(String baseName, List<String> paths) implements TableSource {

    /** The headers of so few files are read on the driver, for a job would take longer. */
    private static final int FEW = 8;

    @Override
    public TableScan scan(SparkSession spark, String name, Meaning meaning) throws UnreadableDataException {
        JavaRDD<PortableDataStream> files = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .binaryFiles(String.join(",", paths), paths.size())
                .values();
        Set<List<String>> headers = new LinkedHashSet<>();
        if (paths.size() <= FEW) {
            Configuration hadoop = spark.sparkContext().hadoopConfiguration();
            for (String path : paths) {
                Path file = new Path(path);
                headers.add(columns(
                        meaning, name, path, () -> file.getFileSystem(hadoop).open(file)));
            }
        } else {
            headers.addAll(files.map(file -> columns(meaning, name, file.getPath(), file::open))
                    .collect());
        }
        ArrayList<String> columns = united(name, headers);
        JavaRDD<TextRow> rows = files.flatMap(
                file -> new Rows(CsvPart.open(meaning.in(ZoneOffset.UTC), name, file.getPath(), file::open), columns));
        return new TableScan(new TextTable(name, columns, Set.of(), List.of()), headers, rows);
    }

    /** The format of files does not depend on the zone of the run. */
    private static ArrayList<String> columns(Meaning meaning, String name, String path, CsvPart.Opener opener) {
        try (CsvPart part = CsvPart.open(meaning.in(ZoneOffset.UTC), name, path, opener)) {
            return new ArrayList<>(part.rows().columns());
        }
    }

    /** The columns that any of the files has. */
    private static ArrayList<String> united(String name, Set<List<String>> headers) throws UnreadableDataException {
        if (headers.size() == 1) {
            return new ArrayList<>(headers.iterator().next());
        }
        Set<String> columns = new LinkedHashSet<>();
        for (List<String> header : headers) {
            if (new LinkedHashSet<>(header).size() < header.size()) {
                throw new UnreadableDataException(
                        name + " has files with different headers, of which one has two columns of one" + " name: "
                                + String.join(", ", header));
            }
            columns.addAll(header);
        }
        return new ArrayList<>(columns);
    }

    /** The rows of one file, by the columns of its table. Not thread-safe. */
    private static final class Rows implements Iterator<TextRow> {

        private final CsvPart file;
        private final int @Nullable [] places;
        private @Nullable TextRow next;

        Rows(CsvPart file, List<String> columns) {
            this.file = file;
            List<String> own = file.rows().columns();
            this.places = own.equals(columns)
                    ? null
                    : columns.stream().mapToInt(own::indexOf).toArray();
            TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> file.close());
            this.next = file.next();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public TextRow next() {
            TextRow row = next;
            if (row == null) {
                throw new NoSuchElementException();
            }
            next = file.next();
            return places == null ? row : placed(row, places);
        }

        private static TextRow placed(TextRow row, int[] places) {
            @Nullable String[] cells = new String[places.length];
            for (int i = 0; i < places.length; i++) {
                cells[i] = places[i] < 0 ? null : row.cells().get(places[i]);
            }
            List<@Nullable String> texts = Arrays.asList(cells);
            return new TextRow(row.origin(), texts, row.fault());
        }
    }
}
