package org.saleskpi.intake.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.saleskpi.intake.ImportNote;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.intake.record.RecordSchema;
import org.saleskpi.intake.table.SheetName;
import org.saleskpi.intake.table.TableForm;
import org.saleskpi.intake.table.Tables;

/**
 * The files of a folder that become records.
 *
 * @param rules how, by file, in the order of the mapping
 * @param absent the rules that no file falls under
 */
record RuledFiles(Map<String, FileRule> rules, List<FileRule> absent) {

    /** The tables in which ids are found, not other texts. */
    Set<Lookup> lookupsOfIds() {
        return rules.values().stream()
                .flatMap(rule -> rule.lookupsOfIds().stream())
                .collect(Collectors.toSet());
    }

    /** The tables in which the names of owners are found. */
    Set<Lookup> tablesOfOwners() {
        return rules.values().stream()
                .flatMap(rule -> rule.records().stream())
                .map(rule -> rule.texts().get(RecordSchema.OWNER))
                .filter(Objects::nonNull)
                .flatMap(owner -> owner.sources().stream())
                .map(TextSource::lastTable)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Finds the rule of each file; fails if there is none for any file, or two for one. */
    static RuledFiles among(Tables files, Mapping mapping) throws UnreadableDataException {
        Map<String, FileRule> rules = new LinkedHashMap<>();
        Map<SheetName, FileRule> rulesByTable = new HashMap<>();
        List<FileRule> absent = new ArrayList<>();
        boolean hasSheets =
                mapping.files().stream().anyMatch(rule -> rule.names().hasSheet());
        for (FileRule rule : mapping.files()) {
            List<String> found = rule.names().among(files);
            for (String file : found) {
                FileRule other = rules.put(file, rule);
                if (other == null && hasSheets) {
                    other = rulesByTable.put(table(SheetName.parse(file), rule.form(), files), rule);
                }
                if (other != null) {
                    throw new UnreadableDataException(files.nameOf(file) + " is read by two entries of the mapping, "
                            + other.names() + " and " + rule.names() + ", expected one");
                }
            }
            if (found.isEmpty()) {
                absent.add(rule);
            }
        }
        for (FileNames other : mapping.otherNames()) {
            for (String file : other.among(files)) {
                FileRule rule = rules.get(file);
                if (rule != null) {
                    throw new UnreadableDataException(files.nameOf(file) + " is read by two entries of the mapping, "
                            + rule.names() + " and " + other + ", expected one");
                }
            }
        }
        if (rules.isEmpty()) {
            throw new UnreadableDataException(files + " has none of the files that the mapping reads: "
                    + String.join(
                            ", ",
                            mapping.files().stream()
                                    .map(rule -> rule.names().toString())
                                    .toList())
                    + (files.names().isEmpty() ? "; it is empty" : "; it has " + ImportNote.shown(files.names())));
        }
        return new RuledFiles(rules, absent);
    }

    /** What is read of a file: the sheet of a workbook may be meant by its name, by a key, or because it is the first. */
    static SheetName table(SheetName name, TableForm form, Tables files) {
        String meant = name.sheet() == null ? form.sheet() : name.sheet();
        List<String> sheets = meant == null ? files.sheets(name.file()) : List.of();
        return new SheetName(name.file(), sheets.isEmpty() ? meant : sheets.get(0));
    }
}
