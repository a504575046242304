package org.saleskpi.sales;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.List;

/**
 * What a lenient build left out, and why.
 *
 * @param records the records that do not fit; of those with an id in common it is not known which is right, so none is here
 * @param problems what is wrong with these
 * @param others what is wrong with records of one id, and with what never became a record
 */
record SetAside(List<SalesRecord> records, List<Problem> problems, List<Problem> others) {

    static final SetAside NOTHING = new SetAside(List.of(), List.of(), List.of());

    /** All problems, in order. */
    ImmutableList<Problem> allProblems() {
        return ImmutableList.sortedCopyOf(Problem.ORDER, Iterables.concat(problems, others));
    }
}
