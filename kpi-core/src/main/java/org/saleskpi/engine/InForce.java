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
 */
interface InForce {

    /** So many stretches are looked at one by one in the time that it takes to count pairs. */
    int FEW_STRETCHES = 8;

    /** So many customers are looked at bit by bit in the time that it takes to count pairs. */
    int MANY_CUSTOMERS = 1 << 15;

    /** The most stretches of a customer whose pairs are counted; of three they take 70 bytes a stretch, of four 110. */
    int MOST_PAIRED = 3;

    /** How many customers are in force on the eve of an instant. */
    int count(Instant moment);

    /** How many customers are in force on the eve of one instant and on the eve of a later one. */
    int countAtBoth(Instant moment, Instant later);

    /** The starts of those stretches that are counted by where bounds lie among them and other instants; they may be on a line. */
    default Moments starts() {
        return Moments.NONE;
    }

    /** The ends of these stretches. */
    default Moments ends() {
        return Moments.NONE;
    }

    /** The starts of those of these stretches that have an end. */
    default Moments startsWithEnd() {
        return Moments.NONE;
    }

    /** The starts and ends of other stretches. */
    default Moments turns() {
        return Moments.NONE;
    }

    /**
     * Where an instant and a later one lie among the instants of some customers.
     *
     * @param moment the instant
     * @param later the later one
     * @param startsBefore how many of the {@link #starts} are before the instant
     * @param startsWithEndBefore how many of the {@link #startsWithEnd} are
     * @param endsBefore how many of the {@link #ends} are
     * @param endsBeforeLater how many of the ends are before the later instant
     * @param turnsBefore how many of the {@link #turns} are before the instant
     * @param turnsBeforeLater how many of the turns are before the later instant
     */
    record OnLine(
            Instant moment,
            Instant later,
            int startsBefore,
            int startsWithEndBefore,
            int endsBefore,
            int endsBeforeLater,
            int turnsBefore,
            int turnsBeforeLater) {}

    /** How many customers are in force on the eve of the instant. */
    default int count(OnLine found) {
        return count(found.moment());
    }

    /** How many customers are in force on the eve of both instants. */
    default int countAtBoth(OnLine found) {
        return countAtBoth(found.moment(), found.later());
    }

    /** Makes some customers ready to be counted. */
    static InForce of(List<CustomerJourney> journeys) {
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
        CoverPairs pairs = new CoverPairs(withFew);
        return withMany.isEmpty() ? pairs : new Together(pairs, new CoverBits(withMany));
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
     * @param bits those with many
     */
    record Together(CoverPairs pairs, CoverBits bits) implements InForce {

        @Override
        public int count(Instant moment) {
            return pairs.count(moment) + bits.count(moment);
        }

        @Override
        public int countAtBoth(Instant moment, Instant later) {
            return pairs.countAtBoth(moment, later) + bits.countAtBoth(moment, later);
        }

        @Override
        public Moments starts() {
            return pairs.starts();
        }

        @Override
        public Moments ends() {
            return pairs.ends();
        }

        @Override
        public Moments startsWithEnd() {
            return pairs.startsWithEnd();
        }

        @Override
        public Moments turns() {
            return bits.turns();
        }

        @Override
        public int count(OnLine found) {
            return pairs.count(found) + bits.count(found);
        }

        @Override
        public int countAtBoth(OnLine found) {
            return pairs.countAtBoth(found) + bits.countAtBoth(found);
        }
    }
}
