package org.saleskpi.service.kpi;

import io.micrometer.core.annotation.Timed;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The indicators of a period, in all and group by group. */
@RestController
@RequestMapping("/{tenant}/kpis")
@Timed("kpi.query")
class KpiController {

    @GetMapping
    KpiReport report(KpiQuery query) {
        return query.report();
    }

    @GetMapping("/by/{dimension}")
    KpiBreakdown<KpiReport> by(KpiQuery query, Dimension dimension) {
        return query.by(dimension);
    }
}
