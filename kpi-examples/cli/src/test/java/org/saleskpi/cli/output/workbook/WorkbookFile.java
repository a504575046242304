package org.saleskpi.cli.output.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.saleskpi.cli.Run;

/** A workbook that the command wrote, read back. */
record WorkbookFile(Path path, XSSFWorkbook workbook) {

    /** Runs a report, in English unless it says otherwise, and opens what it wrote. */
    static WorkbookFile of(Path folder, String... args) {
        Path file = folder.resolve("report.xlsx");
        Run run = Run.of(Stream.concat(
                        Stream.of("report", "--lang", "en", "--format", "xlsx", "--out", file.toString())
                                .filter(arg -> !List.of(args).contains("--lang")
                                        || !List.of("--lang", "en").contains(arg)),
                        Stream.of(args))
                .toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        return open(file);
    }

    static WorkbookFile open(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new WorkbookFile(file, new XSSFWorkbook(in));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<String> sheets() {
        List<String> names = new ArrayList<>();
        workbook.sheetIterator().forEachRemaining(sheet -> names.add(sheet.getSheetName()));
        return names;
    }

    XSSFTable table(String name) {
        XSSFTable table = workbook.getTable(name);
        assertThat(table).as(name).isNotNull();
        return table;
    }

    /** The rows of a table, cell by heading; a cell that is missing or blank is null. */
    List<Map<String, @Nullable XSSFCell>> rows(String name) {
        XSSFTable table = table(name);
        List<Map<String, @Nullable XSSFCell>> rows = new ArrayList<>();
        for (int row = table.getStartRowIndex() + 1; row <= table.getEndRowIndex(); row++) {
            rows.add(row(table, row));
        }
        return rows;
    }

    /** A row in the columns of a table, which may stand below it. */
    Map<String, @Nullable XSSFCell> row(XSSFTable table, int row) {
        XSSFSheet sheet = table.getXSSFSheet();
        XSSFRow headers = sheet.getRow(table.getStartRowIndex());
        Map<String, @Nullable XSSFCell> cells = new LinkedHashMap<>();
        for (int column = table.getStartColIndex(); column <= table.getEndColIndex(); column++) {
            XSSFCell cell = sheet.getRow(row).getCell(column, Row.MissingCellPolicy.RETURN_BLANK_AS_NULL);
            cells.put(headers.getCell(column).getStringCellValue(), cell);
        }
        return cells;
    }

    /** The number in a cell; null for a blank. Anything else is a failure. */
    static @Nullable Double number(@Nullable XSSFCell cell) {
        if (cell == null) {
            return null;
        }
        assertThat(cell.getCellType()).as(cell.getReference()).isEqualTo(CellType.NUMERIC);
        return cell.getNumericCellValue();
    }

    /** A cell that must be there. */
    static XSSFCell present(@Nullable XSSFCell cell) {
        return Objects.requireNonNull(cell, "no such cell");
    }

    static String text(@Nullable XSSFCell cell) {
        assertThat(present(cell).getCellType()).isEqualTo(CellType.STRING);
        return present(cell).getStringCellValue();
    }

    /** What stands in a cell by its reference, such as {@code 'By owner'!$B$5}. */
    XSSFCell at(CellReference reference) {
        return workbook.getSheet(reference.getSheetName())
                .getRow(reference.getRow())
                .getCell(reference.getCol());
    }
}
