package org.saleskpi.intake.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.table.CleanText;
import org.saleskpi.intake.table.SheetName;
import org.saleskpi.intake.table.Tables;
import org.saleskpi.intake.table.Wildcard;

/**
 * Which files are meant, or sheets of workbooks.
 *
 * @param names names such as {@code calls.csv} or {@code Export.xlsx#Calls}, in which {@code *} stands for any characters
 */
record FileNames(Set<String> names) {

    /** Parses a name or a list of names. */
    static FileNames parse(Yaml yaml) throws InvalidMappingException {
        return new FileNames(yaml.texts());
    }

    FileNames and(FileNames further) {
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(further.names);
        return new FileNames(all);
    }

    /**
     * Those of some files that are meant, name by name, and for each name in the order that the files have. Where a name is that
     * of a sheet, so is what is found.
     */
    List<String> among(Tables files) {
        Set<String> found = new LinkedHashSet<>();
        for (String name : names) {
            SheetName pattern = SheetName.parse(name);
            for (String file : files.names()) {
                if (Wildcard.fits(CleanText.normal(file), pattern.file())) {
                    found.addAll(sheets(file, pattern.sheet(), files));
                }
            }
        }
        return new ArrayList<>(found);
    }

    private static List<String> sheets(String file, @Nullable String pattern, Tables files) {
        if (pattern == null) {
            return List.of(file);
        }
        List<String> found = files.sheets(file).stream()
                .filter(sheet -> Wildcard.fits(sheet, pattern))
                .toList();
        // One that is not there is told with those that are, when the file is read.
        return (found.isEmpty() ? List.of(pattern) : found)
                .stream().map(sheet -> new SheetName(file, sheet).toString()).toList();
    }

    /** Whether a file is meant, or a sheet of it, or a sheet by its own name. */
    boolean means(String table) {
        SheetName name = SheetName.parse(CleanText.normal(table));
        return names.stream().map(SheetName::parse).anyMatch(pattern -> {
            String sheet = pattern.sheet();
            return Wildcard.fits(name.file(), pattern.file())
                    && (sheet == null || name.sheet() == null || Wildcard.fits(name.sheet(), sheet));
        });
    }

    /** Whether one of the names is that of a sheet. */
    boolean hasSheet() {
        return names.stream().anyMatch(name -> SheetName.parse(name).sheet() != null);
    }

    /** Returns the names, such as {@code calls-*.csv, calls.json}. */
    @Override
    public String toString() {
        return String.join(", ", names);
    }
}
