package org.saleskpi.report;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.value.KpiValue;

/**
 * For engines: the indicators that reports answer, in order. One layout serves many reports; who asks a calculator gets
 * reports without one. Immutable and thread-safe.
 *
 * @see KpiReport
 * @since 0.1.0
 */
public final class ReportLayout {

    /** What was made last: calculators of many small histories mostly have the same indicators, and share this. */
    private static volatile WeakReference<ReportLayout> latest = new WeakReference<>(null);

    private final ImmutableList<Indicator<?>> indicators;
    private final ImmutableMap<Indicator<?>, Integer> positions;

    private ReportLayout(ImmutableList<Indicator<?>> indicators) {
        this.indicators = indicators;
        ImmutableMap.Builder<Indicator<?>, Integer> byIndicator = ImmutableMap.builder();
        for (int i = 0; i < indicators.size(); i++) {
            byIndicator.put(indicators.get(i), i);
        }
        this.positions = byIndicator.buildOrThrow();
    }

    /**
     * For engines: what answers the indicators of a report.
     *
     * @since 0.1.0
     */
    public interface Answers {

        /**
         * Answers one indicator.
         *
         * @param indicator the indicator
         * @param <V> the kind of answer
         * @return its answer
         */
        <V extends KpiValue<V>> V answer(Indicator<V> indicator);
    }

    /**
     * Returns a layout.
     *
     * @param indicators the indicators, in order
     * @return the layout
     * @throws IllegalArgumentException if two indicators have one key
     */
    public static ReportLayout of(List<Indicator<?>> indicators) {
        ImmutableList<Indicator<?>> inOrder = requireElements(indicators, "indicators");
        ReportLayout known = latest.get();
        if (known != null && known.isOf(inOrder)) {
            return known;
        }
        Set<String> keys = new HashSet<>();
        for (Indicator<?> indicator : inOrder) {
            checkArgument(keys.add(indicator.key()), "Two indicators have the key \"%s\"", indicator.key());
        }
        ReportLayout layout = new ReportLayout(inOrder);
        latest = new WeakReference<>(layout);
        return layout;
    }

    private boolean isOf(List<Indicator<?>> others) {
        boolean same = indicators.size() == others.size();
        for (int i = 0; same && i < others.size(); i++) {
            same = indicators.get(i) == others.get(i);
        }
        return same;
    }

    /**
     * Returns the indicators.
     *
     * @return the indicators in order, unmodifiable
     */
    public List<Indicator<?>> indicators() {
        return indicators;
    }

    /**
     * Makes a report.
     *
     * @param terms what its numbers depend on
     * @param answers what answers its indicators
     * @return the report
     */
    public KpiReport report(ReportTerms terms, Answers answers) {
        requireNonNull(terms, "terms");
        requireNonNull(answers, "answers");
        KpiValue<?>[] values = new KpiValue<?>[indicators.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = answers.answer(indicators.get(i));
        }
        return new KpiReport(terms, this, values);
    }

    /** Where an indicator stands, or one that differs from it only in its words; null if neither is in this layout. */
    @Nullable
    Integer positionOf(Indicator<?> indicator) {
        Integer position = positions.get(indicator);
        for (int i = 0; position == null && i < indicators.size(); i++) {
            Indicator<?> other = indicators.get(i);
            position = other.key().equals(indicator.key()) && other.formula() == indicator.formula() ? i : null;
        }
        return position;
    }
}
