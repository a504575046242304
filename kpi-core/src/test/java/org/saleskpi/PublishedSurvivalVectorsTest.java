package org.saleskpi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.saleskpi.analysis.Cycle;
import org.saleskpi.analysis.Cycle.Point;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesHistoryBuilder;
import org.saleskpi.time.DateRange;
import org.saleskpi.value.Days;

/**
 * Remission times of leukaemia patients on 6-MP (Freireich 1963; Cox and Oakes 1984, table 4.1), told as sales: a relapse is a
 * conversion, a week a day.
 */
class PublishedSurvivalVectorsTest {

    private static final Instant OBSERVATION_END = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LAST_DAY = Instant.parse("2025-12-31T12:00:00Z");

    private static final List<Integer> EVENTS = List.of(6, 6, 6, 7, 10, 13, 16, 22, 23);
    private static final List<Integer> CENSORED = List.of(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35);

    private static KpiQuery patients() {
        SalesHistoryBuilder history = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR);
        for (int i = 0; i < EVENTS.size(); i++) {
            Instant entry = LAST_DAY.minus(Duration.ofDays(40));
            history.add(Customer.builder("e-" + i, entry).build());
            history.add(Contract.builder("s-" + i, entry.plus(Duration.ofDays(EVENTS.get(i))), Money.parse("EUR 1.00"))
                    .customer("e-" + i)
                    .build());
        }
        for (int i = 0; i < CENSORED.size(); i++) {
            history.add(Customer.builder("c-" + i, LAST_DAY.minus(Duration.ofDays(CENSORED.get(i))))
                    .build());
        }
        return KpiCalculator.of(history.build()).asOf(OBSERVATION_END).during(DateRange.year(2025));
    }

    @Test
    void kaplanMeierEstimates() {
        Cycle cycle = patients().cycle();

        assertThat(cycle.curve().stream().map(Point::days)).containsExactly(6L, 7L, 10L, 13L, 16L, 22L, 23L);
        assertThat(cycle.curve().stream().map(Point::atRisk)).containsExactly(21L, 17L, 15L, 12L, 11L, 7L, 6L);
        assertThat(cycle.curve().stream().map(Point::survival))
                .usingElementComparator(nearest(0.00005))
                .containsExactly(0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482);
        assertThat(cycle.quantile(0.5)).isEqualTo(OptionalLong.of(23));
    }

    @Test
    void greenwoodStandardErrors() {
        // Klein and Moeschberger, table 4.1B
        assertThat(patients().cycle().curve().stream().map(point -> requireNonNull(point.standardError())))
                .usingElementComparator(nearest(0.0005))
                .containsExactly(0.076, 0.087, 0.096, 0.107, 0.114, 0.128, 0.135);
    }

    @Test
    void logLogLimits() {
        // R survfit(conf.type = "log-log")
        List<Point> curve = patients().cycle().curve();

        assertThat(curve.stream().map(point -> requireNonNull(point.limits()).lower()))
                .usingElementComparator(nearest(0.00000005))
                .containsExactly(0.6197180, 0.5631466, 0.5031995, 0.4316102, 0.3675109, 0.2677789, 0.1880520);
        assertThat(curve.stream().map(point -> requireNonNull(point.limits()).upper()))
                .usingElementComparator(nearest(0.00000005))
                .containsExactly(0.9515517, 0.9228090, 0.8893618, 0.8490660, 0.8049122, 0.7467907, 0.6801426);
    }

    @Test
    void theAverageOfThoseWonIsBiased() {
        // K1 without its censored rows, which is what systems show: mean 12.11, median 10
        Days won = patients().get(SalesIndicators.SALES_CYCLE);

        assertThat(won.mean().orElseThrow()).isCloseTo(12.11, within(0.005));
        assertThat(won.median().orElseThrow()).isEqualTo(10);
    }

    private static Comparator<Double> nearest(double tolerance) {
        return (left, right) -> Math.abs(left - right) <= tolerance ? 0 : Double.compare(left, right);
    }
}
