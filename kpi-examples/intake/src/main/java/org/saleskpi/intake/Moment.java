package org.saleskpi.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A moment as a file gives it.
 *
 * @param instant the instant
 * @param date the day, when only a day was given; the instant is then its first
 */
public record Moment(Instant instant, @Nullable LocalDate date) {

    // Within these years every instant has a local date in every zone.
    private static final int FAR = 999_999;

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:mm:ss", "Z")
            .toFormatter(Locale.ROOT)
            .withChronology(IsoChronology.INSTANCE)
            .withResolverStyle(ResolverStyle.STRICT);

    // Nearly all moments of nearly all files begin so; the formatter alone would take most of the time of an import.
    private static final String USUAL_SHAPE = "0000-00-00T00:00:00";

    /**
     * Reads an ISO-8601 instant, offset date-time, local date-time or local date.
     *
     * @param text such as {@code 2026-03-02T09:30:00Z}, {@code 2026-03-02T10:30:00+01:00} or {@code 2026-03-02}
     * @param zone the zone of local times and dates
     * @return the moment
     * @throws DateTimeException if the text is none of these
     */
    public static Moment iso(String text, ZoneId zone) {
        return hasUsualShape(text) ? usual(text, zone) : from(ISO.parse(text), zone);
    }

    /** Whether a text is a date alone, or a date and time with seconds and at most an offset of hours and minutes. */
    private static boolean hasUsualShape(String text) {
        int length = text.length();
        if (length != 10 && length != 19 && length != 20 && length != 25) {
            return false;
        }
        for (int i = 0; i < Math.min(length, USUAL_SHAPE.length()); i++) {
            char c = text.charAt(i);
            char expected = USUAL_SHAPE.charAt(i);
            if (expected == '0' ? c < '0' || c > '9' : c != expected) {
                return false;
            }
        }
        return true;
    }

    private static Moment usual(String text, ZoneId zone) {
        LocalDate date = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        if (text.length() == 10) {
            return new Moment(date.atStartOfDay(zone).toInstant(), date);
        }
        LocalDateTime time = date.atTime(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
        ZoneId stated = text.length() == 19 ? zone : ZoneOffset.of(text.substring(19));
        return new Moment(time.atZone(stated).toInstant(), null);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /**
     * Takes the moment from what a formatter has parsed. A local time in a gap of the zone moves forward by the gap, in an
     * overlap it takes the earlier offset.
     *
     * @param parsed a date at least, with a time, an offset or a zone if they were given
     * @param zone the zone of local times and dates
     * @return the moment
     * @throws DateTimeException if there is no date
     */
    public static Moment from(TemporalAccessor parsed, ZoneId zone) {
        LocalDate date = LocalDate.from(parsed);
        if (Math.abs(date.getYear()) > FAR) {
            throw new DateTimeException("Year " + date.getYear() + " is too far away");
        }
        if (!parsed.isSupported(ChronoField.NANO_OF_DAY)) {
            return new Moment(date.atStartOfDay(zone).toInstant(), date);
        }
        ZoneId stated = parsed.query(TemporalQueries.zone());
        LocalDateTime time = LocalDateTime.from(parsed);
        return new Moment(time.atZone(stated == null ? zone : stated).toInstant(), null);
    }

    /**
     * Returns this moment as the end of something that began on the same day or before: systems mix dates and times, so
     * that a bare date which is the day of the beginning means the moment of the beginning.
     *
     * @param beginning when it began
     * @param zone the zone of the day
     * @return the instant
     */
    public Instant notBefore(Instant beginning, ZoneId zone) {
        return date != null && date.equals(LocalDate.ofInstant(beginning, zone)) ? beginning : instant;
    }
}
