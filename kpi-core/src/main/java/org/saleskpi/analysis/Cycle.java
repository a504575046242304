package org.saleskpi.analysis;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.value.Interval;
import org.saleskpi.value.Rate;

/**
 * How many days it takes to win the customers that entered in a period, those that are not won yet included.
 *
 * <p>An average over the customers won counts the fast ones alone: the slow ones are still open. Here each customer counts for as
 * long as it was observed: until it converted, was lost (disqualified), or the observation ended, at the last instant
 * before the moment of the view. The {@link #curve} says which share is not won after so many days.
 *
 * <pre>{@code
 * Cycle cycle = KpiCalculator.of(history)
 *         .asOf(Instant.parse("2026-01-01T00:00:00Z"))
 *         .during(DateRange.year(2025))
 *         .cycle();
 * String median = cycle.quantile(0.5).isEmpty() ? "not reached" : cycle.quantile(0.5).getAsLong() + " days";
 * Rate soon = cycle.within(30);
 * }</pre>
 *
 * <p>The cohort: customers whose entry is in the period; groups and conditions are those of the customers' own keys. Days are
 * the difference of local dates, at least 0.
 *
 * <p>Sources: Kaplan and Meier 1958, with Greenwood's standard errors and log-log limits (Kalbfleisch and Prentice 1980), as
 * R's {@code survfit(conf.type = "log-log")}; Aalen and Johansen 1978 for competing risks. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Cycle {

    private final ReportTerms terms;
    private final Losses losses;
    private final ImmutableList<Ended> observations;
    private final Supplier<ImmutableList<Point>> curve;

    /**
     * What a lost customer says about those that are not.
     *
     * @since 0.1.0
     */
    public enum Losses {
        /** No more than one that is still open: it might have been won later, had it not been lost. */
        CENSORED,
        /** That it will never be won: the curve ends at the share that is won in the end. */
        COMPETING
    }

    /**
     * How many customers were observed for a number of days, by how it ended. Immutable and thread-safe.
     *
     * @param days the number of days, not negative
     * @param converted how many converted then
     * @param lost how many were lost then
     * @param open how many had not been decided when the observation ended
     * @since 0.1.0
     */
    public record Ended(long days, long converted, long lost, long open) {

        /**
         * Creates the observations that ended after a number of days.
         *
         * @param days the number of days
         * @param converted how many converted then
         * @param lost how many were lost then
         * @param open how many had not been decided when the observation ended
         * @throws IllegalArgumentException if a number is negative
         */
        public Ended {
            checkArgument(
                    days >= 0 && converted >= 0 && lost >= 0 && open >= 0,
                    "Cycle: numbers must not be negative: days=%s, converted=%s, lost=%s, open=%s",
                    days,
                    converted,
                    lost,
                    open);
        }

        private long count() {
            return converted + lost + open;
        }
    }

    /**
     * A step of the curve, at a number of days after which customers converted (or, if losses compete, were lost). Immutable and
     * thread-safe.
     *
     * @param days the number of days since the entry
     * @param atRisk how many customers had been observed for so long, and were neither won nor lost before
     * @param converted how many of those converted then
     * @param lost how many were lost then; 0 if losses are censored
     * @param censored how many observations ended undecided from then on to before the next step, which are said to have
     *     lasted longer than what happened on their last day; censored losses are among them, and at the first step those
     *     before it
     * @param survival the share that is not won after so many days, from 0 to 1
     * @param standardError how far that share is off, on average; null where it is 0, and if losses compete
     * @param limits between which bounds the share lies with a confidence of 95 %; null where the standard error is
     * @since 0.1.0
     */
    public record Point(
            long days,
            long atRisk,
            long converted,
            long lost,
            long censored,
            double survival,
            @Nullable Double standardError,
            @Nullable Interval limits) {}

    private Cycle(ReportTerms terms, Losses losses, ImmutableList<Ended> observations) {
        this.terms = terms;
        this.losses = losses;
        this.observations = observations;
        this.curve = Suppliers.memoize(() -> new SurvivalCurve(losses, observations).points());
    }

    /**
     * Returns the analysis of customers that were observed.
     *
     * @param terms the period, the part of the history and the moment of the view
     * @param losses what a lost customer says about the others
     * @param observations how the observations ended, by ascending days
     * @return the analysis
     * @throws IllegalArgumentException if the days do not ascend
     * @throws ArithmeticException if there are more customers than a {@code long} can hold
     */
    public static Cycle of(ReportTerms terms, Losses losses, List<Ended> observations) {
        requireNonNull(terms, "terms");
        requireNonNull(losses, "losses");
        ImmutableList<Ended> copy = requireElements(observations, "observations");
        long count = 0;
        for (int i = 0; i < copy.size(); i++) {
            checkArgument(
                    i == 0 || copy.get(i - 1).days() < copy.get(i).days(),
                    "Cycle: %s days do not come after %s",
                    copy.get(i).days(),
                    i == 0 ? 0 : copy.get(i - 1).days());
            count = Math.addExact(count, copy.get(i).converted());
            count = Math.addExact(count, copy.get(i).lost());
            count = Math.addExact(count, copy.get(i).open());
        }
        return new Cycle(terms, losses, copy);
    }

    /**
     * Returns the same customers, with another say of the lost ones.
     *
     * @param another what a lost customer says about the others
     * @return the analysis
     */
    public Cycle with(Losses another) {
        return new Cycle(terms, requireNonNull(another, "another"), observations);
    }

    /**
     * Returns what the numbers depend on.
     *
     * @return the period, the part of the history and the moment of the view
     */
    public ReportTerms terms() {
        return terms;
    }

    /**
     * Returns what a lost customer says about the others.
     *
     * @return how losses are treated
     */
    public Losses losses() {
        return losses;
    }

    /**
     * Returns how the observations ended.
     *
     * @return by ascending days, unmodifiable
     */
    public List<Ended> observations() {
        return observations;
    }

    /**
     * Returns how many customers entered in the period.
     *
     * @return the size of the cohort: {@code converted + lost + open}
     */
    public long count() {
        return sum(Ended::count);
    }

    /**
     * Returns how many of them have converted.
     *
     * @return the customers won
     */
    public long converted() {
        return sum(Ended::converted);
    }

    /**
     * Returns how many of them were disqualified without having converted.
     *
     * @return the customers lost
     */
    public long lost() {
        return sum(Ended::lost);
    }

    /**
     * Returns how many of them are neither won nor lost.
     *
     * @return the customers that are open
     */
    public long open() {
        return sum(Ended::open);
    }

    private long sum(ToLongFunction<Ended> number) {
        return observations.stream().mapToLong(number).sum();
    }

    /**
     * Returns the share that is not won by days, step by step.
     *
     * <p>If losses are censored it is the Kaplan-Meier estimate, with Greenwood's standard error and the log-log limits at
     * 95 %. If they compete it is one minus the Aalen-Johansen estimate of the share won.
     *
     * @return a point for each number of days after which customers converted or, if losses compete, were lost; empty if there
     *     is none; unmodifiable
     */
    public List<Point> curve() {
        return curve.get();
    }

    /**
     * Returns the share that is not won after a number of days.
     *
     * @param days the days since the entry, not negative
     * @return the share, from 0 to 1: that of the last {@linkplain #curve point} that is not later, 1 before the first
     * @throws IllegalArgumentException if the days are negative
     */
    public double survivalAfter(long days) {
        checkArgument(days >= 0, "Cycle: days %s are negative", days);
        double survival = 1;
        for (Point point : curve()) {
            if (point.days() <= days) {
                survival = point.survival();
            }
        }
        return survival;
    }

    /**
     * Returns after how many days a share of the customers is won.
     *
     * @param share the share, above 0 and below 1: 0.5 for the median
     * @return the fewest days after which the share that is not won is at most the rest (within 1e-12); empty if that is not
     *     reached, which says that it takes longer than anyone was observed, or never happens
     * @throws IllegalArgumentException if the share is not above 0 and below 1
     */
    public OptionalLong quantile(double share) {
        checkArgument(share > 0 && share < 1, "Cycle: share %s is not above 0 and below 1", share);
        return curve().stream()
                .filter(point -> point.survival() <= 1 - share + SurvivalCurve.TOLERANCE)
                .mapToLong(Point::days)
                .findFirst();
    }

    /**
     * Returns which share was won within a number of days: a rate that does not change any more once the youngest customer was
     * observed for so long.
     *
     * @param days the days since the entry, not negative
     * @return hits: converted within the days; misses: converted later, lost, or observed for as many days or longer; open: the
     *     others, which are too young
     * @throws IllegalArgumentException if the days are negative
     */
    public Rate within(long days) {
        checkArgument(days >= 0, "Cycle: days %s are negative", days);
        long hits = 0;
        long open = 0;
        for (Ended ended : observations) {
            hits += ended.days() <= days ? ended.converted() : 0;
            open += ended.days() < days ? ended.open() : 0;
        }
        return Rate.of(hits, count() - hits - open, open);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cycle cycle
                && terms.equals(cycle.terms)
                && losses == cycle.losses
                && observations.equals(cycle.observations);
    }

    @Override
    public int hashCode() {
        return 31 * terms.hashCode() + observations.hashCode();
    }

    /** Returns the terms, the counts and the median, for a person to read. */
    @Override
    public String toString() {
        OptionalLong median = quantile(0.5);
        return "Cycle " + terms + ": " + converted() + " converted, " + lost() + " lost, " + open() + " open of "
                + count() + ", median " + (median.isEmpty() ? "not reached" : median.getAsLong() + " days");
    }
}
