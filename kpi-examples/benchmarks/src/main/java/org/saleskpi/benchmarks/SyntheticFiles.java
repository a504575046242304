package org.saleskpi.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.saleskpi.intake.mapping.InvalidMappingException;
import org.saleskpi.intake.mapping.Mapping;
import org.saleskpi.sales.Call;

/**
 * The calls of a made-up sales force of fifty with their customers, one for ten calls, as files: the CSV folder of the
 * library, and the same records as the export of a CRM, which names owners by numbers and has as many columns again that
 * nobody reads. One seed, one result.
 */
final class SyntheticFiles {

    private static final String MAPPING = """
            mapping: 1
            moments: {formats: iso, zone: run}
            files:
              Companies.csv:
                records:
                  - customer:
                      id: {column: [Record ID, Company ID]}
                      since: Create Date
                      owner: {column: Owner ID, through: {file: Users.csv, key: User ID, value: [First name, Last name]}}
                      attributes:
                        region: Region
              Calls.csv:
                skip:
                  - {when: {Call status: [Scheduled, Cancelled]}, because: not held}
                records:
                  - call:
                      id: {column: [Record ID, Call ID]}
                      customer: {columns: Company ID, unknown: none}
                      at: Call date
                      outcome:
                        column: Call outcome
                        words:
                          No answer: NO_ANSWER
                          Refused: REFUSED
                          Call back: CALL_BACK
                          Discussion: DISCUSSION
                          Meeting booked: MEETING_BOOKED
                        otherwise: DISCUSSION
                      purpose: {cases: [{when: {Call type: Support}, is: OTHER}], otherwise: PROSPECTING}
                      owner: {column: Owner ID, through: {file: Users.csv, key: User ID, value: [First name, Last name]}}
            """;

    private static final List<Map.Entry<Call.Outcome, String>> OUTCOMES = List.of(
            Map.entry(Call.Outcome.NO_ANSWER, "No answer"),
            Map.entry(Call.Outcome.REFUSED, "Refused"),
            Map.entry(Call.Outcome.CALL_BACK, "Call back"),
            Map.entry(Call.Outcome.DISCUSSION, "Discussion"),
            Map.entry(Call.Outcome.MEETING_BOOKED, "Meeting booked"));
    private static final List<String> REGIONS = List.of("north", "east", "south", "west");
    private static final int REPS = 50;
    private static final int CALLS_PER_CUSTOMER = 10;
    private static final ZonedDateTime START =
            SyntheticSales.YEARS.startInclusive().atStartOfDay(SyntheticSales.ZONE);
    private static final int MINUTES = 5 * 365 * 24 * 60;

    private final int calls;
    private final SplittableRandom random = new SplittableRandom(20_260_102);

    SyntheticFiles(int calls) {
        this.calls = calls;
    }

    /** What the files of the CRM mean. */
    static Mapping mapping() {
        try {
            return Mapping.parse("export.yaml", MAPPING);
        } catch (InvalidMappingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many records the files have. */
    int records() {
        return customers() + calls;
    }

    private int customers() {
        return calls / CALLS_PER_CUSTOMER;
    }

    /** Writes both folders: one of the library's own format, and an export. */
    void write(Path csvFolder, Path export) throws IOException {
        Files.createDirectories(csvFolder);
        Files.createDirectories(export);
        try (Writer users = Files.newBufferedWriter(export.resolve("Users.csv"))) {
            line(users, "User ID", "First name", "Last name", "Mail");
            for (int rep = 0; rep < REPS; rep++) {
                line(users, String.valueOf(7_000 + rep), "Rep", rep(rep), "rep" + rep + "@example.org");
            }
        }
        try (Writer own = Files.newBufferedWriter(csvFolder.resolve("customers.csv"));
                Writer foreign = Files.newBufferedWriter(export.resolve("Companies.csv"))) {
            line(own, "id", "since", "owner", "region");
            line(foreign, "Company ID", "Company name", "Domain", "Create Date", "Owner ID", "Region");
            for (int i = 0; i < customers(); i++) {
                int rep = random.nextInt(REPS);
                String region = REGIONS.get(random.nextInt(REGIONS.size()));
                String since = moment(i, customers());
                line(own, "customer-" + i, since, "Rep " + rep(rep), region);
                line(
                        foreign,
                        "customer-" + i,
                        "Company number " + i,
                        "example" + i + ".org",
                        since,
                        String.valueOf(7_000 + rep),
                        region);
            }
        }
        try (Writer own = Files.newBufferedWriter(csvFolder.resolve("calls.csv"));
                Writer foreign = Files.newBufferedWriter(export.resolve("Calls.csv"))) {
            line(own, "id", "customer_id", "at", "outcome", "purpose", "owner");
            line(
                    foreign,
                    "Call ID",
                    "Call title",
                    "Call status",
                    "Call type",
                    "Call date",
                    "Call outcome",
                    "Duration",
                    "Direction",
                    "Company ID",
                    "Owner ID",
                    "Last modified");
            for (int i = 0; i < calls; i++) {
                writeCall(i, own, foreign);
            }
        }
    }

    private void writeCall(int i, Writer own, Writer foreign) {
        String customer = "customer-" + random.nextInt(customers());
        String at = moment(i, calls);
        Map.Entry<Call.Outcome, String> outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
        boolean isSupport = random.nextInt(20) == 0;
        int rep = random.nextInt(REPS);
        line(
                own,
                "call-" + i,
                customer,
                at,
                outcome.getKey().name(),
                isSupport ? "OTHER" : "PROSPECTING",
                "Rep " + rep(rep));
        line(
                foreign,
                "call-" + i,
                "Call about the offer",
                "Completed",
                isSupport ? "Support" : "Sales",
                at,
                outcome.getValue(),
                String.valueOf(random.nextInt(3_600)),
                "Outbound",
                customer,
                String.valueOf(7_000 + rep),
                at);
    }

    private static String rep(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    /** The moment of one of many that are created evenly over the years. */
    private static String moment(long i, int number) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(START.plusSeconds(60 * (MINUTES * i / number)));
    }

    private static void line(Writer file, String... cells) {
        try {
            file.write(String.join(",", cells));
            file.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
