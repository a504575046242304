package org.saleskpi.sales;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A phone call.
 *
 * <pre>{@code
 * Call call = Call.builder("k-1", Instant.parse("2026-03-02T09:30:00Z"))
 *         .customer("c-1")
 *         .outcome(Call.Outcome.MEETING_BOOKED)
 *         .owner("alice")
 *         .build();
 * assert call.isProspecting() && call.isSuccessful();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the id, which no other call has
 * @param customerId the customer called; null when nobody linked the call to one
 * @param at when the call took place
 * @param outcome how it ended; null when that was not recorded
 * @param purpose what it was for
 * @param owner the sales rep; null for none of its own
 * @param attributes free attributes by name
 * @param origin where the record came from; null when it does not say
 * @since 0.1.0
 */
public record Call(
        String id,
        @Nullable String customerId,
        Instant at,
        @Nullable Outcome outcome,
        Purpose purpose,
        @Nullable String owner,
        Map<String, String> attributes,
        @Nullable Origin origin)
        implements SalesRecord, Fact {

    /**
     * How a call ended.
     *
     * @since 0.1.0
     */
    public enum Outcome {
        /** Nobody answered. */
        NO_ANSWER,
        /** The person did not want to talk. */
        REFUSED,
        /** The person asked to be called another time. */
        CALL_BACK,
        /** There was a conversation about the offer. */
        DISCUSSION,
        /** A meeting was agreed on. */
        MEETING_BOOKED
    }

    /**
     * What a call was for.
     *
     * @since 0.1.0
     */
    public enum Purpose {
        /** To win a customer, or more business from one. */
        PROSPECTING,
        /** Anything else, such as support or administration. */
        OTHER
    }

    /**
     * Creates a call; {@link #builder} names what it is given.
     *
     * @param id the id, which no other call has
     * @param customerId the customer called; null when nobody linked the call to one
     * @param at when the call took place
     * @param outcome how it ended; null when that was not recorded
     * @param purpose what it was for
     * @param owner the sales rep; null for none of its own
     * @param attributes free attributes by name
     * @param origin where the record came from; null when it does not say
     * @throws InvalidRecordException if the id is missing or blank, a text is blank, or {@code at} or {@code purpose} is
     * missing
     */
    public Call {
        Rules rules = Rules.of(RecordType.CALL, id, owner, origin);
        rules.notBlank("customerId", customerId);
        rules.moment("at", at);
        rules.present("purpose", purpose);
        attributes = rules.attributes(attributes);
    }

    /**
     * Begins a prospecting call.
     *
     * @param id the id
     * @param at when the call took place
     * @return a builder
     */
    public static Builder builder(String id, Instant at) {
        return new Builder(id, at);
    }

    /**
     * Tells whether the call was for prospecting.
     *
     * @return true unless its purpose is {@link Purpose#OTHER}
     */
    public boolean isProspecting() {
        return purpose == Purpose.PROSPECTING;
    }

    /**
     * Tells whether the call led to a conversation or a meeting.
     *
     * @return true for {@link Outcome#DISCUSSION} and {@link Outcome#MEETING_BOOKED}
     */
    public boolean isSuccessful() {
        return outcome == Outcome.DISCUSSION || outcome == Outcome.MEETING_BOOKED;
    }

    /**
     * Tells whether somebody answered the call.
     *
     * @return true for {@link Outcome#REFUSED}, {@link Outcome#CALL_BACK}, {@link Outcome#DISCUSSION} and
     *     {@link Outcome#MEETING_BOOKED}; false where nobody answered, or the outcome was not recorded
     */
    public boolean isAnswered() {
        return outcome != null && outcome != Outcome.NO_ANSWER;
    }

    /**
     * Tells whether nobody recorded how the call ended.
     *
     * @return true if there is no outcome
     */
    public boolean isUnrecorded() {
        return outcome == null;
    }

    @Override
    public RecordType type() {
        return RecordType.CALL;
    }

    @Override
    public Instant moment() {
        return at;
    }

    /** This record, wherever it came from. */
    Call withoutOrigin() {
        return new Call(id, customerId, at, outcome, purpose, owner, attributes, null);
    }

    /**
     * Collects what a {@link Call} consists of. Not thread-safe.
     *
     * @since 0.1.0
     */
    public static final class Builder extends FactBuilder<Builder> {

        private final Instant at;
        private @Nullable Outcome outcome;
        private Purpose purpose = Purpose.PROSPECTING;

        private Builder(String id, Instant at) {
            super(id);
            this.at = at;
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Says how the call ended.
         *
         * @param outcome the outcome, or null when it was not recorded
         * @return this builder
         */
        public Builder outcome(@Nullable Outcome outcome) {
            this.outcome = outcome;
            return this;
        }

        /**
         * Says what the call was for: prospecting, unless this is called.
         *
         * @param purpose the purpose
         * @return this builder
         */
        public Builder purpose(Purpose purpose) {
            this.purpose = purpose;
            return this;
        }

        /**
         * Completes the call.
         *
         * @return the call
         * @throws InvalidRecordException if it breaks a rule
         */
        @Override
        public Call build() {
            return new Call(id, customerId, at, outcome, purpose, owner, attributes, origin);
        }
    }
}
