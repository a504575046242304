package org.saleskpi.engine;

import org.saleskpi.value.Rate;
import org.saleskpi.value.Score;

/** The members in a run, split in promoters, who are the hits of a column, passives, who are open in it, and detractors. */
record ScoreReading(SplitReading split) implements Reading<Score> {

    @Override
    public Score answer(Runs runs) {
        Rate counts = split.answer(runs);
        return new Score(counts.hits(), counts.open(), counts.misses());
    }

    @Override
    public FoundFacts facts(Runs runs) {
        return split.facts(runs);
    }
}
