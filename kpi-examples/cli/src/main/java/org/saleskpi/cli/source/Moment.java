package org.saleskpi.cli.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
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

    /**
     * Reads an ISO-8601 instant, offset date-time, local date-time or local date.
     *
     * @param text such as {@code 2026-03-02T09:30:00Z}, {@code 2026-03-02T10:30:00+01:00} or {@code 2026-03-02}
     * @param zone the zone of local times and dates
     * @return the moment
     * @throws DateTimeException if the text is none of these
     */
    public static Moment iso(String text, ZoneId zone) {
        return from(ISO.parse(text), zone);
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
    Instant notBefore(Instant beginning, ZoneId zone) {
        return date != null && date.equals(LocalDate.ofInstant(beginning, zone)) ? beginning : instant;
    }
}
