package org.saleskpi.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.cli.Run;
import org.saleskpi.cli.SampleFolder;
import org.saleskpi.output.ParquetReport;

final class ParquetReportTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeSample() {
        SampleFolder.write(folder);
        file = folder.resolve("kpi's.parquet");
    }

    private static void assumeDriver() {
        assumeTrue(
                ParquetReport.isAvailable(),
                "Skipped: this needs the DuckDB driver, which the Maven profile \"parquet\" adds");
    }

    /** Reads a question about the file, as rows of what {@link ResultSet#getString} gives. */
    private List<List<@Nullable String>> select(String what) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        what.replace("FILE", "'" + file.toString().replace("'", "''") + "'"))) {
            List<List<@Nullable String>> all = new ArrayList<>();
            while (rows.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                all.add(row);
            }
            return all;
        }
    }

    private void write(String... args) {
        String[] all = Stream.of(args, new String[] {"--out", file.toString()})
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        Run run = Run.of(JsonReportTest.args(folder, "parquet", all));
        assertThat(run.complaints()).isEmpty();
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void columnsHaveTypes() throws SQLException {
        assumeDriver();
        write("--period", "2026-03");
        assertThat(select("SELECT column_name || ' ' || column_type FROM (DESCRIBE SELECT * FROM FILE)"))
                .extracting(row -> row.get(0))
                .containsExactly(
                        "period_start DATE",
                        "period_end DATE",
                        "level VARCHAR",
                        "group VARCHAR",
                        "indicator VARCHAR",
                        "value DOUBLE",
                        "numerator DOUBLE",
                        "denominator DOUBLE",
                        "open DOUBLE",
                        "unit VARCHAR",
                        "dimension VARCHAR",
                        "where VARCHAR",
                        "as_of TIMESTAMP WITH TIME ZONE");
    }

    @Test
    void theTableIsThatOfTheCsv() throws Exception {
        assumeDriver();
        String[] args = {"--period", "2026", "--by", "owner", "--every", "month", "--zone", "Europe/Paris"};
        write(args);
        List<List<@Nullable String>> rows = select("SELECT * FROM FILE");
        List<NamedCsvRecord> expected;
        String csv = Run.of(JsonReportTest.args(folder, "csv", args)).out().substring(1);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            expected = reader.stream().toList();
        }
        assertThat(rows).hasSameSizeAs(expected).hasSizeGreaterThan(500);
        for (int i = 0; i < rows.size(); i++) {
            List<String> cells = expected.get(i).getFields();
            for (int column = 0; column < cells.size(); column++) {
                String cell = cells.get(column);
                String value = rows.get(i).get(column);
                if (cell.isEmpty()) {
                    assertThat(value).isNull();
                } else if (column >= 5 && column <= 8) {
                    assertThat(Double.parseDouble(value)).isEqualTo(Double.parseDouble(cell));
                } else {
                    assertThat(value).isEqualTo(cell);
                }
            }
        }
    }

    @Test
    void textIsAsItIs() throws SQLException {
        assumeDriver();
        SampleFolder.file(folder, "calls.csv", """
                id,at,owner
                k1,2026-03-03,=cmd
                k2,2026-03-03,"Zoé, la ""star\"""
                k3,2026-03-03,"two
                lines"
                k4,2026-03-03,東京
                k5,2026-03-03,NULL
                """);
        write("--period", "2026-03", "--by", "owner");
        assertThat(select("SELECT \"group\" FROM FILE WHERE level = 'group' AND indicator = 'calls'"))
                .extracting(row -> row.get(0))
                .contains("=cmd", "Zoé, la \"star\"", "two\nlines", "東京", "NULL", null);
    }

    @Test
    void withoutItsDriverItIsToldWhatToAdd() {
        assumeFalse(ParquetReport.isAvailable(), "Skipped: the DuckDB driver is there");
        Run run = Run.of(JsonReportTest.args(folder, "parquet", "--period", "2026", "--out", file.toString()));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.complaints())
                .containsExactly(
                        "--format parquet needs the DuckDB driver org.duckdb:duckdb_jdbc, which is not part of the"
                                + " command: run it as java -cp kpi.jar" + File.pathSeparator
                                + "duckdb_jdbc.jar org.saleskpi.cli.Main report …",
                        "Try 'kpi report --help'.");
        assertThat(file).doesNotExist();
    }
}
