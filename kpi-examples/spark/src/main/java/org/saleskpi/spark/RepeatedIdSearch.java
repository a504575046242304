package org.saleskpi.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.saleskpi.intake.TextRow;
import org.saleskpi.sales.Origin;
import org.saleskpi.sales.SalesRecord;

/**
 * Finds records of one kind and id that go to different parts, which no part can see. First the numbers of ids, sixteen bytes a
 * record, then the rows of those few that look repeated, which are read on the driver.
 */
final class RepeatedIdSearch {

    /** More repeated ids than this are no accident: the column is none of ids. */
    static final int MAX = 10_000;

    private static final String RECORD = "record";

    private final Tables tables;
    private final Dataset<Row> pieces;

    RepeatedIdSearch(Tables tables, Dataset<Row> pieces) {
        this.tables = tables;
        this.pieces = pieces;
    }

    RepeatedIds find() {
        Set<Long> suspects = suspects();
        if (suspects.isEmpty()) {
            return new RepeatedIds();
        }
        List<Row> rows = new ArrayList<>(pieces.filter((FilterFunction<Row>) row -> isAmong(row, suspects))
                .collectAsList());
        if (tables.isMapped()) {
            // What a mapping makes of a fact depends on whether its customer is known.
            Set<Long> routes = new HashSet<>();
            rows.forEach(row -> routes.add(row.getLong(row.fieldIndex(Pieces.ROUTE))));
            rows.addAll(pieces.filter((FilterFunction<Row>) row -> row.getBoolean(row.fieldIndex(Pieces.DEFINES))
                            && routes.contains(row.getLong(row.fieldIndex(Pieces.ROUTE)))
                            && !isAmong(row, suspects))
                    .collectAsList());
        }
        List<byte[]> found = rows.stream()
                .map(row -> (byte[]) row.get(row.fieldIndex(Pieces.PIECE)))
                .toList();
        return judged(found);
    }

    /** The numbers of records that go to different parts. */
    private Set<Long> suspects() {
        List<Row> found = pieces.select(explode(col(Pieces.RECORDS)).as(RECORD), col(Pieces.ROUTE))
                .groupBy(RECORD)
                .agg(min(Pieces.ROUTE).as("first"), max(Pieces.ROUTE).as("last"))
                .where(col("first").notEqual(col("last")))
                .select(RECORD)
                .limit(MAX + 1)
                .collectAsList();
        if (found.size() > MAX) {
            throw new InvalidTablesException(
                    "More than " + MAX
                            + " ids are used by records of several customers, expected ids that no other record of the kind has");
        }
        Set<Long> suspects = new HashSet<>();
        found.forEach(row -> suspects.add(row.getLong(0)));
        return suspects;
    }

    private static boolean isAmong(Row row, Set<Long> suspects) {
        return row.<Long>getList(row.fieldIndex(Pieces.RECORDS)).stream().anyMatch(suspects::contains);
    }

    private RepeatedIds judged(List<byte[]> found) {
        RepeatedIds repeated = new RepeatedIds();
        Map<String, List<SalesRecord>> anywhere = RepeatedIds.byId(
                tables.read(found.stream().map(RepeatedIdSearch::withoutOrigin).toList())
                        .records());
        RepeatedIds.byId(tables.read(found).records()).forEach((id, records) -> {
            if (records.size() > 1) {
                if (new HashSet<>(anywhere.getOrDefault(id, records)).size() == 1) {
                    repeated.equal(records.stream()
                            .min(Comparator.comparing(
                                    SalesRecord::origin, Comparator.nullsFirst(Comparator.naturalOrder())))
                            .orElseThrow());
                } else {
                    repeated.differ(records.get(0), records.size());
                }
            }
        });
        return repeated;
    }

    /** The same row, wherever it stands, so that equal records are equal. */
    private static byte[] withoutOrigin(byte[] bytes) {
        Piece piece = Piece.fromBytes(bytes, new HashMap<>());
        TextRow row = piece.row();
        return new Piece(piece.table(), new TextRow(Origin.of(""), row.cells(), row.fault())).toBytes();
    }
}
