package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saleskpi.intake.Workbook.number;
import static org.saleskpi.intake.Workbook.row;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saleskpi.intake.Progress;
import org.saleskpi.intake.Workbook;
import org.saleskpi.intake.table.BrokenFileException;
import org.saleskpi.intake.table.CsvForm;
import org.saleskpi.intake.table.HeaderPlace;
import org.saleskpi.intake.table.JsonForm;
import org.saleskpi.intake.table.Row;
import org.saleskpi.intake.table.Table;
import org.saleskpi.intake.table.TableFile;
import org.saleskpi.intake.table.TableForm;
import org.saleskpi.intake.table.WantedColumns;

class XlsxTableTest {

    @TempDir
    Path path;

    /** The rows of a sheet: origin and the cells of some columns, or what makes them unfit. */
    private List<String> rows(Workbook workbook, @Nullable String sheet, String... columns) {
        Path file = path.resolve("Deals.xlsx");
        workbook.write(file);
        List<String> rows = new ArrayList<>();
        TableForm form = new TableForm(CsvForm.STANDARD, JsonForm.STANDARD, sheet, HeaderPlace.FIRST, false, false);
        try (Table table = TableFile.open(file, form, WantedColumns.of(columns), Progress.NONE)) {
            assertThat(table.hasHeader()).isTrue();
            for (Row row = table.next(); row != null; row = table.next()) {
                Row.Fault fault = row.fault();
                Row found = row;
                rows.add(row.origin() + " "
                        + (fault == null
                                ? Arrays.stream(columns).map(found::cell).toList()
                                : fault.field() + " " + fault.value() + " " + fault.reason()));
            }
        }
        return rows;
    }

    private String cell(Workbook workbook, String cell) {
        List<String> rows = rows(workbook.sheet("A", row(1, "a"), row(2, cell)), null, "a");
        return rows.isEmpty() ? "" : rows.get(0).replaceFirst("Deals.xlsx:2 \\[(.*)]", "$1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<c t='e'><v>#N/A</v></c> | #N/A is an error of a spreadsheet, expected a value",
                "<c t='e'><v>#NEWER!</v></c> | #NEWER! is an error of a spreadsheet, expected a value",
                "<c t='e'><f>1/0</f><v>#DIV/0!</v></c> | #DIV/0! is an error of a spreadsheet, expected a value",
                "<c><v>12x</v></c> | 12x is an error of a spreadsheet, expected a value",
                "<c><f>B1</f></c> | =B1 NEVER",
                "<c><f>B1</f><v></v></c> | =B1 NEVER",
                "<c t='str'><f>B1</f></c> | =B1 NEVER",
                "<c><v>1e999999999</v></c> | 1E+999999999 is not a number that a spreadsheet can hold",
                "<c><v>-1e-999999999</v></c> | -1E-999999999 is not a number that a spreadsheet can hold",
                "<c><v>0e999999999</v></c> | 0E+999999999 is not a number that a spreadsheet can hold",
            })
    void aCellWithoutAValueOfItsOwnMakesTheRowUnfit(String cell, String fault) {
        String never = "is a formula without a saved result: the workbook was never calculated, expected one that a"
                + " spreadsheet program has opened and saved";
        assertThat(rows(
                        new Workbook().sheet("A", row(1, "a", "b"), row(2, "x", cell), row(3, cell, "y")),
                        null,
                        "a",
                        "b"))
                .containsExactly(
                        "Deals.xlsx:2 b " + fault.replace("NEVER", never),
                        "Deals.xlsx:3 a " + fault.replace("NEVER", never));
        assertThat(rows(new Workbook().sheet("A", row(1, "a", "b"), row(2, "x", cell)), null, "a"))
                .containsExactly("Deals.xlsx:2 [x]");
    }

    @Test
    void aFormulaMayComeToAnEmptyText() {
        Workbook workbook = new Workbook()
                .sheet(
                        "Other",
                        row(1, "Id", "Name"),
                        row(2, "o-1", "<c><f>A1</f><v></v></c>"),
                        row(3, "o-2", "<c t='str'><f>A1</f><v></v></c>"))
                .sheet(
                        "Deals",
                        row(1, "Id", "Name"),
                        row(2, "d-1", "<c r='B2' t='str'><f>IF(A2=1,1,\"\")</f><v></v></c>"),
                        row(3, "d-2", "<c t='str'><f>A1</f><v>Ann</v></c>"));

        assertThat(rows(workbook, "Deals", "Id", "Name"))
                .containsExactly("Deals.xlsx:2 [d-1, null]", "Deals.xlsx:3 [d-2, Ann]");
        assertThat(rows(workbook, "Other", "Id", "Name"))
                .containsExactly(
                        "Deals.xlsx:2 Name =A1 is a formula without a saved result: the workbook was never calculated,"
                                + " expected one that a spreadsheet program has opened and saved",
                        "Deals.xlsx:3 [o-2, null]");
    }

    @Test
    void theFirstRowThatIsNotEmptyIsTheHeaderAndEmptyRowsAreSkipped() {
        Workbook workbook = new Workbook()
                .sheet(
                        "Deals",
                        row(1, "", " "),
                        row(3, "Id", "", "Name "),
                        row(4, "d-1", "x", " Ann "),
                        row(5, "", " ", "<c/>"),
                        "<row r=\"6\"/>",
                        row(9, "d-2"),
                        "<row r=\"10\"><c r=\"C10\" t=\"inlineStr\"><is><r><t>B</t></r><r><t>ob</t></r></is></c></row>")
                .sheet("Others", row(1, "Id", "Name"), row(2, "o-1", "Cy"));

        assertThat(rows(workbook, null, "Id", "Name"))
                .containsExactly("Deals.xlsx:4 [d-1, Ann]", "Deals.xlsx:9 [d-2, null]", "Deals.xlsx:10 [null, Bob]");
        assertThat(rows(workbook, "Others", "Id", "Name")).containsExactly("Deals.xlsx:2 [o-1, Cy]");
    }

    @ParameterizedTest
    @CsvSource({
        "<c><v>1250</v></c>, 1250",
        "<c><v>1250.50</v></c>, 1250.5",
        "<c><v>-0.001</v></c>, -0.001",
        "<c><v>0.0</v></c>, 0",
        "<c><v>1E3</v></c>, 1000",
        "<c><v>1.0000000000000001E-5</v></c>, 0.00001",
        "<c><v>0.30000000000000004</v></c>, 0.3",
        "<c><v>123456789012345</v></c>, 123456789012345",
        "<c t='b'><v>1</v></c>, true",
        "<c t='b'><v>0</v></c>, false",
        "<c t='str'><f>A1</f><v>text</v></c>, text",
        "<c><f>1+1</f><v>2</v></c>, 2",
        "<c t='b'><f>TRUE()</f><v>1</v></c>, true",
        "<c s='1'><f>TODAY()</f><v>46083</v></c>, 2026-03-02",
        "<c t='inlineStr'><is><t>4970762000000348004</t></is></c>, 4970762000000348004",
        "<c t='inlineStr'><is><t>007</t></is></c>, 007"
    })
    void cellsAreTextsThatDoNotDependOnTheirDisplay(String cell, String text) {
        assertThat(cell(new Workbook().format("dd/mm/yyyy"), cell)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd/mm/yyyy | 46083 | 2026-03-02",
                "d mmm yy;@ | 46083.5 | 2026-03-02T12:00:00",
                "dd/mm/yyyy hh:mm | 46083 | 2026-03-02T00:00:00",
                "[$-409]m/d/yy h:mm AM/PM | 46083.895833333336 | 2026-03-02T21:30:00",
                "yyyy\\-mm\\-dd\\Thh:mm:ss.000 | 46083.0000057871 | 2026-03-02T00:00:00.5",
                "14 | 46083 | 2026-03-02",
                "22 | 46083.25 | 2026-03-02T06:00:00",
                "31 | 46083 | 2026-03-02",
                "h:mm | 0.520833333333333 | 12:30:00",
                "h:mm | 46083.75 | 2026-03-02T18:00:00",
                "[h]:mm | 1.5 | 1.5",
                "#,##0.00 &quot;USD&quot; | 46083 | 46083",
                "#,##0.00 [$€-407] | 46083 | 46083",
                "0.00 USD | 46083 | 46083",
                "General | 46083 | 46083",
                "@ | 46083 | 46083",
                "0.00E+00 | 46083 | 46083",
                "dd/mm/yyyy | -1 | -1",
                "dd/mm/yyyy | 2958466 | 2958466",
            })
    void datesAndTimesAreIsoWhateverTheirDisplayAndTheLanguageOfTheMachine(String format, String value, String text) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab-ca-islamic"));
            assertThat(cell(new Workbook().format(format), number(value, 1))).isEqualTo(text);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void daysMayBeCountedFrom1904() {
        assertThat(cell(new Workbook().format("14").from1904(), number("44621", 1)))
                .isEqualTo("2026-03-02");
    }

    @Test
    void aNumberThatHasLostDigitsMakesItsRowUnfitIfItIsRead() {
        Workbook workbook = new Workbook()
                .sheet(
                        "A",
                        row(1, "Id", "Other"),
                        row(2, number("4.970762000000348E18"), number("1")),
                        row(3, "4970762000000348004", number("4970762000000348000")),
                        row(4, number("1000000000000000"), number("1")),
                        row(5, number("999999999999999"), number("1")));

        assertThat(rows(workbook, null, "Id"))
                .containsExactly(
                        "Deals.xlsx:2 Id 4970762000000348000 has lost digits: a spreadsheet keeps 15 of a number, expected a"
                                + " cell of text",
                        "Deals.xlsx:3 [4970762000000348004]",
                        "Deals.xlsx:4 Id 1000000000000000 has lost digits: a spreadsheet keeps 15 of a number, expected a"
                                + " cell of text",
                        "Deals.xlsx:5 [999999999999999]");
    }

    @Test
    void aRowThatGoesBeyondTheHeaderIsNotWhole() {
        assertThat(rows(new Workbook().sheet("A", row(1, "Id"), row(2, "d-1", "", "note")), null, "Id"))
                .containsExactly("Deals.xlsx:2 row with note goes beyond the header, expected 1 cells");
    }

    @Test
    void whatIsNoWorkbookOrLacksTheSheetIsBroken() throws Exception {
        assertThatThrownBy(() -> rows(new Workbook().sheet("A", row(1, "Id")).sheet("B", ""), "C", "Id"))
                .isInstanceOf(BrokenFileException.class)
                .hasMessage("Deals.xlsx: file has no sheet C, expected one of A, B");
        assertThatThrownBy(() -> rows(new Workbook().sheet("A", ""), null, "Id"))
                .hasMessage("Deals.xlsx: file is empty, expected a header row");
        assertThatThrownBy(() -> rows(
                        new Workbook().sheet("A", row(1, "Id"), row(2, "<c t=\"d\"><v>2026-03-02</v></c>")),
                        null,
                        "Id"))
                .hasMessage("Deals.xlsx: file cannot be read as a workbook (.xlsx): Unknown cell type : d");
        Path text = Files.writeString(path.resolve("text.xlsx"), "Id,Since\n1,2026-01-01\n");
        assertThatThrownBy(() -> TableFile.open(text, TableForm.STANDARD, WantedColumns.of(), Progress.NONE))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageStartingWith("text.xlsx: file is no workbook (.xlsx)");
    }
}
