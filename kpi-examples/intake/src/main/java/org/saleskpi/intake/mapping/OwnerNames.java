package org.saleskpi.intake.mapping;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.ImportNote;

/**
 * The names that tables give for owners. Where a table gives one name for several people, each is called by the name and the
 * text that was looked up, such as {@code Ann Lee (7)}, unless the mapping says that they count as one. Not thread-safe.
 */
final class OwnerNames {

    /** For each table and name, the texts that lead there, and for each text that of the person: one row may have several. */
    private final Map<Lookup, Map<String, Map<String, String>>> people = new LinkedHashMap<>();

    /** The same, as to compare tables takes longer than to look up. */
    private final IdentityHashMap<Lookup, Map<String, Map<String, String>>> found = new IdentityHashMap<>();

    private final Set<Lookup> strangers = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Map<Lookup, SortedSet<String>> met = new HashMap<>();

    /** Says in which tables the names of owners are. */
    void watch(Set<Lookup> tables) {
        tables.forEach(table -> people.put(table, new HashMap<>()));
    }

    /** Notes a row of a table: the texts under which it is found, and the name. */
    void add(Lookup table, Set<String> keys, String name) {
        Map<String, Map<String, String>> names = people(table);
        if (names != null && !keys.isEmpty()) {
            Map<String, String> persons = names.computeIfAbsent(name, owner -> new HashMap<>());
            String known = keys.stream()
                    .map(persons::get)
                    .filter(person -> person != null)
                    .findFirst()
                    .orElse(keys.iterator().next());
            keys.forEach(key -> persons.putIfAbsent(key, known));
        }
    }

    /** The names of a table; null for one in which there are none of owners. */
    private @Nullable Map<String, Map<String, String>> people(Lookup table) {
        Map<String, Map<String, String>> names = found.get(table);
        if (names == null && !strangers.contains(table)) {
            names = people.get(table);
            if (names == null) {
                strangers.add(table);
            } else {
                found.put(table, names);
            }
        }
        return names;
    }

    /** The name of an owner that a table gave for a text, and whose it is if there are several. */
    String distinctName(Lookup table, String key, String name) {
        Map<String, Map<String, String>> names = people(table);
        Map<String, String> persons = names == null ? Map.of() : names.getOrDefault(name, Map.of());
        // Nearly every name is that of one text.
        String person = persons.size() < 2 ? null : persons.get(table.compared(key));
        if (person == null || persons(persons).size() < 2) {
            return name;
        }
        met.computeIfAbsent(table, lookup -> new TreeSet<>()).add(name);
        return table.namesakesAreOne() ? name : called(name, person);
    }

    private static SortedSet<String> persons(Map<String, String> persons) {
        return new TreeSet<>(persons.values());
    }

    private static String called(String name, String person) {
        return name + " (" + person + ")";
    }

    void summarize(Lookups lookups, Consumer<String> notes) {
        people.forEach((table, names) -> {
            for (String name : met.getOrDefault(table, new TreeSet<>())) {
                SortedSet<String> persons = persons(names.getOrDefault(name, Map.of()));
                String told = table.namesakesAreOne()
                        ? "counted as one: " + table.key() + " " + ImportNote.shown(persons)
                        : "kept apart: "
                                + ImportNote.shown(persons.stream()
                                        .map(person -> called(name, person))
                                        .toList())
                                + " (namesakes: together in the mapping counts them as one)";
                notes.accept(
                        lookups.names(table) + ": " + name + " is the name of " + persons.size() + " owners, " + told);
            }
        });
    }
}
