package org.saleskpi.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.saleskpi.time.Period;

/**
 * What a report's numbers depend on beside the facts. Immutable and thread-safe.
 *
 * @param period the period that is reported on
 * @param zone the business time zone
 * @param asOf the moment as of which the history was viewed; null for all that is known
 * @param currency the reporting currency
 */
public record ReportTerms(
        Period period, ZoneId zone, @Nullable Instant asOf, CurrencyUnit currency) {

    /**
     * Creates terms.
     *
     * @param period the period that is reported on
     * @param zone the business time zone
     * @param asOf the moment as of which the history was viewed; null for all that is known
     * @param currency the reporting currency
     */
    public ReportTerms {
        requireNonNull(period, "period");
        requireNonNull(zone, "zone");
        requireNonNull(currency, "currency");
    }

    /** Returns the local start and end of the period, the zone, the currency, and the moment of the view if it is one. */
    @Override
    public String toString() {
        return period.startInclusive().atZone(zone).toLocalDateTime() + " to "
                + period.endExclusive().atZone(zone).toLocalDateTime() + " (" + zone + ", " + currency + ")"
                + (asOf == null ? "" : " as of " + asOf.atZone(zone).toLocalDateTime());
    }
}
