package org.saleskpi.intake.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.table.Row;

/** Which text a row gives: that of the first source that gives any. */
record TextRule(List<TextSource> sources) {

    static TextRule parse(Yaml yaml, Forms forms) throws InvalidMappingException {
        List<TextSource> sources = new ArrayList<>();
        for (Yaml item : yaml.items()) {
            sources.add(TextSource.parse(item, forms));
        }
        if (sources.isEmpty()) {
            throw yaml.error("is an empty list, expected columns");
        }
        return new TextRule(List.copyOf(sources));
    }

    /** A column, and nothing done with its text. */
    static TextRule of(String column) {
        return new TextRule(List.of(TextSource.of(column)));
    }

    /** The text of a row; null when no source gives any. */
    @Nullable
    String read(Row row, Lookups lookups) {
        Given given = given(row, lookups);
        return given == null ? null : given.text();
    }

    /**
     * A text, and where it comes from.
     *
     * @param source the first that gives any
     * @param text what it gives
     */
    record Given(TextSource source, String text) {}

    /**
     * What a row gives; null for nothing. Where a text leads to several values, other sources that read the same column are passed
     * over: the text itself would take for one what is several. An id that was merged into several is itself no less.
     */
    @Nullable
    Given given(Row row, Lookups lookups) {
        Set<String> unclear = Set.of();
        for (TextSource source : sources) {
            if (!unclear.isEmpty() && source.reads(unclear)) {
                continue;
            }
            Lookups.Found found = source.find(row, lookups);
            String text = found.text();
            if (text != null) {
                return new Given(source, source.prefixed(text));
            }
            if (found.isUnclear() && !source.mayRepeat()) {
                unclear = Stream.concat(unclear.stream(), source.names()).collect(Collectors.toSet());
            }
        }
        return null;
    }

    /** The same rule, for those to whom it is all the same whether a file may lack its columns. */
    TextRule required() {
        return new TextRule(sources.stream().map(TextSource::required).toList());
    }

    /** Whether the row has something, of which nothing tells what it leads to. */
    boolean isUnclear(Row row, Lookups lookups) {
        return sources.stream().anyMatch(source -> source.find(row, lookups).isUnclear());
    }

    /** Whether the first thing that the row has leads in a circle. */
    boolean isCircle(Row row, Lookups lookups) {
        for (TextSource source : sources) {
            if (source.mayRepeat()) {
                Lookups.Found found = source.find(row, lookups.silent());
                if (found.text() != null || found.kind() == Lookups.Found.Kind.CIRCLE) {
                    return found.kind() == Lookups.Found.Kind.CIRCLE;
                }
            }
        }
        return false;
    }

    /** Whether the text of a row is a number that the file itself writes, and not made of other texts. */
    boolean isNumber(Row row, Lookups lookups) {
        Given given = given(row, lookups);
        return given != null && given.source().isNumber(row);
    }

    /** The name of the column that gives the text of a row, or might. */
    String column(Row row) {
        return sources.stream()
                .flatMap(source -> source.columns().stream())
                .flatMap(column -> column.names().stream().filter(row::has))
                .findFirst()
                .orElse("");
    }

    /** The text that the row gives, as it is written there; null when no source gives any. */
    @Nullable
    String written(Row row) {
        for (TextSource source : sources) {
            String text = source.written(row);
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
