package org.saleskpi.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.SalesRecord;

/** Writes the sample company in the exchange format: a folder with one file for each kind of record. */
final class CsvFolder {

    private CsvFolder() {}

    static void write(SampleCompany company, Path folder) throws IOException {
        Files.createDirectories(folder);
        write(
                folder,
                "customers.csv",
                List.of("id", "since", "disqualified_at", "owner", "region", "source"),
                company.customers(),
                c -> row(
                        c.id(),
                        c.since(),
                        c.disqualifiedAt(),
                        c.owner(),
                        c.attributes().get("region"),
                        c.attributes().get("source")));
        write(
                folder,
                "calls.csv",
                List.of("id", "customer_id", "at", "outcome", "purpose", "owner"),
                company.calls(),
                c -> row(c.id(), c.customerId(), c.at(), c.outcome(), c.purpose(), c.owner()));
        write(
                folder,
                "meetings.csv",
                List.of("id", "customer_id", "at", "outcome", "owner"),
                company.meetings(),
                m -> row(m.id(), m.customerId(), m.at(), m.outcome(), m.owner()));
        write(
                folder,
                "proposals.csv",
                List.of("id", "customer_id", "sent_at", "status", "decided_at", "amount", "currency", "owner"),
                company.proposals(),
                p -> row(
                        p.id(),
                        p.customerId(),
                        p.sentAt(),
                        p.status(),
                        p.decidedAt(),
                        number(p.amount()),
                        currency(p.amount()),
                        p.owner()));
        write(
                folder,
                "contracts.csv",
                List.of(
                        "id",
                        "customer_id",
                        "signed_at",
                        "amount",
                        "currency",
                        "starts_at",
                        "ends_at",
                        "proposal_id",
                        "owner"),
                company.contracts(),
                c -> row(
                        c.id(),
                        c.customerId(),
                        c.signedAt(),
                        number(c.amount()),
                        currency(c.amount()),
                        c.startsAt(),
                        c.endsAt(),
                        c.proposalId(),
                        c.owner()));
        write(
                folder,
                "surveys.csv",
                List.of("id", "customer_id", "at", "score", "scale"),
                company.surveys(),
                s -> row(s.id(), s.customerId(), s.at(), s.score(), s.scale()));
        writeRows(
                folder,
                "rates.csv",
                List.of("date", "from", "to", "rate"),
                company.francRates().entrySet().stream()
                        .map(rate -> row(rate.getKey(), "CHF", SampleCompany.CURRENCY, rate.getValue()))
                        .toList());
    }

    private static <R extends SalesRecord> void write(
            Path folder, String file, List<String> header, List<R> records, Function<R, List<String>> row)
            throws IOException {
        writeRows(folder, file, header, records.stream().map(row).toList());
    }

    private static void writeRows(Path folder, String file, List<String> header, List<List<String>> rows)
            throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(folder.resolve(file))) {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
        }
    }

    private static List<String> row(@Nullable Object... cells) {
        return Arrays.stream(cells).map(CsvFolder::text).toList();
    }

    private static String text(@Nullable Object cell) {
        if (cell instanceof Instant moment) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(SampleCompany.ZONE));
        }
        return cell == null ? "" : cell.toString();
    }

    private static @Nullable Object number(@Nullable Money amount) {
        return amount == null ? null : amount.getAmount();
    }

    private static @Nullable Object currency(@Nullable Money amount) {
        return amount == null ? null : amount.getCurrencyUnit();
    }
}
