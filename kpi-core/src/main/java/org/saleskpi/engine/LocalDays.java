package org.saleskpi.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/** Numbers the local dates of a time zone. A date and a time made of each moment would be thrown away. */
final class LocalDays {

    private static final long SECONDS_OF_A_DAY = 86_400;

    private final ZoneRules rules;

    LocalDays(ZoneId zone) {
        this.rules = zone.getRules();
    }

    /** The number of a moment's local date. */
    long number(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond() + rules.getOffset(moment).getTotalSeconds(), SECONDS_OF_A_DAY);
    }

    /** The days from one moment to another: the difference of their local dates, at least 0. */
    long between(Instant from, Instant to) {
        return Math.max(0, number(to) - number(from));
    }
}
