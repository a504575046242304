package org.saleskpi.law;

import java.time.Instant;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.InstantRange;

/** Keeps series short enough to be asked for often. */
final class Periods {

    private Periods() {}

    /** The period, or its beginning if it has more than about so many units. */
    static InstantRange atMost(int units, CalendarUnit unit, InstantRange period) {
        int days = switch (unit) {
            case DAY -> 1;
            case WEEK -> 7;
            case MONTH -> 30;
            case QUARTER -> 90;
            case YEAR -> 365;
        };
        Instant latest = period.startInclusive().plusSeconds(86_400L * days * units);
        return latest.isBefore(period.endExclusive()) ? InstantRange.of(period.startInclusive(), latest) : period;
    }
}
