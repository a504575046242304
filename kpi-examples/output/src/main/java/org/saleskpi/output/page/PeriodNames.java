package org.saleskpi.output.page;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;
import org.saleskpi.time.SalesCalendar;

/** What periods are called: in full in a sentence, and short below a chart. */
final class PeriodNames {

    private static final Pattern PART_OF_YEAR =
            Pattern.compile("(?<year>FY(?<number>\\d{4}))(?:-(?<part>.(?<place>\\d+)))?");
    private static final int QUARTERS = 4;
    private static final int MONTHS = 12;

    private final ZoneId zone;
    private final SalesCalendar calendar;
    private final Wording wording;

    PeriodNames(Locale locale, ZoneId zone, SalesCalendar calendar) {
        this.zone = zone;
        this.calendar = calendar;
        this.wording = new Wording(locale);
    }

    /**
     * Such as {@code March 2026}, {@code Q1 2026}, {@code 2026} or, where years are not those of everybody,
     * {@code FY2026-Q1}; other dates by their first and last day.
     */
    String of(DateRange dates) {
        String name = calendar.nameOf(dates);
        if (PART_OF_YEAR.matcher(name).matches()) {
            return name;
        }
        LocalDate start = dates.startInclusive();
        if (dates.equals(SalesCalendar.iso().rangeOf(CalendarUnit.MONTH, start))) {
            return wording.date("date.month", start);
        }
        if (dates.equals(SalesCalendar.iso().rangeOf(CalendarUnit.QUARTER, start))) {
            return quarter(start) + " " + start.getYear();
        }
        if (dates.equals(SalesCalendar.iso().rangeOf(CalendarUnit.YEAR, start))) {
            return Integer.toString(start.getYear());
        }
        LocalDate lastDay = dates.endExclusive().minusDays(1);
        return wording.span(start, lastDay);
    }

    String of(InstantRange period) {
        return of(dates(period));
    }

    /** The same; two moments where the period is not made of whole days. */
    String ofWholeDaysOrMoments(InstantRange period) {
        DateRange dates = dates(period);
        return dates.startInclusive().isBefore(dates.endExclusive())
                        && dates.atZone(zone).equals(period)
                ? of(dates)
                : wording.span(period, zone);
    }

    private DateRange dates(InstantRange period) {
        return DateRange.of(
                period.startInclusive().atZone(zone).toLocalDate(),
                period.endExclusive().atZone(zone).toLocalDate());
    }

    /** What stands below a chart, without the year. */
    String label(InstantRange period, CalendarUnit unit) {
        LocalDate start = start(period);
        Matcher business = partOfYear(unit, start);
        if (business.matches()) {
            return unit == CalendarUnit.YEAR ? business.group("year") : business.group("part");
        }
        return switch (unit) {
            case DAY, WEEK -> wording.date("date.short", start);
            case MONTH -> wording.date("date.month.short", start);
            case QUARTER -> quarter(start);
            case YEAR -> Integer.toString(start.getYear());
        };
    }

    /** The year to say below a label; empty where the label says it. */
    String year(InstantRange period, CalendarUnit unit) {
        if (unit == CalendarUnit.YEAR) {
            return "";
        }
        LocalDate start = start(period);
        Matcher business = partOfYear(unit, start);
        return business.matches() ? business.group("year") : Integer.toString(start.getYear());
    }

    private LocalDate start(InstantRange period) {
        return period.startInclusive().atZone(zone).toLocalDate();
    }

    /** The name of the unit that holds a day; it matches where the business has a year of its own. */
    private Matcher partOfYear(CalendarUnit unit, LocalDate day) {
        return PART_OF_YEAR.matcher(calendar.nameOf(calendar.rangeOf(unit, day)));
    }

    /** The number of a period in the calendar; of days, weeks and years, how many there are to the last one of a series. */
    int calendarIndex(InstantRange period, CalendarUnit unit, int toTheLast) {
        LocalDate start = start(period);
        Matcher business = partOfYear(unit, start);
        boolean isBusiness = business.matches();
        int year = isBusiness ? Integer.parseInt(business.group("number")) : start.getYear();
        return switch (unit) {
            case DAY, WEEK, YEAR -> toTheLast;
            case MONTH ->
                MONTHS * year + (isBusiness ? Integer.parseInt(business.group("place")) : start.getMonthValue()) - 1;
            case QUARTER ->
                QUARTERS * year
                        + (isBusiness
                                ? Integer.parseInt(business.group("place"))
                                : start.get(IsoFields.QUARTER_OF_YEAR))
                        - 1;
        };
    }

    /** How far labels may be from each other, so that each January has one or none has; empty for any distance. */
    static List<Integer> distances(CalendarUnit unit) {
        return switch (unit) {
            case DAY, WEEK, YEAR -> List.of();
            case MONTH -> List.of(1, 2, 3, 4, 6, 12, 24, 36, 60);
            case QUARTER -> List.of(1, 2, 4, 8, 12, 20, 40);
        };
    }

    /** Such as {@code by month}. */
    String by(CalendarUnit unit) {
        return wording.say("by-unit", wording.name(unit));
    }

    private String quarter(LocalDate start) {
        return wording.say("quarter.sign") + start.get(IsoFields.QUARTER_OF_YEAR);
    }
}
