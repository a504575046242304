package org.saleskpi.analysis;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.saleskpi.time.DateRange;

/** Targets by the day on which they begin, the longest first, to lay one behind the other. */
final class Tiles {

    private final ImmutableListMultimap<LocalDate, Target> byStart;

    /** Days from which on no targets lead to the end. */
    private final Set<LocalDate> deadEnds = new HashSet<>();

    Tiles(List<Target> targets) {
        this.byStart = Multimaps.index(
                targets.stream()
                        .sorted(Comparator.<Target>comparingLong(target -> Targets.days(target.period()))
                                .reversed())
                        .toList(),
                target -> target.period().startInclusive());
    }

    /** The sum of the targets whose periods are together some dates; empty if there are none, or they have no bound in common. */
    Optional<Bounds> sum(DateRange dates) {
        return from(dates.startInclusive(), dates.endExclusive()).filter(bounds -> !bounds.isEmpty());
    }

    private Optional<Bounds> from(LocalDate start, LocalDate end) {
        if (deadEnds.contains(start)) {
            return Optional.empty();
        }
        for (Target tile : byStart.get(start)) {
            LocalDate next = tile.period().endExclusive();
            if (next.equals(end)) {
                return Optional.of(tile.bounds());
            }
            if (next.isBefore(end)) {
                Optional<Bounds> rest = from(next, end);
                if (rest.isPresent()) {
                    return rest.map(tile.bounds()::plus);
                }
            }
        }
        deadEnds.add(start);
        return Optional.empty();
    }
}
