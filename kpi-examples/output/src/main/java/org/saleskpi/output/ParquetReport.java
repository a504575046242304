package org.saleskpi.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.output.disk.Temporary;

/**
 * Reports as the table of {@link TidyCsv} in a Parquet file, whose columns have types: dates, double-precision numbers,
 * whole numbers and text. Text is as it is: no spreadsheet runs it as formulas, so nothing is put before it.
 *
 * <p>DuckDB writes the file. Its driver is large, and is not part of the command: it has to be on the class path.
 */
public final class ParquetReport implements ReportWriter {

    private static final String DATABASE = "jdbc:duckdb:";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("period_start", "DATE"),
            Map.entry("period_end", "DATE"),
            Map.entry("value", "DOUBLE"),
            Map.entry("numerator", "DOUBLE"),
            Map.entry("denominator", "DOUBLE"),
            Map.entry("open", "DOUBLE"),
            Map.entry("as_of", "TIMESTAMPTZ"),
            Map.entry("before", "DOUBLE"),
            Map.entry("change", "DOUBLE"),
            Map.entry("at_least", "DOUBLE"),
            Map.entry("at_most", "DOUBLE"),
            Map.entry("met", "BOOLEAN"),
            Map.entry("attainment", "DOUBLE"));

    /** Creates a writer. */
    public ParquetReport() {}

    /**
     * Tells whether the driver that writes the file is there.
     *
     * @return whether {@link #write} can be used
     */
    public static boolean isAvailable() {
        try {
            DriverManager.getDriver(DATABASE);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Writes the answers to a question about whole days, which is all that one can ask the command about.
     *
     * @param question what was asked
     * @param out takes the bytes; it is left open
     * @throws IOException if they cannot be written, or are about a part of a day
     */
    @Override
    public void write(Question question, OutputStream out) throws IOException {
        List<String> dimensions =
                question.dimensions().stream().map(Dimension::name).toList();
        write(
                TidyCsv.columns(dimensions, question.base() != null, question.targets() != null),
                csv -> TidyCsv.forPrograms().write(question, csv),
                out);
    }

    /**
     * Writes answers about whole days.
     *
     * @param answers the answers
     * @param out takes the bytes; it is left open
     * @throws IOException if they cannot be written, or are about a part of a day
     */
    public void write(Answers answers, OutputStream out) throws IOException {
        write(
                TidyCsv.columns(answers.dimensions(), answers.isCompared(), false),
                csv -> TidyCsv.forPrograms().write(answers, csv),
                out);
    }

    /** Writes the rows of the table. */
    private interface Rows {
        void write(OutputStream csv) throws IOException;
    }

    private static void write(List<String> columns, Rows rows, OutputStream out) throws IOException {
        try (Temporary folder = Temporary.folder("kpi-parquet")) {
            Path table = folder.path().resolve("table.csv");
            Path file = folder.path().resolve("table.parquet");
            try (OutputStream csv = Files.newOutputStream(table)) {
                rows.write(csv);
            } catch (IOException e) {
                throw Temporary.failure("its rows", e);
            }
            convert(table, columns, file);
            Files.copy(file, out);
        }
    }

    private static void convert(Path table, List<String> columns, Path file) throws IOException {
        try (Connection connection = DriverManager.getConnection(DATABASE);
                Statement statement = connection.createStatement()) {
            // One thread reads: line breaks within text must not be taken for the end of a row.
            statement.execute("COPY (SELECT * FROM read_csv(" + literal(table) + ", columns = {" + types(columns) + "}"
                    + ", header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '', auto_detect = false,"
                    + " parallel = false)) TO " + literal(file) + " (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException | LinkageError e) {
            throw new IOException("DuckDB failed: " + e.getMessage(), e);
        }
    }

    private static String types(List<String> columns) {
        return columns.stream()
                .map(column -> literal(column) + ": " + literal(TYPES.getOrDefault(column, "VARCHAR")))
                .collect(Collectors.joining(", "));
    }

    private static String literal(Object text) {
        return "'" + text.toString().replace("'", "''") + "'";
    }
}
