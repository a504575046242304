package org.saleskpi.engine;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.sales.Fact;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.KpiValue;

/** Answers questions about several groups together: each member is in one of them, so that their answers add up. */
final class SumOfAnswers implements SelectionAnswers {

    private final List<PeriodAnswers> groups;

    /** Adds up the answers of at least one group. */
    SumOfAnswers(List<PeriodAnswers> groups) {
        this.groups = groups;
    }

    @Override
    public SumOfAnswers during(InstantRange another) {
        groups.forEach(group -> group.during(another));
        return this;
    }

    @Override
    public <V extends KpiValue<V>> V answer(Indicator<V> indicator) {
        V sum = groups.get(0).answer(indicator);
        for (PeriodAnswers group : groups.subList(1, groups.size())) {
            sum = sum.plus(group.answer(indicator));
        }
        return sum;
    }

    @Override
    public CountedFacts facts(Indicator<?> indicator) {
        List<CountedFacts> parts =
                groups.stream().map(group -> group.facts(indicator)).toList();
        CountingMoments moments = moments(indicator);
        return new FoundFacts(
                merged(parts, CountedFacts::hits, moments.orderOfFacts()),
                merged(parts, CountedFacts::misses, moments.orderOfFacts()),
                merged(parts, CountedFacts::open, moments.orderOfOpen()),
                merged(parts, CountedFacts::divisor, moments.orderOfDivisors()),
                moments);
    }

    @Override
    public CountingMoments moments(Indicator<?> indicator) {
        return groups.get(0).moments(indicator);
    }

    private static List<? extends Fact> merged(
            List<CountedFacts> parts, Function<CountedFacts, List<? extends Fact>> some, Comparator<Fact> order) {
        return parts.stream()
                .flatMap(part -> some.apply(part).stream())
                .sorted(order)
                .toList();
    }
}
