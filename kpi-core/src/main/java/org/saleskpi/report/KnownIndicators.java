package org.saleskpi.report;

import static com.google.common.base.Preconditions.checkArgument;
import static org.saleskpi.check.Elements.requireElements;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.value.KpiValue;

/** The indicators that a reader of the byte form knows, by their keys, and the layouts of what it has read. */
final class KnownIndicators {

    private final Map<String, Indicator<?>> byKey = new LinkedHashMap<>();
    private final Map<List<Indicator<?>>, ReportLayout> layouts = new HashMap<>();

    private KnownIndicators() {}

    static KnownIndicators of(Collection<? extends Indicator<?>> indicators) {
        KnownIndicators known = new KnownIndicators();
        for (Indicator<?> indicator : requireElements(indicators, "indicators")) {
            Indicator<?> other = known.byKey.put(indicator.key(), indicator);
            checkArgument(other == null || other == indicator, "Two indicators have the key \"%s\"", indicator.key());
        }
        return known;
    }

    Indicator<?> get(String key) {
        Indicator<?> indicator = byKey.get(key);
        checkArgument(indicator != null, "indicator \"%s\" is not among the %s that were given", key, byKey.size());
        return indicator;
    }

    /** The answer, if it is of the indicator's kind. */
    static KpiValue<?> checked(Indicator<?> indicator, KpiValue<?> value) {
        Class<?> expected = indicator.formula().answerType();
        checkArgument(
                expected.isInstance(value),
                "indicator \"%s\" has an answer of the kind %s, expected %s",
                indicator.key(),
                value.getClass().getSimpleName(),
                expected.getSimpleName());
        return value;
    }

    /** One layout for all reports on the same indicators. */
    ReportLayout layout(List<Indicator<?>> indicators) {
        return layouts.computeIfAbsent(indicators, ReportLayout::of);
    }
}
