package org.saleskpi.time;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the parts of a calendar's years are called: {@code FY2026}, {@code FY2026-H1}, {@code FY2026-Q1}, {@code FY2026-P03},
 * {@code FY2026-W07}.
 */
final class FiscalPeriods {

    private static final String PREFIX = "FY";
    private static final Pattern FORM =
            Pattern.compile(PREFIX + "(?<year>\\d{4})(?:-(?<part>[HQ](?=\\d$)|[PW](?=\\d{2}$))(?<number>\\d+))?");
    private static final int LAST_YEAR_OF_FOUR_DIGITS = 9999;
    private static final int HALVES = 2;
    private static final int QUARTERS_OF_A_HALF = 2;

    private final SalesCalendar calendar;
    private final CalendarRule rule;

    FiscalPeriods(SalesCalendar calendar, CalendarRule rule) {
        this.calendar = calendar;
        this.rule = rule;
    }

    static boolean isOne(String text) {
        return text.startsWith(PREFIX);
    }

    DateRange parse(String text) {
        Matcher form = FORM.matcher(text);
        checkArgument(
                form.matches(),
                "\"%s\" is not a year (FY2026) of the calendar %s, nor a half (FY2026-H1), a quarter (FY2026-Q1), a period"
                        + " (FY2026-P03) or a week (FY2026-W07) of one",
                text,
                calendar);
        long year = rule.yearOf(Integer.parseInt(form.group("year")));
        String part = form.group("part");
        if (part == null) {
            return range(CalendarUnit.YEAR, year, 1);
        }
        int number = Integer.parseInt(form.group("number"));
        return switch (part) {
            case "H" -> {
                checkNumber(text, number, HALVES, "halves");
                yield range(
                        CalendarUnit.QUARTER,
                        CalendarRule.QUARTERS * year + (long) QUARTERS_OF_A_HALF * (number - 1),
                        QUARTERS_OF_A_HALF);
            }
            case "Q" -> {
                checkNumber(text, number, CalendarRule.QUARTERS, "quarters");
                yield range(CalendarUnit.QUARTER, CalendarRule.QUARTERS * year + number - 1, 1);
            }
            case "P" -> {
                checkNumber(text, number, CalendarRule.MONTHS, "periods");
                yield range(CalendarUnit.MONTH, CalendarRule.MONTHS * year + number - 1, 1);
            }
            default -> week(text, year, number);
        };
    }

    private DateRange week(String text, long year, int number) {
        checkArgument(
                rule.numbersWeeks(),
                "\"%s\": the years of the calendar %s do not begin with a week, so that their weeks have no numbers",
                text,
                calendar);
        long first = firstWeek(year);
        checkNumber(text, number, firstWeek(year + 1) - first, "weeks");
        return range(CalendarUnit.WEEK, first + number - 1, 1);
    }

    private long firstWeek(long year) {
        return rule.numberOf(CalendarUnit.WEEK, rule.startOf(CalendarUnit.YEAR, year));
    }

    private void checkNumber(String text, int number, long last, String what) {
        checkArgument(
                number >= 1 && number <= last,
                "\"%s\": that year of the calendar %s has the %s 1 to %s, not %s",
                text,
                calendar,
                what,
                last,
                number);
    }

    private DateRange range(CalendarUnit unit, long number, int units) {
        return new DateRange(rule.startOf(unit, number), rule.startOf(unit, number + units));
    }

    /** The name of a range that is a part of a year; of months of the common calendar, and of all else, as dates call it. */
    String nameOf(DateRange range) {
        LocalDate start = range.startInclusive();
        CalendarUnit largest = calendar.largestUnitOf(range);
        long first = rule.numberOf(largest, start);
        long units = rule.numberOf(largest, range.endExclusive()) - first;
        long year = rule.numberOf(CalendarUnit.YEAR, start);
        long name = rule.nameOf(year);
        if (name < 0 || name > LAST_YEAR_OF_FOUR_DIGITS) {
            return range.toString();
        }
        if (largest == CalendarUnit.YEAR && units == 1) {
            return format("%s%04d", PREFIX, name);
        }
        if (largest == CalendarUnit.QUARTER) {
            long quarter = first - CalendarRule.QUARTERS * year;
            if (units == 1) {
                return format("%s%04d-Q%d", PREFIX, name, quarter + 1);
            }
            if (units == QUARTERS_OF_A_HALF && quarter % QUARTERS_OF_A_HALF == 0) {
                return format("%s%04d-H%d", PREFIX, name, quarter / QUARTERS_OF_A_HALF + 1);
            }
        }
        if (rule.numbersWeeks() && units == 1 && largest == CalendarUnit.MONTH) {
            return format("%s%04d-P%02d", PREFIX, name, first - CalendarRule.MONTHS * year + 1);
        }
        if (rule.numbersWeeks() && units == 1 && largest == CalendarUnit.WEEK) {
            return format("%s%04d-W%02d", PREFIX, name, first - firstWeek(year) + 1);
        }
        return range.toString();
    }

    private static String format(String pattern, Object... parts) {
        return String.format(Locale.ROOT, pattern, parts);
    }
}
