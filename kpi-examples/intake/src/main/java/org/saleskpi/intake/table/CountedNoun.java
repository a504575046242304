package org.saleskpi.intake.table;

/** A number of things, in words. */
public final class CountedNoun {

    private CountedNoun() {}

    /**
     * Counts things.
     *
     * @param count how many there are
     * @param noun what one of them is called, a word whose plural ends in s
     * @return such as {@code 1 call} or {@code 2 calls}
     */
    public static String of(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
