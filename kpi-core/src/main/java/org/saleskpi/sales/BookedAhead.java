package org.saleskpi.sales;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.saleskpi.order.TextOrder;

/**
 * Sales meetings that a view knows only as booked, because they take place at its moment or later.
 *
 * @param meetings the meetings, in time order
 * @param strangers those of their customers that the view does not know, by id: nothing is known of them but their record
 */
record BookedAhead(ImmutableList<Meeting> meetings, ImmutableMap<String, CustomerJourney> strangers) {

    /** What a history that is no view has. */
    static final BookedAhead NONE = new BookedAhead(ImmutableList.of(), ImmutableMap.of());

    /**
     * What a history knew like this just before a moment.
     *
     * @param moment the moment
     * @param contents what the history has, which may be a view
     * @param later its meetings at the moment and later, in time order
     */
    static BookedAhead before(Instant moment, Contents contents, List<Meeting> later) {
        List<Meeting> meetings = new ArrayList<>();
        for (Meeting meeting : Iterables.concat(later, contents.ahead().meetings)) {
            if (meeting.isSales()
                    && meeting.bookedAt() != null
                    && meeting.bookedAt().isBefore(moment)) {
                meetings.add(meeting);
            }
        }
        Map<String, CustomerJourney> strangers = new LinkedHashMap<>();
        for (Meeting meeting : meetings) {
            CustomerJourney journey = contents.journeyOf(new Booking(meeting));
            if (journey != null && !journey.entry().isBefore(moment)) {
                strangers.put(
                        journey.customerId(),
                        new CustomerJourney(journey.customer().before(moment), journey.entry(), null, List.of()));
            }
        }
        return new BookedAhead(ImmutableList.copyOf(meetings), ImmutableMap.copyOf(strangers));
    }

    /** The names of the attributes that the meetings and their customers have. */
    SortedSet<String> attributeNames() {
        SortedSet<String> names = new TreeSet<>(TextOrder.BY_CODE_POINTS);
        Stream.concat(meetings.stream(), strangers.values().stream())
                .forEach(fact -> names.addAll(fact.attributes().keySet()));
        return names;
    }
}
