package org.saleskpi.intake.mapping;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.intake.record.RatesFile;
import org.saleskpi.intake.table.SheetName;
import org.saleskpi.intake.table.TableForm;

/**
 * What the files of an export mean: which rows become which records, and which columns their fields. Immutable and
 * thread-safe. The format of mapping files is in {@code docs/mapping.md}.
 *
 * <pre>{@code
 * Mapping mapping = Mapping.parse("calls.yaml", """
 *         mapping: 1
 *         moments: {formats: iso, zone: run}
 *         files:
 *           Calls.csv:
 *             records:
 *               - call: {id: Id, at: When, owner: By, purpose: PROSPECTING}
 *         """);
 * Path export = Files.createTempDirectory("export");
 * Files.writeString(export.resolve("Calls.csv"), "Id,When,By\n1,2026-03-02T10:30,alice\n");
 * ImportedRecords records = MappedFolder.read(export, mapping, ZoneId.of("Europe/Paris"), Instant.now());
 * assert records.calls().get(0).owner().equals("alice");
 * }</pre>
 */
public final class Mapping {

    private final List<FileRule> files;
    private final List<RatesRule> rates;
    private final List<LookupFile> lookupFiles;
    private final TableForm form;

    private Mapping(List<FileRule> files, List<RatesRule> rates, List<LookupFile> lookupFiles, TableForm form) {
        this.rates = List.copyOf(rates);
        this.files = List.copyOf(files);
        this.lookupFiles = lookupFiles;
        this.form = form;
    }

    /**
     * Reads a mapping file.
     *
     * @param path the file
     * @return the mapping
     * @throws InvalidMappingException if the file cannot be read or is wrong
     */
    public static Mapping read(Path path) throws InvalidMappingException {
        try {
            return parse(String.valueOf(path.getFileName()), Files.readString(path, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            throw new InvalidMappingException("Mapping " + path + " cannot be read: it is not UTF-8 text", e);
        } catch (IOException e) {
            throw new InvalidMappingException("Mapping " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Parses a mapping.
     *
     * @param name the name of the file, for messages
     * @param text the text of the file, YAML
     * @return the mapping
     * @throws InvalidMappingException if the text is wrong
     */
    public static Mapping parse(String name, String text) throws InvalidMappingException {
        Yaml.Block block = YamlReader.read(name, text)
                .block("mapping", "shared", "column_names", "csv", "json", "moments", "numbers", "files");
        block.required("mapping").word(Set.of("1"));
        Yaml moments = block.optional("moments");
        TableForm form = TableForms.parse(block, TableForm.STANDARD);
        MomentForms momentForm = moments == null ? null : MomentForms.parse(moments.block(MomentForms.KEYS), null);
        NumberForms numberForm = NumberForms.parse(block.optional("numbers"), NumberForms.PLAIN);
        List<FileRule> files = new ArrayList<>();
        List<RatesRule> rates = new ArrayList<>();
        Map<Yaml, LookupFile> lookupFiles = new LinkedHashMap<>();
        for (Map.Entry<String, Yaml> entry : block.required("files").entries().entrySet()) {
            Yaml file = entry.getValue();
            if (file.entries().containsKey("records")) {
                files.add(FileRule.parse(entry.getKey(), file, form, momentForm, numberForm));
            } else if (file.entries().containsKey("rates")) {
                rates.add(RatesRule.parse(entry.getKey(), file, form, FileRule.forms(file, momentForm, numberForm)));
            } else {
                lookupFiles.put(file, LookupFile.parse(entry.getKey(), file, form));
            }
        }
        for (Map.Entry<Yaml, LookupFile> entry : lookupFiles.entrySet()) {
            entry.getValue().checkUse(entry.getKey(), files);
        }
        if (files.isEmpty()) {
            throw block.required("files").error("has no file with records, expected one");
        }
        return new Mapping(files, rates, List.copyOf(lookupFiles.values()), form);
    }

    /**
     * Tells whether a file of a folder would be read: for its records, to look something up in it, or for exchange rates.
     *
     * @param file the name of the file
     * @return whether the mapping reads it
     */
    public boolean reads(String file) {
        return requireNonNull(file, "file").equals(RatesFile.NAME)
                || rates.stream().anyMatch(rule -> rule.names().means(file))
                || files.stream()
                        .flatMap(rule -> Stream.concat(
                                Stream.of(rule.names()),
                                rule.sources()
                                        .flatMap(source ->
                                                source.through().stream().map(Lookup::files))))
                        .anyMatch(names -> names.means(file));
    }

    /** The name of the file that the mapping is about, if that is a single one; fails if it is not. */
    String onlyFile() throws UnreadableDataException {
        List<String> names = files.stream()
                .flatMap(rule -> rule.names().names().stream().limit(1))
                .map(name -> SheetName.parse(name).file())
                .distinct()
                .toList();
        if (names.size() > 1 || names.get(0).contains("*")) {
            throw new UnreadableDataException("The mapping reads " + String.join(", ", names)
                    + ", expected a mapping of one file with a name of its own for what comes as a stream");
        }
        return names.get(0);
    }

    List<FileRule> files() {
        return files;
    }

    /** The entries about files of exchange rates. */
    List<RatesRule> rates() {
        return rates;
    }

    /** The names in the entries about files that become no records. */
    List<FileNames> otherNames() {
        return Stream.concat(
                        rates.stream().map(RatesRule::names),
                        lookupFiles.stream().map(LookupFile::names))
                .toList();
    }

    /** How a file is written that becomes no records. */
    TableForm formOf(String table) {
        return Stream.concat(
                        rates.stream().map(file -> new LookupFile(file.names(), file.form())), lookupFiles.stream())
                .filter(file -> file.names().means(table))
                .findFirst()
                .map(LookupFile::form)
                .orElse(form);
    }
}
