package org.saleskpi.jackson;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.saleskpi.analysis.TargetResult;
import org.saleskpi.analysis.Targets;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.KpiReport;
import org.saleskpi.time.SalesCalendar;

/**
 * A report held against targets: in JSON, each answer that has a target tells how it stands to it.
 *
 * <pre>{@code
 * Targets targets = Targets.of(List.of(
 *         Target.atLeast(SalesIndicators.CALLS, DateRange.month(2026, 3), new BigDecimal("100"))));
 * KpiReport march = KpiCalculator.of(history).during(DateRange.month(2026, 3)).report();
 * JudgedReport judged = JudgedReport.of(march, targets, history.calendar());
 * JsonMapper mapper = JsonMapper.builder().addModule(new KpiModule()).build();
 * assert mapper.writeValueAsString(judged).contains("\"met\":false,\"attainment\":0.95,\"gap\":5.0");
 * }</pre>
 *
 * @param report the report
 * @param results how the answers that have a target stand to it, by the keys of their indicators; unmodifiable
 * @since 0.1.0
 */
public record JudgedReport(KpiReport report, Map<String, TargetResult> results) {

    /**
     * Creates a report with what was judged of it.
     *
     * @param report the report
     * @param results how the answers that have a target stand to it, by the keys of their indicators
     */
    public JudgedReport {
        requireNonNull(report, "report");
        results = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNull(results, "results")));
    }

    /**
     * Holds the answers of a report against their targets.
     *
     * @param report the report, in total
     * @param targets the targets
     * @param calendar the calendar of the history, which knows the working days
     * @return the report with what was judged of it
     * @throws IllegalArgumentException if the period of the report is not made of whole dates of its time zone
     */
    public static JudgedReport of(KpiReport report, Targets targets, SalesCalendar calendar) {
        requireNonNull(targets, "targets");
        Map<String, TargetResult> results = new LinkedHashMap<>();
        for (Indicator<?> indicator : requireNonNull(report, "report").indicators()) {
            targets.judge(report, indicator, calendar).ifPresent(result -> results.put(indicator.key(), result));
        }
        return new JudgedReport(report, results);
    }
}
