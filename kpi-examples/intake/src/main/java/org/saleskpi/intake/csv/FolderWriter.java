package org.saleskpi.intake.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.saleskpi.intake.record.Field;
import org.saleskpi.intake.record.RatesFile;
import org.saleskpi.intake.record.RecordSchema;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;

/**
 * Writes the records of a history as a CSV folder. A file has the columns that it must have, those of the others that some
 * record does not leave at what a missing column means, and the attributes in alphabetical order.
 */
final class FolderWriter {

    private final SalesHistory history;
    private final Path folder;
    private final ZoneId zone;

    FolderWriter(SalesHistory history, Path folder) {
        this.history = history;
        this.folder = folder;
        this.zone = history.zone();
    }

    void write() throws IOException {
        Files.createDirectories(folder);
        for (RecordSchema<?> schema : RecordSchema.ALL) {
            write(schema);
        }
        write(
                RatesFile.NAME,
                RatesFile.columns(),
                history.exchangeRates().rates().stream()
                        .map(rate -> List.of(
                                rate.day().toString(),
                                rate.from().getCode(),
                                rate.to().getCode(),
                                rate.rate().toPlainString())));
    }

    private <R extends SalesRecord> void write(RecordSchema<R> schema) throws IOException {
        List<R> records = schema.in(history);
        List<Field<? super R, ?>> fields = schema.fields().stream()
                .filter(field -> field.isRequired() || records.stream().anyMatch(field::isToldBy))
                .toList();
        SortedSet<String> attributes = attributes(schema, records);
        List<String> header = new ArrayList<>();
        fields.forEach(field -> header.addAll(field.columns()));
        header.addAll(attributes);
        write(schema.fileName(), header, records.stream().map(found -> row(found, fields, attributes)));
    }

    private static SortedSet<String> attributes(RecordSchema<?> schema, List<? extends SalesRecord> records) {
        SortedSet<String> attributes = new TreeSet<>();
        for (SalesRecord found : records) {
            for (String attribute : found.attributes().keySet()) {
                if (!schema.isAttribute(attribute)) {
                    throw new IllegalArgumentException(found.type() + " " + found.id() + ": attribute " + attribute
                            + " is called like a column of " + schema.fileName() + ", expected another name");
                }
                attributes.add(attribute);
            }
        }
        return attributes;
    }

    private <R extends SalesRecord> List<String> row(
            R found, List<Field<? super R, ?>> fields, SortedSet<String> attributes) {
        List<String> row = new ArrayList<>();
        for (Field<? super R, ?> field : fields) {
            Object value = field.of(found);
            if (value instanceof Money amount) {
                row.add(amount.getAmount().toPlainString());
                row.add(amount.getCurrencyUnit().getCode());
            } else if (value != null) {
                row.add(value instanceof Instant moment ? text(moment) : value.toString());
            } else {
                field.columns().forEach(column -> row.add(""));
            }
        }
        attributes.forEach(attribute -> row.add(found.attributes().getOrDefault(attribute, "")));
        return row;
    }

    private String text(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(zone));
    }

    private void write(String file, List<String> header, Stream<List<String>> rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(folder.resolve(file))) {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
        }
    }
}
