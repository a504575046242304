package org.saleskpi.intake.record;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.FileAccount;
import org.saleskpi.intake.ImportAccount;
import org.saleskpi.intake.ImportNote;
import org.saleskpi.intake.RecordAccount;
import org.saleskpi.intake.RecordTotals;
import org.saleskpi.intake.table.CountedNoun;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesRecord;

/** What an import found in all: how many records of each kind and between which moments, and terms that nearly meet. Not thread-safe. */
final class ImportTotals {

    private final Map<RecordType, Span> spans = new EnumMap<>(RecordType.class);
    private final Set<String> ownedCustomers = new HashSet<>();
    private final List<Fact> ownerlessFacts = new ArrayList<>();
    private final Map<String, List<Contract>> contracts = new HashMap<>();

    /** Looks at a record, which is best done when it has just been made: later it is to be found in memory again. */
    void add(SalesRecord found) {
        Span span = spans.get(found.type());
        if (span == null) {
            span = new Span(found.moment());
            spans.put(found.type(), span);
        }
        span.add(found.moment());
        if (found instanceof Customer customer) {
            if (customer.owner() != null) {
                ownedCustomers.add(customer.id());
            }
        } else if (found instanceof Fact fact && fact.customerId() != null && fact.owner() == null) {
            ownerlessFacts.add(fact);
        }
        if (found instanceof Contract contract && contract.customerId() != null) {
            contracts
                    .computeIfAbsent(contract.customerId(), id -> new ArrayList<>(1))
                    .add(contract);
        }
    }

    /** What is to be said of the records in all. */
    List<ImportNote> notes(ZoneId zone) {
        List<ImportNote> notes = new ArrayList<>();
        int inherited = factsOfTheirCustomersOwner();
        if (inherited > 0) {
            notes.add(ImportNote.of(CountedNoun.of(inherited, "record") + " without an owner count"
                    + (inherited == 1 ? "s" : "") + " for the owner of their customer"));
        }
        int customers = customersOfNearlyMeetingTerms(zone);
        if (customers > 0) {
            notes.add(ImportNote.of(CountedNoun.of(customers, "customer") + (customers == 1 ? " has" : " have")
                    + " terms that follow each other with a gap of up to one day: ends are probably the last day, but are"
                    + " read as the moment after it (a mapping says ends: inclusive, ends_at of the CSV folder is the day"
                    + " after the last)"));
        }
        return notes;
    }

    /** What was found of each kind of record, of which there is something to tell. */
    List<RecordTotals> of(List<ImportAccount.Entry> entries) {
        Map<RecordType, Map<String, Integer>> faults = new EnumMap<>(RecordType.class);
        Map<RecordType, Integer> setAside = new EnumMap<>(RecordType.class);
        for (ImportAccount.Entry entry : entries) {
            if (entry instanceof FileAccount file && !file.records().isEmpty()) {
                addSetAside(file, faults, setAside);
            }
        }
        List<RecordTotals> totals = new ArrayList<>();
        for (RecordType type : RecordType.values()) {
            Span span = spans.get(type);
            int count = setAside.getOrDefault(type, 0);
            if (span != null || count > 0) {
                totals.add(new RecordTotals(
                        type,
                        span == null ? 0 : span.count,
                        count,
                        faults.getOrDefault(type, Map.of()),
                        span == null ? null : span.first,
                        span == null ? null : span.last));
            }
        }
        return totals;
    }

    /** Rows that are unfit are of the first kind of record of their file, as problems with them are. */
    private static void addSetAside(
            FileAccount file, Map<RecordType, Map<String, Integer>> faults, Map<RecordType, Integer> setAside) {
        int unfit = file.unfitRows();
        for (RecordAccount records : file.records()) {
            setAside.merge(records.type(), records.setAside(), Integer::sum);
            Map<String, Integer> ofType = faults.computeIfAbsent(records.type(), type -> new TreeMap<>());
            records.fieldsAtFault().forEach((field, count) -> ofType.merge(field, count, Integer::sum));
            // In the CSV folder each row set aside is an unfit one.
            unfit -= file.use() == FileAccount.Use.CSV_FOLDER ? records.setAside() : 0;
        }
        if (unfit > 0) {
            RecordType type = file.records().get(0).type();
            setAside.merge(type, unfit, Integer::sum);
            faults.computeIfAbsent(type, first -> new TreeMap<>()).merge("row", unfit, Integer::sum);
        }
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

    /** The facts that nobody owns, but whose customer somebody does. */
    private int factsOfTheirCustomersOwner() {
        return (int) ownerlessFacts.stream()
                .filter(fact -> ownedCustomers.contains(fact.customerId()))
                .count();
    }

    /** A term that was meant to end with its last day leaves a gap of a day, or of a second before midnight. */
    private int customersOfNearlyMeetingTerms(ZoneId zone) {
        return (int) contracts.values().stream()
                .filter(terms -> nearlyMeet(terms, zone))
                .count();
    }

    private static boolean nearlyMeet(List<Contract> contracts, ZoneId zone) {
        contracts.sort(Comparator.comparing(Contract::startsAt));
        Instant end = null;
        for (Contract contract : contracts) {
            if (end != null && contract.startsAt().isAfter(end) && isWithinADay(end, contract.startsAt(), zone)) {
                return true;
            }
            end = later(end, contract.endsAt());
            if (end == null) {
                return false; // In force for ever.
            }
        }
        return false;
    }

    private static boolean isWithinADay(Instant end, Instant start, ZoneId zone) {
        return !start.isAfter(end.atZone(zone).plus(1, ChronoUnit.DAYS).toInstant());
    }

    /** The later of two ends, of which none is the latest of all; the first may be missing. */
    private static @Nullable Instant later(@Nullable Instant known, @Nullable Instant end) {
        return known == null || end == null || end.isAfter(known) ? end : known;
    }
}
