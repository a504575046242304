package org.saleskpi.indicator;

import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.function.Predicate;
import org.saleskpi.sales.Fact;
import org.saleskpi.value.Rate;

/**
 * An {@link Indicator} that splits one population in hits, misses and open cases.
 *
 * <p>Hits come first. Of the rest, either {@link #openWhen} or {@link #missWhen} says what is what; without either, all the
 * rest is a miss. Immutable, and thread-safe if the conditions given to it are.
 *
 * <pre>{@code
 * RateIndicator<Proposal> refusalRate = Indicator.rate(
 *                 "refusal-rate", SalesPopulations.PROPOSALS_SENT, p -> p.status() == Proposal.Status.REFUSED)
 *         .openWhen(Proposal::isPending);
 * Rate quarter = KpiCalculator.of(history).during(DateRange.quarter(2026, 1)).get(refusalRate);
 * assert quarter.total() == 19 && quarter.open() == 10;
 * }</pre>
 *
 * @param <F> the kind of fact
 * @since 0.1.0
 */
public final class RateIndicator<F extends Fact> extends Indicator<Rate> {

    private final Formula.Split<F> split;

    RateIndicator(String key, Formula.Split<F> split, Wording wording, Direction direction) {
        super(key, split, wording, direction);
        this.split = split;
    }

    /**
     * Returns this indicator with open cases: members that are no hits and meet a condition. The rest are misses.
     *
     * @param condition which members that are no hits are open
     * @return the indicator
     * @throws IllegalStateException if it already says what is open, or what is a miss
     */
    public RateIndicator<F> openWhen(Predicate<? super F> condition) {
        checkUnsettled();
        return new RateIndicator<>(
                key(),
                new Formula.Split<>(split.population(), split.hit(), requireNonNull(condition, "condition"), null),
                wording(),
                direction());
    }

    /**
     * Returns this indicator with open cases: members that are no hits and do not meet a condition. Those that do are
     * misses.
     *
     * @param condition which members that are no hits are misses
     * @return the indicator
     * @throws IllegalStateException if it already says what is open, or what is a miss
     */
    public RateIndicator<F> missWhen(Predicate<? super F> condition) {
        checkUnsettled();
        return new RateIndicator<>(
                key(),
                new Formula.Split<>(split.population(), split.hit(), null, requireNonNull(condition, "condition")),
                wording(),
                direction());
    }

    private void checkUnsettled() {
        checkState(
                split.openWhen() == null && split.missWhen() == null,
                "Indicator %s already says what is open or a miss",
                key());
    }

    @Override
    public RateIndicator<F> named(String name) {
        return with(wording().named(name), direction());
    }

    @Override
    public RateIndicator<F> named(Locale locale, String name) {
        return with(wording().named(locale, name), direction());
    }

    @Override
    public RateIndicator<F> defined(String definition) {
        return with(wording().defined(definition), direction());
    }

    @Override
    public RateIndicator<F> defined(Locale locale, String definition) {
        return with(wording().defined(locale, definition), direction());
    }

    @Override
    public RateIndicator<F> worded(Function<? super Locale, ? extends ResourceBundle> bundles) {
        return with(wording().worded(bundles), direction());
    }

    @Override
    public RateIndicator<F> withDirection(Direction better) {
        return with(wording(), requireNonNull(better, "better"));
    }

    @Override
    RateIndicator<F> with(Wording otherWording, Direction otherDirection) {
        return new RateIndicator<>(key(), split, otherWording, otherDirection);
    }
}
