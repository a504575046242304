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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.record.RatesFile;
import org.saleskpi.intake.record.RecordFile;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.ExchangeRates;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;

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
        for (RecordFile file : RecordFile.ALL) {
            write(file, records(file.type()));
        }
        List<List<String>> rates = new ArrayList<>();
        for (ExchangeRates.Rate rate : history.exchangeRates().rates()) {
            rates.add(List.of(
                    rate.day().toString(),
                    rate.from().getCode(),
                    rate.to().getCode(),
                    rate.rate().toPlainString()));
        }
        write(RatesFile.NAME, RatesFile.columns(), rates);
    }

    private List<? extends SalesRecord> records(RecordType type) {
        return switch (type) {
            case CUSTOMER -> history.customers();
            case CALL -> history.calls();
            case MEETING -> history.meetings();
            case PROPOSAL -> history.proposals();
            case CONTRACT -> history.contracts();
            case SURVEY -> history.surveys();
            case EXCHANGE_RATE -> throw new IllegalArgumentException("Exchange rates are no records of their own");
        };
    }

    private void write(RecordFile file, List<? extends SalesRecord> records) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        SortedSet<String> attributes = new TreeSet<>();
        for (SalesRecord found : records) {
            Map<String, String> row = new LinkedHashMap<>();
            fields(found).forEach((field, value) -> row.put(field, text(value)));
            for (Map.Entry<String, String> attribute : found.attributes().entrySet()) {
                if (!file.isAttribute(attribute.getKey())) {
                    throw new IllegalArgumentException(found.type() + " " + found.id() + ": attribute "
                            + attribute.getKey() + " is called like a column of " + file.fileName()
                            + ", expected another name");
                }
                row.put(attribute.getKey(), attribute.getValue());
                attributes.add(attribute.getKey());
            }
            rows.add(row);
        }
        List<String> columns = new ArrayList<>();
        for (RecordFile.Field field : file.fields()) {
            if (field.isRequired() || rows.stream().anyMatch(row -> !isMeantByNothing(row, field.name()))) {
                columns.add(field.name());
            }
        }
        columns.addAll(attributes);
        write(
                file.fileName(),
                columns,
                rows.stream()
                        .map(row -> columns.stream()
                                .map(column -> row.getOrDefault(column, ""))
                                .toList())
                        .toList());
    }

    private static boolean isMeantByNothing(Map<String, String> row, String field) {
        String value = row.getOrDefault(field, "");
        return switch (field) {
            case "purpose" ->
                value.equals(Call.Purpose.PROSPECTING.name()) || value.equals(Meeting.Purpose.SALES.name());
            case "billing" -> value.equals(Contract.Billing.TOTAL.name());
            default -> value.isEmpty();
        };
    }

    private static Map<String, @Nullable Object> fields(SalesRecord found) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", found.id());
        fields.put("owner", found.owner());
        if (found instanceof Customer customer) {
            fields.put("since", customer.since());
            fields.put("disqualified_at", customer.disqualifiedAt());
        } else if (found instanceof Call call) {
            fields.put("customer_id", call.customerId());
            fields.put("at", call.at());
            fields.put("outcome", call.outcome());
            fields.put("purpose", call.purpose());
        } else if (found instanceof Meeting meeting) {
            fields.put("customer_id", meeting.customerId());
            fields.put("at", meeting.at());
            fields.put("outcome", meeting.outcome());
            fields.put("purpose", meeting.purpose());
            fields.put("booked_at", meeting.bookedAt());
        } else if (found instanceof Proposal proposal) {
            fields.put("customer_id", proposal.customerId());
            fields.put("sent_at", proposal.sentAt());
            fields.put("status", proposal.status());
            fields.put("decided_at", proposal.decidedAt());
            put(fields, proposal.amount());
        } else if (found instanceof Contract contract) {
            fields.put("customer_id", contract.customerId());
            fields.put("signed_at", contract.signedAt());
            put(fields, contract.amount());
            fields.put("starts_at", contract.startsAt());
            fields.put("ends_at", contract.endsAt());
            fields.put("proposal_id", contract.proposalId());
            fields.put("billing", contract.billing());
        } else if (found instanceof Survey survey) {
            fields.put("customer_id", survey.customerId());
            fields.put("at", survey.at());
            fields.put("score", survey.score());
            fields.put("scale", survey.scale());
        }
        return fields;
    }

    private static void put(Map<String, @Nullable Object> fields, @Nullable Money amount) {
        fields.put("amount", amount == null ? null : amount.getAmount().toPlainString());
        fields.put("currency", amount == null ? null : amount.getCurrencyUnit());
    }

    private String text(@Nullable Object value) {
        if (value instanceof Instant moment) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(zone));
        }
        return value == null ? "" : value.toString();
    }

    private void write(String file, List<String> header, List<List<String>> rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(folder.resolve(file))) {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
        }
    }
}
