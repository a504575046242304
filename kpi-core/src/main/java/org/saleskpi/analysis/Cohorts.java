package org.saleskpi.analysis;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import java.util.List;
import java.util.stream.Collectors;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Rate;

/**
 * What becomes of the customers won in each unit of a period: how many of them are in force, and what they sign, in that unit
 * and in each one after it. The retention triangle.
 *
 * <pre>{@code
 * Cohorts cohorts = KpiCalculator.of(history).during(DateRange.year(2025)).cohorts(CalendarUnit.QUARTER);
 * Cohorts.Cohort first = cohorts.cohorts().get(0);
 * Rate afterAYear = first.cells().get(3).retention();
 * Amount signedInTheFourth = first.cells().get(3).revenue();
 * }</pre>
 *
 * <p>A cohort: the customers whose conversion is in the unit, narrowed by the key of the first contract, else of the customer.
 * What its customers did afterwards is not narrowed. A unit that ends after the period, or after the moment of a view, has no
 * cell: it is not over.
 *
 * <p>Immutable and thread-safe.
 *
 * @param terms the period, the part of the history and the moment of the view
 * @param unit the kind of unit
 * @param cohorts a cohort for each unit of the period, in time order; unmodifiable
 * @since 0.1.0
 */
public record Cohorts(ReportTerms terms, CalendarUnit unit, List<Cohort> cohorts) {

    /**
     * Creates cohorts.
     *
     * @param terms the period, the part of the history and the moment of the view
     * @param unit the kind of unit
     * @param cohorts a cohort for each unit of the period, in time order
     * @throws IllegalArgumentException if the units do not follow one another through the whole period
     */
    public Cohorts {
        requireNonNull(terms, "terms");
        requireNonNull(unit, "unit");
        cohorts = requireElements(cohorts, "cohorts");
        checkArgument(!cohorts.isEmpty(), "Cohorts: expected at least one");
        for (int i = 0; i <= cohorts.size(); i++) {
            Object start = i == cohorts.size()
                    ? terms.period().endExclusive()
                    : cohorts.get(i).period().startInclusive();
            Object expected = i == 0
                    ? terms.period().startInclusive()
                    : cohorts.get(i - 1).period().endExclusive();
            checkArgument(start.equals(expected), "Cohorts: after %s comes %s", expected, start);
        }
    }

    /**
     * The customers won in one unit. Immutable and thread-safe.
     *
     * @param period the unit
     * @param customers how many customers were won in it
     * @param cells what became of them by the unit itself, by the next one, and so on, as far as units are over; unmodifiable
     * @since 0.1.0
     */
    public record Cohort(InstantRange period, long customers, List<Cell> cells) {

        /**
         * Creates a cohort.
         *
         * @param period the unit
         * @param customers how many customers were won in it
         * @param cells what became of them, unit by unit
         * @throws IllegalArgumentException if a cell is about more or fewer customers
         */
        public Cohort {
            requireNonNull(period, "period");
            cells = requireElements(cells, "cells");
            for (Cell cell : cells) {
                checkArgument(
                        cell.retention().total() == customers,
                        "Cohorts: a cell is about %s customers, expected %s",
                        cell.retention().total(),
                        customers);
            }
        }
    }

    /**
     * What the customers of a cohort did by the end of one unit. Immutable and thread-safe.
     *
     * @param retention of the customers, those in force on the eve of the end of the unit; a term that starts late makes it rise
     * @param revenue what the contracts are worth that they signed in the unit
     * @since 0.1.0
     */
    public record Cell(Rate retention, Amount revenue) {

        /**
         * Creates a cell.
         *
         * @param retention of the customers, those in force on the eve of the end of the unit
         * @param revenue what the contracts are worth that they signed in the unit
         */
        public Cell {
            requireNonNull(retention, "retention");
            requireNonNull(revenue, "revenue");
        }
    }

    /** Returns the terms, and a line of retention for each cohort, for a person to read. */
    @Override
    public String toString() {
        return cohorts.stream()
                .map(cohort -> "\n  " + cohort.period() + " " + cohort.customers() + ": "
                        + cohort.cells().stream()
                                .map(cell -> String.valueOf(cell.retention().hits()))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("", "Cohorts " + terms, ""));
    }
}
