package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saleskpi.intake.Workbook;
import org.saleskpi.sales.SalesRecord;

/** Texts that do not stand in one column. */
class TextOriginsTest {

    @TempDir
    Path path;

    private Export export;

    @BeforeEach
    void makeExport() {
        export = new Export(path);
    }

    private String ids(String file, String id) throws Exception {
        return String.join(
                " ",
                export
                        .read("files: {'" + file + "': {records: [{customer: {id: " + id + ", since: Since}}]}}")
                        .customers()
                        .stream()
                        .map(SalesRecord::id)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{file_name: 'team-*.csv'} | north-2026-03",
                "{file_name: 'team-*-*.csv', star: 1} | north",
                "{file_name: 'team-*-*.csv', star: 2} | 2026-03",
                "{file_name: '*-*-*', star: 3} | 2026-03.csv",
                "{file_name: 'team-*-*.csv', star: 1, values: {north: N}, prefix: t-} | t-N",
                "[{file_name: 'other-*.csv'}, A] | a",
                "[{file_name: 'team-north-2026-03.csv*'}, A] | a",
                "{row: number} | 3",
                "{row: place, prefix: 'x '} | x team-north-2026-03.csv:3",
                "{join: [A, Empty, B], with: '-'} | a-b",
                "{join: [A, B]} | a b",
                "{join: [[Z, A], B], with: ''} | ab",
            })
    void theyStandInNamesAndPlaces(String id, String found) throws Exception {
        export.with("team-north-2026-03.csv", "A,B,Empty,Since", ",,,", "a,b,,2026-01-01");

        assertThat(ids("team-*.csv", id)).isEqualTo(found);
    }

    @Test
    void theNameOfASheetIsPartOfTheName() throws Exception {
        new Workbook()
                .sheet("North 1", Workbook.row(1, "Since"), Workbook.row(2, "2026-01-01"))
                .write(path.resolve("Teams.xlsx"));

        assertThat(ids("Teams.xlsx#North *", "{file_name: '*.xlsx#*', star: 2}"))
                .isEqualTo("North 1");
        assertThat(ids("Teams.xlsx#North *", "{row: number}")).isEqualTo("2");
    }

    @Test
    void rowsOfJsonHavePlacesToo() throws Exception {
        export.withJson("a.json", "[{'Since': '2026-01-01'}, {'Since': '2026-01-02'}]");

        assertThat(ids("a.json", "{row: place}")).isEqualTo("a.json:1 a.json:2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{file_name: team.csv} | .file_name team.csv has no star, expected one for the part that is taken",
                "{file_name: 'a*-*'} | .file_name a*-* has 2 stars, expected star: to say which of them is the part that is taken",
                "{file_name: 'a*-*', star: 3} | .star 3 is more than the 2 stars of a*-*",
                "{file_name: 'a*', column: A} | ` has both column and file_name, expected one`",
                "{column: A, star: 1} | ` has star, expected it beside file_name only`",
                "{column: A, with: x} | ` has with, expected it beside join only`",
                "{row: line} | .row line is unknown, expected one of number, place",
                "{fixed: x, ignore_case: true} | ` has both fixed and ignore_case, expected one`",
            })
    void faultsAreTold(String id, String message) {
        assertThatThrownBy(() -> ids("a.csv", id))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessageEndingWith("m.yaml:3: files.a.csv.records[1].customer.id" + message);
    }
}
