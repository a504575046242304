package org.saleskpi.benchmarks;

import static java.util.stream.Collectors.joining;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB in memory: rows by its appender, tables sorted by time, narrow types. */
final class DuckDbPeer extends SqlPeer {

    DuckDbPeer() throws SQLException {
        super(DriverManager.getConnection("jdbc:duckdb:"));
    }

    @Override
    Rows create(SqlTable table) throws SQLException {
        execute(table.columns().stream()
                .map(column -> column.name() + " " + sqlType(column.type()))
                .collect(joining(", ", "CREATE TABLE loaded_" + table.name() + " (", ")")));
        DuckDBAppender appender = connection()
                .unwrap(DuckDBConnection.class)
                .createAppender(DuckDBConnection.DEFAULT_SCHEMA, "loaded_" + table.name());
        return new Rows() {
            @Override
            public void add(long... values) throws SQLException {
                appender.beginRow();
                for (int i = 0; i < values.length; i++) {
                    switch (table.columns().get(i).type()) {
                        case SECOND, WIDE -> appender.append(values[i]);
                        case SMALL -> appender.append((byte) values[i]);
                        case FLAG -> appender.append(values[i] == 1);
                        case NUMBER -> appender.append((int) values[i]);
                    }
                }
                appender.endRow();
            }

            @Override
            public void close() throws SQLException {
                appender.close();
            }
        };
    }

    private static String sqlType(SqlTable.Type type) {
        return switch (type) {
            case SECOND, WIDE -> "BIGINT";
            case SMALL -> "TINYINT";
            case FLAG -> "BOOLEAN";
            case NUMBER -> "INTEGER";
        };
    }

    @Override
    void tune(SqlTable table) throws SQLException {
        String name = table.name();
        execute("CREATE TABLE " + name + " AS SELECT * FROM loaded_" + name + " ORDER BY "
                + table.columns().get(0).name());
        execute("DROP TABLE loaded_" + name);
    }

    @Override
    String parameter(int number) {
        return "$" + number;
    }

    @Override
    String uniteMasks() {
        return "bit_or";
    }

    @Override
    public long bytesOutsideOfHeap() throws SQLException {
        execute("CHECKPOINT");
        try (Statement statement = connection().createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT CAST(sum(memory_usage_bytes) AS BIGINT) FROM duckdb_memory()")) {
            row.next();
            return row.getLong(1);
        }
    }
}
