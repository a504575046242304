package org.saleskpi.benchmarks;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.Survey;

/**
 * An SQL engine in this process, with everything in its favour that a friend of it would do: whole numbers only, moments as
 * seconds, month, rep and days resolved when the records are loaded, facts that count for nothing left out, a bit mask of
 * the months in which a customer is in force, statements prepared.
 */
abstract class SqlPeer implements Peer {

    private final Connection connection;
    private final String name;
    private final List<Prepared> byMonth = new ArrayList<>();
    private final List<Prepared> byMonthAndRep = new ArrayList<>();
    private @Nullable PreparedStatement period;

    SqlPeer(Connection connection) throws SQLException {
        this.connection = connection;
        this.name = connection.getMetaData().getDatabaseProductName() + " "
                + connection.getMetaData().getDatabaseProductVersion();
    }

    private record Prepared(PreparedStatement statement, int firstMeasure, int measures) {}

    /** The engine and its version. */
    @Override
    public final String name() {
        return name;
    }

    /** Takes the rows of one table. */
    interface Rows extends AutoCloseable {

        void add(long... values) throws SQLException;

        @Override
        void close() throws SQLException;
    }

    /** Creates a table that rows can be added to. */
    abstract Rows create(SqlTable table) throws SQLException;

    /** Does what is good for queries once all rows are there. */
    abstract void tune(SqlTable table) throws SQLException;

    /** How a parameter is written. */
    abstract String parameter(int number);

    /** The aggregate that unites bit masks which have no bit in common. */
    abstract String uniteMasks();

    final Connection connection() {
        return connection;
    }

    final void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public final void load(SyntheticSales sales) throws SQLException {
        fill(sales, new CustomerTraces(sales));
        execute(
                "CREATE TABLE months AS WITH RECURSIVE m(month) AS (SELECT 0 UNION ALL SELECT month + 1 FROM m WHERE month < "
                        + (Months.COUNT - 1) + ") SELECT month FROM m");
        List<String> periods = new ArrayList<>();
        String isIn = "moment >= " + parameter(1) + " AND moment < " + parameter(2);
        for (SqlTable table : SqlTable.ALL) {
            tune(table);
            if (table.isFlow()) {
                periods.add(table.select("", isIn, ""));
                prepare(byMonth, table, table.select("month, 0, ", "month >= 0", " GROUP BY month"));
                prepare(byMonthAndRep, table, table.select("month, rep, ", "month >= 0", " GROUP BY month, rep"));
            }
        }
        periods.add(stock());
        period = connection.prepareStatement(periods.stream()
                .map(query -> "(" + query + ") AS q" + periods.indexOf(query))
                .collect(joining(", ", "SELECT * FROM ", "")));
        prepare(byMonth, SqlTable.STRETCHES, stockByMonth("0"));
        prepare(byMonthAndRep, SqlTable.STRETCHES, stockByMonth("rep"));
    }

    private void prepare(List<Prepared> statements, SqlTable table, String sql) throws SQLException {
        statements.add(new Prepared(
                connection.prepareStatement(sql),
                table.firstMeasure(),
                table.aggregates().size()));
    }

    /** Most who are in force at both ends are so in one stretch; who came back is found by a small join. */
    private String stock() {
        String start = parameter(1);
        String end = parameter(2);
        return "SELECT count(*) AS opening, count(*) FILTER (WHERE ends >= " + end + ") + (SELECT count(*)"
                + " FROM stretches a JOIN stretches b ON a.customer = b.customer"
                + " WHERE a.starts < " + start + " AND a.ends >= " + start + " AND a.ends < " + end
                + " AND b.starts >= " + start + " AND b.starts < " + end + " AND b.ends >= " + end + ") AS retained"
                + " FROM stretches WHERE starts < " + start + " AND ends >= " + start;
    }

    private String stockByMonth(String rep) {
        return "SELECT month, rep, CAST(coalesce(sum(n) FILTER (WHERE ((mask >> month) & 1) = 1), 0) AS BIGINT),"
                + " CAST(coalesce(sum(n) FILTER (WHERE ((mask >> month) & 3) = 3), 0) AS BIGINT)"
                + " FROM (SELECT rep, mask, count(*) AS n FROM"
                + " (SELECT " + rep + " AS rep, " + uniteMasks() + "(mask) AS mask FROM stretches GROUP BY customer"
                + ("0".equals(rep) ? "" : ", rep") + ") AS masks GROUP BY rep, mask) AS spells, months"
                + " GROUP BY month, rep";
    }

    private void fill(SyntheticSales sales, CustomerTraces traces) throws SQLException {
        try (Rows rows = create(SqlTable.CALLS)) {
            for (Call call : sales.calls()) {
                if (call.isProspecting()) {
                    long at = call.at().getEpochSecond();
                    rows.add(
                            at,
                            Months.of(at),
                            traces.repOf(call),
                            flag(call.isSuccessful()),
                            flag(call.isUnrecorded()));
                }
            }
        }
        try (Rows rows = create(SqlTable.MEETINGS)) {
            for (Meeting meeting : sales.meetings()) {
                if (meeting.isSales()) {
                    long at = meeting.at().getEpochSecond();
                    rows.add(
                            at,
                            Months.of(at),
                            traces.repOf(meeting),
                            flag(!meeting.isCancelled()),
                            flag(meeting.isHeld()),
                            flag(meeting.isSuccessful()),
                            flag(meeting.isUnrecorded()));
                }
            }
        }
        fillProposals(sales, traces);
        try (Rows rows = create(SqlTable.CONTRACTS)) {
            for (Contract contract : sales.contracts()) {
                long at = contract.signedAt().getEpochSecond();
                rows.add(
                        at,
                        Months.of(at),
                        traces.repOf(contract),
                        contract.amount().getAmountMinorLong());
            }
        }
        try (Rows rows = create(SqlTable.SURVEYS)) {
            for (Survey survey : sales.surveys()) {
                long at = survey.at().getEpochSecond();
                rows.add(at, Months.of(at), traces.repOf(survey), flag(survey.isSatisfied()));
            }
        }
        fillCustomers(traces);
    }

    private void fillProposals(SyntheticSales sales, CustomerTraces traces) throws SQLException {
        try (Rows rows = create(SqlTable.PROPOSALS)) {
            for (Proposal proposal : sales.proposals()) {
                long at = proposal.sentAt().getEpochSecond();
                rows.add(
                        at,
                        Months.of(at),
                        traces.repOf(proposal),
                        flag(proposal.isAccepted()),
                        flag(proposal.isPending()));
            }
        }
        int[] days = CustomerTraces.decisionDays(sales.proposals());
        try (Rows rows = create(SqlTable.DECISIONS)) {
            for (int i = 0; i < days.length; i++) {
                Proposal proposal = sales.proposals().get(i);
                Instant decidedAt = proposal.decidedAt();
                if (decidedAt != null) {
                    long at = decidedAt.getEpochSecond();
                    rows.add(at, Months.of(at), traces.repOf(proposal), flag(proposal.isAccepted()), days[i]);
                }
            }
        }
    }

    private void fillCustomers(CustomerTraces traces) throws SQLException {
        int customers = traces.entry.length;
        try (Rows rows = create(SqlTable.ENTRIES)) {
            for (int i = 0; i < customers; i++) {
                long at = traces.entry[i];
                boolean isWon = traces.wonAt[i] != CustomerTraces.NEVER;
                rows.add(at, Months.of(at), traces.rep[i], flag(isWon), flag(traces.lost[i]));
            }
        }
        try (Rows rows = create(SqlTable.CONVERSIONS)) {
            for (int i = 0; i < customers; i++) {
                long at = traces.wonAt[i];
                if (at != CustomerTraces.NEVER) {
                    rows.add(at, Months.of(at), traces.wonRep[i], traces.cycleDays[i]);
                }
            }
        }
        try (Rows rows = create(SqlTable.STRETCHES)) {
            for (int i = 0; i < customers; i++) {
                for (int k = traces.offsets[i]; k < traces.offsets[i + 1]; k++) {
                    long start = traces.starts[k];
                    long end = traces.ends[k];
                    rows.add(start, end, i, traces.rep[i], Months.mask(start, end));
                }
            }
        }
    }

    private static long flag(boolean value) {
        return value ? 1 : 0;
    }

    @Override
    public final Answer period(long start, long end) throws SQLException {
        PreparedStatement statement = period;
        if (statement == null) {
            throw new IllegalStateException("not loaded");
        }
        statement.setLong(1, start);
        statement.setLong(2, end);
        long[] cell = new long[Measures.COUNT];
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            for (int i = 0; i < cell.length; i++) {
                cell[i] = row.getLong(i + 1);
            }
        }
        return (rep, month) -> cell;
    }

    @Override
    public final Answer months() throws SQLException {
        return table(byMonth, 1);
    }

    @Override
    public final Answer monthsByRep() throws SQLException {
        return table(byMonthAndRep, CustomerTraces.REPS);
    }

    private static Answer table(List<Prepared> statements, int reps) throws SQLException {
        long[][][] cells = new long[reps][Months.COUNT][Measures.COUNT];
        for (Prepared prepared : statements) {
            try (ResultSet row = prepared.statement.executeQuery()) {
                while (row.next()) {
                    long[] cell = cells[row.getInt(2)][row.getInt(1)];
                    for (int i = 0; i < prepared.measures; i++) {
                        cell[prepared.firstMeasure + i] = row.getLong(i + 3);
                    }
                }
            }
        }
        return (rep, month) -> cells[rep][month];
    }

    @Override
    public final void close() throws SQLException {
        connection.close();
    }
}
