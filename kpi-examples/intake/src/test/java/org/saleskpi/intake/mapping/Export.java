package org.saleskpi.intake.mapping;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.TestFolder;
import org.saleskpi.sales.Problem;

/** The export of a system, that tests write file by file and read by a mapping, in Paris on 1 June 2026. */
record Export(Path path) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    Export with(String file, String... lines) {
        new TestFolder(path).with(file, lines);
        return this;
    }

    /** Writes JSON Lines, in which single quotes stand for double ones. */
    Export withJson(String file, String... lines) {
        return with(
                file, Arrays.stream(lines).map(line -> line.replace('\'', '"')).toArray(String[]::new));
    }

    Export withText(String file, String text) {
        new TestFolder(path).with(file, text, StandardCharsets.UTF_8);
        return this;
    }

    /** Reads the export by a mapping whose moments are ISO. */
    ImportedRecords read(String mapping) throws Exception {
        return read(Mapping.parse("m.yaml", "mapping: 1\nmoments: {formats: iso, zone: run}\n" + mapping));
    }

    /** Reads the export by a mapping that comes with the command. */
    ImportedRecords read(BuiltInMapping mapping) throws Exception {
        return read(mapping.mapping());
    }

    ImportedRecords read(Mapping mapping) throws Exception {
        return MappedFolder.read(path, mapping, PARIS, NOW);
    }

    static List<String> problems(ImportedRecords records) {
        return records.problems().stream().map(Problem::toString).toList();
    }
}
