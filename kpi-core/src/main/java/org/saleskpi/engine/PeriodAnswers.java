package org.saleskpi.engine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.AtEnd;
import org.saleskpi.indicator.Formula;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.Population;
import org.saleskpi.report.ReportLayout;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Conversion;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Proposal;
import org.saleskpi.time.Period;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.Ratio;

/**
 * Answers questions about one scope, over one period after another. Where a period begins where the one before it ended, its
 * start need not be looked for again.
 *
 * <p>For one thread.
 */
public final class PeriodAnswers implements Formula.Evaluator, ReportLayout.Answers {

    private final Index index;
    private final Scope scope;
    private final List<Cursor<?>> cursors = new ArrayList<>(12);
    private @Nullable Period period;

    /** Of the customers in force at the start of the period, those that are at its end; null until it is asked for. */
    private @Nullable Rate stillInForce;

    PeriodAnswers(Index index, Scope scope) {
        this.index = index;
        this.scope = scope;
    }

    /** Turns to another period, and returns itself. */
    public PeriodAnswers during(Period period) {
        this.period = period;
        this.stillInForce = null;
        return this;
    }

    @Override
    public <V extends KpiValue<V>> V answer(Indicator<V> indicator) {
        return indicator.formula().evaluate(this);
    }

    private Period period() {
        return requireNonNull(period, "period");
    }

    /** The run of a population's members that lies in the period. */
    private static final class Cursor<F extends Fact> {

        final Population<F> population;
        final Timeline<F> timeline;
        int start;
        int end;
        private @Nullable Period at;

        Cursor(Population<F> population, Timeline<F> timeline) {
            this.population = population;
            this.timeline = timeline;
        }

        void moveTo(Period period) {
            if (period.equals(at)) {
                return;
            }
            boolean follows = at != null && at.endExclusive().equals(period.startInclusive());
            start = follows ? end : timeline.firstFrom(period.startInclusive(), timeline.start());
            end = timeline.firstFrom(period.endExclusive(), start);
            at = period;
        }

        int size() {
            return end - start;
        }
    }

    private <F extends Fact> Cursor<F> cursor(Population<F> population) {
        for (Cursor<?> cursor : cursors) {
            if (cursor.population == population) {
                @SuppressWarnings("unchecked") // Its population is the one asked for.
                Cursor<F> known = (Cursor<F>) cursor;
                known.moveTo(period());
                return known;
            }
        }
        Cursor<F> cursor = new Cursor<>(population, index.timeline(population, scope));
        cursors.add(cursor);
        cursor.moveTo(period());
        return cursor;
    }

    @Override
    public <F extends Fact> Count count(Formula.Counted<F> formula) {
        return new Count(cursor(formula.population()).size());
    }

    @Override
    public <F extends Fact, G extends Fact> Ratio divide(Formula.Divided<F, G> formula) {
        return new Ratio(
                cursor(formula.dividend()).size(), cursor(formula.divisor()).size());
    }

    @Override
    public <F extends Fact> Amount sum(Formula.Summed<F> formula) {
        Cursor<F> cursor = cursor(formula.population());
        SumColumn sums = sums(formula, cursor.timeline.table(), formula.amount(), formula.population());
        return new Amount(index.history().currency(), sums.minorUnits(cursor.start, cursor.end));
    }

    @Override
    public <F extends Fact> MeanAmount average(Formula.Averaged<F> formula) {
        Cursor<F> cursor = cursor(formula.population());
        SumColumn sums = sums(formula, cursor.timeline.table(), formula.amount(), formula.population());
        return new MeanAmount(
                new Amount(index.history().currency(), sums.minorUnits(cursor.start, cursor.end)),
                sums.count(cursor.start, cursor.end));
    }

    private <F extends Fact> SumColumn sums(
            Formula<?> formula,
            Table<F> table,
            Function<? super F, ? extends @Nullable Money> amount,
            Population<F> population) {
        return table.sum(formula, fact -> {
            Money money = amount.apply(fact);
            return money == null
                    ? null
                    : index.history().convert(money, momentOfRate(fact, requireNonNull(population.momentOf(fact))));
        });
    }

    /** Proposals and contracts are converted at the rate of one day, whichever moment an indicator goes by. */
    private static Instant momentOfRate(Fact fact, Instant moment) {
        if (fact instanceof Contract contract) {
            return contract.signedAt();
        }
        if (fact instanceof Proposal proposal) {
            return proposal.sentAt();
        }
        if (fact instanceof Conversion conversion) {
            return conversion.at();
        }
        if (fact instanceof CustomerJourney journey && journey.firstContract() != null) {
            return journey.firstContract().signedAt();
        }
        return moment;
    }

    @Override
    public <F extends Fact> Days time(Formula.Timed<F> formula) {
        Cursor<F> cursor = cursor(formula.population());
        return cursor.timeline
                .table()
                .days(
                        formula,
                        fact -> days(formula.from().apply(fact), formula.to().apply(fact)))
                .over(cursor.start, cursor.end);
    }

    private OptionalLong days(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null
                ? OptionalLong.empty()
                : OptionalLong.of(ChronoUnit.DAYS.between(localDate(from), localDate(to)));
    }

    private LocalDate localDate(Instant moment) {
        return moment.atZone(index.history().zone()).toLocalDate();
    }

    @Override
    public <F extends Fact> Rate split(Formula.Split<F> formula) {
        Cursor<F> cursor = cursor(formula.population());
        return cursor.timeline.table().split(formula).over(cursor.start, cursor.end);
    }

    @Override
    public Rate retain(Formula.Retained formula) {
        Rate kept = stillInForce;
        if (kept == null) {
            kept = stillInForce();
            stillInForce = kept;
        }
        return formula.hit() == AtEnd.STILL_IN_FORCE ? kept : kept.complement();
    }

    private Rate stillInForce() {
        Instant end = measuredEnd(index, period());
        if (end == null) {
            return new Rate(0, 0, 0);
        }
        InForce inForce = index.inForce(scope);
        int atStart = inForce.count(period().startInclusive());
        int atBoth = inForce.countAtBoth(period().startInclusive(), end);
        return new Rate(atBoth, (long) atStart - atBoth, 0);
    }

    /** Where a balance is followed to: the end of the period, or of what is known; null if nothing of it is known yet. */
    static @Nullable Instant measuredEnd(Index index, Period period) {
        Optional<Instant> asOf = index.history().viewedAsOf();
        if (asOf.isEmpty() || !asOf.get().isBefore(period.endExclusive())) {
            return period.endExclusive();
        }
        return asOf.get().isAfter(period.startInclusive()) ? asOf.get() : null;
    }
}
