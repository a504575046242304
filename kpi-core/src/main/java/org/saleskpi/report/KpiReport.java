package org.saleskpi.report;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.value.KpiValue;

/**
 * The answers to several indicators over one period, with the terms they were asked in.
 *
 * <pre>{@code
 * KpiReport march = KpiCalculator.of(history).during(DateRange.month(2026, 3)).report();
 * Rate conversion = march.get(SalesIndicators.CONVERSION_RATE);
 * Amount revenue = march.get(SalesIndicators.REVENUE);
 * }</pre>
 *
 * <p>Reports over customers that have nothing in common add up. Immutable and thread-safe; two reports are equal if their
 * terms, indicators and answers are.
 */
public final class KpiReport implements KpiAnswers<KpiReport> {

    private final ReportTerms terms;
    private final ImmutableMap<Indicator<?>, KpiValue<?>> values;

    private KpiReport(ReportTerms terms, Map<Indicator<?>, KpiValue<?>> values) {
        this.terms = terms;
        this.values = ImmutableMap.copyOf(values);
    }

    /**
     * Begins a report.
     *
     * @param terms what its numbers depend on
     * @return a builder, to be given the answers
     */
    public static Builder builder(ReportTerms terms) {
        return new Builder(terms);
    }

    /**
     * Returns what the numbers depend on beside the facts.
     *
     * @return the period, zone, currency and moment of view
     */
    public ReportTerms terms() {
        return terms;
    }

    /**
     * Returns the indicators that this report answers.
     *
     * @return the indicators in the order of the report, unmodifiable
     */
    public List<Indicator<?>> indicators() {
        return values.keySet().asList();
    }

    /**
     * Returns the answer to an indicator.
     *
     * @param indicator one of the {@link #indicators} of this report
     * @param <V> the kind of answer
     * @return the answer
     * @throws IllegalArgumentException if the indicator is not in this report
     */
    public <V extends KpiValue<V>> V get(Indicator<V> indicator) {
        @SuppressWarnings("unchecked") // The builder takes only answers of the indicator's kind.
        V value = (V) values.get(indicator);
        if (value == null) {
            boolean namesake =
                    values.keySet().stream().anyMatch(other -> other.key().equals(indicator.key()));
            throw new IllegalArgumentException(
                    namesake
                            ? "Indicator " + indicator + " is not the one of that key in this report"
                            : "Indicator " + indicator + " is not in this report of " + values.keySet());
        }
        return value;
    }

    @Override
    public KpiReport plus(KpiReport other) {
        return combine(other, KpiValue::plus);
    }

    @Override
    public KpiReport minus(KpiReport part) {
        return combine(part, KpiValue::minus);
    }

    private KpiReport combine(KpiReport other, Combination combination) {
        checkArgument(
                terms.equals(other.terms), "Reports on different terms have no sum: %s and %s", terms, other.terms);
        checkArgument(
                values.keySet().equals(other.values.keySet()),
                "Reports with different indicators have no sum: %s and %s",
                values.keySet(),
                other.values.keySet());
        Builder builder = builder(terms);
        indicators().forEach(indicator -> combine(builder, indicator, other, combination));
        return builder.build();
    }

    private <V extends KpiValue<V>> void combine(
            Builder builder, Indicator<V> indicator, KpiReport other, Combination combination) {
        builder.put(indicator, combination.of(get(indicator), other.get(indicator)));
    }

    private interface Combination {
        <V extends KpiValue<V>> V of(V left, V right);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KpiReport report
                && terms.equals(report.terms)
                && indicators().equals(report.indicators())
                && values.equals(report.values);
    }

    @Override
    public int hashCode() {
        return 31 * terms.hashCode() + values.hashCode();
    }

    /** Returns the terms and a line for each answer, for a person to read. */
    @Override
    public String toString() {
        int width = values.keySet().stream()
                .mapToInt(indicator -> indicator.name(Locale.ENGLISH).length())
                .max()
                .orElse(0);
        StringBuilder table = new StringBuilder(terms.toString());
        values.forEach((indicator, value) -> table.append('\n')
                .append(Strings.padEnd(indicator.name(Locale.ENGLISH), width + 2, ' '))
                .append(value));
        return table.toString();
    }

    /** Collects the answers of a {@link KpiReport}. Not thread-safe. */
    public static final class Builder {

        private final ReportTerms terms;
        private final Map<Indicator<?>, KpiValue<?>> values = new LinkedHashMap<>();
        private final Map<String, Indicator<?>> indicatorsByKey = new HashMap<>();

        private Builder(ReportTerms terms) {
            this.terms = requireNonNull(terms, "terms");
        }

        /**
         * Adds an answer.
         *
         * @param indicator the indicator
         * @param value its answer
         * @param <V> the kind of answer
         * @return this builder
         * @throws IllegalArgumentException if there is already an indicator of that key
         */
        public <V extends KpiValue<V>> Builder put(Indicator<V> indicator, V value) {
            checkArgument(
                    indicatorsByKey.putIfAbsent(indicator.key(), indicator) == null,
                    "Indicator %s is in the report twice, or shares its key with another",
                    indicator);
            values.put(indicator, requireNonNull(value, "value"));
            return this;
        }

        /**
         * Completes the report.
         *
         * @return the report
         */
        public KpiReport build() {
            return new KpiReport(terms, values);
        }
    }
}
