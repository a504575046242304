package org.saleskpi.sales;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with a customer, planned or past.
 *
 * <pre>{@code
 * Meeting meeting = Meeting.builder("m-1", Instant.parse("2026-03-09T14:00:00Z"), Meeting.Outcome.NEXT_STEP)
 *         .customer("c-1")
 *         .bookedAt(Instant.parse("2026-02-26T10:15:00Z"))
 *         .build();
 * assert meeting.isHeld() && meeting.isSuccessful();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the id, which no other meeting has
 * @param customerId the customer met; null when nobody linked the meeting to one
 * @param at when the meeting begins
 * @param outcome what became of it
 * @param purpose what it was for
 * @param bookedAt when it was agreed on, before or after it took place; null when that was not recorded
 * @param owner the sales rep; null for none of its own
 * @param attributes free attributes by name
 * @param origin where the record came from; null when it does not say
 * @since 0.1.0
 */
public record Meeting(
        String id,
        @Nullable String customerId,
        Instant at,
        Outcome outcome,
        Purpose purpose,
        @Nullable Instant bookedAt,
        @Nullable String owner,
        Map<String, String> attributes,
        @Nullable Origin origin)
        implements SalesRecord, Fact {

    /**
     * What became of a meeting.
     *
     * @since 0.1.0
     */
    public enum Outcome {
        /** It is still to come, or nobody said what became of it. */
        PLANNED,
        /** It was called off. */
        CANCELLED,
        /** The customer did not come. */
        NO_SHOW,
        /** It took place; its result is not recorded. */
        HELD,
        /** It took place and led nowhere. */
        NO_FOLLOW_UP,
        /** It took place and led to a next step. */
        NEXT_STEP,
        /** It took place and led to a sale. */
        SALE
    }

    /**
     * What a meeting was for.
     *
     * @since 0.1.0
     */
    public enum Purpose {
        /** To sell. */
        SALES,
        /** Anything else, such as training or support. */
        OTHER
    }

    /**
     * Creates a meeting; {@link #builder} names what it is given.
     *
     * @param id the id, which no other meeting has
     * @param customerId the customer met; null when nobody linked the meeting to one
     * @param at when the meeting begins
     * @param outcome what became of it
     * @param purpose what it was for
     * @param bookedAt when it was agreed on, before or after it took place; null when that was not recorded
     * @param owner the sales rep; null for none of its own
     * @param attributes free attributes by name
     * @param origin where the record came from; null when it does not say
     * @throws InvalidRecordException if the id is missing or blank, a text is blank, or {@code at}, {@code outcome} or
     * {@code purpose} is missing
     */
    public Meeting {
        Rules rules = Rules.of(RecordType.MEETING, id, owner, origin);
        rules.notBlank("customerId", customerId);
        rules.moment("at", at);
        rules.present("outcome", outcome);
        rules.present("purpose", purpose);
        rules.optionalMoment("bookedAt", bookedAt);
        attributes = rules.attributes(attributes);
    }

    /**
     * Begins a sales meeting.
     *
     * @param id the id
     * @param at when the meeting begins
     * @param outcome what became of it
     * @return a builder
     */
    public static Builder builder(String id, Instant at, Outcome outcome) {
        return new Builder(id, at, outcome);
    }

    /**
     * Tells whether the meeting was for selling.
     *
     * @return true unless its purpose is {@link Purpose#OTHER}
     */
    public boolean isSales() {
        return purpose == Purpose.SALES;
    }

    /**
     * Tells whether the meeting is still to come, or nobody said what became of it.
     *
     * @return true for {@link Outcome#PLANNED}
     */
    public boolean isPlanned() {
        return outcome == Outcome.PLANNED;
    }

    /**
     * Tells whether the meeting was called off.
     *
     * @return true for {@link Outcome#CANCELLED}
     */
    public boolean isCancelled() {
        return outcome == Outcome.CANCELLED;
    }

    /**
     * Tells whether the meeting took place.
     *
     * @return true for {@link Outcome#HELD}, {@link Outcome#NO_FOLLOW_UP}, {@link Outcome#NEXT_STEP} and
     *     {@link Outcome#SALE}
     */
    public boolean isHeld() {
        return switch (outcome) {
            case HELD, NO_FOLLOW_UP, NEXT_STEP, SALE -> true;
            case PLANNED, CANCELLED, NO_SHOW -> false;
        };
    }

    /**
     * Tells whether the meeting led to a next step or a sale.
     *
     * @return true for {@link Outcome#NEXT_STEP} and {@link Outcome#SALE}
     */
    public boolean isSuccessful() {
        return outcome == Outcome.NEXT_STEP || outcome == Outcome.SALE;
    }

    /**
     * Tells whether the meeting took place but nobody recorded its result.
     *
     * @return true for {@link Outcome#HELD}
     */
    public boolean isUnrecorded() {
        return outcome == Outcome.HELD;
    }

    @Override
    public RecordType type() {
        return RecordType.MEETING;
    }

    @Override
    public Instant moment() {
        return at;
    }

    /** This record, wherever it came from. */
    Meeting withoutOrigin() {
        return new Meeting(id, customerId, at, outcome, purpose, bookedAt, owner, attributes, null);
    }

    /** This meeting as it was known just before a moment: perhaps by something else than its booking. */
    Meeting before(Instant moment) {
        return isBookedBefore(moment)
                ? this
                : new Meeting(id, customerId, at, outcome, purpose, null, owner, attributes, origin);
    }

    /** Whether the moment of booking, if there is one, is known just before a moment. */
    boolean isBookedBefore(Instant moment) {
        return bookedAt == null || bookedAt.isBefore(moment);
    }

    /**
     * Collects what a {@link Meeting} consists of. Not thread-safe.
     *
     * @since 0.1.0
     */
    public static final class Builder extends FactBuilder<Builder> {

        private final Instant at;
        private final Outcome outcome;
        private Purpose purpose = Purpose.SALES;
        private @Nullable Instant bookedAt;

        private Builder(String id, Instant at, Outcome outcome) {
            super(id);
            this.at = at;
            this.outcome = outcome;
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Says what the meeting was for: selling, unless this is called.
         *
         * @param purpose the purpose
         * @return this builder
         */
        public Builder purpose(Purpose purpose) {
            this.purpose = purpose;
            return this;
        }

        /**
         * Says when the meeting was agreed on. It is no trace of the customer: the {@link CustomerJourney#entry entry} does
         * not go by it.
         *
         * @param moment the moment, which may be before or after the meeting, or null when it was not recorded
         * @return this builder
         */
        public Builder bookedAt(@Nullable Instant moment) {
            this.bookedAt = moment;
            return this;
        }

        /**
         * Completes the meeting.
         *
         * @return the meeting
         * @throws InvalidRecordException if it breaks a rule
         */
        @Override
        public Meeting build() {
            return new Meeting(id, customerId, at, outcome, purpose, bookedAt, owner, attributes, origin);
        }
    }
}
