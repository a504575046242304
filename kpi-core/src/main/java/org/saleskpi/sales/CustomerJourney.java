package org.saleskpi.sales;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A customer's way from its first trace: when it entered, whether and when it converted or was disqualified, and when it
 * was covered.
 *
 * <p>Derived by {@link SalesHistory}. Immutable and thread-safe.
 *
 * <pre>{@code
 * CustomerJourney journey = history.journeys().get(0);
 * boolean wonBeforeMarch = journey.isWonBefore(Instant.parse("2026-03-01T00:00:00Z"));
 * for (Stretch covered : journey.cover()) {
 *     System.out.println(covered.startsAt() + " to " + (covered.endsAt() == null ? "ever after" : covered.endsAt()));
 * }
 * }</pre>
 *
 * @param customer the customer
 * @param entry when it entered: the earliest of {@link Customer#since} and the moments of all its facts
 * @param firstContract the contract it converted by; null for a prospect
 * @param cover the stretches of time during which it is covered, in time order, with a gap between any two
 * @since 0.1.0
 */
public record CustomerJourney(
        Customer customer, Instant entry, @Nullable Contract firstContract, List<Stretch> cover) implements Fact {

    /** The order of a history. */
    static final Comparator<CustomerJourney> ORDER = Comparator.comparing(CustomerJourney::customer, Records.ORDER);

    /**
     * Creates a journey.
     *
     * @param customer the customer
     * @param entry when it entered: the earliest of {@link Customer#since} and the moments of all its facts
     * @param firstContract the contract it converted by; null for a prospect
     * @param cover the stretches of time during which it is covered, in time order, with a gap between any two
     * @throws IllegalArgumentException if a stretch does not start after the end of the one before it
     */
    public CustomerJourney {
        requireNonNull(customer, "customer");
        requireNonNull(entry, "entry");
        cover = requireElements(cover, "cover");
        for (int i = 1; i < cover.size(); i++) {
            Instant end = cover.get(i - 1).endsAt();
            Instant start = cover.get(i).startsAt();
            checkArgument(
                    end != null && end.isBefore(start),
                    "CustomerJourney of %s: a stretch starts at %s, expected it after the end of the one before, %s",
                    customer.id(),
                    start,
                    end);
        }
    }

    /**
     * Tells whether the customer has signed a contract.
     *
     * @return true unless it is still a prospect
     */
    public boolean isWon() {
        return firstContract != null;
    }

    /**
     * Tells whether the customer had signed a contract before a moment: was it a customer then, or a prospect still?
     *
     * @param moment the moment
     * @return true if its first contract was signed before
     */
    public boolean isWonBefore(Instant moment) {
        requireNonNull(moment, "moment");
        return firstContract != null && firstContract.signedAt().isBefore(moment);
    }

    /**
     * Tells whether it was decided that the customer will not buy. One that signed all the same is won.
     *
     * @return true if the customer was disqualified
     */
    public boolean isDisqualified() {
        return customer.disqualifiedAt() != null;
    }

    /**
     * Returns how the customer converted.
     *
     * @return its conversion; empty for a prospect
     */
    public Optional<Conversion> conversion() {
        return Optional.ofNullable(firstContract).map(contract -> new Conversion(customer, entry, contract));
    }

    /**
     * Tells whether the customer is in force on the eve of a moment.
     *
     * @param moment the moment
     * @return true if one of its stretches {@link Stretch#isInForceOnEveOf is}
     */
    public boolean isInForceOnEveOf(Instant moment) {
        requireNonNull(moment, "moment");
        int low = 0;
        int high = cover.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cover.get(middle).startsAt().isBefore(moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        // Only the last stretch that starts before the moment can reach it.
        return low > 0 && cover.get(low - 1).isInForceOnEveOf(moment);
    }

    /** This journey of the same customer as it was known at another time. */
    CustomerJourney of(Customer sameCustomer) {
        return sameCustomer.equals(customer)
                ? this
                : new CustomerJourney(
                        sameCustomer,
                        entry,
                        firstContract,
                        cover.stream()
                                .map(stretch -> new Stretch(sameCustomer, stretch.startsAt(), stretch.endsAt()))
                                .toList());
    }

    /** Returns the id of the customer. */
    @Override
    public String id() {
        return customer.id();
    }

    @Override
    public Instant moment() {
        return entry;
    }

    @Override
    public String customerId() {
        return customer.id();
    }

    @Override
    public @Nullable String owner() {
        return customer.owner();
    }

    @Override
    public Map<String, String> attributes() {
        return customer.attributes();
    }
}
