package org.saleskpi.cli.output.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.cli.SampleFolder;

/** Opens workbooks in LibreOffice, where it is installed: what it reads and calculates is what was written. */
final class LibreOfficeTest {

    /** All sheets, comma-separated in UTF-8, values in full instead of as shown, text in quotes. */
    private static final String CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1";

    @TempDir
    private Path folder;

    @Test
    void everyCellOfEverySheetIsReadAsItWasWritten() throws IOException, InterruptedException {
        boolean isThere = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "soffice")));
        assumeTrue(isThere, "Skipped: this needs LibreOffice, whose command soffice is not on the path");
        SampleFolder.write(folder);
        SampleFolder.file(
                folder,
                "surveys.csv",
                "id,customer_id,at,scale,score,owner\nv1,c1,2026-03-04,CSAT_5,5,=1+1\nv2,c1,2026-03-04,CSAT_5,5,00123\n");
        WorkbookFile file = WorkbookFile.of(
                folder,
                "--data",
                folder.toString(),
                "--period",
                "2027",
                "--every",
                "quarter",
                "--by",
                "owner",
                "--as-of",
                "2028-01-01",
                "--compare",
                "year");
        convert(file.path());
        int numbers = 0;
        for (String name : file.sheets()) {
            numbers += compare(file.workbook().getSheet(name), folder.resolve("report-" + name + ".csv"));
        }
        assertThat(numbers).isGreaterThan(300);
    }

    private void convert(Path workbook) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        CSV,
                        "--outdir",
                        folder.toString(),
                        workbook.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("soffice.log").toFile())
                .start();
        boolean hasEnded = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(hasEnded).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("soffice.log")))
                .isZero();
    }

    /** Compares a sheet cell by cell; returns how many numbers it has. */
    private static int compare(XSSFSheet sheet, Path csv) throws IOException {
        List<CsvRecord> records;
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().skipEmptyLines(false).ofCsvRecord(csv)) {
            records = reader.stream().toList();
        }
        int numbers = 0;
        for (int i = 0; i <= sheet.getLastRowNum(); i++) {
            XSSFRow row = sheet.getRow(i);
            for (int column = 0; row != null && column < row.getLastCellNum(); column++) {
                XSSFCell cell = row.getCell(column, Row.MissingCellPolicy.RETURN_BLANK_AS_NULL);
                String read =
                        column < records.get(i).getFieldCount() ? records.get(i).getField(column) : "";
                String where = sheet.getSheetName() + " row " + (i + 1) + " column " + (column + 1);
                if (cell == null) {
                    assertThat(read).as(where).isEmpty();
                } else if (cell.getCellType() == CellType.STRING) {
                    assertThat(read).as(where).isEqualTo(cell.getStringCellValue());
                } else if (DateUtil.isCellDateFormatted(cell)) {
                    assertThat(read)
                            .as(where)
                            .contains(String.valueOf(
                                    cell.getLocalDateTimeCellValue().getYear()));
                } else {
                    number(where, read, cell.getNumericCellValue());
                    numbers++;
                }
            }
        }
        return numbers;
    }

    private static void number(String where, String read, double expected) {
        boolean isPercent = read.endsWith("%");
        double number = Double.parseDouble(read.replaceAll("[%€ \u00A0dpts]", ""));
        assertThat(isPercent ? number / 100 : number).as(where).isCloseTo(expected, offset(1e-9));
    }
}
