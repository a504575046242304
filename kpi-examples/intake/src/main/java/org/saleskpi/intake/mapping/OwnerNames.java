package org.saleskpi.intake.mapping;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.saleskpi.intake.ImportNote;

/** Finds owners of one name: tables that give it for several texts. Not thread-safe. */
final class OwnerNames {

    private final Map<List<Lookup>, Map<String, SortedSet<String>>> textsByName = new LinkedHashMap<>();
    private final IdentityHashMap<List<Lookup>, Map<String, SortedSet<String>>> found = new IdentityHashMap<>();

    /** Notes that tables gave a name for a text. */
    void add(List<Lookup> through, String text, String name) {
        Map<String, SortedSet<String>> names = found.get(through);
        if (names == null) {
            names = textsByName.computeIfAbsent(through, tables -> new HashMap<>());
            found.put(through, names);
        }
        names.computeIfAbsent(name, owner -> new TreeSet<>()).add(text);
    }

    void summarize(Lookups lookups, Consumer<String> summary) {
        textsByName.forEach((through, names) -> names.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> summary.accept(lookups.names(through.get(0)) + ": " + entry.getKey()
                        + " is the name of " + entry.getValue().size() + " owners, counted as one: "
                        + through.get(0).key() + " " + ImportNote.shown(entry.getValue()))));
    }
}
