package org.saleskpi.sales;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.order.IdNumbers;
import org.saleskpi.order.TextOrder;

/**
 * What a history has, and what is looked up in it. Immutable and thread-safe: what is made when it is first asked for, two threads
 * may both make, and the two are equal.
 */
final class Contents {

    private final Records records;
    private final ImmutableList<CustomerJourney> journeys;
    private final BookedAhead ahead;
    private final SetAside setAside;

    private volatile @Nullable IdNumbers customerNumbers;
    private volatile @Nullable ImmutableList<Booking> bookings;
    private volatile @Nullable ImmutableList<Problem> problems;
    private volatile @Nullable HistoryLookup lookup;

    /**
     * What a history has that is no view.
     *
     * @param records its records
     * @param journeys what is derived of them, in the order of the customers
     * @param setAside what it has not, and why
     */
    Contents(Records records, ImmutableList<CustomerJourney> journeys, SetAside setAside) {
        this(records, journeys, BookedAhead.NONE, setAside);
    }

    private Contents(Records records, ImmutableList<CustomerJourney> journeys, BookedAhead ahead, SetAside setAside) {
        this.records = records;
        this.journeys = journeys;
        this.ahead = ahead;
        this.setAside = setAside;
    }

    /** What was known of it just before a moment. */
    Contents asOf(Instant moment) {
        ImmutableList<CustomerJourney> known = Journeys.before(moment, journeys, records.contracts());
        ImmutableList<Customer> customers =
                known.stream().map(CustomerJourney::customer).collect(ImmutableList.toImmutableList());
        Records before = records.before(moment, customers);
        List<Meeting> meetings = records.meetings();
        List<Meeting> later = meetings.subList(before.meetings().size(), meetings.size());
        return new Contents(before, known, BookedAhead.before(moment, this, later), setAside);
    }

    Records records() {
        return records;
    }

    /** What is derived of the records, in the order of the customers. */
    ImmutableList<CustomerJourney> journeys() {
        return journeys;
    }

    /** What a view knows only as booked. */
    BookedAhead ahead() {
        return ahead;
    }

    /** What it has not, and why. */
    SetAside setAside() {
        return setAside;
    }

    /** All problems, in order. */
    ImmutableList<Problem> problems() {
        ImmutableList<Problem> known = problems;
        if (known == null) {
            known = setAside.allProblems();
            problems = known;
        }
        return known;
    }

    /** What is derived for a customer; null if there is no such customer. */
    @Nullable
    CustomerJourney journeyOf(String customerId) {
        int number = customerNumbers().of(customerId);
        return number < 0 ? null : journeys.get(number);
    }

    /** What is derived for the customer of a fact, which may be one that a view knows of a booking only; null if there is none. */
    @Nullable
    CustomerJourney journeyOf(Fact fact) {
        String customerId = fact.customerId();
        if (customerId == null) {
            return null;
        }
        CustomerJourney known = journeyOf(customerId);
        return known == null && fact instanceof Booking ? ahead.strangers().get(customerId) : known;
    }

    /** The customers' numbers, in the order of the journeys. */
    private IdNumbers customerNumbers() {
        IdNumbers known = customerNumbers;
        if (known == null) {
            known = new IdNumbers(
                    journeys.size(), number -> journeys.get(number).customerId());
            customerNumbers = known;
        }
        return known;
    }

    /** The bookings of sales meetings, those ahead among them, in the order of their moments. */
    ImmutableList<Booking> bookings() {
        ImmutableList<Booking> known = bookings;
        if (known == null) {
            known = Stream.concat(records.meetings().stream(), ahead.meetings().stream())
                    .filter(meeting -> meeting.isSales() && meeting.bookedAt() != null)
                    .map(Booking::new)
                    .sorted(Comparator.comparing(Booking::at).thenComparing(Booking::id, TextOrder.BY_CODE_POINTS))
                    .collect(ImmutableList.toImmutableList());
            bookings = known;
        }
        return known;
    }

    /** The names of the attributes that any record or booking has. */
    SortedSet<String> attributeNames() {
        SortedSet<String> names = records.attributeNames();
        return ahead.meetings().isEmpty()
                ? names
                : ImmutableSortedSet.copyOf(TextOrder.BY_CODE_POINTS, Sets.union(names, ahead.attributeNames()));
    }

    /** What finds the records; of a history that is no view. */
    HistoryLookup lookup(ReportingCurrency reporting) {
        HistoryLookup known = lookup;
        if (known == null) {
            known = new HistoryLookup(this, customerNumbers(), CustomerRecords.Totals.of(records, reporting));
            lookup = known;
        }
        return known;
    }
}
