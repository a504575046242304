package org.saleskpi.engine;

import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.report.ReportLayout;
import org.saleskpi.time.InstantRange;

/** Answers questions about one part of a history, over one period after another. For one thread. */
public sealed interface SelectionAnswers extends ReportLayout.Answers
        permits PeriodAnswers, SumOfAnswers, SumOfLayers, RememberedAnswers {

    /** Turns to another period, and returns itself. */
    SelectionAnswers during(InstantRange another);

    /** Returns the facts behind the answer to one of the indicators. */
    CountedFacts facts(Indicator<?> indicator);

    /** The moments that place the facts behind the answer to one of the indicators in periods: they are in the order of these. */
    CountingMoments moments(Indicator<?> indicator);
}
