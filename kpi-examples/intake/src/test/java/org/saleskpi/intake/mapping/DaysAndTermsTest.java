package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.TestFolder;
import org.saleskpi.intake.csv.CsvFolder;

/** Days that are kept as moments, terms that end with a month, and moments out of reach. */
class DaysAndTermsTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @TempDir
    Path path;

    private ImportedRecords readInNewYork(String mapping) throws Exception {
        return MappedFolder.read(
                path,
                Mapping.parse("m.yaml", "mapping: 1\n" + mapping),
                NEW_YORK,
                Instant.parse("2026-06-01T00:00:00Z"));
    }

    @Test
    void aDayThatIsKeptAsAMomentIsThatDayInTheZoneOfTheRun() throws Exception {
        new TestFolder(path)
                .with(
                        "deals.csv",
                        "Id,Day,Closed",
                        "utc,1772323200000,1772323200000",
                        "tokyo,2026-03-01T00:30:00+09:00,2026-02-28T23:59:59Z",
                        "day,2026-03-01,2026-03-01");

        ImportedRecords records = readInNewYork("""
                moments: {formats: [iso, epoch-millis], zone: UTC}
                files:
                  deals.csv:
                    records:
                      - customer:
                          id: Id
                          since: {column: Day, zone: Asia/Tokyo, day: true}
                          disqualified_at: {column: Closed, day: true}
                """);

        assertThat(Export.problems(records)).isEmpty();
        assertThat(Shown.customers(records))
                .containsExactly(
                        "utc | 2026-03-01T05:00:00Z | 2026-03-01T05:00:00Z | -",
                        "tokyo | 2026-03-01T05:00:00Z | 2026-02-28T05:00:00Z | -",
                        "day | 2026-03-01T05:00:00Z | 2026-03-01T05:00:00Z | -");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 12, 2025-03-01T05:00:00Z",
        "2024-02-29, 48, 2028-02-29T05:00:00Z",
        "2024-02-28, 12, 2025-02-28T05:00:00Z",
        "2026-01-31, 1, 2026-03-01T05:00:00Z",
        "2026-01-31, 2, 2026-03-31T04:00:00Z",
        "2026-01-31, 3, 2026-05-01T04:00:00Z",
        "2025-11-30T18:30, 3, 2026-03-01T05:00:00Z",
        "2026-04-30T18:30, 1, 2026-05-30T22:30:00Z",
    })
    void aTermOfMonthsLastsThroughTheLastDayWhereTheMonthHasNoSuchDay(String signed, String months, String end)
            throws Exception {
        String mapping = """
                moments: {formats: iso, zone: run}
                files:
                  deals.csv:
                    records:
                      - customer: {repeated: earliest, id: Company, since: Signed}
                      - contract:
                          id: Id
                          customer: {columns: Company, unknown: reject}
                          signed_at: Signed
                          term: TERM
                          amount: {column: Months, currency: EUR}
                """;
        new TestFolder(path).with("deals.csv", "Id,Company,Signed,Months", "d,c," + signed + "," + months);

        for (String term : new String[] {"{months: " + months + "}", "{months: {column: Months}, empty: reject}"}) {
            assertThat(readInNewYork(mapping.replace("TERM", term)).contracts())
                    .extracting(contract -> String.valueOf(contract.endsAt()))
                    .containsExactly(end);
        }
    }

    @Test
    void momentsOutOfReachAreBadInTheCsvFolderAndItsRates() throws Exception {
        new TestFolder(path)
                .with(
                        "customers.csv",
                        "id,since,disqualified_at",
                        "a,1970-12-31,",
                        "b,2026-01-05,9999-12-31",
                        "c,1971-01-01,")
                .with("rates.csv", "date,from,to,rate", "0026-03-01,USD,EUR,0.5", "2026-03-01,USD,EUR,0.5");

        ImportedRecords records = CsvFolder.read(path, ZoneId.of("Asia/Tokyo"));

        String reason = " is out of reach, expected a moment of the years 1971 to 2100";
        assertThat(Export.problems(records))
                .containsExactly(
                        "Customer a (customers.csv:2): since 1970-12-31" + reason,
                        "Customer b (customers.csv:3): disqualified_at 9999-12-31" + reason,
                        "Exchange rate without id (rates.csv:2): date 0026-03-01" + reason);
        assertThat(records.customers()).extracting("id").containsExactly("c");
    }
}
