package org.saleskpi.intake.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.saleskpi.intake.Workbook.number;
import static org.saleskpi.intake.Workbook.row;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saleskpi.intake.Progress;
import org.saleskpi.intake.TestFolder;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.intake.Workbook;
import org.saleskpi.intake.csv.CsvFolder;
import org.saleskpi.sales.Problem;

/** Small files that ask for much: the message blames the file, and comes at once. */
class HostileFilesTest {

    private static final String DIGITS = "1234567890".repeat(100_000);

    @TempDir
    Path path;

    private List<String> rows(String file, String... columns) {
        List<String> rows = new ArrayList<>();
        try (Table table =
                TableFile.open(path.resolve(file), TableForm.STANDARD, WantedColumns.of(columns), Progress.NONE)) {
            for (Row row = table.next(); row != null; row = table.next()) {
                Row.Fault fault = row.fault();
                rows.add(row.origin() + " "
                        + (fault == null
                                ? row.cell(columns[0])
                                : fault.field() + " "
                                        + fault.value()
                                                .substring(
                                                        0,
                                                        Math.min(
                                                                20,
                                                                fault.value().length())) + " "
                                        + fault.reason()));
            }
        }
        return rows;
    }

    private void assertRefused(String reason) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatThrownBy(() -> rows("Deals.xlsx", "a"))
                        .isInstanceOf(BrokenFileException.class)
                        .hasMessageContaining("Deals.xlsx: file is no workbook that a spreadsheet program writes: ")
                        .hasMessageEndingWith(reason));
    }

    private void workbook(String cell) {
        new Workbook().sheet("A", row(1, "a", "b"), row(2, "x", cell)).write(path.resolve("Deals.xlsx"));
    }

    @Test
    void aNumberOfAMillionDigitsIsRefused() {
        for (String digits :
                new String[] {DIGITS, "&#49;" + DIGITS, "<![CDATA[" + DIGITS + "]]>", "1<!-- -->" + DIGITS}) {
            workbook(number(digits));

            assertRefused("xl/worksheets/sheet1.xml has a number of more than 400 digits");
        }
    }

    @Test
    void aNumberThatWouldBeLongInFullIsReadWhereNobodyReadsIt() {
        workbook(number("1e999999999"));

        assertThat(rows("Deals.xlsx", "a")).containsExactly("Deals.xlsx:2 x");
        assertThat(rows("Deals.xlsx", "b"))
                .containsExactly("Deals.xlsx:2 b 1E+999999999 is not a number that a spreadsheet can hold");
    }

    @Test
    void aCellBeyondTheLastColumnIsRefused() {
        workbook("<c r=\"ZZZZZZ2\"><v>1</v></c>");
        assertRefused("xl/worksheets/sheet1.xml has the cell ZZZZZZ2, expected none beyond column XFD");

        workbook("<c r='XFE2'/>");
        assertRefused("has the cell XFE2, expected none beyond column XFD");

        workbook("<c r=\"XFD2\"/>");
        assertThat(rows("Deals.xlsx", "a")).containsExactly("Deals.xlsx:2 x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483647", "1048577", "-5", "0"})
    void aRowThatNoSheetHasIsRefused(String number) {
        String beyond = "<row r=\"" + number + "\"><c r=\"A2\"><v>1</v></c></row>";
        new Workbook().sheet("A", row(1, "a", "b"), beyond).write(path.resolve("Deals.xlsx"));

        assertThatThrownBy(() -> rows("Deals.xlsx", "a"))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageStartingWith(
                        "Deals.xlsx: file is no workbook that a spreadsheet program writes: it has a row ")
                .hasMessageEndingWith(", expected 1 to 1048576");
    }

    @Test
    void anElementWithManyAttributesIsRefused() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            attributes.append(" a").append(i).append("=\"\"");
        }
        workbook("<c" + attributes + "/>");

        assertRefused("xl/worksheets/sheet1.xml has an element with more than 500 attributes");
    }

    @Test
    void longTextsAndElementsAreRefused() {
        StringBuilder noise = new StringBuilder();
        new Random(1).ints(1_200_000, 'a', 'z').forEach(c -> noise.append((char) c));

        workbook(noise.toString());
        assertRefused("has a text of more than 1048576 bytes, expected at most 32767 characters");
        workbook("<!--" + noise + "-->");
        assertRefused("has a text of more than 1048576 bytes, expected at most 32767 characters");
        workbook("<c x=\"" + noise + "\"/>");
        assertRefused("has an element of more than 65536 bytes");
    }

    @Test
    void aTextOfACellInManyPiecesIsOneText() {
        StringBuilder pieces = new StringBuilder();
        new Random(1)
                .ints(150_000)
                .forEach(i -> pieces.append("<r><t>").append(i).append("</t></r>"));
        workbook("<c t=\"inlineStr\"><is>" + pieces + "</is></c>");
        assertRefused("has a text of more than 1048576 bytes, expected at most 32767 characters");
    }

    @Test
    void moreCellsThanARowHoldsAreRefused() {
        StringBuilder cells = new StringBuilder();
        new Random(1).ints(16_385).forEach(i -> cells.append("<c><v>").append(i).append("</v></c>"));
        workbook(cells.toString());
        assertRefused("xl/worksheets/sheet1.xml has a row of more than 16384 cells");
    }

    @Test
    void moreLooksThanASpreadsheetKeepsAreRefused() {
        Workbook workbook = new Workbook().sheet("A", row(1, "a"));
        new Random(1).ints(200_001, 0, 10).forEach(i -> workbook.format(String.valueOf(i)));
        workbook.write(path.resolve("Deals.xlsx"));
        assertRefused("xl/styles.xml has more than 200000 looks of cells");
    }

    @Test
    void ofManyMergedCellsTheFirstAreToldOneByOne() {
        Workbook workbook = new Workbook().sheet("A", row(1, "a", "b"), row(2, "x", "y"));
        for (int i = 2; i < 1000; i += 2) {
            workbook.merge("A" + i + ":A" + (i + 1));
        }
        workbook.write(path.resolve("Deals.xlsx"));
        try (Table table =
                TableFile.open(path.resolve("Deals.xlsx"), TableForm.STANDARD, WantedColumns.of("a"), Progress.NONE)) {
            assertThat(table.remarks()).hasSize(101);
            assertThat(table.remarks().get(99).value()).isEqualTo("A200:A201");
            assertThat(table.remarks().get(100).value()).isEqualTo("399 more ranges");
        }
    }

    @Test
    void aWorkbookWithoutAPartForStylesIsRead() throws IOException {
        Path styled = path.resolve("styled.xlsx");
        new Workbook().sheet("A", row(1, "a", "b"), row(2, "x", number("1.5"))).write(styled);
        without("xl/styles.xml", styled);
        assertThat(rows("Deals.xlsx", "b")).containsExactly("Deals.xlsx:2 1.5");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    xl/workbook.xml | it lacks xl/workbook.xml
                    xl/worksheets/sheet1.xml | it lacks xl/worksheets/sheet1.xml
                    [Content_Types].xml | it lacks [Content_Types].xml
                    xl/_rels/workbook.xml.rels | it lacks xl/_rels/workbook.xml.rels
                    """, delimiter = '|')
    void aWorkbookThatLacksAPartIsToldSo(String part, String reason) throws IOException {
        Path whole = path.resolve("whole.xlsx");
        new Workbook().sheet("A", row(1, "a"), row(2, "x")).write(whole);
        without(part, whole);
        assertThatThrownBy(() -> rows("Deals.xlsx", "a"))
                .hasMessage("Deals.xlsx: file cannot be read as a workbook (.xlsx): " + reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<row r=\"99999999999\"/>", "<row r=\"2\"><c r=\"A-2\"/></row>"})
    void aWorkbookThatDoesNotMakeSenseIsToldWithoutWordsOfPrograms(String xml) {
        new Workbook().sheet("A", row(1, "a"), xml).write(path.resolve("Deals.xlsx"));
        assertThatThrownBy(() -> rows("Deals.xlsx", "a"))
                .hasMessage("Deals.xlsx: file cannot be read as a workbook (.xlsx): it is damaged, or not written as a"
                        + " spreadsheet program does");
    }

    @Test
    void aPartThatIsNoXmlIsTold() {
        workbook("<c></d>");
        assertThatThrownBy(() -> rows("Deals.xlsx", "a"))
                .hasMessageStartingWith(
                        "Deals.xlsx: file cannot be read as a workbook (.xlsx): a part of it is no XML: ")
                .message()
                .doesNotContain("[row", path.toString(), "\n");
    }

    @Test
    void aRelationThatLeadsNowhereHasNoSheets() throws Exception {
        Path whole = path.resolve("whole.xlsx");
        new Workbook().sheet("A", row(1, "a")).write(whole);
        changed("_rels/.rels", " Target=\"xl/workbook.xml\"", "", whole);
        Files.delete(whole);
        try (DataFiles files = DataFiles.open(path)) {
            assertThat(files.sheets("Deals.xlsx")).isEmpty();
        }
    }

    @Test
    void bytesThatAreNoCharactersAreToldByTheReaderAlone() throws IOException {
        Path whole = path.resolve("whole.xlsx");
        new Workbook().sheet("A", row(1, "a"), row(2, "x")).write(whole);
        changed("xl/worksheets/sheet1.xml", "<t>x</t>", "<t>\u00E9</t>", whole);
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThatThrownBy(() -> rows("Deals.xlsx", "a")).isInstanceOf(BrokenFileException.class);
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private void without(String part, Path workbook) throws IOException {
        copy(
                workbook,
                (name, bytes) -> name.equals(part)
                        ? null
                        : part.endsWith("styles.xml")
                                ? bytes.replaceAll("<Override PartName=\"/xl/styles.xml\"[^>]*>", "")
                                : bytes);
    }

    private void changed(String part, String text, String by, Path workbook) throws IOException {
        copy(workbook, (name, bytes) -> name.equals(part) ? bytes.replace(text, by) : bytes);
    }

    /** Says what is to stand in a part, whose bytes are given as characters; null for no part. */
    private interface Change {
        @Nullable
        String of(String name, String bytes);
    }

    private void copy(Path workbook, Change change) throws IOException {
        try (ZipFile parts = new ZipFile(workbook.toFile());
                OutputStream out = Files.newOutputStream(path.resolve("Deals.xlsx"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry : parts.stream().toList()) {
                String bytes = change.of(
                        entry.getName(),
                        new String(parts.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1));
                if (bytes != null) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    zip.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    @Test
    void aPartThatUnfoldsToAMultipleIsRefused() {
        workbook("<x/>".repeat(2_000_000));

        assertRefused("xl/worksheets/sheet1.xml unfolds to more than 200 times its size");
    }

    @Test
    void documentTypesAndOtherEncodingsAreRefused() throws IOException {
        archive("<!DOCTYPE a [<!ENTITY b \"c\">]><a/>", StandardCharsets.UTF_8);
        assertRefused("xl/a.xml has a document type");

        for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
            archive("<?xml version=\"1.0\"?><a/>", charset);
            assertRefused("xl/a.xml has another encoding than UTF-8");
        }
    }

    @Test
    void anArchiveOfManyPartsIsRefused() throws IOException {
        try (OutputStream out = Files.newOutputStream(path.resolve("Deals.xlsx"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 10_001; i++) {
                zip.putNextEntry(new ZipEntry(i + ".xml"));
            }
        }

        assertRefused("it has 10001 parts, expected at most 10000");
    }

    private void archive(String part, Charset charset) throws IOException {
        try (OutputStream out = Files.newOutputStream(path.resolve("Deals.xlsx"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/a.xml"));
            zip.write(part.getBytes(charset));
        }
    }

    @Test
    void longTextsOfASpreadsheetAreRead() {
        String text = "&#1234567;".repeat(32_767 / 2);
        new Workbook()
                .sheet("A", row(1, "a", "b"), row(2, "x", text.replace("1234567", "8364")), row(3, "y", "12"))
                .write(path.resolve("Deals.xlsx"));

        assertThat(rows("Deals.xlsx", "a")).containsExactly("Deals.xlsx:2 x", "Deals.xlsx:3 y");
    }

    @Test
    void aRowOfManyCellsIsNoWholeRow() {
        new TestFolder(path).with("a.csv", "a,b", "1,2", "1" + ",2".repeat(20_000), "3,4");

        assertThat(rows("a.csv", "a"))
                .containsExactly(
                        "a.csv:2 1", "a.csv:3 row of 20001 cells does not fit the header, expected 2", "a.csv:4 3");
    }

    @Test
    void aFieldThatDoesNotEndIsToldWithItsLine() {
        new TestFolder(path).with("a.csv", "a,b", "1,2", "3,\"" + "x\n".repeat(9_000_000));

        assertThatThrownBy(() -> rows("a.csv", "a"))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("a.csv:3: file is not CSV: ");
    }

    @Test
    void aNumberOfManyDigitsIsPassedOverInJson() {
        new TestFolder(path)
                .with("a.json", "[{\"a\": 1, \"b\": " + DIGITS + "}, {\"a\": 2}]")
                .with("a.jsonl", "{\"a\": 1, \"b\": " + DIGITS + "}", "{\"a\": 2}");

        assertThat(rows("a.json", "a")).containsExactly("a.json:1 1", "a.json:2 2");
        assertThat(rows("a.jsonl", "a")).containsExactly("a.jsonl:1 1", "a.jsonl:2 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls.csv", "rates.csv"})
    void aPipeAFolderAndALinkToNothingAreToldForWhatTheyAre(String file) throws Exception {
        Path place = path.resolve(file);
        String field = file.equals("rates.csv") ? "Exchange rate" : "Call";

        Files.createDirectory(place);
        assertThat(broken()).containsExactly(field + " without id (" + file + "): file is a folder, expected a file");
        Files.delete(place);

        Files.createSymbolicLink(place, path.resolve("nowhere"));
        assertThat(broken()).containsExactly(field + " without id (" + file + "): file is a link that leads nowhere");
        Files.delete(place);

        assumeTrue(isMade("mkfifo", place.toString()));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(broken())
                        .containsExactly(
                                field + " without id (" + file + "): file is a pipe or device, expected a file"));
    }

    private static boolean isMade(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> broken() {
        return Assertions.assertThrows(
                        UnreadableDataException.class, () -> CsvFolder.read(path, ZoneId.of("Europe/Paris")))
                .problems()
                .stream()
                .map(Problem::toString)
                .toList();
    }
}
