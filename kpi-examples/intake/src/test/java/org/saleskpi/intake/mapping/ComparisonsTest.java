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
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.SalesRecord;

/** Comparisons, patterns and capitals in conditions. */
class ComparisonsTest {

    private static final String CALLS = """
            numbers: {decimal: ",", grouping: "."}
            files:
              calls.*:
                records: [{call: {when: %s, id: Id, at: At, purpose: PROSPECTING}}]
            """;

    @TempDir
    Path path;

    private Export export;

    @BeforeEach
    void makeExport() {
        export = new Export(path);
    }

    private ImportedRecords read(String condition) throws Exception {
        return export.read(CALLS.formatted(condition));
    }

    /** The ids of the calls for which a condition holds. */
    private String meeting(String condition) throws Exception {
        return String.join(
                " ", read(condition).calls().stream().map(SalesRecord::id).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{Value: {above: 1000}} | 3 5",
                "{Value: {at_least: 1000}} | 2 3 5",
                "{Value: {below: '0,5'}} | 6",
                "{Value: {at_most: 0.5}} | 1 6",
                "{Value: {above: 0, below: 1000}} | 1",
                "{Value: {not: {above: 0}}} | 4 6",
                "{text: {column: Value}, is: {at_least: 1000}, Id: {not: '2'}} | 3 5",
                "[{Value: {below: 0}}, {Value: {above: 1500}}] | 5 6",
            })
    void numbersAreThoseOfTheFile(String condition, String ids) throws Exception {
        export.with(
                "calls.csv",
                "Id,At,Value",
                "1,2026-03-01,\"0,50\"",
                "2,2026-03-01,\"1.000,00\"",
                "3,2026-03-01,1001",
                "4,2026-03-01,",
                "5,2026-03-01,\"2.000\"",
                "6,2026-03-01,(3)");

        assertThat(meeting(condition)).isEqualTo(ids);
    }

    @Test
    void numbersOfJsonHaveAPoint() throws Exception {
        export.withJson(
                "calls.jsonl",
                "{'Id': '1', 'At': '2026-03-01', 'Value': 1.5}",
                "{'Id': '2', 'At': '2026-03-01'," + " 'Value': '1.500'}");

        assertThat(meeting("{Value: {below: 2}}")).isEqualTo("1");
        assertThat(meeting("{Value: {below: 2, numbers: {grouping: ' ', decimal: .}}}"))
                .isEqualTo("1 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{At: {at_least: 2026-03-02}} | 2 3 4",
                "{At: {above: 2026-03-02}} | 4",
                "{At: {at_most: 2026-03-02}} | 1 2 3",
                "{At: {below: 2026-03-02T10:00}} | 1 2",
                "{At: {at_least: '2026-03-02T09:30:00Z'}} | 3 4",
                "{At: {at_least: 2026-03-02, at_most: 2026-03-02}} | 2 3",
            })
    void momentsAreComparedByDayOrByInstant(String condition, String ids) throws Exception {
        export.with(
                "calls.csv",
                "Id,At",
                "1,2026-03-01T22:59:59Z",
                "2,2026-03-02",
                "3,2026-03-02T10:30:00+01:00",
                "4,2026-03-02T23:00:00Z");

        assertThat(meeting(condition)).isEqualTo(ids);
    }

    @Test
    void whatIsNoNumberIsDoubtful() throws Exception {
        export.with("calls.csv", "Id,At,Value", "1,2026-03-01,5", "2,2026-03-01,n/a", "3,2026-03-01,n/a");

        ImportedRecords records = read("{Value: {above: 0}}");

        assertThat(records.calls()).hasSize(1);
        assertThat(records.doubts())
                .extracting(Problem::toString)
                .containsExactly("Call without id (calls.csv): Value n/a (2) is no number, so that no comparison of the"
                        + " mapping holds");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{Kind: {matches: 'Won*'}} ~ 1 2",
                "{Kind: {matches: ['*won*', Lost]}} ~ 3 4",
                "{Kind: {matches: 'Won|Lost*'}} ~ 1 4",
                "{Kind: {matches: 'WON*', ignore_case: true}} ~ 1 2",
                "{Kind: {not: {matches: '*on*'}}} ~ 4 5 6",
                "{Kind: {is: [WON, straße], ignore_case: true}} ~ 1 6",
                "{Kind: {not: [won, LOST], ignore_case: true}} ~ 2 3 5 6",
                "{text: Kind, is: {matches: 'S*E', ignore_case: true}} ~ 6",
            })
    void patternsHaveStarsAndAlternatives(String condition, String ids) throws Exception {
        export.with(
                "calls.csv",
                "Id,At,Kind",
                "1,2026-03-01,Won",
                "2,2026-03-01,Won - 2nd",
                "3,2026-03-01,Not won",
                "4,2026-03-01,Lost",
                "5,2026-03-01,",
                "6,2026-03-01,STRASSE");

        assertThat(meeting(condition)).isEqualTo(ids);
    }

    @Test
    void textsThatNearlyFitAPatternAreDoubtfulUnlessCapitalsDoNotCount() throws Exception {
        export.with("calls.csv", "Id,At,Kind", "1,2026-03-01,Won A", "2,2026-03-01,WON B");

        assertThat(read("{Kind: {matches: 'Won*'}}").doubts())
                .extracting(Problem::toString)
                .containsExactly(
                        "Call without id (calls.csv): Kind WON B (1) differs from Won* only in capitals, spaces or"
                                + " accents, but no condition and no words of the mapping list it");
        assertThat(read("{Kind: {matches: 'Won*', ignore_case: true}}").doubts())
                .isEmpty();
    }

    @Test
    void capitalsNeedNotCountInWordsReplacementsAndTables() throws Exception {
        export.with("calls.csv", "Id,At,Kind,Owner", "1,2026-03-01,NO Answer,ANN@x.org", "2,2026-03-01,No answer,n/A")
                .with("users.csv", "Mail,Name", "Ann@X.org,Ann");

        ImportedRecords records = export.read("""
                files:
                  calls.csv:
                    records:
                      - call:
                          id: Id
                          at: At
                          purpose: PROSPECTING
                          outcome: {column: Kind, words: {no answer: NO_ANSWER}, ignore_case: true}
                          owner:
                            column: Owner
                            none: N/A
                            values: {ann@x.ORG: ann@x.org}
                            ignore_case: true
                            through: {file: users.csv, key: Mail, value: Name, ignore_case: true}
                """);

        assertThat(Shown.calls(records))
                .containsExactly(
                        "1 | - | 2026-02-28T23:00:00Z | NO_ANSWER | PROSPECTING | Ann",
                        "2 | - | 2026-02-28T23:00:00Z | NO_ANSWER | PROSPECTING | -");
        assertThat(records.doubts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{above: 1.000} ~ .above 1.000 may be 1.000 or 1000, expected a number without marks between its digits",
                "{above: much} ~ .above much is not a number or a date, expected one such as 1000 or 2026-03-31",
                "{above: 2026-02-30} ~ .above 2026-02-30 is not a date, expected one such as 2026-03-31",
                "{above: 2026-02-03T25:00} ~ .above 2026-02-03T25:00 is not a moment, expected one such as 2026-03-31T18:00",
                "{above: 1, is: x} ~ ` has is and above, expected one of`",
                "{ignore_case: true} ~ ` has no test, expected one of`",
                "{above: 1, ignore_case: true} ~ ` has ignore_case, expected it beside is, not or matches and their texts only`",
                "{is: x, numbers: {decimal: .}} ~ ` has numbers, expected it beside a comparison only`",
                "{matches: 'a||b'} ~ .matches a||b has an alternative without text, expected one on each side of |",
                "{abov: 1} ~ .abov is an unknown key, expected one of above, at_least, at_most, below, empty, ignore_case,",
            })
    void faultsAreTold(String test, String message) {
        assertThatThrownBy(() -> read("{V: " + test + "}"))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessageContaining("m.yaml:6: files.calls.*.records[1].call.when.V" + message);
    }

    @Test
    void meaningsThatDifferInCapitalsAreRefusedWhereThoseDoNotCount() {
        String words =
                "files: {a.csv: {records: [{call: {id: I, at: A, purpose: {column: P, %s, ignore_case: true}}}]}}";

        assertThatThrownBy(() -> export.read(words.formatted("words: {x: OTHER, X: PROSPECTING}")))
                .hasMessageEndingWith("words.X PROSPECTING is a second meaning of X, whose capitals do not count by"
                        + " ignore_case, expected OTHER");
        assertThatThrownBy(() -> export.read(words.formatted("values: {x: a, X: b}, words: {a: OTHER}")))
                .hasMessageEndingWith(
                        "values.X b stands beside X in other capitals, which ignore_case takes for the same,"
                                + " expected one of them");
    }

    @Test
    void patternsOfManyStarsTakeNoLonger() throws Exception {
        export.with("calls.csv", "Id,At,Kind", "1,2026-03-01," + "a".repeat(5_000));

        assertThat(meeting("{Kind: {matches: '" + "*a".repeat(400) + "*b'}}")).isEmpty();
    }

    @Test
    void comparisonsNeedTheirColumns() {
        export.with("calls.csv", "Id,At", "1,2026-03-01");

        assertThatThrownBy(() -> read("{Value: {above: 0}}")).hasMessage("1 file cannot be read");
    }
}
