package org.saleskpi.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saleskpi.cli.Run;
import org.saleskpi.cli.SampleFolder;

final class CsvDialectTest {

    private static final Path OFFICE = Path.of("/usr/bin/soffice");

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSample() {
        SampleFolder.write(folder);
    }

    private String csv(String dialect, String... args) {
        String[] all = Stream.of(new String[] {"--csv-dialect", dialect}, args)
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        Run run = Run.of(JsonReportTest.args(folder, "csv", all));
        assertThat(run.complaints()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run.out();
    }

    private static List<NamedCsvRecord> rows(String csv, char separator) throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(csv.substring(1))) {
            return reader.stream().toList();
        }
    }

    /** Owners whose names hold separators, decimals, quotes and formulas. */
    private void writeAwkwardOwners() {
        SampleFolder.file(folder, "calls.csv", """
                id,at,owner
                k1,2026-03-03,"a;b"
                k2,2026-03-03,"a,b"
                k3,2026-03-03,1.5
                k4,2026-03-03,"say ""hi""\"
                k5,2026-03-03,"=1,5;2.5"
                k6,2026-03-03,-1.5
                """);
    }

    @Test
    void frenchExcelHasSemicolonsAndDecimalCommas() {
        assertThat(csv("excel-fr", "--period", "2026-03"))
                .startsWith(
                        "\uFEFFperiod_start;period_end;level;group;indicator;value;numerator;denominator;open;unit;dimension;"
                                + "where;as_of\r\n")
                .contains("2026-03-01;2026-04-01;total;;calls;3;;;;count;;;\r\n")
                .contains("2026-03-01;2026-04-01;total;;revenue;1200,50;;;;EUR;;;\r\n")
                .contains("2026-03-01;2026-04-01;total;;average-basket;1200,50;1200,50;1;;EUR;;;\r\n")
                .contains("2026-03-01;2026-04-01;total;;call-success-rate;0,3333333333333333;1;3;1;rate;;;\r\n")
                .endsWith("2026-03-01;2026-04-01;total;;deal-cycle-median;2,0;;;;days;;;\r\n");
    }

    @Test
    void standardIsWhatCsvIsWithoutADialect() {
        assertThat(csv("standard", "--period", "2026", "--by", "owner"))
                .isEqualTo(Run.of(JsonReportTest.args(folder, "csv", "--period", "2026", "--by", "owner"))
                        .out());
    }

    @Test
    void bothDialectsHoldTheSameTable() throws IOException {
        writeAwkwardOwners();
        String[] args = {"--period", "2026", "--by", "owner", "--every", "quarter"};
        List<NamedCsvRecord> french = rows(csv("excel-fr", args), ';');
        List<NamedCsvRecord> standard = rows(csv("standard", args), ',');
        List<String> numbers = List.of("value", "numerator", "denominator", "open");
        assertThat(french).hasSameSizeAs(standard).hasSizeGreaterThan(500);
        for (int i = 0; i < french.size(); i++) {
            assertThat(french.get(i).getHeader()).isEqualTo(standard.get(i).getHeader());
            for (String column : french.get(i).getHeader()) {
                String cell = french.get(i).getField(column);
                assertThat(numbers.contains(column) ? cell.replace(',', '.') : cell)
                        .isEqualTo(standard.get(i).getField(column));
                assertThat(cell).matches(numbers.contains(column) ? "(-?\\d+(,\\d+)?)?" : "(?s).*");
            }
        }
    }

    @Test
    void textIsGuardedAndQuotedButNotTranslated() throws IOException {
        writeAwkwardOwners();
        String csv = csv("excel-fr", "--period", "2026-03", "--by", "owner");
        assertThat(csv)
                .contains(";group;\"a;b\";calls;1;")
                .contains(";group;a,b;calls;1;")
                .contains(";group;1.5;calls;1;")
                .contains(";group;\"say \"\"hi\"\"\";calls;1;")
                .contains(";group;\"'=1,5;2.5\";calls;1;")
                .contains(";group;'-1.5;calls;1;");
        assertThat(rows(csv, ';'))
                .extracting(row -> row.getField("group"))
                .contains("a;b", "a,b", "1.5", "say \"hi\"", "'=1,5;2.5", "'-1.5", "");
    }

    @Test
    void aFrenchSpreadsheetReadsNumbersAsNumbersAndDatesAsDates() throws Exception {
        assumeTrue(Files.isExecutable(OFFICE), "Skipped: this needs LibreOffice as " + OFFICE);
        writeAwkwardOwners();
        Path csv =
                Files.writeString(folder.resolve("kpi.csv"), csv("excel-fr", "--period", "2026-03", "--by", "owner"));
        // Semicolons, double quotes, UTF-8, from line 1, French of France, special numbers such as dates detected.
        Process office = new ProcessBuilder(
                        OFFICE.toString(),
                        "-env:UserInstallation=" + folder.resolve("office").toUri(),
                        "--headless",
                        "--infilter=CSV:59,34,76,1,,1036,false,true",
                        "--convert-to",
                        "fods",
                        "--outdir",
                        folder.toString(),
                        csv.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(office.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(office.waitFor()).as(told).isZero();
        assertThat(Files.readString(folder.resolve("kpi.fods")))
                .contains("office:value-type=\"date\" office:date-value=\"2026-03-01\"")
                .contains("office:value-type=\"float\" office:value=\"1200.5\"")
                .contains("office:value-type=\"float\" office:value=\"0.5\"")
                .contains("<text:p>a;b</text:p>", "<text:p>a,b</text:p>")
                .contains("<text:p>&apos;=1,5;2.5</text:p>")
                .doesNotContain("table:formula", "<text:p>1200,50;", "\uFEFFperiod_start");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫"})
    void textThatASpreadsheetWouldRunIsGuardedInAllFormsOfItsFirstCharacter(String start) {
        SampleFolder.file(folder, "calls.csv", "id,at,owner\nk1,2026-03-03," + start + "1+1\n");
        String guarded = ",group,'" + start + "1+1,calls,1,";
        assertThat(csv("standard", "--period", "2026-03", "--by", "owner")).contains(guarded);
    }
}
