package org.saleskpi.service.kpi;

import java.util.List;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The indicators of a period, in all and group by group. */
@RestController
@RequestMapping("/{tenant}/kpis")
record KpiController(Questions questions) {

    @GetMapping
    KpiReport report(
            @PathVariable String tenant,
            @RequestParam String period,
            @RequestParam(defaultValue = "") List<String> where) {
        return questions.ask(tenant, period, where).report();
    }

    @GetMapping("/by/{dimension}")
    KpiBreakdown<KpiReport> by(
            @PathVariable String tenant,
            @PathVariable String dimension,
            @RequestParam String period,
            @RequestParam(defaultValue = "") List<String> where) {
        return questions.ask(tenant, period, where).by(questions.dimension(tenant, dimension));
    }
}
