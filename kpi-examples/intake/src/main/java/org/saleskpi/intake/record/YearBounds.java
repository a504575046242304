package org.saleskpi.intake.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.saleskpi.intake.Moment;

/**
 * The years that moments of files may lie in. What is outside was read in a wrong way: seconds taken as milliseconds are
 * moments of January 1970, milliseconds taken as seconds of the year 58,000. Immutable and thread-safe.
 */
public final class YearBounds {

    /** The last year. */
    public static final int LAST_YEAR = 2100;

    /** From 1971 to 2100: no number of seconds or milliseconds that is none too few lies there. */
    public static final YearBounds USUAL = YearBounds.since(1971);

    private static final int DAY = 86_400;

    private final int firstYear;
    private final long surelyFrom;
    private final long surelyTo;

    private YearBounds(int firstYear) {
        this.firstYear = firstYear;
        this.surelyFrom = startOf(firstYear) + DAY;
        this.surelyTo = startOf(LAST_YEAR + 1) - DAY;
    }

    private static long startOf(int year) {
        return Year.of(year).atDay(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    /**
     * Returns a reach.
     *
     * @param firstYear the first year that moments may lie in
     * @return the reach from that year to 2100
     */
    public static YearBounds since(int firstYear) {
        return new YearBounds(firstYear);
    }

    /**
     * Says whether a moment is within reach.
     *
     * @param moment the moment
     * @param zone the zone in which it has a year
     * @return whether that year is
     */
    public boolean contains(Moment moment, ZoneId zone) {
        Instant instant = moment.instant();
        if (instant.getEpochSecond() >= surelyFrom && instant.getEpochSecond() < surelyTo) {
            return true;
        }
        LocalDate date = moment.date();
        return contains(date == null ? LocalDate.ofInstant(instant, zone) : date);
    }

    /**
     * Says whether a day is within reach.
     *
     * @param date the day
     * @return whether its year is
     */
    public boolean contains(LocalDate date) {
        return date.getYear() >= firstYear && date.getYear() <= LAST_YEAR;
    }

    /**
     * Says why a moment is bad.
     *
     * @return to be read after the moment
     */
    public String expected() {
        return "is out of reach, expected a moment of the years " + firstYear + " to " + LAST_YEAR;
    }
}
