package org.saleskpi.service.dashboard;

import io.micrometer.core.annotation.Timed;
import java.util.List;
import java.util.Locale;
import org.saleskpi.KpiQuery;
import org.saleskpi.RefreshedHistories;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.KpiReport;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The page, its numbers alone, and when these have changed. */
@Controller
@RequestMapping("/{tenant}/dashboard")
class DashboardController {

    private static final List<Indicator<?>> OF_REPS = List.of(
            SalesIndicators.CALLS, SalesIndicators.CONTRACTS, SalesIndicators.REVENUE, SalesIndicators.WIN_RATE);

    private final RefreshedHistories<String, ?> tenants;
    private final Listeners listeners;

    DashboardController(RefreshedHistories<String, ?> tenants, Listeners listeners) {
        this.tenants = tenants;
        this.listeners = listeners;
    }

    /** An indicator and its answers, for a person to read. */
    record Line(String key, String name, List<String> answers) {}

    @GetMapping
    @Timed("kpi.query")
    String page(
            @PathVariable String tenant,
            @RequestParam MultiValueMap<String, String> asked,
            Locale locale,
            Model model) {
        show(tenants.calculator(tenant).ask(asked), locale, model);
        return "dashboard";
    }

    @GetMapping("/numbers")
    @Timed("kpi.query")
    String numbers(
            @PathVariable String tenant,
            @RequestParam MultiValueMap<String, String> asked,
            Locale locale,
            Model model) {
        show(tenants.calculator(tenant).ask(asked), locale, model);
        return "dashboard :: numbers";
    }

    @GetMapping(path = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter changes(@PathVariable String tenant) {
        tenants.calculator(tenant); // there is one, and it is kept up to date
        return listeners.listen(tenant);
    }

    private static void show(KpiQuery query, Locale locale, Model model) {
        KpiReport report = query.report();
        model.addAttribute("currency", report.terms().currency().getCode());
        model.addAttribute(
                "lines",
                report.indicators().stream()
                        .map(indicator -> line(
                                indicator, locale, List.of(report.get(indicator).format(locale))))
                        .toList());
        model.addAttribute(
                "columns",
                OF_REPS.stream().map(indicator -> indicator.name(locale)).toList());
        model.addAttribute(
                "reps",
                query.only(OF_REPS.toArray(Indicator<?>[]::new)).by(Dimension.OWNER).groups().stream()
                        .map(rep -> new Line(
                                rep.key().toString(),
                                rep.key().toString(),
                                OF_REPS.stream()
                                        .map(indicator ->
                                                rep.answers().get(indicator).format(locale))
                                        .toList()))
                        .toList());
    }

    private static Line line(Indicator<?> indicator, Locale locale, List<String> answers) {
        return new Line(indicator.key(), indicator.name(locale), answers);
    }
}
