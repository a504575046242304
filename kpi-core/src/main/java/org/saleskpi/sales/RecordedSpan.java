package org.saleskpi.sales;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.saleskpi.time.InstantRange;

/**
 * The time between the first and the last of some records. Immutable and thread-safe.
 *
 * @param first the moment of the first record
 * @param last the moment of the last record, which belongs to the span, not before the first
 * @see SalesHistory#recorded()
 * @since 0.1.0
 */
public record RecordedSpan(Instant first, Instant last) {

    /**
     * Creates a span.
     *
     * @param first the moment of the first record
     * @param last the moment of the last record, not before the first
     * @throws IllegalArgumentException if the last is before the first
     */
    public RecordedSpan {
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        checkArgument(!last.isBefore(first), "RecordedSpan: last %s is before first %s", last, first);
    }

    /**
     * Tells whether the span and a period have a moment in common.
     *
     * @param period the period
     * @return true unless the period ends before the first record, or begins after the last
     */
    public boolean overlaps(InstantRange period) {
        requireNonNull(period, "period");
        return first.isBefore(period.endExclusive()) && !last.isBefore(period.startInclusive());
    }

    /** The span of these and other records. */
    RecordedSpan and(RecordedSpan other) {
        return new RecordedSpan(
                first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
    }
}
