package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.value.KpiValue;

/** Answers without the terms they were asked in, to compare those of different questions. */
final class Answers {

    private Answers() {}

    static Map<String, KpiValue<?>> of(KpiReport report) {
        Map<String, KpiValue<?>> answers = new LinkedHashMap<>();
        report.indicators().forEach(indicator -> answers.put(indicator.key(), report.get(indicator)));
        return answers;
    }

    static List<Map<String, KpiValue<?>>> of(KpiSeries series) {
        return series.reports().stream().map(Answers::of).toList();
    }

    /** The sums of the answers of reports on any parts. */
    static Map<String, KpiValue<?>> sum(List<KpiReport> reports) {
        Map<String, KpiValue<?>> sums = new LinkedHashMap<>();
        if (!reports.isEmpty()) {
            reports.get(0).indicators().forEach(indicator -> sums.put(indicator.key(), sum(indicator, reports)));
        }
        return sums;
    }

    static <V extends KpiValue<V>> V sum(Indicator<V> indicator, List<KpiReport> reports) {
        return reports.stream()
                .map(report -> report.get(indicator))
                .reduce(KpiValue::plus)
                .orElseThrow();
    }

    /** The key of a group by one dimension; null is what is unassigned. */
    static @Nullable String key(KpiBreakdown.Group<?> group) {
        assertThat(group.key().parts()).hasSize(1);
        return group.key().parts().get(0);
    }

    /** Asks for a group; null is what is unassigned. */
    static KpiQuery where(KpiQuery query, Grouping grouping, @Nullable String key) {
        return key == null ? query.whereUnassigned(grouping.dimension()) : query.where(grouping.dimension(), key);
    }
}
