package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saleskpi.intake.Workbook.row;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.Progress;
import org.saleskpi.intake.Workbook;
import org.saleskpi.intake.table.CsvForm;
import org.saleskpi.intake.table.HeaderPlace;
import org.saleskpi.intake.table.JsonForm;
import org.saleskpi.intake.table.Row;
import org.saleskpi.intake.table.Table;
import org.saleskpi.intake.table.TableFile;
import org.saleskpi.intake.table.TableForm;
import org.saleskpi.intake.table.WantedColumns;

/** Where the header is, what its columns are called, and rows that do not fit it, in CSV and in workbooks. */
class HeadersTest {

    private static final String TITLE = "Deals of \"March";

    @TempDir
    Path path;

    private Path csv(String... lines) throws Exception {
        return Files.write(path.resolve("deals.csv"), List.of(lines));
    }

    private Path workbook(String... rows) {
        Path file = path.resolve("deals.xlsx");
        new Workbook().sheet("Deals", rows).write(file);
        return file;
    }

    private static TableForm form(HeaderPlace header) {
        return new TableForm(CsvForm.STANDARD, JsonForm.STANDARD, null, header, false, false);
    }

    private static List<String> rows(Path file, TableForm form, String... columns) {
        List<String> rows = new ArrayList<>();
        try (Table table = TableFile.open(file, form, WantedColumns.of(columns), Progress.NONE)) {
            for (Row row = table.next(); row != null; row = table.next()) {
                Row found = row;
                Row.Fault fault = row.fault();
                rows.add(row.origin() + " "
                        + (fault == null
                                ? Arrays.stream(columns).map(found::cell).toList()
                                : fault.value() + " " + fault.reason()));
            }
        }
        return rows;
    }

    @Test
    void theHeaderIsOnTheLineThatIsSaidAndWhatIsAboveItIsNotRead() throws Exception {
        TableForm third = form(new HeaderPlace.OnLine(3));

        assertThat(rows(csv(TITLE, "", "Id,Name", "1,Ann"), third, "Id", "Name"))
                .containsExactly("deals.csv:4 [1, Ann]");
        assertThat(rows(workbook(row(1, TITLE), row(3, "Id", "Name"), row(5, "1", "Ann")), third, "Id", "Name"))
                .containsExactly("deals.xlsx:5 [1, Ann]");
    }

    @Test
    void aLineThatIsBlankOrMissingIsNoHeader() throws Exception {
        TableForm second = form(new HeaderPlace.OnLine(2));
        Path blank = csv("Title", "", "Id", "1");

        assertThatThrownBy(() -> rows(blank, second, "Id"))
                .hasMessage("deals.csv:2: file is blank, expected the header there");
        Path empty = workbook(row(1, "Title"), row(3, "Id"));
        assertThatThrownBy(() -> rows(empty, second, "Id"))
                .hasMessage("deals.xlsx:2: file is empty, expected the header there");
        Path one = csv("Title");
        assertThatThrownBy(() -> rows(one, second, "Id"))
                .hasMessage("deals.csv: file has no line 2, expected the header there");
    }

    @Test
    void theHeaderIsFoundByTheColumnsThatTheFileMustHave() throws Exception {
        TableForm found = form(HeaderPlace.FOUND);

        assertThat(rows(csv(TITLE, "Id,,", "", "Name,\"Deal\nId\",Id", "Ann,x,1"), found, "Id", "Name", "Deal\nId"))
                .containsExactly("deals.csv:6 [1, Ann, x]");
        assertThat(rows(
                        workbook(row(1, TITLE), row(2, "Id"), row(4, "Name", "Id"), row(5, "Ann", "1")),
                        found,
                        "Id",
                        "Name"))
                .containsExactly("deals.xlsx:5 [1, Ann]");
    }

    @Test
    void aHeaderThatIsNowhereIsToldWithTheLineThatLacksLeast() throws Exception {
        TableForm found = form(HeaderPlace.FOUND);
        String reason =
                ": file has no line with all columns that the mapping reads among the first 1000; line 2 lacks Since";

        Path lines = csv(TITLE, "Id,Name", "1,Ann");
        assertThatThrownBy(() -> rows(lines, found, "Id", "Name", "Since")).hasMessage("deals.csv" + reason);
        Path sheet = workbook(row(1, TITLE), row(2, "Id", "Name"), row(3, "1", "Ann"));
        assertThatThrownBy(() -> rows(sheet, found, "Id", "Name", "Since")).hasMessage("deals.xlsx" + reason);
        Path empty = Files.createFile(path.resolve("none.csv"));
        assertThatThrownBy(() -> rows(empty, found, "Id")).hasMessage("none.csv: file is empty, expected a header");
    }

    @Test
    void columnsOfOneNameAreToldApartByANumberUnlessAColumnIsCalledSo() throws Exception {
        String[] header = {"Id", "Made", "Made", "Made#2", "Made"};
        String[] cells = {"1", "a", "b", "c", "d"};

        for (Path file : List.of(
                csv(String.join(",", header), String.join(",", cells)), workbook(row(1, header), row(2, cells)))) {
            assertThat(rows(file, TableForm.STANDARD, "Made#1", "Made#2", "Made#3", "Id#1"))
                    .containsExactly(file.getFileName() + ":2 [a, c, d, null]");
            try (Table table = TableFile.open(file, TableForm.STANDARD, WantedColumns.of(), Progress.NONE)) {
                assertThat(table.isRepeated("Made")).isTrue();
                assertThat(table.isRepeated("Made#3")).isFalse();
                assertThat(table.has("Made#4")).isFalse();
            }
        }
    }

    @Test
    void shortRowsHaveEmptyCellsAtTheirEndWhereThatIsSaid() throws Exception {
        Path file = csv("Id,Name,Since", "1", "2,Ann", "3,Bob,x,y");
        String tooLong = "deals.csv:4 of 4 cells does not fit the header, expected 3";

        assertThat(rows(
                        file,
                        new TableForm(CsvForm.STANDARD, JsonForm.STANDARD, null, HeaderPlace.FIRST, true, false),
                        "Id",
                        "Name"))
                .containsExactly("deals.csv:2 [1, null]", "deals.csv:3 [2, Ann]", tooLong);
        assertThat(rows(file, TableForm.STANDARD, "Id", "Name"))
                .containsExactly(
                        "deals.csv:2 of 1 cell does not fit the header, expected 3",
                        "deals.csv:3 of 2 cells does not fit the header, expected 3",
                        tooLong);
    }

    @Test
    void aHeaderWithoutAColumnIsToldWithWhatMayBeWrongAboutIt() throws Exception {
        try (Table table =
                TableFile.open(csv("Id;Name", "1;Ann"), TableForm.STANDARD, WantedColumns.of(), Progress.NONE)) {
            assertThat(table.missing())
                    .isEqualTo("missing from the header: Id;Name (cells seem to be separated by ;, expected ,)");
        }
        TableForm tabs = new TableForm(
                new CsvForm('\t', StandardCharsets.UTF_8), JsonForm.STANDARD, null, HeaderPlace.FIRST, false, false);
        try (Table table = TableFile.open(csv("Id|Name", "1|Ann"), tabs, WantedColumns.of(), Progress.NONE)) {
            assertThat(table.missing()).endsWith("(cells seem to be separated by |, expected tabs)");
        }
        try (Table table =
                TableFile.open(csv("sep=;", "Id;Name"), TableForm.STANDARD, WantedColumns.of(), Progress.NONE)) {
            assertThat(table.missing()).contains("header: 2 in a mapping");
        }
    }

    @Test
    void aBackslashBeforeAQuoteIsToldWithItsLine() throws Exception {
        String reason =
                ": file is not CSV: a backslash before a quote (\\\") does not keep the quote in its cell, expected two"
                        + " quotes (\"\")";
        Path broken = csv("Id,Name", "1,Ann", "2,\"two", "lines\"", "3,\"the \\\"best\\\"\"");
        assertThatThrownBy(() -> rows(broken, TableForm.STANDARD, "Id")).hasMessage("deals.csv:5" + reason);

        assertThat(rows(csv("Id,Name", "1,\"C:\\\"", "2,\"the \\\",best"), TableForm.STANDARD, "Id", "Name"))
                .containsExactly(
                        "deals.csv:2 [1, C:\\]",
                        "deals.csv:3 of 3 cells does not fit the header, expected 2; a backslash before a quote does not keep"
                                + " the quote in its cell, two quotes (\"\") would");
        Path other = csv("Id,Name", "1,\"a\"b");
        assertThatThrownBy(() -> rows(other, TableForm.STANDARD, "Id"))
                .hasMessageStartingWith("deals.csv:2: file is not CSV: Unexpected character after closing quote");
    }

    @Test
    void columnsMayBeAskedForInAnyCaseAndTheirOwnNamesComeFirst() throws Exception {
        TableForm anyCase = new TableForm(CsvForm.STANDARD, JsonForm.STANDARD, null, HeaderPlace.FOUND, false, true);

        assertThat(rows(csv("ID,NAME,name", "1,Ann,Bob"), anyCase, "Id", "name"))
                .containsExactly("deals.csv:2 [1, Bob]");
        assertThat(rows(workbook(row(1, "ID", "NAME"), row(2, "1", "Ann")), anyCase, "Id", "name"))
                .containsExactly("deals.xlsx:2 [1, Ann]");
        Path twice = csv("ID,NAME,name", "1,Ann,Bob");
        try (Table table = TableFile.open(twice, anyCase, WantedColumns.of("Id"), Progress.NONE)) {
            assertThat(List.of(table.isRepeated("Name"), table.isRepeated("name"), table.isRepeated("Id")))
                    .containsExactly(true, false, false);
        }
    }

    @Test
    void mergedCellsOfColumnsThatAreReadAreDoubtful() {
        Path file = path.resolve("deals.xlsx");
        new Workbook()
                .sheet("Deals", row(1, "Id", "Name", "Note", "Owner"), row(2, "1", "a", "n", "x"), row(3, "2"))
                .merge("A1:B1")
                .merge("B2:B3")
                .merge("C2:C3")
                .merge("C3:D3")
                .sheet("Other", row(1, "Id"), row(2, "1"), row(3))
                .merge("A2:A3")
                .write(file);

        try (Table table = TableFile.open(file, TableForm.STANDARD, WantedColumns.of("Name", "Owner"), Progress.NONE)) {
            assertThat(table.remarks())
                    .extracting(Table.Remark::column, Table.Remark::value, Table.Remark::isDoubtful)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("Name", "B2:B3", true),
                            org.assertj.core.groups.Tuple.tuple("Owner", "C3:D3", true));
        }
    }
}
