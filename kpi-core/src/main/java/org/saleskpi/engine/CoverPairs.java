package org.saleskpi.engine;

import java.time.Instant;
import java.util.List;
import org.saleskpi.engine.CoverInstants.Kind;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Stretch;

/**
 * Which customers are in force, counted by pairs of instants: for customers that have few stretches of cover.
 *
 * <p>A stretch from {@code a} to {@code b} is in force on the eve of {@code t} if {@code a < t <= b}, which is as much as
 * {@code [a < t] - [b < t]}, where a bracket is 1 if it holds and else 0. So the customers in force are the starts before
 * {@code t} less the ends before it.
 *
 * <p>A customer is in force at both {@code s} and {@code e} if one of its stretches is at {@code s} and the same or a later
 * one at {@code e}, for which there is just one pair of stretches. For a stretch with itself the product of the two brackets
 * is {@code [a < s] - [a < s][b < e]}; for a stretch with a later one, from {@code c} to {@code d}, it is
 * {@code [a < s][c < e] - [a < s][d < e] - [b < s][c < e] + [b < s][d < e]}. Each product of two brackets asks whether a pair of
 * instants is before a pair of bounds, so the sum over all customers is one of pairs: {@link SignedPairs}. A stretch without an
 * end makes a pair without a second, so if no customer has several stretches, the firsts of pairs are the starts.
 *
 * <p>An answer takes a step for every sixteenfold of pairs. A customer's only stretch makes one pair, two make six and three make
 * fifteen; a pair takes seven and a half bytes, and each of its instants three or four.
 */
final class CoverPairs implements InForce {

    private final CoverInstants instants;
    private final SignedRanks ranks;
    private final Kind firsts;
    private final Kind seconds;

    /** Takes customers, and puts the instants where they are told. */
    CoverPairs(List<CustomerJourney> journeys, CoverInstants instants) {
        this.instants = instants;
        int stretches = 0;
        int mostPairs = 0;
        boolean isOneEach = true;
        for (CustomerJourney journey : journeys) {
            int size = journey.cover().size();
            stretches = Math.addExact(stretches, size);
            mostPairs = Math.addExact(mostPairs, Math.multiplyExact(size, 2 * size - 1));
            isOneEach &= size <= 1;
        }
        SignedPairs.Builder builder = new SignedPairs.Builder(mostPairs);
        for (CustomerJourney journey : journeys) {
            addPairs(journey.cover(), builder);
        }
        SignedPairs pairs = builder.build();
        ranks = pairs.ranks();
        firsts = isOneEach ? Kind.STARTS : Kind.FIRSTS;
        seconds = isOneEach ? Kind.ENDS : Kind.SECONDS;
        instants.put(firsts, pairs.firsts());
        instants.put(seconds, pairs.seconds());
        if (!isOneEach) {
            putStretches(journeys, stretches, instants);
        }
    }

    private static void addPairs(List<Stretch> cover, SignedPairs.Builder pairs) {
        for (int i = 0; i < cover.size(); i++) {
            Instant start = cover.get(i).startsAt();
            Instant end = cover.get(i).endsAt();
            pairs.takeAway(start, end);
            for (int j = i + 1; end != null && j < cover.size(); j++) {
                Stretch later = cover.get(j);
                pairs.add(start, later.startsAt());
                pairs.takeAway(end, later.startsAt());
                if (later.endsAt() != null) {
                    pairs.takeAway(start, later.endsAt());
                    pairs.add(end, later.endsAt());
                }
            }
        }
    }

    private static void putStretches(List<CustomerJourney> journeys, int stretches, CoverInstants instants) {
        Moments.Builder starts = new Moments.Builder(stretches);
        Moments.Builder ends = new Moments.Builder(stretches);
        for (CustomerJourney journey : journeys) {
            for (Stretch stretch : journey.cover()) {
                starts.add(stretch.startsAt());
                if (stretch.endsAt() != null) {
                    ends.add(stretch.endsAt());
                }
            }
        }
        instants.put(Kind.STARTS, starts.sorted());
        instants.put(Kind.ENDS, ends.sorted());
    }

    @Override
    public CoverInstants instants() {
        return instants;
    }

    @Override
    public int count(Bounds bounds) {
        return bounds.before(Kind.STARTS) - bounds.before(Kind.ENDS);
    }

    @Override
    public int countAtBoth(Bounds bounds) {
        return bounds.before(Kind.STARTS) + ranks.sumBelow(bounds.before(firsts), bounds.beforeLater(seconds));
    }
}
