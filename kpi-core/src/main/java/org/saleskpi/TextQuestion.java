package org.saleskpi;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.saleskpi.indicator.Dimension;

/**
 * A question as it comes with a request.
 *
 * @param kpis what is asked
 * @param texts the texts of the request by their names
 */
record TextQuestion(KpiCalculator kpis, Map<String, ? extends List<String>> texts) {

    private static final String PERIOD = "period";
    private static final String WHERE = "where.";

    KpiQuery query() {
        KpiQuery query = kpis.during(kpis.history().calendar().parsePeriod(period()));
        for (Map.Entry<String, ? extends List<String>> text : texts.entrySet()) {
            if (text.getKey().startsWith(WHERE)) {
                query = query.where(dimension(kpis, text.getKey().substring(WHERE.length())), text.getValue());
            }
        }
        Map<String, List<String>> unknown = query.unknownKeys();
        if (!unknown.isEmpty()) {
            throw new NoSuchElementException(unknown.entrySet().stream()
                    .map(keys -> "There is no " + keys.getKey() + " " + String.join(", ", keys.getValue()))
                    .collect(Collectors.joining("; ")));
        }
        return query;
    }

    private String period() {
        List<String> periods = texts.get(PERIOD);
        checkArgument(periods != null && !periods.isEmpty(), "%s is missing, expected one such as 2026-03", PERIOD);
        checkArgument(periods.size() == 1, "%s is given %s times, expected once: %s", PERIOD, periods.size(), periods);
        return periods.get(0);
    }

    /** The dimension of a name that comes in a request. */
    static Dimension dimension(KpiCalculator kpis, String name) {
        return kpis.dimension(name)
                .orElseThrow(() -> new NoSuchElementException("There is no dimension " + name
                        + ", expected owner or one of " + kpis.history().attributeNames()));
    }
}
