package org.saleskpi.intake.record;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.table.CountedNoun;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesRecord;

/** What an import found in all: how many records of each kind and between which moments, and terms that nearly meet. */
final class ImportTotals {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final List<SalesRecord> records;
    private final ZoneId zone;

    ImportTotals(List<SalesRecord> records, ZoneId zone) {
        this.records = records;
        this.zone = zone;
    }

    void summarize(Consumer<String> summary) {
        spans().forEach((type, span) ->
                summary.accept(CountedNoun.of(span.count, RecordSchema.of(type).noun()) + " from " + shown(span.first)
                        + " to " + shown(span.last)));
        int inherited = factsOfTheirCustomersOwner();
        if (inherited > 0) {
            summary.accept(CountedNoun.of(inherited, "record") + " without an owner count" + (inherited == 1 ? "s" : "")
                    + " for the owner of their customer");
        }
        int customers = customersOfNearlyMeetingTerms();
        if (customers > 0) {
            summary.accept(CountedNoun.of(customers, "customer") + (customers == 1 ? " has" : " have")
                    + " terms that follow each other with a gap of up to one day: ends are probably the last day, but are"
                    + " read as the moment after it (a mapping says ends: inclusive, ends_at of the CSV folder is the day"
                    + " after the last)");
        }
    }

    private String shown(Instant moment) {
        return MINUTES.format(moment.atZone(zone));
    }

    private static final class Span {
        private Instant first;
        private Instant last;
        private int count;

        Span(Instant moment) {
            first = moment;
            last = moment;
        }

        void add(Instant moment) {
            first = moment.isBefore(first) ? moment : first;
            last = moment.isAfter(last) ? moment : last;
            count++;
        }
    }

    private Map<RecordType, Span> spans() {
        Map<RecordType, Span> spans = new EnumMap<>(RecordType.class);
        for (SalesRecord found : records) {
            spans.computeIfAbsent(found.type(), type -> new Span(found.moment()))
                    .add(found.moment());
        }
        return spans;
    }

    /** The facts that nobody owns, but whose customer somebody does. */
    private int factsOfTheirCustomersOwner() {
        Set<String> owned = new HashSet<>();
        for (SalesRecord found : records) {
            if (found instanceof Customer customer && customer.owner() != null) {
                owned.add(customer.id());
            }
        }
        int count = 0;
        for (SalesRecord found : records) {
            if (found instanceof Fact fact && fact.owner() == null && owned.contains(fact.customerId())) {
                count++;
            }
        }
        return count;
    }

    /** A term that was meant to end with its last day leaves a gap of a day, or of a second before midnight. */
    private int customersOfNearlyMeetingTerms() {
        Map<String, List<Contract>> contracts = new HashMap<>();
        for (SalesRecord found : records) {
            if (found instanceof Contract contract && contract.customerId() != null) {
                contracts
                        .computeIfAbsent(contract.customerId(), id -> new ArrayList<>(1))
                        .add(contract);
            }
        }
        return (int) contracts.values().stream().filter(this::nearlyMeet).count();
    }

    private boolean nearlyMeet(List<Contract> contracts) {
        contracts.sort(Comparator.comparing(Contract::startsAt));
        Instant end = null;
        for (Contract contract : contracts) {
            if (end != null && contract.startsAt().isAfter(end) && isWithinADay(end, contract.startsAt())) {
                return true;
            }
            end = later(end, contract.endsAt());
            if (end == null) {
                return false; // In force for ever.
            }
        }
        return false;
    }

    private boolean isWithinADay(Instant end, Instant start) {
        return !start.isAfter(end.atZone(zone).plus(1, ChronoUnit.DAYS).toInstant());
    }

    /** The later of two ends, of which none is the latest of all; the first may be missing. */
    private static @Nullable Instant later(@Nullable Instant known, @Nullable Instant end) {
        return known == null || end == null || end.isAfter(known) ? end : known;
    }
}
