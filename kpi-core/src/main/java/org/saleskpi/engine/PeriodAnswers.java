package org.saleskpi.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.AtEnd;
import org.saleskpi.indicator.Formula;
import org.saleskpi.indicator.Population;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Conversion;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Proposal;
import org.saleskpi.time.Period;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.Ratio;

/** Answers formulas over one period and scope, from the timelines of an index. */
final class PeriodAnswers implements Formula.Evaluator {

    private final Index index;
    private final Period period;
    private final Scope scope;

    PeriodAnswers(Index index, Period period, Scope scope) {
        this.index = index;
        this.period = period;
        this.scope = scope;
    }

    @Override
    public <F extends Fact> Count count(Formula.Counted<F> formula) {
        return new Count(size(formula.population()));
    }

    @Override
    public <F extends Fact, G extends Fact> Ratio divide(Formula.Divided<F, G> formula) {
        return new Ratio(size(formula.dividend()), size(formula.divisor()));
    }

    private int size(Population<?> population) {
        return index.timeline(population, scope).in(period).length();
    }

    @Override
    public <F extends Fact> Amount sum(Formula.Summed<F> formula) {
        Timeline<F> timeline = index.timeline(formula.population(), scope);
        RunningSum sum = timeline.sum(formula, amountOf(formula.amount()));
        return new Amount(index.history().currency(), sum.minorUnits(timeline.in(period)));
    }

    @Override
    public <F extends Fact> MeanAmount average(Formula.Averaged<F> formula) {
        Timeline<F> timeline = index.timeline(formula.population(), scope);
        RunningSum sum = timeline.sum(formula, amountOf(formula.amount()));
        Timeline.Run run = timeline.in(period);
        return new MeanAmount(new Amount(index.history().currency(), sum.minorUnits(run)), sum.count(run));
    }

    private <F extends Fact> RunningSum.AmountOf<F> amountOf(Function<? super F, ? extends @Nullable Money> amount) {
        return member -> {
            Money money = amount.apply(member.fact());
            return money == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(
                            index.history().convert(money, momentOfRate(member)).getAmountMinorLong());
        };
    }

    /** Proposals and contracts are converted at the rate of one day, whichever moment an indicator goes by. */
    private static Instant momentOfRate(Timeline.Member<?> member) {
        Fact fact = member.fact();
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
        return member.moment();
    }

    @Override
    public <F extends Fact> Days time(Formula.Timed<F> formula) {
        Timeline<F> timeline = index.timeline(formula.population(), scope);
        return timeline.days(
                        formula,
                        fact -> days(formula.from().apply(fact), formula.to().apply(fact)))
                .over(timeline.in(period));
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
        Timeline<F> timeline = index.timeline(formula.population(), scope);
        return timeline.split(formula).over(timeline.in(period));
    }

    @Override
    public Rate retain(Formula.Retained formula) {
        Instant end = measuredEnd(index, period);
        if (end == null) {
            return new Rate(0, 0, 0);
        }
        long atStart = 0;
        long atBoth = 0;
        for (CustomerJourney journey : index.journeys(scope)) {
            if (journey.isInForceOnEveOf(period.startInclusive())) {
                atStart++;
                atBoth += journey.isInForceOnEveOf(end) ? 1 : 0;
            }
        }
        return formula.hit() == AtEnd.STILL_IN_FORCE
                ? new Rate(atBoth, atStart - atBoth, 0)
                : new Rate(atStart - atBoth, atBoth, 0);
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
