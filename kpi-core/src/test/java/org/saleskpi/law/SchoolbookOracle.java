package org.saleskpi.law;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.Ratio;

/**
 * Answers every indicator with plain loops over the records, as its definition reads. It is slow, and shares nothing with
 * the library but the records and the kinds of answer.
 */
final class SchoolbookOracle {

    final RawHistory raw;
    final @Nullable Instant asOf;
    private final List<Filter> filters;

    private record Filter(Grouping grouping, List<@Nullable String> anyOf) {}

    /** A time from a start to an end; an end of null is never. */
    record Span(Instant start, @Nullable Instant end) {

        boolean isEmpty() {
            return start.equals(end);
        }

        boolean touchesOrOverlaps(Span other) {
            return (end == null || !other.start.isAfter(end)) && (other.end == null || !start.isAfter(other.end));
        }

        Span and(Span other) {
            Instant earlierStart = start.isBefore(other.start) ? start : other.start;
            if (end == null || other.end == null) {
                return new Span(earlierStart, null);
            }
            return new Span(earlierStart, end.isAfter(other.end) ? end : other.end);
        }
    }

    private SchoolbookOracle(RawHistory raw, @Nullable Instant asOf, List<Filter> filters) {
        this.raw = raw;
        this.asOf = asOf;
        this.filters = filters;
    }

    static SchoolbookOracle of(RawHistory raw) {
        return new SchoolbookOracle(raw, null, List.of());
    }

    SchoolbookOracle asOf(Instant moment) {
        return new SchoolbookOracle(raw, asOf == null || moment.isBefore(asOf) ? moment : asOf, filters);
    }

    SchoolbookOracle where(Grouping grouping, @Nullable String key) {
        return whereAny(grouping, Collections.singletonList(key));
    }

    SchoolbookOracle whereAny(Grouping grouping, List<@Nullable String> anyOf) {
        List<Filter> more = new ArrayList<>(filters);
        more.add(new Filter(grouping, anyOf));
        return new SchoolbookOracle(raw, asOf, more);
    }

    /** The answer to the indicator of a key. */
    KpiValue<?> answer(String indicator, InstantRange period) {
        Instant s = period.startInclusive();
        Instant e = period.endExclusive();
        return switch (indicator) {
            case "calls" -> count(prospectingCalls(s, e));
            case "meetings" -> count(salesMeetings(s, e, Meeting.Outcome.CANCELLED));
            case "proposals" -> count(proposalsSent(s, e));
            case "contracts" -> count(contractsSigned(s, e));
            case "revenue" -> worth(contractsSigned(s, e));
            case "average-basket" ->
                new MeanAmount(
                        worth(contractsSigned(s, e)), contractsSigned(s, e).size());
            case "sales-cycle" -> salesCycle(s, e);
            case "conversion-rate" -> conversionRate(s, e);
            case "meeting-success-rate" ->
                rate(
                        meetingsHeld(s, e),
                        meeting -> meeting.outcome() == Meeting.Outcome.NEXT_STEP
                                || meeting.outcome() == Meeting.Outcome.SALE,
                        meeting -> meeting.outcome() == Meeting.Outcome.HELD);
            case "satisfaction-rate" -> rate(surveysAnswered(s, e), SchoolbookOracle::isSatisfied, survey -> false);
            case "retention-rate" -> follow(s, e, true);
            case "churn-rate", "departure-rate" -> follow(s, e, false);
            case "call-success-rate" ->
                rate(
                        prospectingCalls(s, e),
                        call -> call.outcome() == Call.Outcome.DISCUSSION
                                || call.outcome() == Call.Outcome.MEETING_BOOKED,
                        call -> call.outcome() == null);
            case "proposal-acceptance-rate" ->
                rate(
                        proposalsSent(s, e),
                        proposal -> statusOf(proposal) == Proposal.Status.ACCEPTED,
                        proposal -> statusOf(proposal) == Proposal.Status.PENDING);
            case "proposals-per-meeting" ->
                new Ratio(proposalsSent(s, e).size(), meetingsHeld(s, e).size());
            case "customers-won" -> count(firstContractsSigned(s, e));
            case "win-rate" ->
                rate(
                        proposalsDecided(s, e),
                        proposal -> proposal.status() == Proposal.Status.ACCEPTED,
                        proposal -> false);
            case "deal-cycle" -> dealCycle(s, e);

            case "meetings-by-booking" -> count(meetingsBooked(s, e));
            case "contracts-by-start" -> count(contractsStarted(s, e));
            case "amount-by-start" -> sum(contractsStarted(s, e));
            case "booked-in-time" ->
                rate(
                        salesMeetings(s, e),
                        meeting -> isBookedBy(meeting.at(), meeting),
                        meeting -> !isBookedBy(Instant.MAX, meeting));
            case "other-calls" ->
                count(select(raw.calls(), Call::at, call -> call.purpose() == Call.Purpose.OTHER, s, e));
            case "accepted-amount" -> acceptedAmount(s, e);
            case "first-amounts" -> sum(firstContractsSigned(s, e));
            case "business-of-entered" -> sum(firstContractsOf(customersEntered(s, e)));
            case "average-proposal" -> averageProposal(s, e);
            case "cover-length" -> coverLength(s, e);
            case "signature-to-start" -> signatureToStart(s, e);
            case "entry-to-disqualification" -> entryToDisqualification(s, e);
            case "booking-rate" ->
                rate(
                        prospectingCalls(s, e),
                        call -> call.outcome() == Call.Outcome.MEETING_BOOKED,
                        call -> call.outcome() != Call.Outcome.REFUSED);
            case "calls-per-win" ->
                new Ratio(
                        prospectingCalls(s, e).size(),
                        firstContractsSigned(s, e).size());
            default -> new WiderOracle(this).answer(indicator, s, e);
        };
    }

    /** The stretches of cover in force on the eve of a moment, among those that the filters let through. */
    long openingStretches(Instant moment) {
        long stretches = 0;
        for (Customer customer : customers()) {
            for (Span stretch : coverOf(customer)) {
                if (isInForceOnEveOf(stretch, moment)) {
                    stretches++;
                }
            }
        }
        return stretches;
    }

    /** Every key that occurs, in the order of code points, and null at the end if something has none. */
    List<@Nullable String> keys(Grouping grouping) {
        List<String> keys = new ArrayList<>();
        boolean unassigned = false;
        for (SalesRecord record : raw.records()) {
            if (hasKey(record)) {
                String key = keyOf(record, grouping);
                if (key == null) {
                    unassigned = true;
                } else if (!keys.contains(key)) {
                    keys.add(key);
                }
            }
        }
        keys.sort(SchoolbookOracle::compareCodePoints);
        List<@Nullable String> all = new ArrayList<>(keys);
        if (unassigned) {
            all.add(null);
        }
        return all;
    }

    /** Every pair of keys that occurs, in the order of the first and then of the second. */
    List<List<@Nullable String>> keys(Grouping grouping, Grouping other) {
        List<List<@Nullable String>> pairs = new ArrayList<>();
        for (String key : keys(grouping)) {
            for (String otherKey : keys(other)) {
                for (SalesRecord record : raw.records()) {
                    List<@Nullable String> pair = Arrays.asList(keyOf(record, grouping), keyOf(record, other));
                    if (hasKey(record) && pair.equals(Arrays.asList(key, otherKey)) && !pairs.contains(pair)) {
                        pairs.add(pair);
                    }
                }
            }
        }
        return pairs;
    }

    static int compareCodePoints(String left, String right) {
        return Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
    }

    // What is known, and what the filters let through

    boolean isKnown(Instant moment) {
        return asOf == null || moment.isBefore(asOf);
    }

    private boolean isKnown(SalesRecord record) {
        return isKnown(record instanceof Customer customer ? entryOf(customer) : momentOf(record));
    }

    /** Whether a record has a key: also a meeting that is known as booked and as nothing else. */
    private boolean hasKey(SalesRecord record) {
        return isKnown(record) || (record instanceof Meeting meeting && isKnownAsBooked(meeting));
    }

    static boolean isSalesAndBooked(Meeting meeting) {
        return meeting.purpose() == Meeting.Purpose.SALES && meeting.bookedAt() != null;
    }

    boolean isKnownAsBooked(Meeting meeting) {
        return isSalesAndBooked(meeting) && isKnown(Objects.requireNonNull(meeting.bookedAt()));
    }

    static Instant momentOf(SalesRecord record) {
        if (record instanceof Call call) {
            return call.at();
        }
        if (record instanceof Meeting meeting) {
            return meeting.at();
        }
        if (record instanceof Proposal proposal) {
            return proposal.sentAt();
        }
        if (record instanceof Contract contract) {
            return contract.signedAt();
        }
        if (record instanceof Survey survey) {
            return survey.at();
        }
        return ((Customer) record).since();
    }

    @Nullable
    String keyOf(SalesRecord record, Grouping grouping) {
        String own = ownKeyOf(record, grouping);
        for (Customer customer : raw.customers()) {
            if (own == null && customer.id().equals(RawHistory.customerIdOf(record))) {
                own = ownKeyOf(customer, grouping);
            }
        }
        return grouping.derive(own);
    }

    private @Nullable String ownKeyOf(SalesRecord record, Grouping grouping) {
        return grouping == Grouping.STAGE && record instanceof Customer customer
                ? Grouping.stage(firstContractOf(customer) != null)
                : grouping.ownKeyOf(record);
    }

    boolean passes(SalesRecord record) {
        for (Filter filter : filters) {
            if (!filter.anyOf().contains(keyOf(record, filter.grouping()))) {
                return false;
            }
        }
        return true;
    }

    static boolean isIn(Instant moment, Instant s, Instant e) {
        return moment.compareTo(s) >= 0 && moment.compareTo(e) < 0;
    }

    private <R extends SalesRecord> List<R> select(
            List<R> records, Function<R, Instant> moment, Predicate<R> condition, Instant s, Instant e) {
        List<R> selected = new ArrayList<>();
        for (R record : records) {
            Instant at = moment.apply(record);
            if (isKnown(at) && isIn(at, s, e) && condition.test(record) && passes(record)) {
                selected.add(record);
            }
        }
        return selected;
    }

    // The facts of a period

    List<Call> prospectingCalls(Instant s, Instant e) {
        return select(raw.calls(), Call::at, call -> call.purpose() == Call.Purpose.PROSPECTING, s, e);
    }

    List<Meeting> salesMeetings(Instant s, Instant e, Meeting.Outcome... except) {
        return select(
                raw.meetings(),
                Meeting::at,
                meeting -> meeting.purpose() == Meeting.Purpose.SALES
                        && !Arrays.asList(except).contains(meeting.outcome()),
                s,
                e);
    }

    List<Meeting> meetingsHeld(Instant s, Instant e) {
        return salesMeetings(s, e, Meeting.Outcome.PLANNED, Meeting.Outcome.CANCELLED, Meeting.Outcome.NO_SHOW);
    }

    /** Whether the booking of a meeting is known and was not after a moment. */
    private boolean isBookedBy(Instant moment, Meeting meeting) {
        Instant bookedAt = meeting.bookedAt();
        return bookedAt != null && isKnown(bookedAt) && !bookedAt.isAfter(moment);
    }

    private List<Meeting> meetingsBooked(Instant s, Instant e) {
        List<Meeting> booked = new ArrayList<>();
        for (Meeting meeting : raw.meetings()) {
            Instant bookedAt = meeting.bookedAt();
            if (bookedAt != null && isKnown(bookedAt) && isKnown(meeting) && isIn(bookedAt, s, e) && passes(meeting)) {
                booked.add(meeting);
            }
        }
        return booked;
    }

    private List<Contract> contractsStarted(Instant s, Instant e) {
        List<Contract> started = new ArrayList<>();
        for (Contract contract : raw.contracts()) {
            if (isKnown(contract)
                    && isKnown(contract.startsAt())
                    && isIn(contract.startsAt(), s, e)
                    && passes(contract)) {
                started.add(contract);
            }
        }
        return started;
    }

    List<Proposal> proposalsSent(Instant s, Instant e) {
        return select(raw.proposals(), Proposal::sentAt, proposal -> true, s, e);
    }

    Proposal.Status statusOf(Proposal proposal) {
        Instant decidedAt = proposal.decidedAt();
        return decidedAt != null && isKnown(decidedAt) ? proposal.status() : Proposal.Status.PENDING;
    }

    List<Proposal> proposalsDecided(Instant s, Instant e) {
        List<Proposal> decided = new ArrayList<>();
        for (Proposal proposal : raw.proposals()) {
            Instant decidedAt = proposal.decidedAt();
            if (decidedAt != null && isKnown(decidedAt) && isIn(decidedAt, s, e) && passes(proposal)) {
                decided.add(proposal);
            }
        }
        return decided;
    }

    List<Proposal> proposalsAccepted(Instant s, Instant e) {
        List<Proposal> accepted = new ArrayList<>();
        for (Proposal proposal : proposalsDecided(s, e)) {
            if (proposal.status() == Proposal.Status.ACCEPTED) {
                accepted.add(proposal);
            }
        }
        return accepted;
    }

    List<Contract> contractsSigned(Instant s, Instant e) {
        return select(raw.contracts(), Contract::signedAt, contract -> true, s, e);
    }

    List<Survey> surveysAnswered(Instant s, Instant e) {
        return select(raw.surveys(), Survey::at, survey -> true, s, e);
    }

    private static boolean isSatisfied(Survey survey) {
        return switch (survey.scale()) {
            case CSAT_5 -> survey.score() == 4 || survey.score() == 5;
            case CSAT_7 -> survey.score() == 6 || survey.score() == 7;
            case CSAT_10 -> survey.score() >= 8 && survey.score() <= 10;
            case NPS -> survey.score() == 9 || survey.score() == 10;
        };
    }

    // Customers: those known that the filters let through

    List<Customer> customers() {
        List<Customer> customers = new ArrayList<>();
        for (Customer customer : raw.customers()) {
            if (isKnown(entryOf(customer)) && passes(customer)) {
                customers.add(customer);
            }
        }
        return customers;
    }

    Instant entryOf(Customer customer) {
        Instant entry = customer.since();
        for (SalesRecord record : raw.records()) {
            if (customer.id().equals(RawHistory.customerIdOf(record))
                    && momentOf(record).isBefore(entry)) {
                entry = momentOf(record);
            }
        }
        return entry;
    }

    List<Customer> customersEntered(Instant s, Instant e) {
        List<Customer> entered = new ArrayList<>();
        for (Customer customer : customers()) {
            if (isIn(entryOf(customer), s, e)) {
                entered.add(customer);
            }
        }
        return entered;
    }

    private List<Contract> contractsOf(Customer customer) {
        List<Contract> contracts = new ArrayList<>();
        for (Contract contract : raw.contracts()) {
            if (contract.customerId().equals(customer.id()) && isKnown(contract.signedAt())) {
                contracts.add(contract);
            }
        }
        return contracts;
    }

    @Nullable
    Contract firstContractOf(Customer customer) {
        Contract first = null;
        for (Contract contract : contractsOf(customer)) {
            if (first == null
                    || contract.signedAt().isBefore(first.signedAt())
                    || (contract.signedAt().equals(first.signedAt())
                            && compareCodePoints(contract.id(), first.id()) < 0)) {
                first = contract;
            }
        }
        return first;
    }

    private List<Contract> firstContractsOf(List<Customer> customers) {
        List<Contract> contracts = new ArrayList<>();
        for (Customer customer : customers) {
            Contract first = firstContractOf(customer);
            if (first != null) {
                contracts.add(first);
            }
        }
        return contracts;
    }

    /** A conversion goes by the key of the first contract, whatever that of the customer. */
    List<Contract> firstContractsSigned(Instant s, Instant e) {
        List<Contract> signed = new ArrayList<>();
        for (Contract first : firstContractsOf(raw.customers())) {
            if (isIn(first.signedAt(), s, e) && passes(first)) {
                signed.add(first);
            }
        }
        return signed;
    }

    List<Span> coverOf(Customer customer) {
        List<Span> cover = new ArrayList<>();
        for (Contract contract : contractsOf(customer)) {
            Span stretch = new Span(contract.startsAt(), contract.endsAt());
            if (stretch.isEmpty()) {
                continue;
            }
            for (Span other : List.copyOf(cover)) {
                if (stretch.touchesOrOverlaps(other)) {
                    cover.remove(other);
                    stretch = stretch.and(other);
                }
            }
            cover.add(stretch);
        }
        return cover;
    }

    static boolean isInForceOnEveOf(Span stretch, Instant moment) {
        return stretch.start().compareTo(moment) < 0 && (stretch.end() == null || moment.compareTo(stretch.end()) <= 0);
    }

    boolean isInForceOnEveOf(Customer customer, Instant moment) {
        for (Span stretch : coverOf(customer)) {
            if (isInForceOnEveOf(stretch, moment)) {
                return true;
            }
        }
        return false;
    }

    // Answers

    static Count count(List<?> facts) {
        return new Count(facts.size());
    }

    static <R> Rate rate(List<R> population, Predicate<R> hit, Predicate<R> open) {
        int hits = 0;
        int misses = 0;
        int stillOpen = 0;
        for (R fact : population) {
            if (hit.test(fact)) {
                hits++;
            } else if (open.test(fact)) {
                stillOpen++;
            } else {
                misses++;
            }
        }
        return new Rate(hits, misses, stillOpen);
    }

    private Rate conversionRate(Instant s, Instant e) {
        return rate(
                customersEntered(s, e),
                customer -> firstContractOf(customer) != null,
                customer -> customer.disqualifiedAt() == null || !isKnown(customer.disqualifiedAt()));
    }

    /** Of the customers in force on the eve of s, those that are, or are not, on the eve of e. */
    private Rate follow(Instant s, Instant e, boolean inForce) {
        Instant end = asOf != null && asOf.isBefore(e) ? asOf : e;
        if (!s.isBefore(end)) {
            return new Rate(0, 0, 0);
        }
        List<Customer> atStart = new ArrayList<>();
        for (Customer customer : customers()) {
            if (isInForceOnEveOf(customer, s)) {
                atStart.add(customer);
            }
        }
        return rate(atStart, customer -> isInForceOnEveOf(customer, end) == inForce, customer -> false);
    }

    long minorUnits(Money amount, Instant moment) {
        CurrencyUnit reporting = raw.currency();
        if (amount.getCurrencyUnit().equals(reporting)) {
            return amount.getAmountMinorLong();
        }
        BigDecimal rate = raw.rates()
                .rate(amount.getCurrencyUnit(), reporting, localDate(moment))
                .orElseThrow();
        return amount.getAmount()
                .multiply(rate)
                .setScale(reporting.getDecimalPlaces(), RoundingMode.HALF_EVEN)
                .movePointRight(reporting.getDecimalPlaces())
                .longValueExact();
    }

    /** What a contract is worth in all. */
    long value(Contract contract) {
        return ContractValueOracle.value(contract, minorUnits(contract.amount(), contract.signedAt()), raw.zone())
                .longValueExact();
    }

    /** What a contract is worth a month; nothing if it has no monthly value. */
    long monthlyValue(Contract contract) {
        BigInteger value = ContractValueOracle.monthlyValue(
                contract, minorUnits(contract.amount(), contract.signedAt()), raw.zone());
        return value == null ? 0 : value.longValueExact();
    }

    private Amount worth(List<Contract> contracts) {
        long total = 0;
        for (Contract contract : contracts) {
            total += value(contract);
        }
        return new Amount(raw.currency(), total);
    }

    private Amount sum(List<Contract> contracts) {
        long total = 0;
        for (Contract contract : contracts) {
            total += minorUnits(contract.amount(), contract.signedAt());
        }
        return new Amount(raw.currency(), total);
    }

    private Amount acceptedAmount(Instant s, Instant e) {
        long total = 0;
        for (Proposal proposal : proposalsAccepted(s, e)) {
            if (proposal.amount() != null) {
                total += minorUnits(proposal.amount(), proposal.sentAt());
            }
        }
        return new Amount(raw.currency(), total);
    }

    private MeanAmount averageProposal(Instant s, Instant e) {
        long total = 0;
        int count = 0;
        for (Proposal proposal : proposalsSent(s, e)) {
            if (proposal.amount() != null) {
                total += minorUnits(proposal.amount(), proposal.sentAt());
                count++;
            }
        }
        return new MeanAmount(new Amount(raw.currency(), total), count);
    }

    private LocalDate localDate(Instant moment) {
        return moment.atZone(raw.zone()).toLocalDate();
    }

    long daysBetween(Instant from, Instant to) {
        return Math.max(0, ChronoUnit.DAYS.between(localDate(from), localDate(to)));
    }

    private static Days daysOf(List<Long> days) {
        return Days.of(days.stream().mapToLong(Long::longValue).toArray());
    }

    private Days salesCycle(Instant s, Instant e) {
        List<Long> days = new ArrayList<>();
        for (Contract first : firstContractsSigned(s, e)) {
            for (Customer customer : raw.customers()) {
                if (customer.id().equals(first.customerId())) {
                    days.add(daysBetween(entryOf(customer), first.signedAt()));
                }
            }
        }
        return daysOf(days);
    }

    private Days dealCycle(Instant s, Instant e) {
        List<Long> days = new ArrayList<>();
        for (Proposal proposal : proposalsAccepted(s, e)) {
            days.add(daysBetween(proposal.sentAt(), Objects.requireNonNull(proposal.decidedAt())));
        }
        return daysOf(days);
    }

    private Days coverLength(Instant s, Instant e) {
        List<Long> days = new ArrayList<>();
        for (Customer customer : customers()) {
            for (Span stretch : coverOf(customer)) {
                if (isKnown(stretch.start()) && isIn(stretch.start(), s, e) && stretch.end() != null) {
                    days.add(daysBetween(stretch.start(), stretch.end()));
                }
            }
        }
        return daysOf(days);
    }

    private Days signatureToStart(Instant s, Instant e) {
        List<Long> days = new ArrayList<>();
        for (Contract contract : contractsSigned(s, e)) {
            days.add(daysBetween(contract.signedAt(), contract.startsAt()));
        }
        return daysOf(days);
    }

    private Days entryToDisqualification(Instant s, Instant e) {
        List<Long> days = new ArrayList<>();
        for (Customer customer : customersEntered(s, e)) {
            Instant disqualifiedAt = customer.disqualifiedAt();
            if (disqualifiedAt != null && isKnown(disqualifiedAt)) {
                days.add(daysBetween(entryOf(customer), disqualifiedAt));
            }
        }
        return daysOf(days);
    }
}
