package org.saleskpi.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

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

    /** How many there are: of all groups, or of the one that somebody asked about. */
    int size();

    /** The moments in the order of the table. */
    Moments moments();

    /** The moments of a group, in time order; only a line tells groups apart. */
    Moments moments(int group);

    /**
     * The same, told by a line of several tables in place of moments one by one, or of the line that this one replaces; what
     * another line tells it goes on to tell.
     *
     * @param line the line
     * @param number the number of the table on it
     * @param replaced the line that this one replaces; null if there is none
     */
    Times toldBy(EventLine line, int number, @Nullable EventLine replaced);
}
