package org.saleskpi.sales;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person or company, from prospect to lost customer.
 *
 * <pre>{@code
 * Customer acme = Customer.builder("c-1", Instant.parse("2026-01-12T09:00:00Z"))
 *         .owner("alice")
 *         .attribute("region", "EMEA")
 *         .build();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the id, which no other customer has
 * @param since when the customer became known; its {@link CustomerJourney#entry entry} is earlier if a fact of it is
 * @param disqualifiedAt when it was decided that this prospect will not buy; null when it was not
 * @param owner the sales rep; null for none
 * @param attributes free attributes by name
 * @param origin where the record came from; null when it does not say
 * @since 0.1.0
 */
public record Customer(
        String id,
        Instant since,
        @Nullable Instant disqualifiedAt,
        @Nullable String owner,
        Map<String, String> attributes,
        @Nullable Origin origin)
        implements SalesRecord {

    /**
     * Creates a customer; {@link #builder} names what it is given.
     *
     * @param id the id, which no other customer has
     * @param since when the customer became known; its {@link CustomerJourney#entry entry} is earlier if a fact of it is
     * @param disqualifiedAt when it was decided that this prospect will not buy; null when it was not
     * @param owner the sales rep; null for none
     * @param attributes free attributes by name
     * @param origin where the record came from; null when it does not say
     * @throws InvalidRecordException if the id is missing or blank, a text is blank, or {@code since} is missing
     */
    public Customer {
        Rules rules = Rules.of(RecordType.CUSTOMER, id, owner, origin);
        rules.moment("since", since);
        rules.optionalMoment("disqualifiedAt", disqualifiedAt);
        attributes = rules.attributes(attributes);
    }

    /**
     * Begins a customer.
     *
     * @param id the id
     * @param since when the customer became known
     * @return a builder
     */
    public static Builder builder(String id, Instant since) {
        return new Builder(id, since);
    }

    /** This customer as it was known just before a moment: perhaps not disqualified yet. */
    Customer before(Instant moment) {
        return disqualifiedAt == null || disqualifiedAt.isBefore(moment)
                ? this
                : new Customer(id, since, null, owner, attributes, origin);
    }

    @Override
    public RecordType type() {
        return RecordType.CUSTOMER;
    }

    @Override
    public Instant moment() {
        return since;
    }

    /** This record, wherever it came from. */
    Customer withoutOrigin() {
        return new Customer(id, since, disqualifiedAt, owner, attributes, null);
    }

    /**
     * Collects what a {@link Customer} consists of. Not thread-safe.
     *
     * @since 0.1.0
     */
    public static final class Builder extends RecordBuilder<Builder> {

        private final Instant since;
        private @Nullable Instant disqualifiedAt;

        private Builder(String id, Instant since) {
            super(id);
            this.since = since;
        }

        @Override
        Builder self() {
            return this;
        }

        @SuppressWarnings("NullAway") // A missing id is for the record to reject, with its message.
        @Override
        void share(SharedTexts texts) {
            super.share(texts);
            if (id != null) {
                texts.customer(id);
            }
        }

        /**
         * Says when it was decided that this prospect will not buy.
         *
         * @param moment the moment, or null when it was not decided
         * @return this builder
         */
        public Builder disqualifiedAt(@Nullable Instant moment) {
            this.disqualifiedAt = moment;
            return this;
        }

        /**
         * Completes the customer.
         *
         * @return the customer
         * @throws InvalidRecordException if it breaks a rule
         */
        @Override
        public Customer build() {
            return new Customer(id, since, disqualifiedAt, owner, attributes, origin);
        }
    }
}
