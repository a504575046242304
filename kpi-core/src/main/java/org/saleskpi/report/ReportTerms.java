package org.saleskpi.report;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.saleskpi.time.InstantRange;

/**
 * What a report's numbers depend on beside the facts. Immutable and thread-safe.
 *
 * @param period the period that is reported on
 * @param zone the business time zone
 * @param asOf the moment as of which the history was viewed; null for all that is known
 * @param currency the reporting currency
 */
public record ReportTerms(
        InstantRange period, ZoneId zone, @Nullable Instant asOf, CurrencyUnit currency) {

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
        return local(period.startInclusive()) + " to " + local(period.endExclusive()) + " (" + zone + ", " + currency
                + ")" + (asOf == null ? "" : " as of " + local(asOf));
    }

    /** The local date and time; the instant where the calendar does not reach. */
    private String local(Instant moment) {
        try {
            return moment.atZone(zone).toLocalDateTime().toString();
        } catch (DateTimeException e) {
            return moment.toString();
        }
    }
}
