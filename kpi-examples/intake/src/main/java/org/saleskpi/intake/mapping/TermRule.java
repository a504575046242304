package org.saleskpi.intake.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Moment;
import org.saleskpi.intake.record.BadCellException;
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

    /** As long as a mapping says, or a column. */
    record Lasting(Span span, TermRule empty) implements TermRule {

        @Override
        public @Nullable Moment end(Row row, @Nullable Instant start, ZoneId zone, Lookups lookups)
                throws BadCellException {
            Period length = span.read(row, 1, lookups);
            return length == null ? empty.end(row, start, zone, lookups) : after(start, length, zone);
        }

        @Override
        public Stream<TextSource> sources() {
            return Stream.concat(span.sources(), empty.sources());
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
                    : after(start, period(text).multipliedBy(Span.count(count, "times", 1)), zone);
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
            return Stream.concat(moment.sources(), empty.sources());
        }
    }

    private static @Nullable Moment after(@Nullable Instant start, Period length, ZoneId zone) {
        return start == null
                ? null
                : new Moment(Span.after(start.atZone(zone), length).toInstant(), null);
    }

    /** The forms of a term, of which a block has one. */
    List<String> FORMS =
            Stream.concat(Span.KEYS.stream(), Stream.of("period", "end")).toList();

    /** Keys that stand beside one of the forms only. */
    Map<String, String> BESIDE = Map.of("times", "period", "ends", "end");

    /** All keys of a block. */
    String[] KEYS = Stream.of(FORMS.stream(), BESIDE.keySet().stream(), Stream.of("empty"))
            .flatMap(keys -> keys)
            .toArray(String[]::new);

    /** Parses a term: a word, or a block of one of the forms. */
    static TermRule parse(Yaml yaml, Forms forms) throws InvalidMappingException {
        if (yaml.isText()) {
            yaml.word(Set.of("open-ended"));
            return new OpenEnded();
        }
        Yaml.Block block = yaml.block(KEYS);
        List<String> given =
                FORMS.stream().filter(key -> block.optional(key) != null).toList();
        if (given.size() != 1) {
            throw yaml.error("has " + (given.isEmpty() ? "no length" : String.join(" and ", given))
                    + ", expected one of " + String.join(", ", FORMS));
        }
        for (Map.Entry<String, String> beside : BESIDE.entrySet()) {
            if (block.optional(beside.getKey()) != null && block.optional(beside.getValue()) == null) {
                throw yaml.error("has " + beside.getKey() + ", expected it beside " + beside.getValue() + " only");
            }
        }
        if (Span.KEYS.contains(given.get(0))) {
            Span span = Span.parse(block, forms);
            if (span.column() == null && block.optional("empty") != null) {
                throw yaml.error("has empty, expected it beside a column only");
            }
            String what = "the " + span.unit() + " of the term";
            return new Lasting(span, span.column() == null ? new Missing(what) : empty(block, what, forms));
        }
        Yaml period = block.optional("period");
        Yaml times = block.optional("times");
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
