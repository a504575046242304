package org.saleskpi.service.kpi;

import io.micrometer.core.annotation.Timed;
import org.saleskpi.RefreshedHistories;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The indicators of a period, in all and group by group: {@code ?period=2026-03&where.owner=alice}. */
@RestController
@RequestMapping("/{tenant}/kpis")
@Timed("kpi.query")
class KpiController {

    private final RefreshedHistories<String, ?> tenants;

    KpiController(RefreshedHistories<String, ?> tenants) {
        this.tenants = tenants;
    }

    @GetMapping
    KpiReport report(@PathVariable String tenant, @RequestParam MultiValueMap<String, String> asked) {
        return tenants.calculator(tenant).ask(asked).report();
    }

    @GetMapping("/by/{dimension}")
    KpiBreakdown<KpiReport> by(
            @PathVariable String tenant,
            @PathVariable String dimension,
            @RequestParam MultiValueMap<String, String> asked) {
        return tenants.calculator(tenant).ask(asked).by(dimension);
    }
}
