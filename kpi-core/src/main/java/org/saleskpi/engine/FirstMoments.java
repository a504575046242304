package org.saleskpi.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Population;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.SalesHistory;

/** The first moment of a member of a population, by customer. */
final class FirstMoments {

    private final Map<String, Instant> byCustomer;

    private FirstMoments(Map<String, Instant> byCustomer) {
        this.byCustomer = byCustomer;
    }

    /** Looks through the facts of a population's kind once; those that belong to no customer are left out. */
    static <F extends Fact> FirstMoments of(Population<F> population, SalesHistory history) {
        Map<String, Instant> firsts = new HashMap<>();
        for (Fact any : FactKind.of(population.factType()).facts(history)) {
            F fact = population.factType().cast(any);
            String customerId = fact.customerId();
            if (customerId != null && population.contains(fact, history)) {
                Instant moment = population.momentOf(fact);
                if (moment != null) {
                    firsts.merge(customerId, moment, (one, other) -> one.isBefore(other) ? one : other);
                }
            }
        }
        return new FirstMoments(firsts);
    }

    /** The first moment of a customer; null if it has none. */
    @Nullable
    Instant of(CustomerJourney customer) {
        return byCustomer.get(customer.customerId());
    }
}
