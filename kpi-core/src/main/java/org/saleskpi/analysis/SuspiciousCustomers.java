package org.saleskpi.analysis;

import java.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.saleskpi.analysis.FindingThresholds.Limit;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;

/** What is suspicious in customers and in what is recorded of them when. */
final class SuspiciousCustomers {

    private static final Pattern ACCENTS_AND_SPACES = Pattern.compile("[\\p{M}\\p{Z}\\s]+");

    private final Suspicion suspicion;
    private final SalesHistory history;

    /** All facts that belong to a customer, type by type. */
    private final List<SalesRecord> facts;

    SuspiciousCustomers(Suspicion suspicion) {
        this.suspicion = suspicion;
        this.history = suspicion.history();
        this.facts = history.records().stream()
                .filter(record -> record instanceof Fact fact && fact.customerId() != null)
                .toList();
    }

    Stream<Finding> findings() {
        return Stream.of(untouched(), afterDisqualification(), duplicates()).flatMap(found -> found);
    }

    private Stream<Finding> untouched() {
        Set<String> touched = new HashSet<>();
        for (SalesRecord fact : facts) {
            if (!suspicion.isLongAgo(fact.moment(), Limit.UNTOUCHED_PROSPECT_DAYS)) {
                touched.add(customerIdOf(fact));
            }
        }
        List<Customer> untouched = history.journeys().stream()
                .filter(journey -> !journey.isWon() && !journey.isDisqualified())
                .filter(journey -> suspicion.isLongAgo(journey.entry(), Limit.UNTOUCHED_PROSPECT_DAYS))
                .map(CustomerJourney::customer)
                .filter(customer -> !touched.contains(customer.id()))
                .toList();
        return Suspicion.found(
                FindingKind.UNTOUCHED_PROSPECT, history.customers().size(), untouched);
    }

    private Stream<Finding> afterDisqualification() {
        List<SalesRecord> after =
                facts.stream().filter(this::isAfterDisqualification).toList();
        Set<String> converted = new HashSet<>();
        for (SalesRecord fact : after) {
            if (fact instanceof Contract contract) {
                converted.add(contract.customerId());
            }
        }
        return Stream.concat(
                Suspicion.found(
                        FindingKind.AFTER_DISQUALIFICATION,
                        facts.size(),
                        after.stream()
                                .filter(fact -> !converted.contains(customerIdOf(fact)))
                                .toList()),
                Suspicion.found(
                        FindingKind.CONVERTED_AFTER_DISQUALIFICATION,
                        history.contracts().size(),
                        after.stream().filter(Contract.class::isInstance).toList()));
    }

    private boolean isAfterDisqualification(SalesRecord fact) {
        Instant disqualifiedAt = history.journeyOf(customerIdOf(fact))
                .map(journey -> journey.customer().disqualifiedAt())
                .orElse(null);
        return disqualifiedAt != null && fact.moment().isAfter(disqualifiedAt);
    }

    private static String customerIdOf(SalesRecord fact) {
        String customerId = ((Fact) fact).customerId();
        return customerId == null ? "" : customerId;
    }

    private Stream<Finding> duplicates() {
        Map<String, Integer> counts = new HashMap<>();
        List<Customer> customers = history.customers();
        for (Customer customer : customers) {
            identities(customer).forEach(identity -> counts.merge(identity, 1, Integer::sum));
        }
        return Suspicion.found(
                FindingKind.DUPLICATE_CUSTOMER,
                customers,
                (Customer customer) -> identities(customer).anyMatch(identity -> counts.getOrDefault(identity, 0) > 1));
    }

    /** What a customer is known by. */
    private static Stream<String> identities(Customer customer) {
        return Stream.of("email", "name").flatMap(name -> {
            String text = plain(customer.attributes().getOrDefault(name, ""));
            return text.isEmpty() ? Stream.empty() : Stream.of(name + "=" + text);
        });
    }

    /** A text without case, accents and spaces. */
    private static String plain(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String small = decomposed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return ACCENTS_AND_SPACES.matcher(small).replaceAll("");
    }
}
