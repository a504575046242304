package org.saleskpi.service.kpi;

import io.micrometer.core.annotation.Timed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiQuery;
import org.saleskpi.RefreshedHistories;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.analysis.ComparisonBase;
import org.saleskpi.analysis.Funnel;
import org.saleskpi.analysis.Target;
import org.saleskpi.analysis.Targets;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.jackson.JudgedReport;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.sales.Fact;
import org.saleskpi.service.crm.Quotas;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.SalesCalendar;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What else can be asked of a period. */
@RestController
@RequestMapping("/{tenant}/kpis")
@Timed("kpi.query")
class AnalysisController {

    private final RefreshedHistories<String, ?> tenants;
    private final Quotas quotas;

    AnalysisController(RefreshedHistories<String, ?> tenants, Quotas quotas) {
        this.tenants = tenants;
        this.quotas = quotas;
    }

    private KpiQuery ask(String tenant, MultiValueMap<String, String> asked) {
        return tenants.calculator(tenant).ask(asked);
    }

    @GetMapping("/every/{unit}")
    KpiSeries every(
            @PathVariable String tenant,
            @PathVariable CalendarUnit unit,
            @RequestParam MultiValueMap<String, String> asked) {
        return ask(tenant, asked).every(unit);
    }

    @GetMapping("/comparison")
    Comparison comparison(
            @PathVariable String tenant,
            @RequestParam ComparisonBase with,
            @RequestParam MultiValueMap<String, String> asked) {
        return ask(tenant, asked).comparedWith(with).report();
    }

    @GetMapping("/targets")
    JudgedReport targets(@PathVariable String tenant, @RequestParam MultiValueMap<String, String> asked) {
        SalesCalendar calendar = tenants.calculator(tenant).history().calendar();
        return JudgedReport.of(ask(tenant, asked).report(), targets(tenant, calendar), calendar);
    }

    private Targets targets(String tenant, SalesCalendar calendar) {
        return Targets.of(quotas.findByTenant(tenant).stream()
                .map(quota -> Target.atLeast(
                        SalesIndicators.find(quota.measure()).orElseThrow(),
                        calendar.parsePeriod(quota.period()),
                        quota.least()))
                .toList());
    }

    @GetMapping("/funnel")
    Funnel funnel(@PathVariable String tenant, @RequestParam MultiValueMap<String, String> asked) {
        return ask(tenant, asked).funnel();
    }

    /** Which of the facts behind a number. */
    enum Part {
        HITS,
        MISSES,
        OPEN,
        DIVISOR
    }

    @GetMapping("/{indicator}/facts")
    Page facts(
            @PathVariable String tenant,
            @PathVariable String indicator,
            @RequestParam MultiValueMap<String, String> asked,
            @RequestParam(defaultValue = "hits") Part part,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit) {
        CountedFacts facts = ask(tenant, asked)
                .facts(tenants.calculator(tenant)
                        .indicator(indicator)
                        .orElseThrow(() -> new NoSuchElementException("There is no indicator " + indicator)));
        return Page.of(
                switch (part) {
                    case HITS -> facts.hits();
                    case MISSES -> facts.misses();
                    case OPEN -> facts.open();
                    case DIVISOR -> facts.divisor();
                },
                offset,
                limit);
    }

    /** Some of the facts behind a number, and how many there are. */
    record Page(int total, List<Row> facts) {

        static Page of(List<? extends Fact> all, int offset, int limit) {
            if (offset < 0 || limit < 1 || limit > 1_000) {
                throw new IllegalArgumentException("offset " + offset + " or limit " + limit
                        + " is out of bounds, expected 0 or more, and 1 to 1000");
            }
            int from = Math.min(offset, all.size());
            int to = (int) Math.min((long) from + limit, all.size());
            return new Page(
                    all.size(), all.subList(from, to).stream().map(Row::of).toList());
        }
    }

    /** What a page shows of a fact, whatever its kind. */
    record Row(
            String id,
            Instant moment,
            @Nullable String companyId,
            @Nullable String agent,
            Map<String, String> attributes) {

        static Row of(Fact fact) {
            return new Row(fact.id(), fact.moment(), fact.customerId(), fact.owner(), fact.attributes());
        }
    }
}
