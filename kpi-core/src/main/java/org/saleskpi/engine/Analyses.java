package org.saleskpi.engine;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.saleskpi.analysis.Cohorts;
import org.saleskpi.analysis.Cycle;
import org.saleskpi.analysis.Funnel;
import org.saleskpi.analysis.FunnelStages;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.sales.Conversion;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.InstantRange;

/** Answers the questions that follow the customers of a cohort. Thread-safe. */
public final class Analyses {

    /** A triangle grows with the square of its cohorts. */
    private static final int MOST_COHORTS = 1_000;

    private final LayeredIndex index;

    /**
     * Creates what answers, which computes nothing until it is asked.
     *
     * @param index what is asked
     */
    public Analyses(LayeredIndex index) {
        this.index = index;
    }

    /** Returns the funnel of the customers of a part that entered in the period of the terms. */
    public Funnel funnel(FunnelStages stages, Selection part, ReportTerms terms) {
        ImmutableList<LayeredIndex.Layer> layers = index.layers();
        Funnel whole = funnel(layers.get(0).index(), stages, part, terms);
        for (LayeredIndex.Layer layer : layers.subList(1, layers.size())) {
            Funnel next = funnel(layer.index(), stages, part, terms);
            whole = layer.isAdded() ? whole.plus(next) : whole.minus(next);
        }
        return whole;
    }

    private static Funnel funnel(Index layer, FunnelStages stages, Selection part, ReportTerms terms) {
        Cohort<CustomerJourney, StagesColumn> cohort = cohort(layer, part, StagesColumn.of(stages));
        return cohort.runs(terms.period())
                .map(run -> new Funnel(terms, cohort.column().over(run.start(), run.end())))
                .reduce(Funnel::plus)
                .orElseGet(() -> new Funnel(terms, cohort.column().over(0, 0)));
    }

    /** Returns how long it takes to win the customers of a part that entered in the period of the terms; for a view. */
    public Cycle cycle(Cycle.Losses losses, Selection part, ReportTerms terms) {
        CycleColumn.Observations observed = new CycleColumn.Observations();
        for (LayeredIndex.Layer layer : index.layers()) {
            Cohort<CustomerJourney, CycleColumn> cohort = cohort(layer.index(), part, CycleColumn.recipe());
            cohort.runs(terms.period())
                    .forEach(run -> observed.add(cohort.column(), run.start(), run.end(), layer.isAdded()));
        }
        return Cycle.of(terms, losses, observed.ended());
    }

    /** Returns what becomes of the customers of a part that were won in each unit of the period of the terms. */
    public Cohorts cohorts(CalendarUnit unit, Selection part, ReportTerms terms) {
        SalesHistory history = index.history();
        InstantRange period = terms.period();
        List<InstantRange> units = history.calendar().split(period, unit, history.zone());
        checkArgument(
                period.startInclusive()
                                .equals(whole(unit, period.startInclusive()).startInclusive())
                        && period.endExclusive()
                                .equals(whole(unit, period.endExclusive().minusNanos(1))
                                        .endExclusive()),
                "Cohorts: the period %s is not made of whole units, of the kind %s",
                period,
                unit);
        checkArgument(units.size() <= MOST_COHORTS, "Cohorts: %s units are more than %s", units.size(), MOST_COHORTS);
        Triangle triangle = new Triangle(units, terms.asOf());
        for (LayeredIndex.Layer layer : index.layers()) {
            Cohort<Conversion, CohortsColumn> cohort = cohort(layer.index(), part, CohortsColumn.recipe());
            cohort.timelines().forEach(timeline -> triangle.add(timeline, cohort.column(), layer.isAdded() ? 1 : -1));
        }
        return new Cohorts(terms, unit, triangle.cohorts(terms.currency()));
    }

    /** The unit of the calendar that holds a moment. */
    private InstantRange whole(CalendarUnit unit, Instant moment) {
        SalesHistory history = index.history();
        return history.calendar()
                .rangeOf(unit, LocalDate.ofInstant(moment, history.zone()))
                .atZone(history.zone());
    }

    private static <F extends Fact, C extends Column<C>> Cohort<F, C> cohort(
            Index layer, Selection part, Recipe<F, C> recipe) {
        layer.forgetWhatIsGone();
        return Cohort.of(layer, part, recipe);
    }
}
