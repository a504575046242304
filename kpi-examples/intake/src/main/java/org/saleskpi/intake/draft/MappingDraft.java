package org.saleskpi.intake.draft;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.intake.mapping.BuiltInMapping;
import org.saleskpi.intake.mapping.MappedFolder;
import org.saleskpi.intake.record.RatesFile;
import org.saleskpi.intake.table.BrokenFileException;
import org.saleskpi.intake.table.DataFiles;
import org.saleskpi.intake.table.SheetName;
import org.saleskpi.sales.RecordType;

/**
 * A first mapping of an export that nobody has described yet, with what was found in its files. It runs, and is to be corrected:
 * what columns mean is guessed by their names and contents. Texts of the export are in neither, but for those that a mapping has
 * to name, as stages and outcomes. Immutable and thread-safe.
 */
public final class MappingDraft {

    private static final Set<String> TABLES = Set.of("csv", "tsv", "txt", "json", "jsonl", "ndjson", "xlsx");

    private final List<FileProfile> files;
    private final List<BuiltInMapping> builtIns;
    private final String text;

    private MappingDraft(List<FileProfile> files, List<BuiltInMapping> builtIns, String text) {
        this.files = List.copyOf(files);
        this.builtIns = List.copyOf(builtIns);
        this.text = text;
    }

    /**
     * Looks through an export, and drafts a mapping.
     *
     * @param data the folder of the export; or a ZIP archive of one, or a file
     * @return the draft
     * @throws UnreadableDataException if it is missing, or nothing in it is a table
     */
    public static MappingDraft of(Path data) throws UnreadableDataException {
        try (DataFiles files = DataFiles.open(requireNonNull(data, "data"))) {
            List<FileProbe> probes = References.found(probes(files));
            if (probes.stream().allMatch(probe -> probe.profile().columns().isEmpty())) {
                throw noTable(data, files, probes);
            }
            List<BuiltInMapping> builtIns = builtIns(data, files);
            return new Drafting(probes, builtIns).draft();
        }
    }

    private static UnreadableDataException noTable(Path data, DataFiles files, List<FileProbe> probes) {
        String broken = probes.stream()
                .map(probe ->
                        "; " + probe.profile().file() + " " + probe.profile().problem())
                .collect(Collectors.joining());
        String others = files.names().isEmpty() ? "; it is empty" : "; it has " + String.join(", ", files.names());
        return new UnreadableDataException(data + " has no table that can be read, expected CSV, JSON or workbooks"
                + (broken.isEmpty() ? others : broken));
    }

    private static List<FileProbe> probes(DataFiles files) {
        List<FileProbe> probes = new ArrayList<>();
        for (String name : files.names()) {
            if (!TABLES.contains(ending(name)) || name.equals(RatesFile.NAME)) {
                continue;
            }
            List<String> sheets = files.sheets(name);
            List<SheetName> tables = sheets.size() < 2
                    ? List.of(new SheetName(name, null))
                    : sheets.stream().map(sheet -> new SheetName(name, sheet)).toList();
            for (SheetName table : tables) {
                try {
                    probes.add(FileProbe.of(files.path(name), table));
                } catch (BrokenFileException e) {
                    probes.add(new FileProbe(FileProfile.unreadable(name, ending(name), e.reason()), List.of()));
                }
            }
        }
        return probes;
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The built-in mappings that make records of the export, those that make most first. */
    private static List<BuiltInMapping> builtIns(Path data, DataFiles files) {
        Map<BuiltInMapping, Integer> records = new LinkedHashMap<>();
        for (BuiltInMapping builtIn : BuiltInMapping.values()) {
            boolean isWorthTrying = files.names().stream()
                    .anyMatch(name ->
                            !name.equals(RatesFile.NAME) && builtIn.mapping().reads(name));
            if (isWorthTrying) {
                try {
                    int made = MappedFolder.read(data, builtIn.mapping(), ZoneOffset.UTC, Instant.now())
                            .records()
                            .size();
                    if (made > 0) {
                        records.put(builtIn, made);
                    }
                } catch (UnreadableDataException e) {
                    // Not an export of that system.
                }
            }
        }
        return records.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Returns what was found in the files.
     *
     * @return a profile for each file, and for each sheet of workbooks that have several, in alphabetical order
     */
    public List<FileProfile> files() {
        return files;
    }

    /**
     * Returns the built-in mappings that read the export.
     *
     * @return those that make records of it, the one that makes most first; none for an export of another system
     */
    public List<BuiltInMapping> builtIns() {
        return builtIns;
    }

    /**
     * Returns the mapping, with comments that say what was found and guessed.
     *
     * @return the text of a mapping file; if a built-in mapping reads the export, the first such mapping
     */
    public String text() {
        return text;
    }

    /** Returns the text of the mapping. */
    @Override
    public String toString() {
        return text;
    }

    /** Writes the draft. */
    private static final class Drafting {

        private final Map<String, FileProbe> probes = new LinkedHashMap<>();
        private final List<BuiltInMapping> builtIns;
        private final Map<String, RecordType> types = new LinkedHashMap<>();
        private final Map<String, FileProfile> profiles = new LinkedHashMap<>();

        Drafting(List<FileProbe> files, List<BuiltInMapping> builtIns) {
            this.builtIns = builtIns;
            for (FileProbe probe : files) {
                String name = probe.profile().file();
                probes.put(name, probe);
                profiles.put(name, probe.profile());
                if (probe.profile().problem() == null) {
                    Roles.typeOf(name)
                            .filter(type -> new Choice(probe).isFitFor(type))
                            .ifPresent(type -> types.put(name, type));
                }
            }
            if (types.isEmpty()) {
                chooseAny();
            }
        }

        /** Where no file says what it is: one that can be about deals, else one that can be about customers. */
        private void chooseAny() {
            for (RecordType type : List.of(RecordType.PROPOSAL, RecordType.CUSTOMER)) {
                Optional<FileProbe> found = probes.values().stream()
                        .filter(probe -> probe.profile().problem() == null && new Choice(probe).isFitFor(type))
                        .filter(probe -> type == RecordType.CUSTOMER
                                || probe.profile().columns().stream()
                                        .anyMatch(column -> Roles.STATUS.isOf(column.name())))
                        .findFirst();
                if (found.isPresent()) {
                    types.put(found.get().profile().file(), type);
                    return;
                }
            }
        }

        MappingDraft draft() {
            String body = builtIns.isEmpty() ? drafted() : builtIns.get(0).text();
            List<String> lines = new ArrayList<>();
            if (!builtIns.isEmpty()) {
                lines.add("# " + builtIns.stream().map(BuiltInMapping::toString).collect(Collectors.joining(" or "))
                        + " reads these files without a mapping of your own: --source " + builtIns.get(0));
                lines.add("# What follows is that mapping, to be adapted.");
            } else {
                lines.add(
                        "# A draft: what the columns mean is guessed by their names and contents. Correct it, and see what comes");
                lines.add("# out with kpi check --mapping. The format is in docs/mapping.md.");
            }
            lines.add("#");
            profiles.values().forEach(profile -> ProfileText.of(profile).forEach(line -> lines.add("# " + line)));
            lines.add("");
            return new MappingDraft(List.copyOf(profiles.values()), builtIns, String.join("\n", lines) + "\n" + body);
        }

        private String drafted() {
            List<String> lines =
                    new ArrayList<>(List.of("mapping: 1", "moments: {formats: iso, zone: run}", "", "files:"));
            Set<String> customerFiles = types.entrySet().stream()
                    .filter(type -> type.getValue() == RecordType.CUSTOMER)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            if (types.isEmpty()) {
                lines.addAll(anything());
            }
            Set<String> used = new HashSet<>(types.keySet());
            types.forEach((name, type) -> {
                DraftFile file = new DraftFile(probe(name), type, probes, customerFiles);
                lines.add("");
                lines.add("  # by its name, a file of " + DraftFile.noun(type) + "s");
                lines.addAll(file.lines());
                profiles.computeIfPresent(name, (key, profile) -> withWords(profile, file.named()));
            });
            List<String> others = probes.keySet().stream()
                    .filter(name -> !used.contains(name))
                    .toList();
            if (!others.isEmpty() && !types.isEmpty()) {
                lines.add("");
                lines.add("  # of no kind that the draft knows, or only to look things up in: "
                        + String.join(", ", others));
            }
            return String.join("\n", lines) + "\n";
        }

        /** An entry for a file of which nothing is known but its columns. */
        private List<String> anything() {
            FileProbe probe = probes.values().stream()
                    .filter(file -> !file.columns().isEmpty())
                    .findFirst()
                    .orElseThrow();
            FileProfile profile = probe.profile();
            String first = YamlText.of(profile.columns().get(0).name());
            List<String> lines = new ArrayList<>(List.of(
                    "",
                    "  # nothing in the files says when anything was: no record can be made before since is a moment",
                    "  " + YamlText.of(profile.file()) + ":"));
            profile.form().forEach(key -> lines.add("    " + key));
            lines.addAll(List.of(
                    "    records:", "      - customer:", "          id: " + first, "          since: " + first));
            return lines;
        }

        private FileProbe probe(String name) {
            return requireNonNull(probes.get(name));
        }

        private static FileProfile withWords(FileProfile profile, Map<String, Map<String, Integer>> named) {
            return profile.withColumns(profile.columns().stream()
                    .map(column -> named.containsKey(column.name())
                            ? column.withWords(named.getOrDefault(column.name(), Map.of()))
                            : column)
                    .toList());
        }
    }
}
