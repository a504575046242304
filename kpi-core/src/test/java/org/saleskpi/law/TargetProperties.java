package org.saleskpi.law;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiCalculator;
import org.saleskpi.analysis.Target;
import org.saleskpi.analysis.TargetResult;
import org.saleskpi.analysis.Targets;
import org.saleskpi.indicator.Balance;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.SalesCalendar;
import org.saleskpi.value.Count;

/** Targets of other periods are told as the schoolbook tells them. */
class TargetProperties {

    private static final SalesCalendar ISO = SalesCalendar.iso();
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final int CALLS_A_DAY = 2;
    private static final Indicator<Count> PENDING =
            Indicator.count("pending", Balance.PROPOSALS_PENDING, Balance.At.END);

    /** Two calls on each day of the year, and of the weeks at both its ends. */
    private static final KpiCalculator KPIS = calls();

    private static KpiCalculator calls() {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < CALLS_A_DAY * (7 + 366 + 7); i++) {
            calls.add(Call.builder(
                            "k" + i,
                            START.plusDays(i / CALLS_A_DAY - 7)
                                    .atTime(9 + i % CALLS_A_DAY, 0)
                                    .toInstant(ZoneOffset.UTC))
                    .build());
        }
        return KpiCalculator.builder(SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                        .calls(calls)
                        .build())
                .add(PENDING)
                .build();
    }

    /** Units of the year, and some days of it, so that targets lie beside, within and around one another. */
    @Provide
    Arbitrary<DateRange> ranges() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 80).map(START::plusDays);
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of(CalendarUnit.class), days).as(ISO::rangeOf),
                Combinators.combine(days, Arbitraries.integers().between(1, 20))
                        .as((day, length) -> DateRange.of(day, day.plusDays(length))));
    }

    record Aim(
            DateRange period,
            @Nullable Integer atLeast,
            @Nullable Integer atMost) {

        Target of(Indicator<?> indicator) {
            if (atLeast == null) {
                return Target.atMost(indicator, period, BigDecimal.valueOf(requireNonNull(atMost)));
            }
            return atMost == null
                    ? Target.atLeast(indicator, period, BigDecimal.valueOf(atLeast))
                    : Target.between(indicator, period, BigDecimal.valueOf(atLeast), BigDecimal.valueOf(atMost));
        }
    }

    @Provide
    Arbitrary<List<Aim>> aims() {
        return Combinators.combine(
                        ranges(),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 3))
                .as((period, least, more, kind) -> switch (kind) {
                    case 0 -> new Aim(period, null, least);
                    case 1 -> new Aim(period, least, least + more);
                    default -> new Aim(period, least, null);
                })
                .list()
                .ofMaxSize(12)
                .uniqueElements(Aim::period);
    }

    @Property
    void theTargetOfASumIsItsOwnTheSumOrAPart(@ForAll("aims") List<Aim> aims, @ForAll("ranges") DateRange dates) {
        Optional<TargetResult> result = judge(aims, SalesIndicators.CALLS, dates);

        Double[] expected = schoolbook(aims, dates, true);
        assertThat(result.isPresent()).isEqualTo(expected != null);
        result.ifPresent(found -> {
            Double[] bounds = requireNonNull(expected);
            assertBound(found.atLeast(), bounds[0]);
            assertBound(found.atMost(), bounds[1]);
            double calls = CALLS_A_DAY * days(dates);
            boolean isShort = bounds[0] != null && calls < bounds[0] - 1e-9;
            boolean isOver = bounds[1] != null && calls > bounds[1] + 1e-9;
            assertThat(found.met()).isEqualTo(!isShort && !isOver);
            double gap = isShort ? bounds[0] - calls : isOver ? calls - bounds[1] : 0;
            assertThat(requireNonNull(found.gap()).doubleValue()).isCloseTo(gap, within(1e-9));
            if (bounds[0] == null || bounds[0] == 0) {
                assertThat(found.attainment()).isNull();
            } else {
                assertThat(found.attainment()).isCloseTo(calls / bounds[0], within(1e-9));
            }
            assertThat(found.pace()).isNull();
        });
    }

    @Property
    void theTargetOfABalanceHoldsWithinItsPeriod(@ForAll("aims") List<Aim> aims, @ForAll("ranges") DateRange dates) {
        Optional<TargetResult> result = judge(aims, PENDING, dates);

        Double[] expected = schoolbook(aims, dates, false);
        assertThat(result.isPresent()).isEqualTo(expected != null);
        result.ifPresent(found -> {
            assertBound(found.atLeast(), requireNonNull(expected)[0]);
            assertBound(found.atMost(), requireNonNull(expected)[1]);
        });
    }

    private static Optional<TargetResult> judge(List<Aim> aims, Indicator<?> indicator, DateRange dates) {
        Targets targets = Targets.of(aims.stream().map(aim -> aim.of(indicator)).toList());
        return targets.judge(KPIS.during(dates).report(), indicator, ISO);
    }

    private static void assertBound(@Nullable BigDecimal bound, @Nullable Double expected) {
        if (expected == null) {
            assertThat(bound).isNull();
        } else {
            assertThat(requireNonNull(bound).doubleValue()).isCloseTo(expected, within(1e-9));
        }
    }

    /** The two bounds, either null if there is none; null if there is no target. */
    private static Double @Nullable [] schoolbook(List<Aim> aims, DateRange dates, boolean addsUp) {
        for (Aim aim : aims) {
            if (aim.period().equals(dates)) {
                return bounds(aim, 1);
            }
        }
        if (addsUp) {
            // All ways to lay targets one behind the other, those that begin with longer ones first.
            List<List<Aim>> ways = ways(aims, dates.startInclusive(), dates.endExclusive());
            if (!ways.isEmpty()) {
                Double[] sum = {0.0, 0.0};
                for (Aim aim : ways.get(0)) {
                    sum[0] = sum[0] == null || aim.atLeast() == null ? null : sum[0] + aim.atLeast();
                    sum[1] = sum[1] == null || aim.atMost() == null ? null : sum[1] + aim.atMost();
                }
                if (sum[0] != null || sum[1] != null) {
                    return sum;
                }
            }
        }
        Aim shortest = null;
        for (Aim aim : aims) {
            boolean isAround = !aim.period().startInclusive().isAfter(dates.startInclusive())
                    && !aim.period().endExclusive().isBefore(dates.endExclusive());
            if (isAround
                    && (shortest == null
                            || days(aim.period()) < days(shortest.period())
                            || (days(aim.period()) == days(shortest.period())
                                    && aim.period()
                                            .startInclusive()
                                            .isBefore(shortest.period().startInclusive())))) {
                shortest = aim;
            }
        }
        if (shortest == null) {
            return null;
        }
        return bounds(shortest, addsUp ? days(dates) / days(shortest.period()) : 1);
    }

    private static List<List<Aim>> ways(List<Aim> aims, LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return List.of(List.of());
        }
        List<List<Aim>> ways = new ArrayList<>();
        List<Aim> longestFirst = aims.stream()
                .filter(aim -> aim.period().startInclusive().equals(from)
                        && !aim.period().endExclusive().isAfter(to))
                .sorted(Comparator.comparing((Aim aim) -> days(aim.period())).reversed())
                .toList();
        for (Aim aim : longestFirst) {
            for (List<Aim> rest : ways(aims, aim.period().endExclusive(), to)) {
                List<Aim> way = new ArrayList<>(List.of(aim));
                way.addAll(rest);
                ways.add(way);
            }
        }
        return ways;
    }

    private static Double[] bounds(Aim aim, double share) {
        return new Double[] {
            aim.atLeast() == null ? null : share * aim.atLeast(), aim.atMost() == null ? null : share * aim.atMost()
        };
    }

    private static double days(DateRange dates) {
        return dates.endExclusive().toEpochDay() - dates.startInclusive().toEpochDay();
    }

    @Property
    void theTargetsOfTheMonthsAddUpToThatOfTheQuarter(
            @ForAll @IntRange(min = 1, max = 100_000) int bound, @ForAll @IntRange(min = 1, max = 4) int quarter) {
        DateRange dates = DateRange.quarter(2026, quarter);
        Targets ofTheQuarter =
                Targets.of(List.of(Target.atLeast(SalesIndicators.CALLS, dates, BigDecimal.valueOf(bound))));
        List<Target> months = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (DateRange month : ISO.split(dates, CalendarUnit.MONTH)) {
            BigDecimal part = requireNonNull(ofTheQuarter
                    .judge(KPIS.during(month).report(), SalesIndicators.CALLS, ISO)
                    .orElseThrow()
                    .atLeast());
            months.add(Target.atLeast(SalesIndicators.CALLS, month, part));
            sum = sum.add(part);
        }

        assertThat(sum.round(new MathContext(30))).isEqualByComparingTo(BigDecimal.valueOf(bound));
        BigDecimal together = requireNonNull(Targets.of(months)
                .judge(KPIS.during(dates).report(), SalesIndicators.CALLS, ISO)
                .orElseThrow()
                .atLeast());
        assertThat(together.round(new MathContext(30))).isEqualByComparingTo(BigDecimal.valueOf(bound));
    }

    @Property
    void thePaceIsThatOfWorkingDays(
            @ForAll @IntRange(min = 0, max = 1_000) int bound,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 0, max = 27) int day,
            @ForAll @IntRange(min = 0, max = 23) int hour,
            @ForAll @Size(max = 5) List<@IntRange(min = 0, max = 30) Integer> holidays) {
        DateRange dates = DateRange.month(2026, month);
        LocalDate today = dates.startInclusive().plusDays(day);
        Instant view = today.atTime(hour, 30).toInstant(ZoneOffset.UTC);
        List<LocalDate> free =
                holidays.stream().map(dates.startInclusive()::plusDays).toList();
        KpiReport report = KPIS.asOf(view).during(dates).report();
        double over = 0;
        double left = 0;
        for (LocalDate date = dates.startInclusive(); date.isBefore(dates.endExclusive()); date = date.plusDays(1)) {
            boolean works = date.getDayOfWeek() != DayOfWeek.SATURDAY
                    && date.getDayOfWeek() != DayOfWeek.SUNDAY
                    && !free.contains(date);
            over += works && date.isBefore(today) ? 1 : 0;
            left += works && !date.isBefore(today) ? 1 : 0;
        }

        TargetResult.Pace pace = requireNonNull(
                Targets.of(List.of(Target.atLeast(SalesIndicators.CALLS, dates, BigDecimal.valueOf(bound))))
                        .judge(report, SalesIndicators.CALLS, ISO.withHolidays(free))
                        .orElseThrow()
                        .pace());

        double calls = report.get(SalesIndicators.CALLS).value();
        assertThat(requireNonNull(pace.expected()).doubleValue()).isCloseTo(bound * over / (over + left), within(1e-9));
        assertThat(requireNonNull(pace.ahead()).doubleValue())
                .isCloseTo(calls - bound * over / (over + left), within(1e-9));
        if (calls >= bound) {
            assertThat(pace.perRemainingDay()).isEqualByComparingTo("0");
        } else if (left == 0) {
            assertThat(pace.perRemainingDay()).isNull();
        } else {
            assertThat(requireNonNull(pace.perRemainingDay()).doubleValue())
                    .isCloseTo((bound - calls) / left, within(1e-9));
        }
    }
}
