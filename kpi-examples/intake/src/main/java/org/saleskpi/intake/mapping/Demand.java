package org.saleskpi.intake.mapping;

import java.util.Set;
import java.util.stream.Stream;
import org.saleskpi.intake.table.Row;

/** One of the things that a {@link Condition} demands. */
sealed interface Demand {

    boolean holds(Row row, Lookups lookups);

    /** What is read from the row. */
    Stream<TextRule.Source> sources();

    /** The tests of texts that it consists of. */
    Stream<OfText> tests();

    /** That a text is (or is not) among some words, of which the empty word stands for no text. */
    record OfText(TextRule text, Set<String> words, boolean expected) implements Demand {

        @Override
        public boolean holds(Row row, Lookups lookups) {
            String found = text.read(row, lookups.silent());
            // Several values are not nothing, and equal to no text.
            boolean isAmong = found != null
                    ? words.contains(found)
                    : words.contains("") && !text.isUnclear(row, lookups.silent());
            return isAmong == expected;
        }

        @Override
        public Stream<TextRule.Source> sources() {
            return text.sources().stream();
        }

        @Override
        public Stream<OfText> tests() {
            return Stream.of(this);
        }
    }

    /** That the file has (or has not) one of the columns. */
    record OfColumns(TextRule text, boolean isMissing) implements Demand {

        @Override
        public boolean holds(Row row, Lookups lookups) {
            boolean isThere = text.sources().stream()
                    .flatMap(source -> source.columns().stream())
                    .flatMap(column -> column.names().stream())
                    .anyMatch(row::has);
            return isThere != isMissing;
        }

        @Override
        public Stream<TextRule.Source> sources() {
            return text.sources().stream();
        }

        @Override
        public Stream<OfText> tests() {
            return Stream.empty();
        }
    }

    /** That a number is below zero, in whatever form, or is not. */
    record OfSign(TextRule text, boolean expected) implements Demand {

        @Override
        public boolean holds(Row row, Lookups lookups) {
            String found = text.read(row, lookups.silent());
            return (found != null && NumberForm.isNegative(found)) == expected;
        }

        @Override
        public Stream<TextRule.Source> sources() {
            return text.sources().stream();
        }

        @Override
        public Stream<OfText> tests() {
            return Stream.empty();
        }
    }

    /** That another condition holds. */
    record OfCondition(Condition condition) implements Demand {

        @Override
        public boolean holds(Row row, Lookups lookups) {
            return condition.holds(row, lookups);
        }

        @Override
        public Stream<TextRule.Source> sources() {
            return condition.sources();
        }

        @Override
        public Stream<OfText> tests() {
            return condition.tests();
        }
    }
}
