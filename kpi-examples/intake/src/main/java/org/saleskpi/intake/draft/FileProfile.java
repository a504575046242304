package org.saleskpi.intake.draft;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is in a file of an export, or in one sheet of a workbook, without its texts. Immutable and thread-safe.
 *
 * @param file the name of the file, such as {@code Deals.csv} or {@code Export.xlsx#Deals}
 * @param kind how it is written: {@code csv}, {@code json}, {@code jsonl} or {@code xlsx}
 * @param rows how many rows were looked at
 * @param isWhole whether these are all; of very long files, the first are looked at
 * @param form how it is to be read where that is not the usual way, as keys of a mapping, such as {@code header: 3}
 * @param columns the columns in their order; none if the file cannot be read
 * @param problem why it cannot be read; null if it can
 */
public record FileProfile(
        String file,
        String kind,
        int rows,
        boolean isWhole,
        List<String> form,
        List<ColumnProfile> columns,
        @Nullable String problem) {

    /**
     * Creates a profile; a draft does.
     *
     * @param file the name of the file
     * @param kind how it is written
     * @param rows how many rows were looked at
     * @param isWhole whether these are all
     * @param form how it is to be read where that is not the usual way
     * @param columns the columns
     * @param problem why it cannot be read
     */
    public FileProfile {
        requireNonNull(file, "file");
        requireNonNull(kind, "kind");
        form = List.copyOf(form);
        columns = List.copyOf(columns);
    }

    static FileProfile unreadable(String file, String kind, String problem) {
        return new FileProfile(file, kind, 0, true, List.of(), List.of(), problem);
    }

    FileProfile withColumns(List<ColumnProfile> others) {
        return new FileProfile(file, kind, rows, isWhole, form, others, problem);
    }

    Optional<ColumnProfile> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
