package org.saleskpi.cli.mapping;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saleskpi.cli.source.BadCellException;
import org.saleskpi.cli.source.Decimals;
import org.saleskpi.cli.source.Moment;
import org.saleskpi.cli.source.Row;

/**
 * How long contracts last. A mapping states it, there is no default: retention and churn are made of it.
 *
 * @param months the months of every contract; 0 when a column says
 * @param monthsColumn the column of the months; null for none
 * @param end the columns of the end; null for none
 * @param inclusive whether the end is the last day of the term, not the first moment after it
 * @param openEnded whether a contract without months or end has no end; otherwise it is bad
 */
record TermRule(
        int months,
        @Nullable TextRule monthsColumn,
        @Nullable MomentRule end,
        boolean inclusive,
        boolean openEnded) {

    private static final TermRule OPEN_ENDED = new TermRule(0, null, null, false, true);

    static TermRule parse(Yaml yaml, MomentForm form) throws InvalidMappingException {
        if (yaml.isText()) {
            yaml.word(Set.of("open-ended"));
            return OPEN_ENDED;
        }
        Yaml.Block block = yaml.block("months", "end", "ends", "empty");
        Yaml months = block.optional("months");
        Yaml end = block.optional("end");
        if ((months == null) == (end == null)) {
            throw yaml.error("expected either months or end");
        }
        if (months != null && block.optional("ends") != null) {
            throw yaml.error("has months and ends, expected ends beside end only");
        }
        if (months != null && months.isText()) {
            if (block.optional("empty") != null) {
                throw yaml.error("has empty, expected it beside a column only");
            }
            return new TermRule(months.wholeNumber(), null, null, false, false);
        }
        boolean openEnded =
                block.required("empty").word(Set.of("open-ended", "reject")).equals("open-ended");
        if (months != null) {
            return new TermRule(0, TextRule.parse(months), null, false, openEnded);
        }
        boolean inclusive =
                block.required("ends").word(Set.of("inclusive", "exclusive")).equals("inclusive");
        return new TermRule(0, null, MomentRule.parse(block.required("end"), form), inclusive, openEnded);
    }

    /** The end of the term of a contract that starts at a moment; null for none. */
    @Nullable
    Moment end(Row row, @Nullable Instant start, ZoneId zone, Lookups lookups) throws BadCellException {
        if (end != null) {
            Moment given = end.read(row, zone, lookups);
            if (given != null && inclusive) {
                LocalDate lastDay = given.date() != null ? given.date() : LocalDate.ofInstant(given.instant(), zone);
                return new Moment(lastDay.plusDays(1).atStartOfDay(zone).toInstant(), null);
            }
            return given != null ? given : none("the end of the term");
        }
        int count = months;
        if (monthsColumn != null) {
            String text = monthsColumn.read(row, lookups);
            if (text == null) {
                return none("the months of the term");
            }
            count = count(text);
        }
        return count == 0 || start == null
                ? null
                : new Moment(start.atZone(zone).plusMonths(count).toInstant(), null);
    }

    private @Nullable Moment none(String what) throws BadCellException {
        if (!openEnded) {
            throw new BadCellException(null, "is missing, expected " + what);
        }
        return null;
    }

    private static int count(String text) throws BadCellException {
        try {
            BigDecimal number = Decimals.parse(text);
            int count = number.intValueExact();
            if (count > 0 && count < 10_000) {
                return count;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Told below.
        }
        throw new BadCellException(text, "is not a number of months, expected 1 to 9999");
    }

    @Nullable
    TextRule texts() {
        return end != null ? end.texts() : monthsColumn;
    }
}
