package org.saleskpi.cli.mapping;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.saleskpi.cli.mapping.TextRule.Lookup;
import org.saleskpi.cli.source.Row;

/** The tables in which texts are looked up, and which texts were not found. Not thread-safe. */
final class Lookups {

    /** An empty answer stands for a key that has several. */
    private final Map<Lookup, Map<String, Optional<String>>> tables = new LinkedHashMap<>();

    private final Map<Lookup, SortedSet<String>> missed = new LinkedHashMap<>();

    private Map<String, Optional<String>> table(Lookup lookup) {
        return tables.computeIfAbsent(lookup, key -> new HashMap<>());
    }

    void add(Lookup lookup, Row row) {
        String key = row.cell(lookup.key());
        String value = TextRule.joined(row, lookup.values());
        if (key != null && value != null) {
            table(lookup).merge(key, Optional.of(value), (a, b) -> a.equals(b) ? a : Optional.empty());
        }
    }

    @Nullable
    String find(Lookup lookup, String text) {
        Optional<String> found = table(lookup).getOrDefault(text, Optional.empty());
        if (found.isEmpty()) {
            missed.computeIfAbsent(lookup, key -> new TreeSet<>()).add(text);
        }
        return found.orElse(null);
    }

    void summarize(Consumer<String> summary) {
        missed.forEach((lookup, texts) -> summary.accept(lookup.file() + ": " + texts.size()
                + " not found, or found with" + " several values: " + lookup.key() + " " + Counts.shown(texts)));
    }
}
