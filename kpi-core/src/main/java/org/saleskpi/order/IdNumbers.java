package org.saleskpi.order;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Finds the number of an id among many.
 *
 * <p>A hash table of one array: each slot holds an id's hash code beside its number, so that a look-up reads no id but the
 * one it seeks, and the one it finds. Whoever knows that an id is among them need not even read that. Ids that have one hash code
 * in common, of which there are hardly ever any, stand apart in a map that finds them by their texts however many they are.
 *
 * <p>Immutable and thread-safe.
 */
public final class IdNumbers {

    private final IntFunction<String> idAt;
    private final long[] slots;
    private final int shift;
    private final Set<Integer> sharedHashCodes = new HashSet<>();

    /** The ids whose hash code another one has too; maps keep those of one hash code in the order of their texts. */
    private final Map<String, Integer> ofSharedHashCode = new HashMap<>();

    /**
     * Numbers ids.
     *
     * @param size how many there are, each different from the others
     * @param idAt the id of each number from 0 on; asked again whenever an id is looked up
     */
    public IdNumbers(int size, IntFunction<String> idAt) {
        this.idAt = idAt;
        // At most two thirds of the slots are taken.
        int bits = Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(size + (size >>> 1)));
        slots = new long[1 << bits];
        shift = Integer.SIZE - bits;
        for (int number = 0; number < size; number++) {
            String id = idAt.apply(number);
            int hashCode = id.hashCode();
            int slot = slotOf(hashCode);
            if (slots[slot] == 0) {
                slots[slot] = ((long) hashCode << Integer.SIZE) | (number + 1);
            } else {
                if (sharedHashCodes.add(hashCode)) {
                    int first = numberIn(slots[slot]);
                    ofSharedHashCode.put(idAt.apply(first), first);
                }
                ofSharedHashCode.put(id, number);
            }
        }
    }

    /** The slot that holds a hash code, else the one where it would stand. */
    private int slotOf(int hashCode) {
        int slot = firstSlot(hashCode);
        while (slots[slot] != 0 && hashCodeIn(slots[slot]) != hashCode) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private int firstSlot(int hashCode) {
        return (hashCode * 0x9E3779B9) >>> shift;
    }

    private static int hashCodeIn(long slot) {
        return (int) (slot >>> Integer.SIZE);
    }

    private static int numberIn(long slot) {
        return (int) slot - 1;
    }

    /**
     * Returns the number of an id.
     *
     * @param id any id
     * @return its number; -1 if it is not among them
     */
    public int of(String id) {
        int number = ofKnown(id);
        return number >= 0 && idAt.apply(number).equals(id) ? number : -1;
    }

    /**
     * Returns the number of an id that is among them.
     *
     * @param id one of the ids
     * @return its number; any other id may get any answer
     */
    public int ofKnown(String id) {
        int hashCode = id.hashCode();
        return !sharedHashCodes.isEmpty() && sharedHashCodes.contains(hashCode)
                ? ofSharedHashCode.getOrDefault(id, -1)
                : numberIn(slots[slotOf(hashCode)]);
    }
}
