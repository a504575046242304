package org.saleskpi.engine;

import static java.util.Collections.unmodifiableList;

import java.util.List;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.sales.Fact;

/** Facts that were found behind an answer, in lists that are not copied: nobody may change them. */
record FoundFacts(
        List<? extends Fact> hits, List<? extends Fact> misses, List<? extends Fact> open, List<? extends Fact> divisor)
        implements CountedFacts {

    FoundFacts {
        hits = unmodifiableList(hits);
        misses = unmodifiableList(misses);
        open = unmodifiableList(open);
        divisor = unmodifiableList(divisor);
    }

    /** Facts that are all counted. */
    static FoundFacts of(List<? extends Fact> hits) {
        return new FoundFacts(hits, List.of(), List.of(), List.of());
    }
}
