package org.saleskpi.intake.table;

import java.nio.file.Path;
import java.util.Locale;
import org.saleskpi.intake.Progress;

/**
 * Opens files of rows, by the ends of their names: {@code .jsonl}, {@code .ndjson}, {@code .json}, {@code .xlsx}, and CSV for
 * any other.
 */
public final class TableFile {

    private TableFile() {}

    /**
     * Opens a file.
     *
     * @param path the file
     * @param form how it is written
     * @param columns the columns to be read
     * @param progress is told the name of the file, and how much of it has been read
     * @return the table, to be closed
     * @throws BrokenFileException if the file cannot be read
     */
    public static Table open(Path path, TableForm form, WantedColumns columns, Progress progress) {
        return open(path, new SheetName(String.valueOf(path.getFileName()), null), form, columns, progress);
    }

    /**
     * Opens a file, or one sheet of a workbook.
     *
     * @param path the file
     * @param name what it is called: its name, or that of one of its sheets
     * @param form how it is written, other than the sheet that the name may say
     * @param columns the columns to be read
     * @param progress is told the name of the file, and how much of it has been read
     * @return the table, to be closed
     * @throws BrokenFileException if the file cannot be read
     */
    public static Table open(Path path, SheetName name, TableForm form, WantedColumns columns, Progress progress) {
        progress.reading(name.toString());
        FileKind.check(path);
        String fileName = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        if (fileName.endsWith(".jsonl") || fileName.endsWith(".ndjson")) {
            return JsonLinesTable.open(path, form, columns.names(), progress);
        } else if (fileName.endsWith(".json")) {
            return JsonTable.open(path, form, columns.names(), progress);
        } else if (fileName.endsWith(".xlsx")) {
            return XlsxTable.open(path, name, form, columns, progress);
        } else {
            return CsvTable.open(path, form, columns, progress);
        }
    }
}
