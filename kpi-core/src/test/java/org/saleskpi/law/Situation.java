package org.saleskpi.law;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.saleskpi.KpiCalculator;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.InstantRange;

/**
 * A history and questions worth asking of it: periods and moments that coincide with its facts, or miss them by a
 * nanosecond.
 */
record Situation(
        RawHistory raw,
        InstantRange period,
        Instant moment,
        Instant otherMoment,
        Grouping grouping,
        Grouping otherGrouping,
        CalendarUnit unit,
        long seed) {

    /**
     * A calculator over the history that answers the whole catalogue and the users' own indicators: by tables, or by lines of
     * several tables.
     */
    KpiCalculator kpis() {
        return byLinesOrTables(calculator(raw));
    }

    /** The same as of a moment. */
    KpiCalculator kpisAsOf(Instant known) {
        return byLinesOrTables(kpis().asOf(known));
    }

    /** A calculator that was prepared finds what it is asked for on lines, as one does that was asked before. */
    private KpiCalculator byLinesOrTables(KpiCalculator kpis) {
        return seed % 2 == 0 ? kpis.prepare(grouping.dimension(), otherGrouping.dimension()) : kpis;
    }

    static KpiCalculator calculator(RawHistory raw) {
        return KpiCalculator.of(raw.build(), UserIndicators.ALL);
    }

    Random random() {
        return new Random(seed);
    }

    /** Cuts the history in parts that have no customer in common; facts without customer go anywhere. */
    List<RawHistory> parts(int count) {
        return IntStream.range(0, count)
                .mapToObj(part -> raw.only(record -> {
                    String customerId = RawHistory.customerIdOf(record);
                    String group = customerId == null ? record.id() : customerId;
                    return Math.floorMod(group.hashCode() + seed, count) == part;
                }))
                .toList();
    }
}
