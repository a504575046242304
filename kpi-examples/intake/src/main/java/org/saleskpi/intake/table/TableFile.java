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
        progress.reading(String.valueOf(path.getFileName()));
        FileKind.check(path);
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return JsonLinesTable.open(path, form, columns.names(), progress);
        } else if (name.endsWith(".json")) {
            return JsonTable.open(path, form, columns.names(), progress);
        } else if (name.endsWith(".xlsx")) {
            return XlsxTable.open(path, form, columns, progress);
        } else {
            return CsvTable.open(path, form, columns, progress);
        }
    }
}
