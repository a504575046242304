package org.saleskpi.engine;

import org.saleskpi.report.ReportLayout;
import org.saleskpi.time.InstantRange;

/** Answers questions about one part of a history, over one period after another. For one thread. */
public sealed interface PartAnswers extends ReportLayout.Answers permits PeriodAnswers, SumOfAnswers {

    /** Turns to another period, and returns itself. */
    PartAnswers during(InstantRange another);
}
