package org.saleskpi.intake.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
            files.stream().filter(file -> fits(CleanText.normal(file), name)).forEach(found::add);
        }
        return new ArrayList<>(found);
    }

    /** Whether a name fits a pattern. Each star takes as little as it can, and only the last one is tried again. */
    private static boolean fits(String name, String pattern) {
        int at = 0;
        int next = 0;
        int star = -1;
        int retry = 0;
        while (at < name.length()) {
            if (next < pattern.length() && pattern.charAt(next) == '*') {
                star = next++;
                retry = at;
            } else if (next < pattern.length() && pattern.charAt(next) == name.charAt(at)) {
                next++;
                at++;
            } else if (star >= 0) {
                next = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        return pattern.substring(next).chars().allMatch(c -> c == '*');
    }

    /** Returns the names, such as {@code calls-*.csv, calls.json}. */
    @Override
    public String toString() {
        return String.join(", ", names);
    }
}
