package org.saleskpi.engine;

import java.util.function.IntFunction;

/** Instants by group, in time order in each, which may stand on an {@link EventLine} with others; told apart by identity. */
interface Events {

    /** How many groups there are: up to the last that has an instant. */
    int groups();

    /** Finds those of any group, for one who looks for many. */
    IntFunction<Part> parts();

    /**
     * Those of one group.
     *
     * @param moments where they stand
     * @param start the position of the first
     * @param end the position after the last
     */
    record Part(Moments moments, int start, int end) {}
}
