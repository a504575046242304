package org.saleskpi.order;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Finds the number of an id among many.
 *
 * <p>A hash table of one array: each slot holds an id's hash code beside its number, so that a look-up reads no id but the
 * one it seeks, and the one it finds. Whoever knows that an id is among them need not even read that, unless another one has
 * the same hash code.
 *
 * <p>Immutable and thread-safe.
 */
public final class IdNumbers {

    private final IntFunction<String> idAt;
    private final long[] slots;
    private final int shift;
    private final Set<Integer> sharedHashCodes = new HashSet<>();

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
            int hashCode = idAt.apply(number).hashCode();
            int slot = firstSlot(hashCode);
            while (slots[slot] != 0) {
                if (hashCodeIn(slots[slot]) == hashCode) {
                    sharedHashCodes.add(hashCode);
                }
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = ((long) hashCode << Integer.SIZE) | (number + 1);
        }
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
        int hashCode = id.hashCode();
        for (int slot = firstSlot(hashCode); slots[slot] != 0; slot = (slot + 1) & (slots.length - 1)) {
            if (hashCodeIn(slots[slot]) == hashCode
                    && idAt.apply(numberIn(slots[slot])).equals(id)) {
                return numberIn(slots[slot]);
            }
        }
        return -1;
    }

    /**
     * Returns the number of an id that is among them.
     *
     * @param id one of the ids
     * @return its number; any other id may get any answer
     */
    public int ofKnown(String id) {
        int hashCode = id.hashCode();
        if (!sharedHashCodes.isEmpty() && sharedHashCodes.contains(hashCode)) {
            return of(id);
        }
        int slot = firstSlot(hashCode);
        while (slots[slot] != 0 && hashCodeIn(slots[slot]) != hashCode) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return numberIn(slots[slot]);
    }
}
