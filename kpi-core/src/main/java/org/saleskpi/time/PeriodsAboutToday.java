package org.saleskpi.time;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words for periods about today, such as {@code last-month} and {@code last-30d}. */
final class PeriodsAboutToday {

    private static final Pattern OTHER_LETTERS = Pattern.compile("(?!FY)\\p{L}.*", Pattern.DOTALL);
    private static final String UNIT = "day|week|month|quarter|year";
    private static final Pattern THIS = Pattern.compile("this[- ](" + UNIT + ")");
    private static final Pattern LAST = Pattern.compile("last[- ](" + UNIT + ")");
    private static final Pattern TO_DATE = Pattern.compile("(?:(" + UNIT + ")[- ]to[- ]date|([wmqy])td)");
    private static final Pattern SEVERAL =
            Pattern.compile("last[- ](?<count>[0-9]{1,9})(?:(?<letter>[dwmqy])|[- ](?<unit>" + UNIT + ")s?)");

    private static final Map<String, CalendarUnit> LETTERS = Map.of(
            "d", CalendarUnit.DAY,
            "w", CalendarUnit.WEEK,
            "m", CalendarUnit.MONTH,
            "q", CalendarUnit.QUARTER,
            "y", CalendarUnit.YEAR);

    private PeriodsAboutToday() {}

    /** The dates that a word means; empty if it cannot be one of these. */
    static Optional<DateRange> parse(String text, SalesCalendar calendar, LocalDate today) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        switch (word) {
            case "today" -> {
                return Optional.of(DateRange.day(today));
            }
            case "yesterday" -> {
                return Optional.of(calendar.last(1, CalendarUnit.DAY, today));
            }
            default -> {
                return units(text, word, calendar, today);
            }
        }
    }

    private static Optional<DateRange> units(String text, String word, SalesCalendar calendar, LocalDate today) {
        Matcher current = THIS.matcher(word);
        if (current.matches()) {
            return Optional.of(calendar.rangeOf(named(current.group(1)), today));
        }
        Matcher last = LAST.matcher(word);
        if (last.matches()) {
            return Optional.of(calendar.last(1, named(last.group(1)), today));
        }
        Matcher toDate = TO_DATE.matcher(word);
        if (toDate.matches()) {
            return Optional.of(calendar.toDate(unit(toDate.group(2), toDate.group(1)), today));
        }
        Matcher several = SEVERAL.matcher(word);
        if (several.matches()) {
            int count = Integer.parseInt(several.group("count"));
            checkArgument(
                    count >= 1 && count <= Pieces.MOST,
                    "\"%s\": count %s is not from 1 to %s",
                    text,
                    count,
                    Pieces.MOST);
            return Optional.of(calendar.last(count, unit(several.group("letter"), several.group("unit")), today));
        }
        if (OTHER_LETTERS.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a period: told from today it is such as today,"
                            + " yesterday, this-month, last-month, month-to-date, ytd or last-30d, else such as 2026-03 or FY2026-Q1");
        }
        return Optional.empty();
    }

    private static CalendarUnit unit(@Nullable String letter, String name) {
        CalendarUnit unit = letter == null ? null : LETTERS.get(letter);
        return unit == null ? named(name) : unit;
    }

    private static CalendarUnit named(String name) {
        return CalendarUnit.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
