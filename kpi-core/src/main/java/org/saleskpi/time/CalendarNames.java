package org.saleskpi.time;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How calendars are written: {@code iso}, {@code fiscal:JUL}, {@code weeks:SUN}, {@code 454:SAT:JAN:nearest}. */
final class CalendarNames {

    private static final int LETTERS = 3;

    private static final Pattern FISCAL = Pattern.compile("fiscal:(?<month>[a-z]{3})(?<start>:start)?");
    private static final Pattern WEEKS = Pattern.compile("weeks:(?<weekday>[a-z]{3})");
    private static final Pattern RETAIL =
            Pattern.compile("(?<pattern>445|454|544):(?<weekday>[a-z]{3}):(?<month>[a-z]{3}):(?<end>last|nearest)");

    private CalendarNames() {}

    /** The first three letters of a month or weekday in English, in capitals. */
    static String shortName(Enum<?> constant) {
        return constant.name().substring(0, LETTERS);
    }

    static SalesCalendar parse(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        Matcher fiscal = FISCAL.matcher(name);
        Matcher weeks = WEEKS.matcher(name);
        Matcher retail = RETAIL.matcher(name);
        if (name.equals("iso")) {
            return SalesCalendar.iso();
        }
        if (fiscal.matches()) {
            Month first = month(fiscal, text);
            return fiscal.group("start") == null
                    ? SalesCalendar.fiscal(first)
                    : SalesCalendar.fiscalNamedByStart(first);
        }
        if (weeks.matches()) {
            return SalesCalendar.weeksFrom(weekday(weeks, text));
        }
        checkArgument(
                retail.matches(),
                "\"%s\" is not a calendar: iso, fiscal:JUL, fiscal:JUL:start, weeks:SUN, or a retail calendar such as"
                        + " 454:SAT:JAN:nearest or 445:SUN:DEC:last",
                text);
        Month month = month(retail, text);
        DayOfWeek weekday = weekday(retail, text);
        return SalesCalendar.retail(
                RetailPattern.of(retail.group("pattern")),
                retail.group("end").equals("last")
                        ? RetailYearEnd.last(weekday, month)
                        : RetailYearEnd.nearest(weekday, month));
    }

    private static Month month(Matcher form, String text) {
        return named(Month.values(), form.group("month"), "month", text);
    }

    private static DayOfWeek weekday(Matcher form, String text) {
        return named(DayOfWeek.values(), form.group("weekday"), "weekday", text);
    }

    private static <E extends Enum<E>> E named(E[] constants, String letters, String what, String text) {
        List<String> names =
                Arrays.stream(constants).map(CalendarNames::shortName).toList();
        int position = names.indexOf(letters.toUpperCase(Locale.ROOT));
        checkArgument(
                position >= 0,
                "\"%s\" is not a calendar: no %s is called %s, expected one of %s",
                text,
                what,
                letters.toUpperCase(Locale.ROOT),
                String.join(", ", names));
        return constants[position];
    }
}
