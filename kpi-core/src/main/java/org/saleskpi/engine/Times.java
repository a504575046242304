package org.saleskpi.engine;

import java.time.Instant;

/** When the members of a table are, each group of which is a slice in time order. Immutable and thread-safe. */
sealed interface Times permits Moments, EventLine.TimesOnLine {

    /**
     * The first position of a slice, from a position on, whose moment is not before a bound.
     *
     * @param group the number of the group whose slice it is
     * @param start the position to look from on
     * @param end the position after the last of the slice, which is the answer if all are before
     */
    int firstFrom(Instant bound, int group, int start, int end);

    /** The moments in the order of the table. */
    Moments moments();
}
