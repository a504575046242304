package org.saleskpi.spark;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.RowCustomers;
import org.saleskpi.intake.TextRow;
import org.saleskpi.intake.TextTable;
import org.saleskpi.sales.RecordType;

/**
 * Makes pieces of the rows of a table, and tells where each goes. All rows of a customer go to one part; a fact without customer
 * goes by its own id, as do those that are equal to it, so that many of them do not pile up in one part.
 */
final class Pieces implements FlatMapFunction<Iterator<TextRow>, Row> {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Where a piece goes: those of one number stay together. */
    static final String ROUTE = "route";

    /** The numbers of the records that a piece may become: equal for equal kinds and ids. */
    static final String RECORDS = "records";

    /** Whether a piece defines a customer. */
    static final String DEFINES = "defines";

    /** The piece itself. */
    static final String PIECE = "piece";

    /** The columns of a data frame of pieces. */
    static final StructType SCHEMA = DataTypes.createStructType(new StructField[] {
        DataTypes.createStructField(ROUTE, DataTypes.LongType, false),
        DataTypes.createStructField(RECORDS, DataTypes.createArrayType(DataTypes.LongType, false), false),
        DataTypes.createStructField(DEFINES, DataTypes.BooleanType, false),
        DataTypes.createStructField(PIECE, DataTypes.BinaryType, false)
    });

    /** The tables. */
    private final Tables tables;

    /** The number of the table that the rows are of. */
    private final int number;

    Pieces(Tables tables, int number) {
        this.tables = tables;
        this.number = number;
    }

    @Override
    public Iterator<Row> call(Iterator<TextRow> rows) {
        RowCustomers customers = tables.customers();
        TextTable table = tables.records().get(number);
        Iterable<TextRow> all = () -> rows;
        return StreamSupport.stream(all.spliterator(), false)
                .map(row -> piece(table, row, customers))
                .filter(piece -> piece != null)
                .iterator();
    }

    /** The piece of a row; null for one that is left out. */
    private @Nullable Row piece(TextTable table, TextRow row, RowCustomers customers) {
        if (row.fault() != null) {
            return bad(row);
        }
        RowCustomers.Belonging belonging = customers.of(table, row);
        if (belonging == null) {
            return null;
        }
        List<String> owners = belonging.customers();
        if (owners.size() > 1) {
            TextRow.Fault fault = new TextRow.Fault(
                    "row",
                    "of the customers " + String.join(" and ", owners),
                    "belongs to several, expected one: the rows of each customer are read apart from all others");
            return bad(new TextRow(row.origin(), row.cells(), fault));
        }
        Long[] records = belonging.records().stream().map(Pieces::number).toArray(Long[]::new);
        boolean defines = belonging.records().stream().anyMatch(one -> one.type() == RecordType.CUSTOMER);
        long route =
                owners.isEmpty() ? records.length == 0 ? row.origin().hashCode() : records[0] : hash("", owners.get(0));
        return RowFactory.create(route, records, defines, new Piece(number, row).toBytes());
    }

    private Row bad(TextRow row) {
        return RowFactory.create((long) row.origin().hashCode(), new Long[0], false, new Piece(number, row).toBytes());
    }

    private static Long number(RowCustomers.RecordId id) {
        return hash(id.type().name(), id.id());
    }

    /** A number that two different texts hardly ever share; where they do, they only meet in one part, or are looked at twice. */
    private static long hash(String kind, String id) {
        Hasher hasher = Hashing.murmur3_128().newHasher();
        return hasher.putString(kind, StandardCharsets.UTF_8)
                .putChar('\0')
                .putString(id, StandardCharsets.UTF_8)
                .hash()
                .asLong();
    }
}
