package org.saleskpi.time;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/**
 * A span of time between two instants: the start belongs to it, the end does not.
 *
 * <p>Calendar spans are easier to write as a {@link DateRange}, which a time zone turns into a period with
 * {@link DateRange#atZone(ZoneId)}. Immutable and thread-safe.
 *
 * <pre>{@code
 * InstantRange march = DateRange.month(2026, 3).atZone(ZoneId.of("Europe/Paris"));
 * assert march.toString().equals("2026-02-28T23:00:00Z/2026-03-31T22:00:00Z");
 * assert march.contains(march.startInclusive()) && !march.contains(march.endExclusive());
 * }</pre>
 *
 * @param startInclusive the first instant of the period
 * @param endExclusive the first instant after the period, later than the start
 * @since 0.1.0
 */
public record InstantRange(Instant startInclusive, Instant endExclusive) {

    private static final String NOT_TWO_INSTANTS = "InstantRange \"%s\" is not two instants with a slash between them";

    /**
     * Creates a period.
     *
     * @param startInclusive the first instant of the period
     * @param endExclusive the first instant after the period, later than the start
     * @throws IllegalArgumentException if the start is not before the end
     */
    public InstantRange {
        requireNonNull(startInclusive, "startInclusive");
        requireNonNull(endExclusive, "endExclusive");
        checkArgument(
                startInclusive.isBefore(endExclusive),
                "InstantRange: start %s is not before end %s",
                startInclusive,
                endExclusive);
    }

    /**
     * Returns the period between two instants.
     *
     * @param startInclusive the first instant of the period
     * @param endExclusive the first instant after the period
     * @return the period
     * @throws IllegalArgumentException if the start is not before the end
     */
    public static InstantRange of(Instant startInclusive, Instant endExclusive) {
        return new InstantRange(startInclusive, endExclusive);
    }

    /**
     * Reads what {@link #toString} writes: two ISO-8601 instants with a slash between them.
     *
     * @param text such as {@code 2026-02-28T23:00:00Z/2026-03-31T22:00:00Z}
     * @return the period
     * @throws IllegalArgumentException if the text is not two instants, or the start is not before the end
     */
    public static InstantRange parse(String text) {
        int slash = requireNonNull(text, "text").indexOf('/');
        checkArgument(slash >= 0, NOT_TWO_INSTANTS, text);
        try {
            return new InstantRange(Instant.parse(text.substring(0, slash)), Instant.parse(text.substring(slash + 1)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(NOT_TWO_INSTANTS.formatted(text), e);
        }
    }

    /**
     * Tells whether an instant lies in this period.
     *
     * @param moment the instant
     * @return true if it is at or after the start and before the end
     */
    public boolean contains(Instant moment) {
        return !requireNonNull(moment, "moment").isBefore(startInclusive) && moment.isBefore(endExclusive);
    }

    /** Returns the two instants with a slash between them, as {@link #parse} reads them. */
    @Override
    public String toString() {
        return startInclusive + "/" + endExclusive;
    }
}
