package org.saleskpi.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.CustomerJourney;

/**
 * Which customers are in force on the eve of an instant, and which of them again on the eve of a later one.
 *
 * <p>The second is the size of what two sets have in common, for which no structure is known that is small and fast whatever
 * the sets. {@link CoverPairs} is fast for any number of customers, but its memory grows by the square of a customer's
 * stretches; {@link CoverBits} is small for any stretches, but its time grows with the customers. So customers with a single
 * stretch, which are nearly all, are counted by pairs and the others by bits. Where those are very many, the ones with two
 * stretches or even three are counted by pairs too.
 */
final class InForce {

    /** So many customers are looked at bit by bit in the time that it takes to count pairs. */
    private static final int MANY_CUSTOMERS = 1 << 15;

    /** The most stretches of a customer whose pairs are counted; of three they take 70 bytes a stretch, of four 110. */
    private static final int MOST_PAIRED = 3;

    private final CoverPairs pairs;

    /** Those with many stretches; null if there are none. */
    private final @Nullable CoverBits bits;

    InForce(List<CustomerJourney> journeys) {
        int paired = paired(journeys);
        List<CustomerJourney> withFew = new ArrayList<>();
        List<CustomerJourney> withMany = new ArrayList<>();
        for (CustomerJourney journey : journeys) {
            (journey.cover().size() <= paired ? withFew : withMany).add(journey);
        }
        pairs = new CoverPairs(withFew);
        bits = withMany.isEmpty() ? null : new CoverBits(withMany);
    }

    /** Up to how many stretches a customer is counted by pairs. */
    private static int paired(List<CustomerJourney> journeys) {
        int paired = 1;
        while (paired < MOST_PAIRED && withMoreThan(paired, journeys) > MANY_CUSTOMERS) {
            paired++;
        }
        return paired;
    }

    private static long withMoreThan(int stretches, List<CustomerJourney> journeys) {
        return journeys.stream()
                .filter(journey -> journey.cover().size() > stretches)
                .count();
    }

    /** How many customers are in force on the eve of an instant. */
    int count(Instant moment) {
        return pairs.count(moment) + (bits == null ? 0 : bits.count(moment));
    }

    /** How many customers are in force on the eve of one instant and on the eve of a later one. */
    int countAtBoth(Instant moment, Instant later) {
        return pairs.countAtBoth(moment, later) + (bits == null ? 0 : bits.countAtBoth(moment, later));
    }
}
