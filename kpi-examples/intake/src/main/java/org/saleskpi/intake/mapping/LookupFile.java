package org.saleskpi.intake.mapping;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.saleskpi.intake.table.TableForm;

/**
 * How files are written in which things are only looked up.
 *
 * @param names which files
 * @param form how they are written
 */
record LookupFile(FileNames names, TableForm form) {

    /** Parses an entry of {@code files} that has no records. */
    static LookupFile parse(String name, Yaml yaml, TableForm form) throws InvalidMappingException {
        for (String key : List.of("moments", "numbers", "skip", "attributes")) {
            if (yaml.entries().containsKey(key)) {
                throw yaml.error("has " + key + " but no key records, expected one");
            }
        }
        Yaml.Block block = yaml.block(FileRule.KEYS);
        return new LookupFile(FileRule.names(name, block), TableForms.parse(block, form));
    }

    /** Checks that there is something to look up. */
    void checkUse(Yaml yaml, List<FileRule> rules) throws InvalidMappingException {
        Stream<FileNames> tables = rules.stream()
                .flatMap(FileRule::sources)
                .flatMap(source -> source.through().stream())
                .map(Lookup::files);
        Set<String> own = names.names();
        boolean isUsed = tables.anyMatch(files ->
                own.stream().anyMatch(files::means) || files.names().stream().anyMatch(names::means));
        if (!isUsed) {
            throw yaml.error("has no key records, and nothing is looked up in it, expected one of both");
        }
    }
}
