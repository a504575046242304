package org.saleskpi.service.kpi;

import java.util.List;
import java.util.NoSuchElementException;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.Dimension;
import org.springframework.stereotype.Component;

/** Makes questions of what stands in requests. */
@Component
record Questions(LiveTenants tenants) {

    KpiQuery ask(String tenant, String period, List<String> where) {
        KpiCalculator kpis = tenants.calculator(tenant);
        KpiQuery query = kpis.during(kpis.history().calendar().parsePeriod(period));
        for (String condition : where) {
            String[] parts = condition.split("=", 2);
            query = query.where(dimension(kpis, parts[0]), parts[parts.length - 1]);
        }
        if (!query.unknownKeys().isEmpty()) {
            throw new NoSuchElementException("nothing has the keys " + query.unknownKeys());
        }
        return query;
    }

    Dimension dimension(String tenant, String name) {
        return dimension(tenants.calculator(tenant), name);
    }

    private static Dimension dimension(KpiCalculator kpis, String name) {
        return kpis.dimension(name).orElseThrow(() -> new NoSuchElementException("nothing is grouped by " + name));
    }
}
