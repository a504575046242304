package org.saleskpi.sales;

import com.google.common.collect.ImmutableList;

/**
 * What a history has.
 *
 * @param records its records
 * @param journeys what is derived of them, in the order of the customers
 * @param ahead what a view knows only as booked
 * @param setAside what it has not, and why
 */
record Contents(Records records, ImmutableList<CustomerJourney> journeys, BookedAhead ahead, SetAside setAside) {

    /** What a history has that is no view. */
    Contents(Records records, ImmutableList<CustomerJourney> journeys, SetAside setAside) {
        this(records, journeys, BookedAhead.NONE, setAside);
    }
}
