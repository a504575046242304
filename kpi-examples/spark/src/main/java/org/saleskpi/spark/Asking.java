package org.saleskpi.spark;

import static org.apache.spark.sql.functions.col;

import com.google.common.base.Throwables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.PartedImport;
import org.saleskpi.intake.PartedImport.Purpose;
import org.saleskpi.intake.TextRow;
import org.saleskpi.intake.TextTable;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.report.Additive;

/** One question on its way to the parts and back. Used once. */
final class Asking<A extends Additive<A>> {

    private final SalesTables tables;
    private final PartTerms terms;
    private final int partitions;
    private final boolean hasUniqueIds;
    private final PartQuestion<A> question;
    private final AnswerForm<A> form;

    Asking(
            SalesTables tables,
            PartTerms terms,
            int partitions,
            boolean hasUniqueIds,
            PartQuestion<A> question,
            AnswerForm<A> form) {
        this.tables = tables;
        this.terms = terms;
        this.partitions = partitions;
        this.hasUniqueIds = hasUniqueIds;
        this.question = question;
        this.form = form;
    }

    /** What all parts yield together. */
    PartResult<A> result() {
        return readable(() -> resultOf(new Found()));
    }

    /** What the sources are for: tables of records, and those that are seen whole. */
    private final class Found {

        private final PartedImport format = tables.meaning().in(terms.zone());
        private final List<TableScan> records = new ArrayList<>();
        private final List<TextTable> lookups = new ArrayList<>();
        private final List<TextTable> rates = new ArrayList<>();
        private final List<TextTable> unread = new ArrayList<>();

        Found() throws UnreadableDataException {
            Map<String, TableSource> byName = new LinkedHashMap<>();
            for (TableSource source : tables.sources()) {
                String name = name(source);
                if (byName.putIfAbsent(name, source) != null) {
                    throw new UnreadableDataException("Two tables are called " + source.baseName() + ", expected one");
                }
            }
            for (Map.Entry<String, TableSource> entry : byName.entrySet()) {
                add(entry.getKey(), entry.getValue());
            }
        }

        private String name(TableSource source) {
            List<String> names = source.names();
            return names.stream()
                    .filter(name -> !format.purposes(name).isEmpty())
                    .findFirst()
                    .orElse(names.get(0));
        }

        private void add(String name, TableSource source) throws UnreadableDataException {
            Set<Purpose> purposes = format.purposes(name);
            if (purposes.isEmpty()) {
                unread.add(new TextTable(name, List.of(), Set.of(), List.of()));
                return;
            }
            TableScan scan = source.scan(tables.spark(), name, tables.meaning());
            if (purposes.contains(Purpose.RECORDS)) {
                records.add(scan);
            }
            if (purposes.contains(Purpose.LOOKUP)) {
                lookups.add(whole(scan));
            } else if (purposes.contains(Purpose.RATES)) {
                rates.add(whole(scan));
            }
        }

        /** Reads a table that every part needs as it is. */
        private TextTable whole(TableScan scan) {
            Map<String, String> sources = new HashMap<>();
            List<TextRow> rows = new ArrayList<>();
            for (byte[] piece :
                    scan.rows().map(row -> new Piece(0, row).toBytes()).collect()) {
                rows.add(Piece.fromBytes(piece, sources).row());
            }
            return scan.table().withRows(rows);
        }

        /** Reads what is not split: what is wrong with tables as a whole, and exchange rates. */
        ImportedRecords readShared() throws UnreadableDataException {
            List<TextTable> shared = new ArrayList<>(lookups);
            shared.addAll(rates);
            for (TableScan scan : records) {
                for (List<String> header : scan.headers()) {
                    format.read(withUnread(new TextTable(scan.table().name(), header, Set.of(), List.of())), shared);
                }
            }
            List<TextTable> all = new ArrayList<>(unread);
            records.forEach(scan -> all.add(scan.table()));
            return format.read(all, shared);
        }

        /** One table among all others. */
        private List<TextTable> withUnread(TextTable one) {
            List<TextTable> all = new ArrayList<>(unread);
            all.add(one);
            records.stream()
                    .map(TableScan::table)
                    .filter(table -> !table.name().equals(one.name()))
                    .forEach(all::add);
            return all;
        }

        Tables tables() {
            return new Tables(
                    tables.meaning(),
                    terms.zone(),
                    records.stream().map(TableScan::table).toList(),
                    lookups);
        }
    }

    private PartResult<A> resultOf(Found found) throws UnreadableDataException {
        ImportedRecords shared = found.readShared();
        Tables read = found.tables();
        Dataset<Row> pieces = pieces(found.records, read);
        RepeatedIds repeated = hasUniqueIds ? new RepeatedIds() : new RepeatedIdSearch(read, pieces).find();
        PartJob<A> job = new PartJob<>(read, terms, repeated, shared, question, form);
        int count = partitions > 0
                ? partitions
                : Integer.parseInt(tables.spark().conf().get("spark.sql.shuffle.partitions"));
        JavaRDD<byte[]> results = pieces.repartition(count, col(Pieces.ROUTE))
                .select(Pieces.PIECE)
                .as(Encoders.BINARY())
                .mapPartitions(job, Encoders.BINARY())
                .javaRDD();
        return new PartSum<>(terms, form).of(job.ofNothing(shared), results, count);
    }

    private Dataset<Row> pieces(List<TableScan> scans, Tables read) {
        SparkSession spark = tables.spark();
        Dataset<Row> all = null;
        for (int i = 0; i < scans.size(); i++) {
            Dataset<Row> pieces =
                    spark.createDataFrame(scans.get(i).rows().mapPartitions(new Pieces(read, i)), Pieces.SCHEMA);
            all = all == null ? pieces : all.union(pieces);
        }
        return all == null ? spark.createDataFrame(List.of(), Pieces.SCHEMA) : all;
    }

    /** Says what is wrong with tables, wherever that was found. */
    private static <T> T readable(Callable<T> read) {
        try {
            return read.call();
        } catch (UnreadableDataException e) {
            throw unreadable(UnreadableTableException.message(e), e);
        } catch (Exception e) {
            // Spark wraps what happens in its tasks, and declares nothing.
            for (Throwable cause : Throwables.getCausalChain(e)) {
                if (cause instanceof UnreadableTableException) {
                    throw unreadable(String.valueOf(cause.getMessage()), e);
                } else if (cause instanceof ArithmeticException) {
                    ArithmeticException overflow =
                            new ArithmeticException("A sum over all parts is too large: " + cause.getMessage());
                    overflow.initCause(e);
                    throw overflow;
                }
            }
            Throwables.throwIfUnchecked(e);
            throw new IllegalStateException(e);
        }
    }

    private static InvalidTablesException unreadable(@Nullable String message, Exception cause) {
        InvalidTablesException invalid = new InvalidTablesException(String.valueOf(message));
        invalid.initCause(cause);
        return invalid;
    }
}
