package org.saleskpi.report;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.saleskpi.bytes.ByteForm;
import org.saleskpi.bytes.ByteSink;
import org.saleskpi.bytes.ByteSource;
import org.saleskpi.bytes.ValueBytes;
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
 * <p>Reports over customers that have nothing in common add up, and so do reports on different groups of one dimension: those of
 * two reps to that of both. Immutable and thread-safe; two reports are equal if their
 * terms, indicators and answers are.
 *
 * @since 0.1.0
 */
public final class KpiReport implements KpiAnswers<KpiReport> {

    private final ReportTerms terms;
    private final ReportLayout layout;
    private final KpiValue<?>[] values;

    /** The values are in the order of the layout, and are not copied. */
    KpiReport(ReportTerms terms, ReportLayout layout, KpiValue<?>[] values) {
        this.terms = terms;
        this.layout = layout;
        this.values = values;
    }

    /**
     * Returns what the numbers depend on beside the facts.
     *
     * @return the period, zone, currency, part of the history and moment of view
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
        return layout.indicators();
    }

    /**
     * Returns the answer to an indicator.
     *
     * @param indicator one of the {@link #indicators} of this report, or one that differs from it only in its words
     * @param <V> the kind of answer
     * @return the answer
     * @throws IllegalArgumentException if the indicator is not in this report
     */
    public <V extends KpiValue<V>> V get(Indicator<V> indicator) {
        Integer position = layout.positionOf(requireNonNull(indicator, "indicator"));
        if (position == null) {
            boolean namesake =
                    indicators().stream().anyMatch(other -> other.key().equals(indicator.key()));
            throw new IllegalArgumentException(
                    namesake
                            ? "Indicator " + indicator + " is not the one of that key in this report"
                            : "Indicator " + indicator + " is not in this report of " + indicators());
        }
        @SuppressWarnings("unchecked") // Each value was given as the answer to the indicator at its position.
        V value = (V) values[position];
        return value;
    }

    @Override
    public KpiReport plus(KpiReport other) {
        requireNonNull(other, "other");
        return combine(other, terms.plus(other.terms), KpiValue::plus);
    }

    @Override
    public KpiReport minus(KpiReport part) {
        requireNonNull(part, "part");
        return combine(part, terms.minus(part.terms), KpiValue::minus);
    }

    private KpiReport combine(KpiReport other, ReportTerms combined, Combination combination) {
        checkArgument(
                indicators().equals(other.indicators()),
                "Reports with different indicators have no sum: %s and %s",
                indicators(),
                other.indicators());
        return layout.report(combined, new ReportLayout.Answers() {
            @Override
            public <V extends KpiValue<V>> V answer(Indicator<V> indicator) {
                return combination.of(indicator, get(indicator), other.get(indicator));
            }
        });
    }

    /**
     * Writes this report in the byte form, to be read again by {@link #fromBytes}, elsewhere or later. It has all that the answers
     * know, so that what is read adds up as before.
     *
     * <pre>{@code
     * KpiReport report = KpiCalculator.of(history).during(DateRange.month(2026, 3)).report();
     * byte[] bytes = report.toBytes();
     * assert KpiReport.fromBytes(bytes, SalesIndicators.all()).equals(report);
     * }</pre>
     *
     * @return the bytes: some 400 for the eighteen indicators, and two for each different number of days
     */
    public byte[] toBytes() {
        return ByteForm.REPORT.write(this::write);
    }

    /**
     * Reads a report from its byte form.
     *
     * @param bytes what {@link #toBytes} wrote, in this version or an earlier one
     * @param indicators among which those of the report are found by their keys, in any order; your own too
     * @return the report
     * @throws IllegalArgumentException if the bytes are something else, or damaged, if an indicator of the report is not among
     *     those given, or has another kind of answer than the one given
     */
    public static KpiReport fromBytes(byte[] bytes, Collection<? extends Indicator<?>> indicators) {
        KnownIndicators known = KnownIndicators.of(indicators);
        return ByteForm.REPORT.read(bytes, source -> read(source, known));
    }

    void write(ByteSink sink) {
        terms.write(sink);
        sink.list(indicators(), (out, indicator) -> {
            out.text(indicator.key());
            ValueBytes.write(get(indicator), out);
        });
    }

    static KpiReport read(ByteSource source, KnownIndicators known) {
        ReportTerms terms = ReportTerms.read(source);
        List<Indicator<?>> indicators = new ArrayList<>();
        List<KpiValue<?>> values = source.list(each -> {
            Indicator<?> indicator = known.get(each.text());
            indicators.add(indicator);
            return KnownIndicators.checked(indicator, ValueBytes.read(each));
        });
        return new KpiReport(terms, known.layout(indicators), values.toArray(KpiValue<?>[]::new));
    }

    /** How two answers to an indicator are made one; what cannot be is refused with the indicator's key. */
    interface Combination {

        <V extends KpiValue<V>> V of(V left, V right);

        /** As above. */
        default <V extends KpiValue<V>> V of(Indicator<V> indicator, V left, V right) {
            try {
                return of(left, right);
            } catch (ArithmeticException e) {
                throw (ArithmeticException)
                        new ArithmeticException("Indicator " + indicator + ": " + e.getMessage()).initCause(e);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Indicator " + indicator + ": " + e.getMessage(), e);
            }
        }
    }

    /** This report, on other terms. */
    KpiReport on(ReportTerms others) {
        return new KpiReport(others, layout, values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KpiReport report
                && terms.equals(report.terms)
                && indicators().equals(report.indicators())
                && Arrays.equals(values, report.values);
    }

    @Override
    public int hashCode() {
        return 31 * terms.hashCode() + Arrays.hashCode(values);
    }

    /** Returns the terms and a line for each answer, for a person to read. */
    @Override
    public String toString() {
        int width = indicators().stream()
                .mapToInt(indicator -> indicator.name(Locale.ENGLISH).length())
                .max()
                .orElse(0);
        StringBuilder table = new StringBuilder(terms.toString());
        for (int i = 0; i < values.length; i++) {
            table.append('\n')
                    .append(Strings.padEnd(indicators().get(i).name(Locale.ENGLISH), width + 2, ' '))
                    .append(values[i]);
        }
        return table.toString();
    }
}
