package org.saleskpi.engine;

import java.util.List;
import org.saleskpi.value.Rate;

/** The members in a run, split in hits, misses and open cases. */
record SplitReading(int run, SplitColumn split) implements Reading<Rate> {

    @Override
    public Rate answer(Runs runs) {
        return split.over(runs.start(run), runs.end(run));
    }

    @Override
    public FoundFacts facts(Runs runs) {
        return new FoundFacts(
                runs.facts(run, split::isHit),
                runs.facts(run, position -> !split.isHit(position) && !split.isOpen(position)),
                runs.facts(run, split::isOpen),
                List.of());
    }
}
