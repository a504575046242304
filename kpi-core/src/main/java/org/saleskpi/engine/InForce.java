package org.saleskpi.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Stretch;

/**
 * Which customers are in force on the eve of an instant, and which of them again on the eve of a later one.
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
 * <p>A customer with very many stretches has too many pairs of them: those few are looked at one by one.
 */
final class InForce {

    private static final int MANY_STRETCHES = 24;

    private final Moments starts;
    private final Moments ends;
    private final Dominance added;
    private final Dominance takenAway;
    private final List<CustomerJourney> withManyStretches = new ArrayList<>();

    InForce(List<CustomerJourney> journeys) {
        int stretches = 0;
        int pairs = 0;
        for (CustomerJourney journey : journeys) {
            int size = journey.cover().size();
            stretches += size;
            pairs += size > MANY_STRETCHES ? 0 : size * size;
        }
        Moments.Builder allStarts = new Moments.Builder(stretches);
        Moments.Builder allEnds = new Moments.Builder(stretches);
        // Of two stretches each is paired with itself and the earlier one with the later one, at most twice in either.
        Dominance.Builder plus = new Dominance.Builder(pairs);
        Dominance.Builder minus = new Dominance.Builder(pairs);
        for (CustomerJourney journey : journeys) {
            List<Stretch> cover = journey.cover();
            if (cover.size() > MANY_STRETCHES) {
                withManyStretches.add(journey);
                continue;
            }
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

    /** How many customers are in force on the eve of an instant. */
    int count(Instant moment) {
        int count = starts.countBefore(moment) - ends.countBefore(moment);
        for (CustomerJourney journey : withManyStretches) {
            count += journey.isInForceOnEveOf(moment) ? 1 : 0;
        }
        return count;
    }

    /** How many customers are in force on the eve of one instant and on the eve of a later one. */
    int countAtBoth(Instant moment, Instant later) {
        int count =
                starts.countBefore(moment) + added.countBefore(moment, later) - takenAway.countBefore(moment, later);
        for (CustomerJourney journey : withManyStretches) {
            count += journey.isInForceOnEveOf(moment) && journey.isInForceOnEveOf(later) ? 1 : 0;
        }
        return count;
    }
}
