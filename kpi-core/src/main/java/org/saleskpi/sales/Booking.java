package org.saleskpi.sales;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sales meeting being agreed on, whatever becomes of it.
 *
 * <p>It is a fact of its own because a view as of a moment knows it by its own moment: what was booked before, and will be
 * held later, is known as booked and as nothing else. Its {@link #meeting} is then as recorded now, and its customer may be
 * one that the view does not know. Derived by {@link SalesHistory}. Immutable and thread-safe.
 *
 * @param meeting the meeting, which says when it was booked
 * @see CustomerJourney
 * @see SalesHistory#bookings
 * @since 0.1.0
 */
public record Booking(Meeting meeting) implements Fact {

    /**
     * Creates a booking.
     *
     * @param meeting the meeting, which says when it was booked
     */
    public Booking {
        requireNonNull(meeting, "meeting");
        requireNonNull(meeting.bookedAt(), "bookedAt");
    }

    /**
     * Returns when the meeting was agreed on.
     *
     * @return {@link Meeting#bookedAt} of the meeting
     */
    public Instant at() {
        return requireNonNull(meeting.bookedAt(), "bookedAt");
    }

    /** Returns the id of the meeting. */
    @Override
    public String id() {
        return meeting.id();
    }

    @Override
    public Instant moment() {
        return at();
    }

    @Override
    public @Nullable String customerId() {
        return meeting.customerId();
    }

    @Override
    public @Nullable String owner() {
        return meeting.owner();
    }

    @Override
    public Map<String, String> attributes() {
        return meeting.attributes();
    }
}
