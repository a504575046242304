package org.saleskpi.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.saleskpi.sales.CustomerJourney;

/**
 * Which customers are in force on the eve of an instant, and which of them again on the eve of a later one.
 *
 * <p>The second is the size of what two sets have in common, for which no structure is known that is small and fast whatever
 * the sets. {@link CoverPairs} is fast for any number of customers, but its memory grows by the square of a customer's
 * stretches; {@link CoverBits} is small for any stretches, but its time grows with the customers. So customers with a single
 * stretch, which are nearly all, are counted by pairs and the others by bits. Where those are very many, the ones with two
 * stretches or even three are counted by pairs too. A handful of customers are looked at one by one: {@link FewCovers}.
 *
 * <p>All but a handful are counted by how many of some {@link CoverInstants} are before the two instants.
 */
interface InForce {

    /** So many stretches are looked at one by one in the time that it takes to count pairs. */
    int FEW_STRETCHES = 8;

    /** So many customers are looked at bit by bit in the time that it takes to count pairs. */
    int MANY_CUSTOMERS = 1 << 12;

    /** The most stretches of a customer whose pairs are counted; of three they take 80 bytes a stretch, of four 110. */
    int MOST_PAIRED = 3;

    /** How many customers are in force on the eve of the first of two instants. */
    int count(Bounds bounds);

    /** How many customers are in force on the eve of both instants. */
    int countAtBoth(Bounds bounds);

    /** The instants by which they are counted; none if they are looked at one by one. */
    CoverInstants instants();

    /** An instant and a later one, and where they lie among the instants of covers. */
    interface Bounds {

        /** The instant. */
        Instant moment();

        /** The later one. */
        Instant later();

        /** How many instants of a kind are before the instant. */
        int before(CoverInstants.Kind kind);

        /** How many instants of a kind are before the later one. */
        int beforeLater(CoverInstants.Kind kind);
    }

    /**
     * Makes some customers ready to be counted.
     *
     * @param group the number of their group
     * @param journeys the customers
     */
    static InForce of(int group, List<CustomerJourney> journeys) {
        if (stretches(journeys) <= FEW_STRETCHES) {
            return new FewCovers(journeys);
        }
        int paired = 1;
        while (paired < MOST_PAIRED && withMoreThan(paired, journeys) > MANY_CUSTOMERS) {
            paired++;
        }
        List<CustomerJourney> withFew = new ArrayList<>();
        List<CustomerJourney> withMany = new ArrayList<>();
        for (CustomerJourney journey : journeys) {
            (journey.cover().size() <= paired ? withFew : withMany).add(journey);
        }
        CoverInstants instants = new CoverInstants(group);
        CoverPairs pairs = new CoverPairs(withFew, instants);
        return withMany.isEmpty() ? pairs : new Together(pairs, new CoverBits(withMany, instants));
    }

    private static long stretches(List<CustomerJourney> journeys) {
        return journeys.stream().mapToLong(journey -> journey.cover().size()).sum();
    }

    private static long withMoreThan(int stretches, List<CustomerJourney> journeys) {
        return journeys.stream()
                .filter(journey -> journey.cover().size() > stretches)
                .count();
    }

    /**
     * Customers with few stretches and others with many.
     *
     * @param pairs those with few
     * @param bits those with many, by instants of their own kind beside those of the pairs
     */
    record Together(CoverPairs pairs, CoverBits bits) implements InForce {

        @Override
        public int count(Bounds bounds) {
            return pairs.count(bounds) + bits.count(bounds);
        }

        @Override
        public int countAtBoth(Bounds bounds) {
            return pairs.countAtBoth(bounds) + bits.countAtBoth(bounds);
        }

        @Override
        public CoverInstants instants() {
            return pairs.instants();
        }
    }
}
