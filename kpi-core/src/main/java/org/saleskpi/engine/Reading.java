package org.saleskpi.engine;

import org.saleskpi.value.KpiValue;

/**
 * Reads the answer to one formula off what is known of the members that lie in a period. Immutable and thread-safe.
 *
 * @param <V> the kind of answer
 */
interface Reading<V extends KpiValue<V>> {

    /** The answer over the runs of a period. */
    V answer(Runs runs);

    /** The facts behind the answer. */
    FoundFacts facts(Runs runs);
}
