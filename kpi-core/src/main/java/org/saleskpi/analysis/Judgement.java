package org.saleskpi.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.SalesCalendar;

/** One answer of a report, held against bounds. */
final class Judgement {

    private static final MathContext SHOWN = MathContext.DECIMAL128;

    private final ReportTerms terms;
    private final SalesCalendar calendar;
    private final DateRange dates;
    private final ExactValue value;
    private final boolean addsUp;

    Judgement(KpiReport report, Indicator<?> indicator, SalesCalendar calendar) {
        this.terms = report.terms();
        this.calendar = calendar;
        this.dates = DateRange.from(terms.period(), terms.zone());
        this.value = ExactValue.of(report.get(indicator));
        this.addsUp = value.kind().isSum() && indicator.additiveOverPeriods();
    }

    DateRange dates() {
        return dates;
    }

    /** Whether the answer is a count or an amount that adds up over periods, which balances do not. */
    boolean addsUp() {
        return addsUp;
    }

    TargetResult of(Bounds bounds) {
        Fraction number = value.inUnits(terms.currency()).orElse(null);
        return new TargetResult(
                shown(bounds.atLeast()),
                shown(bounds.atMost()),
                number == null ? null : bounds.hold(number),
                number == null ? null : attainment(number, bounds.atLeast()),
                number == null ? null : shown(bounds.gap(number)),
                number == null ? null : pace(number, bounds.atLeast()));
    }

    private static @Nullable Double attainment(Fraction number, @Nullable Fraction atLeast) {
        return atLeast == null || atLeast.isZero()
                ? null
                : number.dividedBy(atLeast).toDouble();
    }

    private TargetResult.@Nullable Pace pace(Fraction number, @Nullable Fraction atLeast) {
        Instant view = terms.asOf();
        if (view == null || atLeast == null || !addsUp || !isWithin(view)) {
            return null;
        }
        LocalDate today = view.atZone(terms.zone()).toLocalDate();
        long all = calendar.workingDays(dates);
        long left = workingDays(today, dates.endExclusive());
        long over = workingDays(dates.startInclusive(), today);
        Fraction expected = all == 0 ? null : atLeast.times(Fraction.of(over, all));
        return new TargetResult.Pace(
                shown(expected),
                expected == null ? null : shown(number.minus(expected)),
                shown(perRemainingDay(atLeast.minus(number), left)));
    }

    private boolean isWithin(Instant view) {
        return view.isAfter(terms.period().startInclusive())
                && view.isBefore(terms.period().endExclusive());
    }

    private long workingDays(LocalDate startInclusive, LocalDate endExclusive) {
        return startInclusive.isBefore(endExclusive)
                ? calendar.workingDays(DateRange.of(startInclusive, endExclusive))
                : 0;
    }

    private static @Nullable Fraction perRemainingDay(Fraction missing, long days) {
        if (missing.compareTo(Fraction.ZERO) <= 0) {
            return Fraction.ZERO;
        }
        return days == 0 ? null : missing.dividedBy(Fraction.of(days));
    }

    private @Nullable BigDecimal shown(@Nullable Fraction number) {
        if (number == null) {
            return null;
        }
        return value.kind().isMoney() ? number.rounded(terms.currency().getDecimalPlaces()) : number.inDigits(SHOWN);
    }
}
