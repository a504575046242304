package org.saleskpi.intake.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.saleskpi.intake.table.CleanText;

/**
 * Which files of a folder are meant.
 *
 * @param names names, in which {@code *} stands for any characters
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

    /** Those of some files that are meant, name by name, and for each name in the order that the files have. */
    List<String> among(List<String> files) {
        Set<String> found = new LinkedHashSet<>();
        for (String name : names) {
            Predicate<String> isMeant =
                    name.indexOf('*') < 0 ? name::equals : pattern(name).asMatchPredicate();
            files.stream().filter(file -> isMeant.test(CleanText.normal(file))).forEach(found::add);
        }
        return new ArrayList<>(found);
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(
                Arrays.stream(name.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    /** Returns the names, such as {@code calls-*.csv, calls.json}. */
    @Override
    public String toString() {
        return String.join(", ", names);
    }
}
