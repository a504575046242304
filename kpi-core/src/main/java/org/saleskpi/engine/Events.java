package org.saleskpi.engine;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Instants by group, in time order in each, which may stand on an {@link EventLine} with others; told apart by identity. */
interface Events {

    /** How many groups there are: up to the last that has an instant. */
    int groups();

    /** Finds those of any group, for one who looks for many. */
    IntFunction<Part> parts();

    /** Whether there is none, in no group; no as long as nobody has found that out. */
    boolean isEmpty();

    /** Lets a line tell the instants: {@link Times#toldBy}. */
    void tellBy(EventLine line, int number, @Nullable EventLine replaced);

    /**
     * Those of one group.
     *
     * @param moments where they stand
     * @param start the position of the first
     * @param end the position after the last
     */
    record Part(Moments moments, int start, int end) {}
}
