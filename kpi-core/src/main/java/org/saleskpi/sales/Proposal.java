package org.saleskpi.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An offer sent to a customer: a quote, a proposal, or a deal with a price.
 *
 * <pre>{@code
 * Proposal proposal = Proposal.builder("p-1", Instant.parse("2026-03-10T08:00:00Z"))
 *         .customer("c-1")
 *         .amount(Money.parse("EUR 12000.00"))
 *         .decided(Proposal.Status.ACCEPTED, Instant.parse("2026-04-02T16:00:00Z"))
 *         .build();
 * assert proposal.isAccepted();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the id, which no other proposal has
 * @param customerId the customer it was sent to; null when nobody linked it to one
 * @param sentAt when it was sent
 * @param status what became of it
 * @param decidedAt when it was accepted, refused or expired, not before it was sent; null exactly when it is pending
 * @param amount what it is worth, not negative; null when it has no price
 * @param owner the sales rep; null for none of its own
 * @param attributes free attributes by name
 * @param origin where the record came from; null when it does not say
 * @since 0.1.0
 */
public record Proposal(
        String id,
        @Nullable String customerId,
        Instant sentAt,
        Status status,
        @Nullable Instant decidedAt,
        @Nullable Money amount,
        @Nullable String owner,
        Map<String, String> attributes,
        @Nullable Origin origin)
        implements SalesRecord, Fact {

    /**
     * What became of a proposal.
     *
     * @since 0.1.0
     */
    public enum Status {
        /** Not decided yet. */
        PENDING,
        /** The customer accepted it. */
        ACCEPTED,
        /** The customer refused it. */
        REFUSED,
        /** It lapsed without an answer. */
        EXPIRED
    }

    /**
     * Creates a proposal; {@link #builder} names what it is given.
     *
     * @param id the id, which no other proposal has
     * @param customerId the customer it was sent to; null when nobody linked it to one
     * @param sentAt when it was sent
     * @param status what became of it
     * @param decidedAt when it was accepted, refused or expired, not before it was sent; null exactly when it is pending
     * @param amount what it is worth, not negative; null when it has no price
     * @param owner the sales rep; null for none of its own
     * @param attributes free attributes by name
     * @param origin where the record came from; null when it does not say
     * @throws InvalidRecordException if the id is missing or blank, a text is blank, {@code sentAt} or {@code status} is
     * missing, it is decided without {@code decidedAt} or pending with it, it is decided before it was sent, or the
     * amount is negative or too large
     */
    public Proposal {
        Rules rules = Rules.of(RecordType.PROPOSAL, id, owner, origin);
        rules.notBlank("customerId", customerId);
        rules.moment("sentAt", sentAt);
        rules.optionalMoment("decidedAt", decidedAt);
        rules.present("status", status);
        if (status != Status.PENDING && decidedAt == null) {
            throw rules.broken("decidedAt", null, "is missing, expected a moment because the proposal is " + status);
        }
        if (status == Status.PENDING && decidedAt != null) {
            throw rules.broken("decidedAt", decidedAt, "is not expected because the proposal is PENDING");
        }
        rules.notBefore("decidedAt", decidedAt, "sentAt", sentAt);
        rules.amount("amount", amount);
        attributes = rules.attributes(attributes);
    }

    /**
     * Begins a pending proposal.
     *
     * @param id the id
     * @param sentAt when it was sent
     * @return a builder
     */
    public static Builder builder(String id, Instant sentAt) {
        return new Builder(id, sentAt);
    }

    /**
     * Tells whether the customer accepted.
     *
     * @return true for {@link Status#ACCEPTED}
     */
    public boolean isAccepted() {
        return status == Status.ACCEPTED;
    }

    /**
     * Tells whether the proposal is not decided yet.
     *
     * @return true for {@link Status#PENDING}
     */
    public boolean isPending() {
        return status == Status.PENDING;
    }

    /** This proposal as it was known just before a moment: perhaps not decided yet. */
    Proposal before(Instant moment) {
        return decidedAt == null || decidedAt.isBefore(moment)
                ? this
                : new Proposal(id, customerId, sentAt, Status.PENDING, null, amount, owner, attributes, origin);
    }

    @Override
    public RecordType type() {
        return RecordType.PROPOSAL;
    }

    @Override
    public Instant moment() {
        return sentAt;
    }

    /** This record, wherever it came from. */
    Proposal withoutOrigin() {
        return new Proposal(id, customerId, sentAt, status, decidedAt, amount, owner, attributes, null);
    }

    /**
     * Collects what a {@link Proposal} consists of. Not thread-safe.
     *
     * @since 0.1.0
     */
    public static final class Builder extends FactBuilder<Builder> {

        private final Instant sentAt;
        private Status status = Status.PENDING;
        private @Nullable Instant decidedAt;
        private @Nullable Money amount;
        private @Nullable BigDecimal number;
        private @Nullable String currency;

        private Builder(String id, Instant sentAt) {
            super(id);
            this.sentAt = sentAt;
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Says what became of the proposal: it is pending, unless this is called.
         *
         * @param status the status
         * @param decidedAt when it was accepted, refused or expired; null for a pending proposal
         * @return this builder
         */
        public Builder decided(Status status, @Nullable Instant decidedAt) {
            this.status = status;
            this.decidedAt = decidedAt;
            return this;
        }

        /**
         * Says what the proposal is worth.
         *
         * @param amount the amount, or null when it has no price
         * @return this builder
         */
        public Builder amount(@Nullable Money amount) {
            this.amount = amount;
            this.number = null;
            this.currency = null;
            return this;
        }

        /**
         * Says what the proposal is worth, as tables have it, in two columns. If that is no amount, it is a broken rule, which the builder
         * tells like any other.
         *
         * @param amount the amount, with no more decimals than its currency has but zeros, or null when it has no price
         * @param currency the code of its currency, such as {@code EUR}, or null when it has no price
         * @return this builder
         */
        public Builder amount(@Nullable BigDecimal amount, @Nullable String currency) {
            this.amount = null;
            this.number = amount;
            this.currency = currency;
            return this;
        }

        /**
         * Completes the proposal.
         *
         * @return the proposal
         * @throws InvalidRecordException if it breaks a rule
         */
        @Override
        public Proposal build() {
            Money written = amount != null
                    ? amount
                    : Rules.of(RecordType.PROPOSAL, id, owner, origin).amount(number, currency);
            return new Proposal(id, customerId, sentAt, status, decidedAt, written, owner, attributes, origin);
        }
    }
}
