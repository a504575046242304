package org.saleskpi.engine;

import java.time.Instant;
import java.util.List;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Stretch;

/**
 * Which customers are in force, counted by pairs of instants: for customers that have few stretches of cover.
 *
 * <p>A stretch from {@code a} to {@code b} is in force on the eve of {@code t} if {@code a < t <= b}, which is as much as
 * {@code [a < t] - [b < t]}, where a bracket is 1 if it holds and else 0. So the customers in force are the starts before
 * {@code t} less the ends before it: two searches.
 *
 * <p>A customer is in force at both {@code s} and {@code e} if one of its stretches is at {@code s} and the same or a later
 * one at {@code e}, for which there is just one pair of stretches. For a stretch with itself the product of the two brackets
 * is {@code [a < s] - [a < s][b < e]}; for a stretch with a later one, from {@code c} to {@code d}, it is
 * {@code [a < s][c < e] - [a < s][d < e] - [b < s][c < e] + [b < s][d < e]}. Each product of two brackets is a question
 * whether a pair of instants is before a pair of bounds, so the sum over all customers counts pairs: {@link Dominance}.
 *
 * <p>An answer takes as many steps as the number of pairs has bits. A customer's only stretch makes one pair, two make six
 * and three make fifteen; a pair takes some 13 bytes.
 */
final class CoverPairs implements InForce {

    private final Moments starts;
    private final Moments ends;
    private final Dominance added;
    private final Dominance takenAway;

    CoverPairs(List<CustomerJourney> journeys) {
        int stretches = 0;
        int mostAdded = 0;
        for (CustomerJourney journey : journeys) {
            int size = journey.cover().size();
            stretches = Math.addExact(stretches, size);
            mostAdded = Math.addExact(mostAdded, Math.multiplyExact(size, size - 1));
        }
        Moments.Builder allStarts = new Moments.Builder(stretches);
        Moments.Builder allEnds = new Moments.Builder(stretches);
        Dominance.Builder plus = new Dominance.Builder(mostAdded);
        Dominance.Builder minus = new Dominance.Builder(Math.addExact(mostAdded, stretches));
        for (CustomerJourney journey : journeys) {
            List<Stretch> cover = journey.cover();
            for (int i = 0; i < cover.size(); i++) {
                Instant start = cover.get(i).startsAt();
                Instant end = cover.get(i).endsAt();
                allStarts.add(start);
                if (end != null) {
                    allEnds.add(end);
                    minus.add(start, end);
                    for (int j = i + 1; j < cover.size(); j++) {
                        Stretch later = cover.get(j);
                        plus.add(start, later.startsAt());
                        minus.add(end, later.startsAt());
                        if (later.endsAt() != null) {
                            minus.add(start, later.endsAt());
                            plus.add(end, later.endsAt());
                        }
                    }
                }
            }
        }
        starts = allStarts.sorted();
        ends = allEnds.sorted();
        added = plus.build();
        takenAway = minus.build();
    }

    @Override
    public int count(Instant moment) {
        return starts.countBefore(moment) - ends.countBefore(moment);
    }

    @Override
    public Moments starts() {
        return starts;
    }

    @Override
    public Moments ends() {
        return ends;
    }

    @Override
    public Moments startsWithEnd() {
        return takenAway.firsts();
    }

    @Override
    public int count(OnLine found) {
        return found.startsBefore() - found.endsBefore();
    }

    @Override
    public int countAtBoth(OnLine found) {
        // The seconds of the pairs are the ends, if no customer has two stretches.
        return added.isEmpty()
                ? found.startsBefore() - takenAway.count(found.startsWithEndBefore(), found.endsBeforeLater())
                : countAtBoth(found.moment(), found.later());
    }

    @Override
    public int countAtBoth(Instant moment, Instant later) {
        return starts.countBefore(moment) + added.countBefore(moment, later) - takenAway.countBefore(moment, later);
    }
}
