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
import org.saleskpi.sales.Proposal;

/** Moments that are chosen from several, lie some time after others, or stand in for those that are not there. */
class DerivedMomentsTest {

    @TempDir
    Path path;

    private Export export;

    @BeforeEach
    void makeExport() {
        export = new Export(path);
    }

    private ImportedRecords read(String since) throws Exception {
        return export.read("files: {a.csv: {records: [{customer: {id: Id, since: " + since + "}}]}}");
    }

    private String since(String rule) throws Exception {
        ImportedRecords records = read(rule);
        return records.customers().isEmpty()
                ? Export.problems(records).get(0)
                : records.customers().get(0).since().toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{earliest: [A, B]} | 2026-01-29T23:00:00Z",
                "{latest: [A, B]} | 2026-01-31T09:00:00Z",
                "{latest: [A, Empty]} | 2026-01-29T23:00:00Z",
                "{latest: [[Empty, A], {column: B, plus: {days: 1}}]} | 2026-02-01T09:00:00Z",
                "[{earliest: [A, B], when: {Empty: x}}, B] | 2026-01-31T09:00:00Z",
                "{earliest: [A, B], plus: {weeks: 1}} | 2026-02-05T23:00:00Z",
                "{column: A, plus: {days: 14}} | 2026-02-12T23:00:00Z",
                "{column: A, plus: {days: {column: Net}}} | 2026-02-08T23:00:00Z",
                "{column: A, plus: {days: {column: Zero}}} | 2026-01-29T23:00:00Z",
                "[{column: A, plus: {days: {column: Empty}}}, B] | 2026-01-31T09:00:00Z",
                "{column: A, plus: {months: 1}} | 2026-02-28T23:00:00Z",
                "{column: B, plus: {months: 1}} | 2026-02-28T23:00:00Z",
                "{column: B, plus: {months: 2}} | 2026-03-31T08:00:00Z",
                "{column: A, plus: {years: 1}} | 2027-01-29T23:00:00Z",
                "{column: Utc, formats: epoch-millis, zone: UTC, day: true, plus: {days: 1}} | 2026-01-30T23:00:00Z",
                "{column: A, plus: {days: {column: Id}}} | Customer x (a.csv:2): since x is not a number of days, expected 0 to 9999",
            })
    void theyAreChosenAndMoved(String rule, String found) throws Exception {
        export.with("a.csv", "Id,A,B,Empty,Net,Zero,Utc", "x,2026-01-30,2026-01-31T10:00,,10,0,1769731200000");

        assertThat(since(rule)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{earliest: [A]} | .earliest has 1 of what it chooses from, expected a list of columns",
                "{earliest: [A, B], latest: [A, B]} | ` has both latest and earliest, expected one`",
                "{earliest: [A, B], column: A} | ` has both earliest and column, expected one`",
                "{column: A, plus: {days: 0}} | .plus.days 0 is not a number, expected 1 to 9999",
                "{column: A, plus: {days: 1, months: 1}} | .plus expected one of days, weeks, months, years",
                "{column: A, plus: {hours: 1}} | .plus.hours is an unknown key, expected one of days, months, weeks, years",
                "[] | ` is an empty list, expected columns`",
            })
    void faultsAreTold(String rule, String message) {
        assertThatThrownBy(() -> read(rule))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessage("m.yaml:3: files.a.csv.records[1].customer.since" + message);
    }

    private static final String DEALS = """
            files:
              deals.csv:
                records:
                  - proposal:
                      id: Id
                      sent_at: Sent
                      decided_at: Closed
                      status: {column: Stage, words: {Won: ACCEPTED, Lost: REFUSED, Open: PENDING}}
                      %s
            """;

    private ImportedRecords deals(String keys) throws Exception {
        export.with(
                "deals.csv",
                "Id,Sent,Closed,Stage,Changed",
                "d-1,2026-01-01,2026-02-01,Won,2026-03-01",
                "d-2,2026-01-01,,Won,2026-03-01",
                "d-3,2026-01-01,,Lost,",
                "d-4,2026-01-01,,Open,2026-03-01");
        return export.read(DEALS.formatted(keys));
    }

    @Test
    void aDecisionWithoutAMomentIsBadUnlessTheMappingSaysWhatItIs() throws Exception {
        for (String keys : new String[] {"", "undated_decision: reject"}) {
            assertThat(Export.problems(deals(keys)))
                    .containsExactly(
                            "Proposal d-2 (deals.csv:3): decided_at is missing, expected a moment because the proposal is ACCEPTED",
                            "Proposal d-3 (deals.csv:4): decided_at is missing, expected a moment because the proposal is REFUSED");
        }
    }

    @Test
    void itMayBeDatedByWhatTheMappingSays() throws Exception {
        ImportedRecords records = deals("undated_decision: {column: Changed}");

        assertThat(records.proposals())
                .extracting(one -> one.id() + " " + one.status() + " " + one.decidedAt())
                .containsExactly(
                        "d-1 ACCEPTED 2026-01-31T23:00:00Z", "d-2 ACCEPTED 2026-02-28T23:00:00Z", "d-4 PENDING null");
        assertThat(Export.problems(records))
                .containsExactly(
                        "Proposal d-3 (deals.csv:4): decided_at is missing, expected a moment because the proposal is REFUSED");
        assertThat(records.summary()).contains("    decided without a date, dated by undated_decision: 1");

        assertThat(deals("undated_decision: [{column: Changed}, {column: Sent, plus: {days: 30}}]")
                        .proposals())
                .extracting(one -> one.id() + " " + one.decidedAt())
                .contains("d-2 2026-02-28T23:00:00Z", "d-3 2026-01-30T23:00:00Z");
    }

    @Test
    void itMayBeKeptOpen() throws Exception {
        ImportedRecords records = deals("undated_decision: pending");

        assertThat(records.proposals())
                .extracting(Proposal::status)
                .containsExactly(
                        Proposal.Status.ACCEPTED,
                        Proposal.Status.PENDING,
                        Proposal.Status.PENDING,
                        Proposal.Status.PENDING);
        assertThat(records.problems()).isEmpty();
        assertThat(records.summary()).contains("    decided without a date, kept open: 2");
    }

    @Test
    void ofSeveralRowsAnyMayHaveTheMoment() throws Exception {
        export.with(
                "deals.csv",
                "Id,Sent,Closed,Stage,Changed",
                "d-1,2026-01-01,,Won,2026-03-01",
                "d-1,2026-01-01,2026-02-01,Won,2026-03-01",
                "d-2,2026-01-01,,Won,",
                "d-2,2026-01-01,,Won,2026-03-02");

        ImportedRecords open = export.read(DEALS.formatted("repeated: sum\n          undated_decision: pending"));
        assertThat(open.proposals())
                .extracting(one -> one.status() + " " + one.decidedAt())
                .containsExactly("ACCEPTED 2026-01-31T23:00:00Z", "PENDING null");
        assertThat(open.summary()).contains("    decided without a date, kept open: 1");

        ImportedRecords dated =
                export.read(DEALS.formatted("repeated: sum\n          undated_decision: {column: Changed}"));
        assertThat(dated.proposals())
                .extracting(one -> one.status() + " " + one.decidedAt())
                .containsExactly("ACCEPTED 2026-01-31T23:00:00Z", "ACCEPTED 2026-03-01T23:00:00Z");
        assertThat(dated.summary()).contains("    decided without a date, dated by undated_decision: 1");
    }

    @Test
    void whatIsNeitherIsTold() {
        assertThatThrownBy(() -> deals("undated_decision: Changed"))
                .hasMessage(
                        "m.yaml:11: files.deals.csv.records[1].proposal.undated_decision Changed is unknown, expected"
                                + " pending, reject, or a moment such as {column: Modified}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{days: 30} | 2026-03-02T23:00:00Z",
                "{weeks: 2} | 2026-02-14T23:00:00Z",
                "{years: 2} | 2028-01-31T23:00:00Z",
                "{years: {column: Years}, empty: reject} | 2027-01-31T23:00:00Z",
                "{days: {column: None}, empty: {years: {column: Years}, empty: open-ended}} | 2027-01-31T23:00:00Z",
                "{weeks: {column: None}, empty: {days: 1}} | 2026-02-01T23:00:00Z",
                "{weeks: {column: None}, empty: reject} | Contract k (k.csv:2): ends_at is missing, expected the weeks of the term",
                "{days: {column: Id}, empty: reject} | Contract k (k.csv:2): ends_at k is not a number of days, expected 1 to 9999",
            })
    void termsLastDaysWeeksMonthsOrYears(String term, String end) throws Exception {
        export.with("k.csv", "Id,Signed,Years,None", "k,2026-02-01,1,");

        ImportedRecords records = export.read("""
                files:
                  k.csv:
                    records:
                      - customer: {id: Id, since: Signed}
                      - contract:
                          id: Id
                          customer: {columns: Id, unknown: reject}
                          signed_at: Signed
                          amount: {fixed: "1", currency: EUR}
                          term: %s
                """.formatted(term));

        assertThat(
                        records.contracts().isEmpty()
                                ? Export.problems(records).get(0)
                                : String.valueOf(records.contracts().get(0).endsAt()))
                .isEqualTo(end);
    }
}
