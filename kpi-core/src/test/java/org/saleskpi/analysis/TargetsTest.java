package org.saleskpi.analysis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.GroupKey;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesHistoryBuilder;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;
import org.saleskpi.time.SalesCalendar;

class TargetsTest {

    private static final SalesCalendar ISO = SalesCalendar.iso();
    private static final DateRange MARCH = DateRange.month(2026, 3);
    private static final KpiCalculator KPIS = kpis();

    /** One contract of EUR 10.01 on each of the first ten days of March, the first of them by alice. */
    private static KpiCalculator kpis() {
        SalesHistoryBuilder history = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR);
        history.add(Customer.builder("c", Instant.parse("2026-01-01T00:00:00Z")).build());
        for (int day = 1; day <= 10; day++) {
            history.add(Contract.builder(
                            "s" + day,
                            LocalDate.of(2026, 3, day).atTime(9, 0).toInstant(ZoneOffset.UTC),
                            Money.parse("EUR 10.01"))
                    .customer("c")
                    .owner(day == 1 ? "alice" : null)
                    .build());
        }
        return KpiCalculator.of(history.build());
    }

    private static TargetResult judge(KpiQuery query, Indicator<?> indicator, Target... targets) {
        return Targets.of(List.of(targets))
                .judge(query.report(), indicator, ISO)
                .orElseThrow();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void amountsAndMeansAreToldInTheDecimalsOfTheirCurrency() {
        TargetResult revenue = judge(
                KPIS.during(DateRange.parse("2026-03-01/2026-03-11")),
                SalesIndicators.REVENUE,
                Target.between(SalesIndicators.REVENUE, MARCH, number("100"), number("200")));
        TargetResult basket = judge(
                KPIS.during(MARCH),
                SalesIndicators.AVERAGE_BASKET,
                Target.atLeast(SalesIndicators.AVERAGE_BASKET, DateRange.year(2026), number("12.345")));

        assertThat(revenue.atLeast()).isEqualTo(number("32.26"));
        assertThat(revenue.atMost()).isEqualTo(number("64.52"));
        assertThat(revenue.gap()).isEqualTo(number("35.58")); // 100.10 - 2000 / 31 = 35.5838...
        assertThat(revenue.met()).isFalse();
        assertThat(revenue.attainment()).isEqualTo(100.10 * 31 / 1000);
        assertThat(basket.atLeast()).isEqualTo(number("12.34")); // half to even
        assertThat(basket.gap()).isEqualTo(number("2.34")); // 12.345 - 10.01 = 2.335
        assertThat(basket.met()).isFalse();
    }

    @Test
    void whatIsMetIsToldByTheExactNumbers() {
        TargetResult justShort = judge(
                KPIS.during(MARCH),
                SalesIndicators.AVERAGE_BASKET,
                Target.atLeast(SalesIndicators.AVERAGE_BASKET, MARCH, number("10.0100001")));

        assertThat(justShort.met()).isFalse();
        assertThat(justShort.gap()).isEqualTo(number("0.00"));
    }

    @Test
    void whatIsUndefinedIsNeitherMetNorMissed() {
        TargetResult rate = judge(
                KPIS.during(MARCH),
                SalesIndicators.WIN_RATE,
                Target.between(SalesIndicators.WIN_RATE, MARCH, number("0.25"), number("0.5")));

        assertThat(rate).isEqualTo(new TargetResult(number("0.25"), number("0.5"), null, null, null, null));
    }

    @Test
    void groupsHaveTargetsOfTheirOwn() {
        GroupKey alice = GroupKey.of("alice");
        Targets targets = Targets.of(List.of(
                Target.atLeast(SalesIndicators.CONTRACTS, MARCH, number("20")),
                Target.atLeast(SalesIndicators.CONTRACTS, MARCH, number("1")).forGroup(alice)));
        KpiReport ofAlice = KPIS.during(MARCH).by(Dimension.OWNER).group(alice).orElseThrow();

        assertThat(targets.judgeGroup(ofAlice, SalesIndicators.CONTRACTS, ISO, alice)
                        .orElseThrow()
                        .met())
                .isTrue();
        assertThat(targets.judge(KPIS.during(MARCH).report(), SalesIndicators.CONTRACTS, ISO)
                        .orElseThrow()
                        .met())
                .isFalse();
        assertThat(targets.judgeGroup(ofAlice, SalesIndicators.CONTRACTS, ISO, GroupKey.UNASSIGNED))
                .isEmpty();
        assertThat(targets.judge(KPIS.during(MARCH).report(), SalesIndicators.REVENUE, ISO))
                .isEmpty();
    }

    @Test
    void thePaceIsToldWhileThePeriodRunsAndOfSumsAlone() {
        Target contracts = Target.atLeast(SalesIndicators.CONTRACTS, MARCH, number("22"));
        KpiQuery running = KPIS.asOf(Instant.parse("2026-03-11T00:00:00Z")).during(MARCH);

        TargetResult.Pace pace = requireNonNull(
                judge(running, SalesIndicators.CONTRACTS, contracts).pace());

        // Of the 22 working days of March 2026, 7 are before the 11th, a Wednesday.
        assertThat(pace.expected()).isEqualByComparingTo("7");
        assertThat(pace.ahead()).isEqualByComparingTo("3");
        assertThat(pace.perRemainingDay()).isEqualByComparingTo("0.8");
        assertThat(judge(
                                KPIS.asOf(Instant.parse("2026-03-01T00:00:00Z")).during(MARCH),
                                SalesIndicators.CONTRACTS,
                                contracts)
                        .pace())
                .isNull();
        assertThat(judge(
                                KPIS.asOf(Instant.parse("2026-04-01T00:00:00Z")).during(MARCH),
                                SalesIndicators.CONTRACTS,
                                contracts)
                        .pace())
                .isNull();
        assertThat(judge(
                                running,
                                SalesIndicators.CONTRACTS,
                                Target.atMost(SalesIndicators.CONTRACTS, MARCH, number("22")))
                        .pace())
                .isNull();
        assertThat(judge(
                                running,
                                SalesIndicators.AVERAGE_BASKET,
                                Target.atLeast(SalesIndicators.AVERAGE_BASKET, MARCH, number("1")))
                        .pace())
                .isNull();
    }

    @Test
    void whereNoDayIsWorkedNothingIsExpected() {
        DateRange weekend = DateRange.parse("2026-03-07/2026-03-09");
        Target target = Target.atLeast(SalesIndicators.CONTRACTS, weekend, number("9"));

        TargetResult.Pace pace = judge(
                        KPIS.asOf(Instant.parse("2026-03-08T00:00:00Z")).during(weekend),
                        SalesIndicators.CONTRACTS,
                        target)
                .pace();

        assertThat(pace).isEqualTo(new TargetResult.Pace(null, null, null));
    }

    @Test
    void manyTilesThatLeadNowhereAreTriedOnce() {
        List<Target> tiles = IntStream.range(0, 40)
                .boxed()
                .flatMap(day -> IntStream.rangeClosed(1, 6)
                        .mapToObj(length -> Target.atLeast(
                                SalesIndicators.CONTRACTS,
                                DateRange.of(
                                        LocalDate.of(2026, 1, 1).plusDays(day),
                                        LocalDate.of(2026, 1, 1).plusDays(day + length)),
                                BigDecimal.ONE)))
                .toList();

        assertThat(Targets.of(tiles)
                        .judge(
                                KPIS.during(DateRange.parse("2026-01-01/2026-03-01"))
                                        .report(),
                                SalesIndicators.CONTRACTS,
                                ISO))
                .isEmpty();
    }

    @Test
    void whatCannotBeATargetIsTold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.between(SalesIndicators.CALLS, MARCH, number("2"), number("1")))
                .withMessage("Target of calls: at least 2 is above at most 1");
        Target target =
                Target.atLeast(SalesIndicators.CALLS, MARCH, number("2")).forGroup(GroupKey.of("alice"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Targets.of(List.of(target, target)))
                .withMessage("Two targets are for calls of alice in 2026-03");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> judge(
                        KPIS.during(InstantRange.parse("2026-03-01T00:00:00Z/2026-03-01T01:00:00Z")),
                        SalesIndicators.CALLS,
                        target))
                .withMessage("InstantRange 2026-03-01T00:00:00Z/2026-03-01T01:00:00Z is not made of whole dates in Z");
    }

    @Test
    void targetsAreEqualIfTheySayTheSame() {
        Target target = Target.between(SalesIndicators.CALLS, MARCH, number("2"), number("4"));
        Target ofAlice = target.forGroup(GroupKey.of("alice"));

        assertThat(target)
                .hasToString("calls in 2026-03: at least 2, at most 4")
                .isEqualTo(Target.between(SalesIndicators.CALLS, MARCH, number("2.0"), number("4.00")))
                .hasSameHashCodeAs(Target.between(SalesIndicators.CALLS, MARCH, number("2.0"), number("4.00")))
                .isNotEqualTo(ofAlice)
                .isNotEqualTo(Target.atLeast(SalesIndicators.CALLS, MARCH, number("2")))
                .isNotEqualTo(Target.between(SalesIndicators.MEETINGS, MARCH, number("2"), number("4")))
                .isNotEqualTo(Target.between(SalesIndicators.CALLS, DateRange.year(2026), number("2"), number("4")));
        assertThat(ofAlice).hasToString("calls of alice in 2026-03: at least 2, at most 4");
        assertThat(Target.atMost(SalesIndicators.CALLS, MARCH, number("1E+2")))
                .hasToString("calls in 2026-03: at most 100");
        assertThat(Targets.of(List.of(target)))
                .isEqualTo(Targets.of(List.of(target)))
                .hasSameHashCodeAs(Targets.of(List.of(target)))
                .isNotEqualTo(Targets.NONE)
                .hasToString("[calls in 2026-03: at least 2, at most 4]");
        assertThat(Set.of(target, ofAlice)).hasSize(2);
        assertThat(Targets.of(List.of(target)).all()).containsExactly(target);
        assertThat(ofAlice.group()).contains(GroupKey.of("alice"));
        assertThat(target.atLeast()).contains(number("2"));
        assertThat(target.atMost()).contains(number("4"));
    }
}
