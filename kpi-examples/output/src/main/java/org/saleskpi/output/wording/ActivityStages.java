package org.saleskpi.output.wording;

import java.util.List;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;

/** The indicators that stand for the stages from calls to contracts, in their order. */
public final class ActivityStages {

    /** The stages; of the success rate of meetings it is the meetings held that make one. */
    public static final List<Indicator<?>> ALL = List.of(
            SalesIndicators.CALLS,
            SalesIndicators.MEETINGS,
            SalesIndicators.MEETING_SUCCESS_RATE,
            SalesIndicators.PROPOSALS,
            SalesIndicators.CONTRACTS);

    private ActivityStages() {}
}
