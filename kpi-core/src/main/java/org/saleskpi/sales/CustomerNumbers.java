package org.saleskpi.sales;

import java.util.Arrays;
import java.util.List;

/**
 * Where each customer's journey stands in a list, by the customer's id.
 *
 * <p>A hash table of positions, eight bytes or so a customer where a map takes fifty: the ids themselves are in the journeys.
 */
final class CustomerNumbers {

    private static final int FREE = -1;

    private final List<CustomerJourney> journeys;
    private final int[] slots;

    CustomerNumbers(List<CustomerJourney> journeys) {
        this.journeys = journeys;
        slots = new int[Integer.highestOneBit(Math.max(1, journeys.size())) << 2];
        Arrays.fill(slots, FREE);
        for (int number = 0; number < journeys.size(); number++) {
            slots[slotOf(journeys.get(number).customerId())] = number;
        }
    }

    /** The position of the customer's journey; -1 if there is none. */
    int of(String customerId) {
        return slots[slotOf(customerId)];
    }

    /** The slot that holds the customer, or the free one where it belongs. */
    private int slotOf(String customerId) {
        int hash = customerId.hashCode();
        int slot = (hash ^ hash >>> 16) & slots.length - 1;
        while (slots[slot] != FREE && !journeys.get(slots[slot]).customerId().equals(customerId)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
