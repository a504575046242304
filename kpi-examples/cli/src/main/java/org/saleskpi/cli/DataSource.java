package org.saleskpi.cli;

import java.nio.file.Files;
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

/**
 * How a folder is read: by the library's own format, by a built-in mapping, or by a mapping file.
 *
 * @param reader reads a folder
 * @param choice tells which files of a folder are read
 * @param file the mapping file; null if there is none
 */
record DataSource(Reader reader, Choice choice, @Nullable Path file) {

    /** What stands for the standard input. */
    static final Path STANDARD_INPUT = Path.of("-");

    private static final DataSource CSV = new DataSource(DataSource::csv, CsvFolder::reads, null);

    /** Reads a folder. */
    interface Reader {
        ImportedRecords read(Path data, ZoneId zone, Progress progress)
                throws UnreadableDataException, InvalidMappingException;
    }

    /** Tells which files of a folder are read, by their names. */
    interface Choice {
        boolean reads(String name) throws InvalidMappingException;
    }

    /** Gives the mapping that a folder is read by. */
    private interface Source {
        Mapping mapping() throws InvalidMappingException;
    }

    /** The source that a command line asks for. */
    static DataSource of(@Nullable String source, @Nullable String mapping, Arguments arguments) {
        if (mapping == null) {
            return source == null ? CSV : named(source, arguments);
        }
        if (source != null) {
            named(source, arguments); // So that a misspelt name is told first.
            if (source.equals("csv")) {
                throw arguments.bad("mapping.csv");
            }
        }
        Path file = arguments.path("--mapping", mapping);
        return mapped(() -> Mapping.read(file), file);
    }

    /** Makes sure that the mapping file can be read. */
    void check(Messages messages) throws CommandFailure {
        if (file != null) {
            String name = file.toString();
            boolean isBuiltIn =
                    !Files.exists(file) && BuiltInMapping.named(name).isPresent();
            FileFault faults = new FileFault(messages);
            if (isBuiltIn) {
                throw faults.of("--mapping", file, messages.say("mapping.source", name));
            }
            faults.check("--mapping", file, "expected.mapping");
        }
    }

    private static DataSource named(String name, Arguments arguments) {
        if (name.equals("csv")) {
            return CSV;
        }
        List<String> names = new ArrayList<>(List.of("csv"));
        names.addAll(BuiltInMapping.names());
        BuiltInMapping mapping =
                BuiltInMapping.named(name).orElseThrow(() -> arguments.unknown("--source", name, names));
        return mapped(mapping::mapping, null);
    }

    private static DataSource mapped(Source source, @Nullable Path file) {
        return new DataSource(
                (data, zone, progress) -> mapped(data, source.mapping(), zone, progress),
                name -> source.mapping().reads(name),
                file);
    }

    private static ImportedRecords mapped(Path data, Mapping mapping, ZoneId zone, Progress progress)
            throws UnreadableDataException {
        return data.equals(STANDARD_INPUT)
                ? MappedFolder.read(System.in, mapping, zone, Instant.now(), progress)
                : MappedFolder.read(data, mapping, zone, Instant.now(), progress);
    }

    private static ImportedRecords csv(Path data, ZoneId zone, Progress progress) throws UnreadableDataException {
        if (data.equals(STANDARD_INPUT)) {
            throw new UnreadableDataException(
                    "--data - is one file without a name, expected a --mapping that says what it is, or a folder");
        }
        return CsvFolder.read(data, zone, progress);
    }
}
