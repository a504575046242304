package org.saleskpi.intake.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.saleskpi.intake.UnreadableDataException;

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

    /** Finds the rule of each file; fails if there is none for any file, or two for one. */
    static RuledFiles among(List<String> files, Mapping mapping, Path folder) throws UnreadableDataException {
        Map<String, FileRule> rules = new LinkedHashMap<>();
        List<FileRule> absent = new ArrayList<>();
        for (FileRule rule : mapping.files()) {
            List<String> found = rule.names().among(files);
            for (String file : found) {
                FileRule other = rules.put(file, rule);
                if (other != null) {
                    throw new UnreadableDataException(folder.resolve(file) + " is read by two entries of the mapping, "
                            + other.names() + " and " + rule.names() + ", expected one");
                }
            }
            if (found.isEmpty()) {
                absent.add(rule);
            }
        }
        if (rules.isEmpty()) {
            throw new UnreadableDataException(folder + " has none of the files that the mapping reads: "
                    + String.join(
                            ", ",
                            mapping.files().stream()
                                    .map(rule -> rule.names().toString())
                                    .toList())
                    + (files.isEmpty() ? "; it is empty" : "; it has " + Counts.shown(files)));
        }
        return new RuledFiles(rules, absent);
    }
}
