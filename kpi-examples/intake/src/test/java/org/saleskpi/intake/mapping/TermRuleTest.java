package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saleskpi.intake.ImportedRecords;

/** How a mapping says how long contracts last. */
class TermRuleTest {

    private Export export;

    @BeforeEach
    void makeExport(@TempDir Path folder) {
        export = new Export(folder);
    }

    private ImportedRecords read(String term) throws Exception {
        return export.read("""
                files:
                  s.csv:
                    records:
                      - customer: {id: Who, since: Signed, repeated: earliest}
                      - contract:
                          id: Id
                          customer: {columns: Who, unknown: reject}
                          signed_at: Signed
                          term: %s
                          amount: {column: Value, currency: EUR}
                """.formatted(term));
    }

    private void write(String... rows) {
        String[] lines = new String[rows.length + 1];
        lines[0] = "Id,Who,Signed,Value,End,Months,Length,Times";
        System.arraycopy(rows, 0, lines, 1, rows.length);
        export.with("s.csv", lines);
    }

    @Test
    void oneTermStandsInForAnotherThatTheRowLacks() throws Exception {
        write(
                "1,c,2026-03-05,1,2026-08-31,12,,",
                "2,c,2026-03-05,1,,12,,",
                "3,c,2026-03-05,1,,,P1Y,",
                "4,c,2026-03-05,1,,,,");

        ImportedRecords records = read("{end: End, ends: inclusive, empty: {months: {column: Months}, empty:"
                + " {period: {column: Length}, empty: reject}}}");

        assertThat(records.contracts())
                .extracting(one -> one.id() + " " + one.endsAt())
                .containsExactly("1 2026-08-31T22:00:00Z", "2 2027-03-04T23:00:00Z", "3 2027-03-04T23:00:00Z");
        assertThat(Export.problems(records))
                .containsExactly("Contract 4 (s.csv:5): ends_at is missing, expected the length of the term");
    }

    @ParameterizedTest
    @CsvSource({
        "P1M,12,2027-03-04T23:00:00Z",
        "P3M,4,2027-03-04T23:00:00Z",
        "P1Y,2,2028-03-04T23:00:00Z",
        "P1W,2,2026-03-18T23:00:00Z",
        "P30D,1,2026-04-03T22:00:00Z"
    })
    void aLengthIsTakenAsOftenAsAColumnSays(String length, String times, String end) throws Exception {
        write("1,c,2026-03-05,1,,," + length + "," + times);

        assertThat(read("{period: {column: Length}, times: {column: Times}, empty: open-ended}")
                        .contracts())
                .extracting(one -> String.valueOf(one.endsAt()))
                .containsExactly(end);
    }

    @Test
    void withoutACountAPeriodIsNoTerm() throws Exception {
        write("1,c,2026-03-05,1,,,P1M,");

        assertThat(read("{period: {column: Length}, times: {column: Times}, empty: open-ended}")
                        .contracts())
                .extracting(one -> String.valueOf(one.endsAt()))
                .containsExactly("null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "monthly,1;monthly is not a length of time, expected one such as P12M, P1Y or P30D",
                "P0M,1;P0M is not a length of time, expected one such as P12M, P1Y or P30D",
                "P-1M,1;P-1M is not a length of time, expected one such as P12M, P1Y or P30D",
                "P1M,often;often is not a number of times, expected 1 to 9999"
            })
    void whatIsNoLengthIsBad(String cells, String reason) throws Exception {
        write("1,c,2026-03-05,1,,," + cells);

        assertThat(Export.problems(read("{period: {column: Length}, times: {column: Times}, empty: reject}")))
                .singleElement()
                .asString()
                .startsWith("Contract 1 (s.csv:2): ends_at ")
                .endsWith(reason);
    }

    @Test
    void timesBelongToAPeriod() {
        assertThatThrownBy(() -> read("{months: {column: Months}, times: {column: Times}, empty: reject}"))
                .hasMessageContaining("has times, expected it beside period only");
    }
}
