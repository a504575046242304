package org.saleskpi.intake.mapping;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Moment;
import org.saleskpi.intake.record.BadCellException;
import org.saleskpi.intake.table.Decimals;
import org.saleskpi.intake.table.Row;

/** How long contracts last. A mapping states it, there is no default: retention and churn are made of it. */
sealed interface TermRule {

    /** The end of the term of a contract that starts at a moment; null for none. */
    @Nullable
    Moment end(Row row, @Nullable Instant start, ZoneId zone, Lookups lookups) throws BadCellException;

    /** All that is read from the row. */
    Stream<TextSource> sources();

    /** What the row says of the term, as it is written there; null for nothing. */
    default @Nullable String written(Row row) {
        return new TextRule(sources().toList()).written(row);
    }

    /** For ever. */
    record OpenEnded() implements TermRule {

        @Override
        public @Nullable Moment end(Row row, @Nullable Instant start, ZoneId zone, Lookups lookups) {
            return null;
        }

        @Override
        public Stream<TextSource> sources() {
            return Stream.empty();
        }
    }

    /** None that counts: a contract of which nothing says how long it lasts is bad. */
    record Missing(String what) implements TermRule {

        @Override
        public Moment end(Row row, @Nullable Instant start, ZoneId zone, Lookups lookups) throws BadCellException {
            throw new BadCellException(null, "is missing, expected " + what);
        }

        @Override
        public Stream<TextSource> sources() {
            return Stream.empty();
        }
    }

    /** As many months for every contract. */
    record Months(int count) implements TermRule {

        @Override
        public @Nullable Moment end(Row row, @Nullable Instant start, ZoneId zone, Lookups lookups) {
            return after(start, Period.ofMonths(count), zone);
        }

        @Override
        public Stream<TextSource> sources() {
            return Stream.empty();
        }
    }

    /** As many months as a column says. */
    record MonthsOfColumn(TextRule column, TermRule empty) implements TermRule {

        @Override
        public @Nullable Moment end(Row row, @Nullable Instant start, ZoneId zone, Lookups lookups)
                throws BadCellException {
            String text = column.read(row, lookups);
            return text == null
                    ? empty.end(row, start, zone, lookups)
                    : after(start, Period.ofMonths(count(text, "months")), zone);
        }

        @Override
        public Stream<TextSource> sources() {
            return Stream.concat(column.sources().stream(), empty.sources());
        }
    }

    /** As many periods of a length as columns say, such as 12 of a month. */
    record Periods(TextRule length, @Nullable TextRule times, TermRule empty) implements TermRule {

        @Override
        public @Nullable Moment end(Row row, @Nullable Instant start, ZoneId zone, Lookups lookups)
                throws BadCellException {
            String text = length.read(row, lookups);
            String count = times == null ? "1" : times.read(row, lookups);
            return text == null || count == null
                    ? empty.end(row, start, zone, lookups)
                    : after(start, period(text).multipliedBy(count(count, "times")), zone);
        }

        private static Period period(String text) throws BadCellException {
            try {
                Period period = Period.parse(text);
                if (!period.isNegative() && !period.isZero() && period.toTotalMonths() < 12_000) {
                    return period;
                }
            } catch (ArithmeticException | DateTimeException e) {
                // Told below.
            }
            throw new BadCellException(text, "is not a length of time, expected one such as P12M, P1Y or P30D");
        }

        @Override
        public Stream<TextSource> sources() {
            return Stream.of(
                            length.sources().stream(),
                            times == null ? Stream.<TextSource>empty() : times.sources().stream(),
                            empty.sources())
                    .flatMap(all -> all);
        }
    }

    /** Until a moment of the row, or until the end of its day. */
    record Until(MomentRule moment, boolean isInclusive, TermRule empty) implements TermRule {

        @Override
        public @Nullable Moment end(Row row, @Nullable Instant start, ZoneId zone, Lookups lookups)
                throws BadCellException {
            Moment given = moment.read(row, zone, lookups);
            if (given == null) {
                return empty.end(row, start, zone, lookups);
            }
            if (!isInclusive) {
                return given;
            }
            LocalDate lastDay = given.date() != null ? given.date() : LocalDate.ofInstant(given.instant(), zone);
            return new Moment(lastDay.plusDays(1).atStartOfDay(zone).toInstant(), null);
        }

        @Override
        public Stream<TextSource> sources() {
            return Stream.concat(moment.texts().sources().stream(), empty.sources());
        }
    }

    private static @Nullable Moment after(@Nullable Instant start, Period length, ZoneId zone) {
        return start == null
                ? null
                : new Moment(after(start.atZone(zone), length).toInstant(), null);
    }

    /** The end of a term. Where the last month has no such day as the first, the term lasts through its last day. */
    private static ZonedDateTime after(ZonedDateTime start, Period length) {
        ZonedDateTime end = start.plusMonths(length.toTotalMonths());
        boolean isCut = end.getDayOfMonth() < start.getDayOfMonth();
        ZonedDateTime months = isCut ? end.toLocalDate().plusDays(1).atStartOfDay(end.getZone()) : end;
        return months.plus(length.withYears(0).withMonths(0));
    }

    private static int count(String text, String what) throws BadCellException {
        try {
            BigDecimal number = Decimals.parse(text);
            int count = number.intValueExact();
            if (count > 0 && count < 10_000) {
                return count;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Told below.
        }
        throw new BadCellException(text, "is not a number of " + what + ", expected 1 to 9999");
    }

    /** Parses a term: a word, or a block of one of the forms. */
    static TermRule parse(Yaml yaml, Forms forms) throws InvalidMappingException {
        if (yaml.isText()) {
            yaml.word(Set.of("open-ended"));
            return new OpenEnded();
        }
        Yaml.Block block = yaml.block("months", "period", "times", "end", "ends", "empty");
        Yaml months = block.optional("months");
        Yaml period = block.optional("period");
        Yaml end = block.optional("end");
        if (Stream.of(months, period, end).filter(one -> one != null).count() != 1) {
            throw yaml.error("expected one of months, period and end");
        }
        if (end == null && block.optional("ends") != null) {
            throw yaml.error("has ends, expected it beside end only");
        }
        Yaml times = block.optional("times");
        if (period == null && times != null) {
            throw yaml.error("has times, expected it beside period only");
        }
        if (months != null && months.isText()) {
            if (block.optional("empty") != null) {
                throw yaml.error("has empty, expected it beside a column only");
            }
            return new Months(months.wholeNumber());
        }
        if (months != null) {
            return new MonthsOfColumn(TextRule.parse(months, forms), empty(block, "the months of the term", forms));
        }
        if (period != null) {
            return new Periods(
                    TextRule.parse(period, forms),
                    times == null ? null : TextRule.parse(times, forms),
                    empty(block, "the length of the term", forms));
        }
        boolean isInclusive =
                block.required("ends").word(Set.of("inclusive", "exclusive")).equals("inclusive");
        return new Until(
                MomentRule.parse(block.required("end"), forms),
                isInclusive,
                empty(block, "the end of the term", forms));
    }

    /** What holds for rows in which the column is empty. */
    private static TermRule empty(Yaml.Block block, String what, Forms forms) throws InvalidMappingException {
        Yaml empty = block.required("empty");
        if (!empty.isText()) {
            return parse(empty, forms);
        }
        return empty.word(Set.of("open-ended", "reject")).equals("open-ended") ? new OpenEnded() : new Missing(what);
    }
}
