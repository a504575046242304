package org.saleskpi.analysis;

import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.RateOfAmounts;
import org.saleskpi.value.Ratio;
import org.saleskpi.value.RatioOfAmounts;
import org.saleskpi.value.Score;
import org.saleskpi.value.Velocity;
import org.saleskpi.value.Waits;

/** Whether an answer has cases that may become something else: hits, misses, or waits that have ended. */
enum OpenCases implements KpiValue.Visitor<Boolean> {
    VISITOR;

    @Override
    public Boolean count(Count count) {
        return false;
    }

    @Override
    public Boolean amount(Amount amount) {
        return false;
    }

    @Override
    public Boolean meanAmount(MeanAmount mean) {
        return false;
    }

    @Override
    public Boolean days(Days days) {
        return false;
    }

    @Override
    public Boolean waits(Waits waits) {
        return waits.open() > 0;
    }

    @Override
    public Boolean rate(Rate rate) {
        return rate.open() > 0;
    }

    @Override
    public Boolean rateOfAmounts(RateOfAmounts rate) {
        return rate.open().minorUnits() > 0;
    }

    @Override
    public Boolean ratio(Ratio ratio) {
        return false;
    }

    @Override
    public Boolean ratioOfAmounts(RatioOfAmounts ratio) {
        return false;
    }

    @Override
    public Boolean score(Score score) {
        return false;
    }

    @Override
    public Boolean velocity(Velocity velocity) {
        return false;
    }
}
