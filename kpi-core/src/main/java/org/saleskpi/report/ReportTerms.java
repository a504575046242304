package org.saleskpi.report;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.saleskpi.bytes.ByteForm;
import org.saleskpi.bytes.ByteSink;
import org.saleskpi.bytes.ByteSource;
import org.saleskpi.time.InstantRange;

/**
 * What a report's numbers depend on beside the facts. Immutable and thread-safe.
 *
 * <pre>{@code
 * KpiReport march = KpiCalculator.of(history).during(DateRange.month(2026, 3)).where(Dimension.OWNER, "alice").report();
 * ReportTerms terms = march.terms();
 * assert terms.currency().equals(CurrencyUnit.EUR);
 * assert terms.toString().equals(
 *         "2026-03-01T00:00 to 2026-04-01T00:00 (Europe/Paris, EUR) where owner is alice");
 * }</pre>
 *
 * @param period the period that is reported on
 * @param zone the business time zone
 * @param asOf the moment as of which the history was viewed; null for all that is known
 * @param currency the reporting currency
 * @param scope the part of the history that is reported on; the report of a group has the group's own key as a condition too
 * @since 0.1.0
 */
public record ReportTerms(
        InstantRange period, ZoneId zone, @Nullable Instant asOf, CurrencyUnit currency, Scope scope) {

    /**
     * Creates terms.
     *
     * @param period the period that is reported on
     * @param zone the business time zone
     * @param asOf the moment as of which the history was viewed; null for all that is known
     * @param currency the reporting currency
     * @param scope the part of the history that is reported on
     */
    public ReportTerms {
        requireNonNull(period, "period");
        requireNonNull(zone, "zone");
        requireNonNull(currency, "currency");
        requireNonNull(scope, "scope");
    }

    /**
     * Returns the terms of the sum of what is on these terms and what is on others.
     *
     * @param other the same terms, but for disjoint keys of one dimension
     * @return the terms, with the keys of both
     * @throws IllegalArgumentException if the terms differ otherwise
     */
    public ReportTerms plus(ReportTerms other) {
        requireNonNull(other, "other");
        checkArgument(on(other.scope).equals(other), "Reports on different terms have no sum: %s and %s", this, other);
        return scope.plus(other.scope)
                .map(this::on)
                .orElseThrow(() -> new IllegalArgumentException("Reports have a sum if they are about the same part, or"
                        + " different groups of one dimension: not " + this + " and " + other));
    }

    /**
     * Returns the terms of what is left of what is on these terms without a part.
     *
     * @param part the same terms, but for fewer keys of one dimension
     * @return the terms, with the keys that are left
     * @throws IllegalArgumentException if the terms differ otherwise
     */
    public ReportTerms minus(ReportTerms part) {
        requireNonNull(part, "part");
        checkArgument(
                on(part.scope).equals(part), "Reports on different terms have no difference: %s and %s", this, part);
        return scope.minus(part.scope)
                .map(this::on)
                .orElseThrow(() -> new IllegalArgumentException("A report can be taken from one about the same part, or"
                        + " about its groups of one dimension and others: not " + part + " from " + this));
    }

    /** The same terms over another period. */
    ReportTerms during(InstantRange another) {
        return new ReportTerms(another, zone, asOf, currency, scope);
    }

    private ReportTerms on(Scope part) {
        return new ReportTerms(period, zone, asOf, currency, part);
    }

    /**
     * Returns the local start and end of the period, the zone and the currency; the scope, and the moment of the view, if
     * there is one.
     */
    @Override
    public String toString() {
        return local(period.startInclusive()) + " to " + local(period.endExclusive()) + " (" + zone + ", " + currency
                + ")" + (scope.equals(Scope.ALL) ? "" : " where " + scope)
                + (asOf == null ? "" : " as of " + local(asOf));
    }

    /** The local date and time; the instant where the calendar does not reach. */
    private String local(Instant moment) {
        try {
            return moment.atZone(zone).toLocalDateTime().toString();
        } catch (DateTimeException e) {
            return moment.toString();
        }
    }

    /**
     * Writes these terms in the byte form, to be read again by {@link #fromBytes}, elsewhere or later.
     *
     * @return the bytes
     */
    public byte[] toBytes() {
        return ByteForm.TERMS.write(this::write);
    }

    /**
     * Reads terms from their byte form.
     *
     * @param bytes what {@link #toBytes} wrote, in this version or an earlier one
     * @return the terms
     * @throws IllegalArgumentException if the bytes are something else, or damaged
     */
    public static ReportTerms fromBytes(byte[] bytes) {
        return ByteForm.TERMS.read(bytes, ReportTerms::read);
    }

    void write(ByteSink sink) {
        sink.instant(period.startInclusive());
        sink.instant(period.endExclusive());
        sink.text(zone.getId());
        sink.optional(asOf, ByteSink::instant);
        sink.text(currency.getCode());
        scope.write(sink);
    }

    static ReportTerms read(ByteSource source) {
        return new ReportTerms(
                InstantRange.of(source.instant(), source.instant()),
                ZoneId.of(source.text()),
                source.optional(ByteSource::instant),
                CurrencyUnit.of(source.text()),
                Scope.read(source));
    }
}
