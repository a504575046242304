package org.saleskpi.cli.mapping;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.saleskpi.cli.source.Row;

/** The tables in which texts are looked up, and which texts were not found. Not thread-safe. */
final class Lookups {

    /** An empty answer stands for a key that has several. */
    private final Map<Lookup, Map<String, Optional<String>>> tables;

    private final Map<Lookup, List<String>> files = new HashMap<>();
    private final Map<Lookup, SortedSet<String>> missed = new LinkedHashMap<>();
    private final boolean accountsForMisses;
    private final Lookups silent;

    Lookups() {
        this.tables = new HashMap<>();
        this.accountsForMisses = true;
        this.silent = new Lookups(tables);
    }

    private Lookups(Map<Lookup, Map<String, Optional<String>>> tables) {
        this.tables = tables;
        this.accountsForMisses = false;
        this.silent = this;
    }

    /** The same tables for those who ask whether a text is there: that it is not is an answer, and not accounted for. */
    Lookups silent() {
        return silent;
    }

    private Map<String, Optional<String>> table(Lookup lookup) {
        return tables.computeIfAbsent(lookup, key -> new HashMap<>());
    }

    /** Says which files a table is made of, for the account. */
    void madeOf(Lookup lookup, List<String> names) {
        files.put(lookup, names);
    }

    void add(Lookup lookup, Row row) {
        String value = lookup.value(row);
        if (value != null) {
            for (String key : lookup.keys(row)) {
                table(lookup).merge(key, Optional.of(value), (a, b) -> a.equals(b) ? a : Optional.empty());
            }
        }
    }

    @Nullable
    String find(Lookup lookup, String text) {
        Optional<String> found = table(lookup).getOrDefault(text, Optional.empty());
        if (found.isEmpty() && accountsForMisses) {
            missed.computeIfAbsent(lookup, key -> new TreeSet<>()).add(text);
        }
        return found.orElse(null);
    }

    void summarize(Consumer<String> summary) {
        missed.forEach((lookup, texts) -> {
            List<String> names = files.getOrDefault(lookup, List.of());
            summary.accept((names.isEmpty() ? lookup.files() : String.join(", ", names)) + ": " + texts.size()
                    + " not found, or found with several values: " + lookup.key() + " " + Counts.shown(texts));
        });
    }
}
