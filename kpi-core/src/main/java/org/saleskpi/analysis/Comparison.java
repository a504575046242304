package org.saleskpi.analysis;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.saleskpi.bytes.ByteForm;
import org.saleskpi.indicator.Formula;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.Additive;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.Rate;

/**
 * A report beside one on other terms, and how far each of its numbers moved. {@code query.comparedWith(base)} makes the other
 * one, like for like.
 *
 * <pre>{@code
 * KpiQuery march = KpiCalculator.of(history).during(DateRange.month(2026, 3));
 * Comparison comparison = march.comparedWith(ComparisonBase.YEAR).report();
 * OptionalDouble growth = comparison.change(SalesIndicators.REVENUE); // 0.25 is a quarter more
 * boolean isMoreThanChance = comparison.decidedChange(SalesIndicators.WIN_RATE)
 *         .map(DecidedChange::isLikely)
 *         .orElse(false);
 * }</pre>
 *
 * <p>Any two reports on the same indicators may be compared, such as those of two reps: {@link #of}. Immutable and thread-safe;
 * two comparisons are equal if both of their reports are.
 *
 * @since 0.1.0
 */
public final class Comparison implements Additive<Comparison> {

    private final KpiReport now;
    private final KpiReport before;

    private Comparison(KpiReport now, KpiReport before) {
        this.now = now;
        this.before = before;
    }

    /**
     * Compares two reports.
     *
     * @param now the report that is looked at
     * @param before the report that it is compared with
     * @return the comparison
     * @throws IllegalArgumentException if the reports answer different indicators, or in different currencies
     */
    public static Comparison of(KpiReport now, KpiReport before) {
        requireNonNull(now, "now");
        requireNonNull(before, "before");
        checkArgument(
                now.indicators().equals(before.indicators()),
                "Reports on different indicators are not compared: %s and %s",
                now.indicators(),
                before.indicators());
        checkArgument(
                now.terms().currency().equals(before.terms().currency()),
                "Reports in different currencies are not compared: %s and %s",
                now.terms().currency(),
                before.terms().currency());
        return new Comparison(now, before);
    }

    /**
     * Returns the report that is looked at.
     *
     * @return the report
     */
    public KpiReport now() {
        return now;
    }

    /**
     * Returns the report that it is compared with.
     *
     * @return the report
     */
    public KpiReport before() {
        return before;
    }

    /**
     * Tells whether there is anything to compare: neither report is a view as of a moment at or before the start of its
     * period, in which nothing has happened yet.
     *
     * @return false if so; then every change is empty
     */
    public boolean isUnderWay() {
        return hasBegun(now.terms()) && hasBegun(before.terms());
    }

    private static boolean hasBegun(ReportTerms terms) {
        Instant asOf = terms.asOf();
        return asOf == null || asOf.isAfter(terms.period().startInclusive());
    }

    /**
     * Returns how far the number of an indicator moved.
     *
     * @param indicator one of the indicators of the reports
     * @return of rates and rates of amounts the difference, from -1 to 1; of scores the difference in points; of all else the
     *     part of the number before by which it grew, {@code (now - before) / before}: the nearest double; empty if a number is
     *     undefined, a number to be divided by is 0, or nothing is {@linkplain #isUnderWay under way}
     * @throws IllegalArgumentException if the indicator is not in the reports
     */
    public OptionalDouble change(Indicator<?> indicator) {
        return exactChange(indicator)
                .map(change -> OptionalDouble.of(change.toDouble()))
                .orElse(OptionalDouble.empty());
    }

    private Optional<Fraction> exactChange(Indicator<?> indicator) {
        ExactValue value = ExactValue.of(answer(now, indicator));
        Fraction number = value.number().orElse(null);
        Fraction numberBefore =
                ExactValue.of(answer(before, indicator)).number().orElse(null);
        if (number == null || numberBefore == null || !isUnderWay()) {
            return Optional.empty();
        }
        Fraction difference = number.minus(numberBefore);
        return switch (value.kind()) {
            case SHARE -> Optional.of(difference);
            case POINTS -> Optional.of(difference.times(Fraction.HUNDRED));
            case COUNT, AMOUNT, MEAN, MONEY_A_DAY, QUOTIENT ->
                numberBefore.isZero() ? Optional.empty() : Optional.of(difference.dividedBy(numberBefore));
        };
    }

    /**
     * Returns how far a rate moved among the settled cases, which a rate that counts the open ones among its whole does not tell
     * while they are many.
     *
     * @param indicator one of the indicators of the reports
     * @return the change, with its bounds unless the indicator follows customers, such as retention; empty if nothing is settled
     *     in either report, nothing is {@linkplain #isUnderWay under way}, or the answer is no {@link Rate}
     * @throws IllegalArgumentException if the indicator is not in the reports
     */
    public Optional<DecidedChange> decidedChange(Indicator<?> indicator) {
        if (!(answer(now, indicator) instanceof Rate later)
                || !(answer(before, indicator) instanceof Rate earlier)
                || !isUnderWay()) {
            return Optional.empty();
        }
        return indicator.formula() instanceof Formula.Retained
                ? DecidedChange.ofOverlapping(later, earlier)
                : DecidedChange.of(later, earlier);
    }

    static KpiValue<?> answer(KpiReport report, Indicator<?> indicator) {
        return report.get(indicator);
    }

    /**
     * Returns the comparison of what this and another one cover together.
     *
     * @param other a comparison of the same indicators and periods, over other customers, or about other groups of one dimension
     * @return the sums of both reports, compared
     * @throws IllegalArgumentException if the indicators or the terms differ, but for disjoint keys of one dimension
     * @throws ArithmeticException if a sum is too large to represent
     */
    @Override
    public Comparison plus(Comparison other) {
        requireNonNull(other, "other");
        return new Comparison(now.plus(other.now), before.plus(other.before));
    }

    /**
     * Returns this comparison without a part that was added to it.
     *
     * @param part a comparison of the same indicators and periods, over some of the customers, or about some of the groups of one
     *     dimension
     * @return the differences of both reports, compared
     * @throws IllegalArgumentException if the indicators or the terms differ, but for fewer keys of one dimension, or the part
     *     was never added
     */
    @Override
    public Comparison minus(Comparison part) {
        requireNonNull(part, "part");
        return new Comparison(now.minus(part.now), before.minus(part.before));
    }

    /**
     * Writes this comparison in the byte form, to be read again by {@link #fromBytes}, elsewhere or later.
     *
     * @return the bytes
     */
    public byte[] toBytes() {
        return ByteForm.COMPARISON.write(sink -> {
            sink.nested(now.toBytes());
            sink.nested(before.toBytes());
        });
    }

    /**
     * Reads a comparison from its byte form.
     *
     * @param bytes what {@link #toBytes} wrote, in this version or an earlier one
     * @param indicators among which those of the reports are found by their keys, in any order; your own too
     * @return the comparison
     * @throws IllegalArgumentException if the bytes are something else, or damaged, if an indicator is not among those given,
     *     or has another kind of answer than the one given
     */
    public static Comparison fromBytes(byte[] bytes, Collection<? extends Indicator<?>> indicators) {
        List<Indicator<?>> known = requireElements(indicators, "indicators");
        return ByteForm.COMPARISON.read(
                bytes,
                source -> of(KpiReport.fromBytes(source.nested(), known), KpiReport.fromBytes(source.nested(), known)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Comparison comparison && now.equals(comparison.now) && before.equals(comparison.before);
    }

    @Override
    public int hashCode() {
        return 31 * now.hashCode() + before.hashCode();
    }

    /** Returns the terms of both reports and a line for each change, for a person to read. */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder(now.terms() + ", after " + before.terms());
        for (Indicator<?> indicator : now.indicators()) {
            OptionalDouble change = change(indicator);
            lines.append('\n')
                    .append(indicator.name(Locale.ENGLISH))
                    .append(": ")
                    .append(answer(now, indicator))
                    .append(", after ")
                    .append(answer(before, indicator))
                    .append(": ")
                    .append(change.isEmpty() ? "no change to tell" : String.valueOf(change.getAsDouble()));
        }
        return lines.toString();
    }
}
