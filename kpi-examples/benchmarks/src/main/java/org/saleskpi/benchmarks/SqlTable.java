package org.saleskpi.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of the {@link SqlPeer}s: its columns, of which the first is the moment, and what is aggregated into which
 * {@link Measures}.
 *
 * @param name the table's name
 * @param firstMeasure the measure of the first aggregate
 * @param aggregates the aggregates, in the order of the measures
 * @param columns the columns
 */
record SqlTable(String name, int firstMeasure, List<String> aggregates, List<Column> columns) {

    static final SqlTable CALLS =
            flow("calls", Measures.CALLS, List.of("count(*)", countOf("hit"), countOf("open")), "hit", "open");
    static final SqlTable MEETINGS = flow(
            "meetings",
            Measures.MEETINGS,
            List.of(countOf("due"), countOf("held"), countOf("hit"), countOf("open")),
            "due",
            "held",
            "hit",
            "open");
    static final SqlTable PROPOSALS =
            flow("proposals", Measures.PROPOSALS, List.of("count(*)", countOf("hit"), countOf("open")), "hit", "open");
    static final SqlTable DECISIONS =
            flow("decisions", Measures.DECISIONS, List.of("count(*)", countOf("hit"), sumOf("days")), "hit", "days");
    static final SqlTable CONTRACTS =
            flow("contracts", Measures.CONTRACTS, List.of("count(*)", sumOf("cents")), "cents");
    static final SqlTable CONVERSIONS =
            flow("conversions", Measures.CUSTOMERS_WON, List.of("count(*)", sumOf("days")), "days");
    static final SqlTable ENTRIES =
            flow("entries", Measures.ENTERED, List.of("count(*)", countOf("hit"), countOf("miss")), "hit", "miss");
    static final SqlTable SURVEYS = flow("surveys", Measures.ANSWERS, List.of("count(*)", countOf("hit")), "hit");

    /** Of the stretches, a query that is not like the others counts who is in force. */
    static final SqlTable STRETCHES = new SqlTable(
            "stretches",
            Measures.OPENING,
            List.of("opening", "retained"),
            List.of(
                    new Column("starts", Type.SECOND),
                    new Column("ends", Type.SECOND),
                    new Column("customer", Type.NUMBER),
                    new Column("rep", Type.SMALL),
                    new Column("mask", Type.WIDE)));

    /** All tables, in the order of the measures. */
    static final List<SqlTable> ALL =
            List.of(CALLS, MEETINGS, PROPOSALS, DECISIONS, CONTRACTS, CONVERSIONS, ENTRIES, SURVEYS, STRETCHES);

    /** What a column holds; all of it are whole numbers. */
    enum Type {
        SECOND,
        SMALL,
        FLAG,
        NUMBER,
        WIDE
    }

    /** A column. */
    record Column(String name, Type type) {}

    private static SqlTable flow(String name, int firstMeasure, List<String> aggregates, String... more) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("moment", Type.SECOND), new Column("month", Type.SMALL), new Column("rep", Type.SMALL)));
        for (String column : more) {
            columns.add(new Column(column, typeOf(column)));
        }
        return new SqlTable(name, firstMeasure, aggregates, List.copyOf(columns));
    }

    private static Type typeOf(String column) {
        return switch (column) {
            case "cents" -> Type.WIDE;
            case "days" -> Type.NUMBER;
            default -> Type.FLAG;
        };
    }

    private static String countOf(String flag) {
        return "count(*) FILTER (WHERE " + flag + ")";
    }

    private static String sumOf(String column) {
        return "CAST(coalesce(sum(" + column + "), 0) AS BIGINT)";
    }

    /** Whether facts are counted in it by their moment. */
    boolean isFlow() {
        return firstMeasure != Measures.OPENING;
    }

    /** The statement that aggregates what meets a condition. */
    String select(String keys, String condition, String group) {
        return "SELECT " + keys + String.join(", ", aggregates) + " FROM " + name + " WHERE " + condition + group;
    }
}
