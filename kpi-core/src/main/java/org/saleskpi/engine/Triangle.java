package org.saleskpi.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Cohorts;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Rate;

/**
 * Counts the customers of each unit of a period, and what becomes of them in it and in the units after it. For one thread.
 *
 * <p>A stretch of cover holds the ends of neighbouring units: so where it begins and ends is noted, and the sums of these notes
 * are the customers in force.
 */
final class Triangle {

    private final List<InstantRange> units;

    /** The seconds at which the units that are over start, and the last of them ends. */
    private final long[] bounds;

    /** How many units are over: the others have no cells. */
    private final int over;

    private final long[] customers;

    /** By unit of conversion and unit: how many more customers are in force on the eve of the unit's end than of the one before. */
    private final int[][] changes;

    private final long[][] revenue;

    Triangle(List<InstantRange> units, @Nullable Instant viewedAsOf) {
        this.units = units;
        this.over = (int) units.stream()
                .filter(unit -> viewedAsOf == null || !unit.endExclusive().isAfter(viewedAsOf))
                .count();
        this.bounds = new long[over + 1];
        for (int i = 0; i <= over; i++) {
            bounds[i] = i < units.size()
                    ? units.get(i).startInclusive().getEpochSecond()
                    : units.get(i - 1).endExclusive().getEpochSecond();
        }
        this.customers = new long[units.size()];
        this.changes = new int[over][over + 1];
        this.revenue = new long[over][over];
    }

    /** Adds the customers of a group some number of times; minus once takes them out. */
    void add(Timeline<?> timeline, CohortsColumn column, int times) {
        int start = timeline.firstFrom(units.get(0).startInclusive(), timeline.start());
        for (int unit = 0; unit < units.size(); unit++) {
            int end = timeline.firstFrom(units.get(unit).endExclusive(), start);
            customers[unit] += (long) times * (end - start);
            if (unit < over) {
                for (int position = start; position < end; position++) {
                    add(unit, column.customer(position), column, times);
                }
            }
            start = end;
        }
    }

    private void add(int unit, int customer, CohortsColumn column, int times) {
        CohortsColumn.Pairs covers = column.covers();
        for (int i = covers.start(customer); i < covers.end(customer); i++) {
            // In force on the eve of the end t of a unit: start < t <= end.
            int first = Math.max(unit, unitOf(covers.first(i)));
            int afterLast = unitOf(covers.second(i));
            if (first < afterLast) {
                changes[unit][first] += times;
                changes[unit][afterLast] -= times;
            }
        }
        CohortsColumn.Pairs contracts = column.contracts();
        for (int i = contracts.start(customer); i < contracts.end(customer); i++) {
            int signedIn = unitOf(contracts.first(i));
            if (signedIn < over) {
                revenue[unit][signedIn] += times * contracts.second(i);
            }
        }
    }

    /** The unit that a second is in: 0 before the first, and the number of those that are over after the last. */
    private int unitOf(long second) {
        int position = Arrays.binarySearch(bounds, second);
        return Math.max(0, position >= 0 ? position : -position - 2);
    }

    /** The cohorts, one for each unit. */
    List<Cohorts.Cohort> cohorts(CurrencyUnit currency) {
        List<Cohorts.Cohort> cohorts = new ArrayList<>();
        for (int unit = 0; unit < units.size(); unit++) {
            List<Cohorts.Cell> cells = new ArrayList<>();
            long inForce = 0;
            for (int later = unit; later < over; later++) {
                inForce += changes[unit][later];
                cells.add(new Cohorts.Cell(
                        Rate.of(inForce, customers[unit] - inForce, 0), new Amount(currency, revenue[unit][later])));
            }
            cohorts.add(new Cohorts.Cohort(units.get(unit), customers[unit], cells));
        }
        return cohorts;
    }
}
