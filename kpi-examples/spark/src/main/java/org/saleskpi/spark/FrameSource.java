package org.saleskpi.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.unix_micros;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.TextRow;
import org.saleskpi.intake.TextTable;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.sales.Origin;

/**
 * A data frame, whatever it comes from. Its values are read as texts: moments and dates as ISO 8601 has them, numbers with a
 * decimal point, and what has parts as JSON.
 *
 * @param baseName the name of the table
 * @param origin what the table is called in messages
 * @param frame gives the data frame
 */
record FrameSource(String baseName, String origin, Supplier<Dataset<Row>> frame) implements TableSource {

    private static final long MICROS = 1_000_000;

    @Override
    public TableScan scan(SparkSession spark, String name, Meaning meaning) throws UnreadableDataException {
        Dataset<Row> rows = frame.get();
        List<String> columns = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        List<Column> texts = new ArrayList<>();
        for (StructField field : rows.schema().fields()) {
            columns.add(field.name());
            if (field.dataType() instanceof NumericType) {
                numbers.add(field.name());
            }
            texts.add(text(field));
        }
        texts.add(monotonically_increasing_id());
        boolean[] isMoment = new boolean[columns.size()];
        for (int i = 0; i < isMoment.length; i++) {
            isMoment[i] = rows.schema().fields()[i].dataType() instanceof TimestampType;
        }
        TextTable table = new TextTable(name, columns, numbers, List.of());
        String source = origin;
        JavaRDD<TextRow> read =
                rows.select(texts.toArray(Column[]::new)).javaRDD().map(row -> textRow(source, row, isMoment));
        return new TableScan(table, Set.of(columns), read);
    }

    private static TextRow textRow(String source, Row row, boolean[] isMoment) {
        int count = row.size() - 1;
        @Nullable String[] cells = new String[count];
        for (int i = 0; i < count; i++) {
            cells[i] = !isMoment[i] ? row.getString(i) : row.isNullAt(i) ? null : moment(row.getLong(i));
        }
        List<@Nullable String> texts = Arrays.asList(cells);
        return TextRow.of(Origin.of(source, row.getLong(count)), texts);
    }

    /** Spark would write a moment in the zone of its session, and take its time. */
    private static String moment(long micros) {
        return Instant.ofEpochSecond(
                        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * TimeUnit.MICROSECONDS.toNanos(1))
                .toString();
    }

    /** The text of a value; of a moment its microseconds, which become a text later. */
    private Column text(StructField field) throws UnreadableDataException {
        Column value = col("`" + field.name().replace("`", "``") + "`");
        DataType type = field.dataType();
        if (type instanceof TimestampType) {
            return unix_micros(value);
        } else if (type instanceof TimestampNTZType) {
            return translate(value.cast("string"), " ", "T");
        } else if (type instanceof StructType || type instanceof ArrayType || type instanceof MapType) {
            return to_json(value);
        } else if (type instanceof BinaryType) {
            throw new UnreadableDataException(origin + ": " + field.name()
                    + " holds bytes, expected texts, numbers, dates or moments: select the columns to be read");
        }
        return value.cast("string");
    }
}
