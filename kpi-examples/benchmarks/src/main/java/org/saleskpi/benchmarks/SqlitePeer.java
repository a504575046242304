package org.saleskpi.benchmarks;

import static java.util.stream.Collectors.joining;

import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** SQLite in memory: rows by one prepared statement in one transaction, covering indexes by time and by rep and month. */
final class SqlitePeer extends SqlPeer {

    SqlitePeer() throws SQLException {
        super(DriverManager.getConnection("jdbc:sqlite::memory:"));
        connection().setAutoCommit(false);
    }

    @Override
    Rows create(SqlTable table) throws SQLException {
        execute(table.columns().stream()
                .map(column -> column.name() + " INTEGER")
                .collect(joining(", ", "CREATE TABLE " + table.name() + " (", ")")));
        PreparedStatement insert = connection()
                .prepareStatement(table.columns().stream()
                        .map(column -> "?")
                        .collect(joining(", ", "INSERT INTO " + table.name() + " VALUES (", ")")));
        return new Rows() {
            @Override
            public void add(long... values) throws SQLException {
                for (int i = 0; i < values.length; i++) {
                    insert.setLong(i + 1, values[i]);
                }
                insert.executeUpdate();
            }

            @Override
            public void close() throws SQLException {
                insert.close();
            }
        };
    }

    @Override
    void tune(SqlTable table) throws SQLException {
        String name = table.name();
        execute("CREATE INDEX " + name + "_by_time ON " + name + " ("
                + table.columns().stream().map(SqlTable.Column::name).collect(joining(", ")) + ")");
        String groups = table.isFlow() ? "month, rep" : "customer, rep";
        execute("CREATE INDEX " + name + "_by_group ON " + name + " (" + groups + ", "
                + table.columns().stream()
                        .map(SqlTable.Column::name)
                        .filter(column -> !groups.contains(column))
                        .collect(joining(", "))
                + ")");
        execute("ANALYZE " + name);
    }

    @Override
    String parameter(int number) {
        return "?" + number;
    }

    @Override
    String uniteMasks() {
        return "sum";
    }

    @Override
    public long bytesOutsideOfHeap() throws SQLException {
        try (Statement statement = connection().createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")) {
            row.next();
            return row.getLong(1);
        }
    }
}
