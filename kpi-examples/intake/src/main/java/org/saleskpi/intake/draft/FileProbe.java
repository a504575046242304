package org.saleskpi.intake.draft;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Progress;
import org.saleskpi.intake.table.BrokenFileException;
import org.saleskpi.intake.table.Row;
import org.saleskpi.intake.table.SheetName;
import org.saleskpi.intake.table.Table;
import org.saleskpi.intake.table.TableFile;
import org.saleskpi.intake.table.TableForm;
import org.saleskpi.intake.table.WantedColumns;

/**
 * A file, looked at.
 *
 * @param profile what is in it
 * @param columns its columns, with their texts
 */
record FileProbe(FileProfile profile, List<ColumnTally> columns) {

    /** Rows beyond these are not looked at. */
    private static final int MAX_ROWS = 200_000;

    private static final WantedColumns ALL = new WantedColumns() {
        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public boolean wants(String column) {
            return true;
        }

        @Override
        public List<String> missing(Predicate<String> has) {
            return List.of();
        }
    };

    /** Looks at a file, or at a sheet of a workbook. */
    static FileProbe of(Path path, SheetName name) {
        String file = name.file().toLowerCase(Locale.ROOT);
        String kind = file.endsWith(".jsonl") || file.endsWith(".ndjson")
                ? "jsonl"
                : file.endsWith(".json") ? "json" : file.endsWith(".xlsx") ? "xlsx" : "csv";
        try {
            return switch (kind) {
                case "jsonl", "json" -> json(path, name, kind);
                case "xlsx" -> table(path, name, kind, TableForm.STANDARD, List.of());
                default -> {
                    CsvShape shape = CsvShape.of(path);
                    yield table(path, name, kind, shape.form(), shape.keys());
                }
            };
        } catch (BrokenFileException e) {
            return unreadable(name, kind, e.reason());
        } catch (IOException e) {
            return unreadable(name, kind, "cannot be read: " + e.getMessage());
        }
    }

    private static FileProbe unreadable(SheetName name, String kind, String problem) {
        return new FileProbe(FileProfile.unreadable(name.toString(), kind, problem), List.of());
    }

    private static FileProbe table(Path path, SheetName name, String kind, TableForm form, List<String> keys) {
        try (Table table = TableFile.open(path, name, form, ALL, Progress.NONE)) {
            List<ColumnTally> columns =
                    columnNames(table).stream().map(ColumnTally::new).toList();
            int rows = 0;
            Row row = table.next();
            for (; row != null && rows < MAX_ROWS; row = table.next()) {
                Row.Fault fault = row.fault();
                if (fault == null || !fault.isOfWholeRow()) {
                    rows++;
                    for (ColumnTally column : columns) {
                        column.add(row.cell(column.name()));
                    }
                }
            }
            return of(name, kind, rows, row == null, keys, columns);
        }
    }

    /** The names by which a mapping names the columns: of several of one name with their number. */
    private static List<String> columnNames(Table table) {
        List<String> names = new ArrayList<>();
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (String name : table.columns()) {
            int number = seen.merge(name, 1, Integer::sum);
            if (!name.isEmpty()) {
                names.add(table.isRepeated(name) ? name + "#" + number : name);
            }
        }
        return names;
    }

    private static FileProbe json(Path path, SheetName name, String kind) throws IOException {
        Map<String, ColumnTally> columns = new LinkedHashMap<>();
        int[] rows = {0};
        JsonTexts.Rows taker = row -> {
            row.keySet()
                    .forEach(column -> columns.computeIfAbsent(column, path2 -> {
                        ColumnTally tally = new ColumnTally(path2);
                        tally.addEmpty(rows[0]);
                        return tally;
                    }));
            columns.forEach((column, tally) -> tally.add(row.get(column)));
            rows[0]++;
            return rows[0] < MAX_ROWS;
        };
        List<String> keys = new ArrayList<>();
        if (kind.equals("jsonl")) {
            JsonTexts.readLines(path, taker);
        } else {
            String items = JsonTexts.readArray(path, taker);
            if (items != null) {
                keys.add("json: {items: " + YamlText.of(items) + "}");
            }
        }
        return of(name, kind, rows[0], rows[0] < MAX_ROWS, keys, List.copyOf(columns.values()));
    }

    private static FileProbe of(
            SheetName name, String kind, int rows, boolean isWhole, List<String> keys, List<ColumnTally> columns) {
        FileProfile profile = new FileProfile(
                name.toString(),
                kind,
                rows,
                isWhole,
                keys,
                columns.stream().map(ColumnTally::profile).toList(),
                columns.size() < 2 && kind.equals("csv") ? "has one column only: it is probably no table" : null);
        return new FileProbe(profile, columns);
    }

    @Nullable
    ColumnTally tally(String column) {
        return columns.stream()
                .filter(tally -> tally.name().equals(column))
                .findFirst()
                .orElse(null);
    }
}
