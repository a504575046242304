package org.saleskpi.intake.mapping;

import java.util.stream.Stream;
import org.saleskpi.intake.table.Row;

/** One of the things that a {@link Condition} asks of a row. */
sealed interface Criterion {

    boolean holds(Row row, Lookups lookups);

    /** What is read from the row. */
    Stream<TextSource> sources();

    /** The tests of texts that it consists of. */
    default Stream<OfText> tests() {
        return Stream.empty();
    }

    /** The comparisons that it consists of. */
    default Stream<OfOrder> comparisons() {
        return Stream.empty();
    }

    /** That a text is (or is not) among those of a list, of which the empty one stands for no text. */
    record OfText(TextRule text, ListedTexts listed, boolean expected) implements Criterion {

        @Override
        public boolean holds(Row row, Lookups lookups) {
            String found = text.read(row, lookups.silent());
            // Several values are not nothing, and equal to no text.
            boolean isAmong =
                    found != null ? listed.has(found) : listed.hasNone() && !text.isUnclear(row, lookups.silent());
            return isAmong == expected;
        }

        @Override
        public Stream<TextSource> sources() {
            return text.sources().stream();
        }

        @Override
        public Stream<OfText> tests() {
            return Stream.of(this);
        }
    }

    /** That the file has (or has not) one of the columns. */
    record OfColumns(TextRule text, boolean isMissing) implements Criterion {

        @Override
        public boolean holds(Row row, Lookups lookups) {
            boolean isThere = text.sources().stream()
                    .flatMap(source -> source.columns().stream())
                    .flatMap(column -> column.names().stream())
                    .anyMatch(row::has);
            return isThere != isMissing;
        }

        @Override
        public Stream<TextSource> sources() {
            return text.sources().stream();
        }
    }

    /** That a number is below zero, in whatever form, or is not. */
    record OfSign(TextRule text, boolean expected) implements Criterion {

        @Override
        public boolean holds(Row row, Lookups lookups) {
            String found = text.read(row, lookups.silent());
            return (found != null && NumberForm.isNegative(found)) == expected;
        }

        @Override
        public Stream<TextSource> sources() {
            return text.sources().stream();
        }
    }

    /** That a number or moment is above a bound, or below it, or at it. Nothing, and what is no number or moment, is neither. */
    record OfOrder(TextRule text, Bound bound) implements Criterion {

        @Override
        public boolean holds(Row row, Lookups lookups) {
            String found = text.read(row, lookups.silent());
            Boolean isWithin =
                    found == null ? null : bound.holds(found, text.isNumber(row, lookups.silent()), lookups.zone());
            return isWithin != null && isWithin;
        }

        @Override
        public Stream<TextSource> sources() {
            return text.sources().stream();
        }

        @Override
        public Stream<OfOrder> comparisons() {
            return Stream.of(this);
        }
    }

    /** That another condition holds, or does not. */
    record OfCondition(Condition condition, boolean expected) implements Criterion {

        @Override
        public boolean holds(Row row, Lookups lookups) {
            return condition.holds(row, lookups) == expected;
        }

        @Override
        public Stream<TextSource> sources() {
            return condition.sources();
        }

        @Override
        public Stream<OfText> tests() {
            return condition.tests();
        }

        @Override
        public Stream<OfOrder> comparisons() {
            return condition.comparisons();
        }
    }
}
