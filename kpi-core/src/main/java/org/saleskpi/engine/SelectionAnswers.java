package org.saleskpi.engine;

import java.util.Comparator;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.report.ReportLayout;
import org.saleskpi.sales.Fact;
import org.saleskpi.time.InstantRange;

/** Answers questions about one part of a history, over one period after another. For one thread. */
public sealed interface SelectionAnswers extends ReportLayout.Answers
        permits PeriodAnswers, SumOfAnswers, SumOfLayers, RememberedAnswers {

    /** Turns to another period, and returns itself. */
    SelectionAnswers during(InstantRange another);

    /** Returns the facts behind the answer to one of the indicators. */
    CountedFacts facts(Indicator<?> indicator);

    /** The order of the facts behind the answer to one of the indicators: that of the moments that place them in periods. */
    Comparator<Fact> orderOfFacts(Indicator<?> indicator);

    /** The order of its open cases. */
    Comparator<Fact> orderOfOpen(Indicator<?> indicator);

    /** The order of those below the line of a ratio. */
    Comparator<Fact> orderOfDivisors(Indicator<?> indicator);
}
