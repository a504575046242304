package org.saleskpi.intake.mapping;

import java.math.BigDecimal;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.record.BadCellException;
import org.saleskpi.intake.table.Decimals;
import org.saleskpi.intake.table.Row;

/**
 * A length of time: as many days, weeks, months or years as a mapping says, or a column.
 *
 * @param one one of them
 * @param unit what they are called, such as {@code months}
 * @param count how many; 0 if a column says it
 * @param column the column; null if the mapping says it
 */
record Span(Period one, String unit, int count, @Nullable TextRule column) {

    /** The keys of a block, of which it has one. */
    static final List<String> KEYS = List.of("days", "weeks", "months", "years");

    /** Parses the one of the keys that a block has. */
    static Span parse(Yaml.Block block, Forms forms) throws InvalidMappingException {
        List<String> given =
                KEYS.stream().filter(key -> block.optional(key) != null).toList();
        if (given.size() != 1) {
            throw block.node().error("expected one of " + String.join(", ", KEYS));
        }
        String unit = given.get(0);
        Yaml value = block.required(unit);
        Period one = switch (unit) {
            case "days" -> Period.ofDays(1);
            case "weeks" -> Period.ofWeeks(1);
            case "months" -> Period.ofMonths(1);
            default -> Period.ofYears(1);
        };
        return value.isText()
                ? new Span(one, unit, value.wholeNumber(), null)
                : new Span(one, unit, 0, TextRule.parse(value, forms));
    }

    /** The length that a row says, of at least some units; null if its column is empty. */
    @Nullable
    Period read(Row row, int least, Lookups lookups) throws BadCellException {
        if (column == null) {
            return one.multipliedBy(count);
        }
        String text = column.read(row, lookups);
        return text == null ? null : one.multipliedBy(count(text, unit, least));
    }

    /** All that is read from the row. */
    Stream<TextSource> sources() {
        return column == null ? Stream.empty() : column.sources().stream();
    }

    /**
     * The end of a length of time. Where the last month has no such day as the first, it lasts through the last day of that
     * month.
     */
    static ZonedDateTime after(ZonedDateTime start, Period length) {
        ZonedDateTime end = start.plusMonths(length.toTotalMonths());
        boolean isCut = end.getDayOfMonth() < start.getDayOfMonth();
        ZonedDateTime months = isCut ? end.toLocalDate().plusDays(1).atStartOfDay(end.getZone()) : end;
        return months.plus(length.withYears(0).withMonths(0));
    }

    /** A whole number of something, up to 9999. */
    static int count(String text, String what, int least) throws BadCellException {
        try {
            BigDecimal number = Decimals.parse(text);
            int count = number.intValueExact();
            if (count >= least && count < 10_000) {
                return count;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Told below.
        }
        throw new BadCellException(text, "is not a number of " + what + ", expected " + least + " to 9999");
    }
}
