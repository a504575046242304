package org.saleskpi.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.ComparisonBase;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;
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

/** What is compared with what, and how changes are computed, told step by step. */
final class SchoolbookComparison {

    private SchoolbookComparison() {}

    /** The base of some dates in a view, and the moment as of which it is looked at. */
    record Base(InstantRange period, @Nullable Instant asOf) {}

    static Base base(DateRange dates, ComparisonBase base, ZoneId zone, @Nullable Instant view) {
        DateRange before = base == ComparisonBase.PREVIOUS
                ? SchoolbookCalendar.ISO.previous(dates)
                : SchoolbookCalendar.ISO.aYearBefore(dates);
        Instant start = before.startInclusive().atStartOfDay(zone).toInstant();
        Instant end = before.endExclusive().atStartOfDay(zone).toInstant();
        if (view == null) {
            return new Base(InstantRange.of(start, end), null);
        }
        Instant now = dates.startInclusive().atStartOfDay(zone).toInstant();
        Instant later = dates.endExclusive().atStartOfDay(zone).toInstant();
        ZonedDateTime clock = view.atZone(zone);
        if (view.isAfter(now) && view.isBefore(later)) {
            // Two fingers walk from day to day, until the one is at the day of the view.
            LocalDate day = before.startInclusive();
            LocalDate other = dates.startInclusive();
            while (other.isBefore(clock.toLocalDate())) {
                other = other.plusDays(1);
                day = day.plusDays(1);
            }
            // Clocks that are set back after midnight show the day before once more.
            while (other.isAfter(clock.toLocalDate())) {
                other = other.minusDays(1);
                day = day.minusDays(1);
            }
            Instant cut = ZonedDateTime.of(day, clock.toLocalTime(), zone).toInstant();
            Instant equal = cut.isBefore(end) ? cut : end;
            if (!equal.isAfter(start)) {
                equal = start.plusNanos(1);
            }
            return new Base(InstantRange.of(start, equal), equal);
        }
        LocalDate day = clock.toLocalDate();
        for (LocalDate other = before.endExclusive(); other.isBefore(dates.endExclusive()); other = other.plusDays(1)) {
            day = day.minusDays(1);
        }
        return new Base(
                InstantRange.of(start, end),
                ZonedDateTime.of(day, clock.toLocalTime(), zone).toInstant());
    }

    /** The change of an answer, in doubles. */
    static OptionalDouble change(KpiValue<?> now, KpiValue<?> before) {
        OptionalDouble later = number(now);
        OptionalDouble earlier = number(before);
        if (later.isEmpty() || earlier.isEmpty()) {
            return OptionalDouble.empty();
        }
        double difference = later.getAsDouble() - earlier.getAsDouble();
        if (now instanceof Rate || now instanceof RateOfAmounts || now instanceof Score) {
            return OptionalDouble.of(difference);
        }
        return earlier.getAsDouble() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(difference / earlier.getAsDouble());
    }

    private static OptionalDouble number(KpiValue<?> value) {
        return value.accept(new KpiValue.Visitor<>() {
            @Override
            public OptionalDouble count(Count count) {
                return OptionalDouble.of((double) count.value());
            }

            @Override
            public OptionalDouble amount(Amount amount) {
                return OptionalDouble.of((double) amount.minorUnits());
            }

            @Override
            public OptionalDouble meanAmount(MeanAmount mean) {
                return mean.count() == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of((double) mean.total().minorUnits() / mean.count());
            }

            @Override
            public OptionalDouble days(Days days) {
                return days.mean();
            }

            @Override
            public OptionalDouble waits(Waits waits) {
                return waits.mean();
            }

            @Override
            public OptionalDouble rate(Rate rate) {
                return rate.value();
            }

            @Override
            public OptionalDouble rateOfAmounts(RateOfAmounts rate) {
                return rate.value();
            }

            @Override
            public OptionalDouble ratio(Ratio ratio) {
                return ratio.value();
            }

            @Override
            public OptionalDouble ratioOfAmounts(RatioOfAmounts ratio) {
                return ratio.value();
            }

            @Override
            public OptionalDouble score(Score score) {
                return score.value();
            }

            @Override
            public OptionalDouble velocity(Velocity velocity) {
                return velocity.value();
            }
        });
    }
}
