package org.saleskpi.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.Progress;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.intake.csv.CsvFolder;
import org.saleskpi.intake.mapping.BuiltInMapping;
import org.saleskpi.intake.mapping.InvalidMappingException;
import org.saleskpi.intake.mapping.MappedFolder;
import org.saleskpi.intake.mapping.Mapping;

/** How a folder is read: by the library's own format, by a built-in mapping, or by a mapping file. */
interface DataSource {

    /** Reads a folder. */
    ImportedRecords read(Path folder, ZoneId zone, Progress progress)
            throws UnreadableDataException, InvalidMappingException;

    /** The source that a command line asks for. */
    static DataSource of(@Nullable String source, @Nullable String mapping, Arguments arguments) {
        if (mapping == null) {
            return source == null ? CsvFolder::read : named(source, arguments);
        }
        if (source != null) {
            named(source, arguments); // So that a misspelt name is told first.
            if (source.equals("csv")) {
                throw arguments.bad("--mapping does not go with --source csv, whose columns have fixed names");
            }
        }
        Path file = arguments.path("--mapping", mapping);
        return (folder, zone, progress) -> MappedFolder.read(folder, Mapping.read(file), zone, Instant.now(), progress);
    }

    private static DataSource named(String name, Arguments arguments) {
        if (name.equals("csv")) {
            return CsvFolder::read;
        }
        List<String> names = new ArrayList<>(List.of("csv"));
        names.addAll(BuiltInMapping.names());
        BuiltInMapping mapping =
                BuiltInMapping.named(name).orElseThrow(() -> arguments.unknown("--source", name, names));
        return (folder, zone, progress) -> MappedFolder.read(folder, mapping.mapping(), zone, Instant.now(), progress);
    }
}
