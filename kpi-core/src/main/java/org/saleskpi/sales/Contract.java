package org.saleskpi.sales;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A signed contract: what makes a prospect a customer, and covers it for a term.
 *
 * <pre>{@code
 * Contract contract = Contract.builder("s-1", Instant.parse("2026-04-02T16:00:00Z"), Money.parse("EUR 12000.00"))
 *         .customer("c-1")
 *         .endsAt(Instant.parse("2027-04-02T00:00:00Z"))
 *         .build();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the id, which no other contract has
 * @param customerId the customer that signed
 * @param signedAt when it was signed
 * @param startsAt when its term begins, which may be before or after it was signed
 * @param endsAt the first instant after its term, not before the start; null when it is open-ended
 * @param amount the money that is written in it, in its own currency, not negative: that of the whole term, or of one month
 *     if the billing is {@link Billing#MONTHLY}. It is not what the contract is worth in reports:
 *     {@link SalesHistory#valueOf} is
 * @param billing what the amount pays for
 * @param proposalId the proposal that it came from; null when unknown
 * @param owner the sales rep; null for none of its own
 * @param attributes free attributes by name
 * @param origin where the record came from; null when it does not say
 * @since 0.1.0
 */
public record Contract(
        String id,
        String customerId,
        Instant signedAt,
        Instant startsAt,
        @Nullable Instant endsAt,
        Money amount,
        Billing billing,
        @Nullable String proposalId,
        @Nullable String owner,
        Map<String, String> attributes,
        @Nullable Origin origin)
        implements SalesRecord, Fact {

    /**
     * What the amount of a contract pays for.
     *
     * @since 0.1.0
     */
    public enum Billing {
        /** The whole term. */
        TOTAL,
        /** One month of the term. */
        MONTHLY
    }

    /**
     * Creates a contract; {@link #builder} names what it is given.
     *
     * @param id the id, which no other contract has
     * @param customerId the customer that signed
     * @param signedAt when it was signed
     * @param startsAt when its term begins, which may be before or after it was signed
     * @param endsAt the first instant after its term, not before the start; null when it is open-ended
     * @param amount the money that is written in it, not negative: of the whole term, or of one month
     * @param billing what the amount pays for
     * @param proposalId the proposal that it came from; null when unknown
     * @param owner the sales rep; null for none of its own
     * @param attributes free attributes by name
     * @param origin where the record came from; null when it does not say
     * @throws InvalidRecordException if the id is missing or blank, a text is blank, the customer, the amount, the billing or a
     * moment other than {@code endsAt} is missing, {@code endsAt} is before {@code startsAt}, or the amount is negative or
     * too large
     */
    public Contract {
        Rules rules = Rules.of(RecordType.CONTRACT, id, owner, origin);
        rules.notBlank("customerId", rules.present("customerId", customerId));
        rules.moment("signedAt", signedAt);
        rules.moment("startsAt", startsAt);
        rules.optionalMoment("endsAt", endsAt);
        rules.notBefore("endsAt", endsAt, "startsAt", startsAt);
        rules.amount("amount", rules.present("amount", amount));
        rules.present("billing", billing);
        rules.notBlank("proposalId", proposalId);
        attributes = rules.attributes(attributes);
    }

    /**
     * Begins a contract whose term starts when it is signed and has no end, and whose amount pays for all of it. It needs a
     * {@link Builder#customer customer}.
     *
     * @param id the id
     * @param signedAt when it was signed
     * @param amount the money that is written in it
     * @return a builder
     */
    public static Builder builder(String id, Instant signedAt, Money amount) {
        return new Builder(id, signedAt, amount, null, null);
    }

    /**
     * Begins a contract like {@link #builder(String, Instant, Money)}, with an amount as tables have it, in two columns. If it is none,
     * that is a broken rule, which the builder tells like any other.
     *
     * <pre>{@code
     * Contract.Builder contract = Contract.builder("s-1", Instant.parse("2026-04-02T16:00:00Z"), new BigDecimal("12000.00"), "EURO")
     *         .customer("c-1");
     * SalesHistory read = SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR).lenient().add(contract).build();
     * assert read.problems().toString()
     *         .equals("[Contract s-1: currency EURO is not the code of a currency, such as EUR]");
     * }</pre>
     *
     * @param id the id
     * @param signedAt when it was signed
     * @param amount the money that is written in it, with no more decimals than its currency has but zeros
     * @param currency the code of its currency, such as {@code EUR}
     * @return a builder
     */
    public static Builder builder(String id, Instant signedAt, BigDecimal amount, String currency) {
        return new Builder(id, signedAt, null, amount, currency);
    }

    @Override
    public RecordType type() {
        return RecordType.CONTRACT;
    }

    @Override
    public Instant moment() {
        return signedAt;
    }

    /** This record, wherever it came from. */
    Contract withoutOrigin() {
        return new Contract(
                id, customerId, signedAt, startsAt, endsAt, amount, billing, proposalId, owner, attributes, null);
    }

    /**
     * Collects what a {@link Contract} consists of. Not thread-safe.
     *
     * @since 0.1.0
     */
    public static final class Builder extends FactBuilder<Builder> {

        private final Instant signedAt;
        private final @Nullable Money amount;
        private final @Nullable BigDecimal number;
        private final @Nullable String currency;
        private @Nullable Instant startsAt;
        private @Nullable Instant endsAt;
        private Billing billing = Billing.TOTAL;
        private @Nullable String proposalId;

        private Builder(
                String id,
                Instant signedAt,
                @Nullable Money amount,
                @Nullable BigDecimal number,
                @Nullable String currency) {
            super(id);
            this.signedAt = signedAt;
            this.amount = amount;
            this.number = number;
            this.currency = currency;
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Says when the term begins.
         *
         * @param moment the first instant of the term, or null for the moment of signature
         * @return this builder
         */
        public Builder startsAt(@Nullable Instant moment) {
            this.startsAt = moment;
            return this;
        }

        /**
         * Says when the term ends.
         *
         * @param momentExclusive the first instant after the term, or null for an open-ended contract
         * @return this builder
         */
        public Builder endsAt(@Nullable Instant momentExclusive) {
            this.endsAt = momentExclusive;
            return this;
        }

        /**
         * Says on which day the term begins.
         *
         * @param firstDay the first day of the term, or null for the moment of signature
         * @param zone the time zone of the business
         * @return this builder
         */
        public Builder startsOn(@Nullable LocalDate firstDay, ZoneId zone) {
            return startsAt(startOf(firstDay, 0, zone));
        }

        /**
         * Says on which day the term ends.
         *
         * @param lastDay the last day of the term, which it covers to its end, or null for an open-ended contract
         * @param zone the time zone of the business
         * @return this builder
         */
        public Builder endsOn(@Nullable LocalDate lastDay, ZoneId zone) {
            return endsAt(startOf(lastDay, 1, zone));
        }

        private static @Nullable Instant startOf(@Nullable LocalDate day, int daysLater, ZoneId zone) {
            requireNonNull(zone, "zone");
            if (day == null) {
                return null;
            }
            // Some databases have a last day of all: no moment, for the record to reject.
            return day.equals(LocalDate.MAX)
                    ? Instant.MAX
                    : day.plusDays(daysLater).atStartOfDay(zone).toInstant();
        }

        /**
         * Says what the amount pays for: the whole term, unless this is called.
         *
         * @param billing the billing
         * @return this builder
         */
        public Builder billing(Billing billing) {
            this.billing = billing;
            return this;
        }

        /**
         * Says which proposal the contract came from.
         *
         * @param proposalId the proposal's id, or null when unknown
         * @return this builder
         */
        public Builder proposal(@Nullable String proposalId) {
            this.proposalId = proposalId;
            return this;
        }

        private @Nullable Money amount() {
            if (amount != null) {
                return amount;
            }
            Rules rules = Rules.of(RecordType.CONTRACT, id, owner, origin);
            rules.moment("signedAt", signedAt); // What is missing is told before what is wrong.
            return rules.amount(number, currency);
        }

        /**
         * Completes the contract.
         *
         * @return the contract
         * @throws InvalidRecordException if it breaks a rule
         */
        @SuppressWarnings("NullAway") // A missing customer or amount is for the record to reject, with its message.
        @Override
        public Contract build() {
            return new Contract(
                    id,
                    customerId,
                    signedAt,
                    startsAt == null ? signedAt : startsAt,
                    endsAt,
                    amount(),
                    billing,
                    proposalId,
                    owner,
                    attributes,
                    origin);
        }
    }
}
