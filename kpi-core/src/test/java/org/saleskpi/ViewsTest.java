package org.saleskpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.value.Rate;

class ViewsTest {

    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final DateRange SPRING = DateRange.quarter(2026, 2);

    /** Two prospects of April: one signs in April, the other in May. */
    private final SalesHistory history = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
            .customers(List.of(
                    Customer.builder("c-1", Instant.parse("2026-04-02T09:00:00Z"))
                            .owner("alice")
                            .build(),
                    Customer.builder("c-2", Instant.parse("2026-04-03T09:00:00Z"))
                            .build()))
            .contracts(List.of(
                    contract("s-1", "c-1", "2026-04-20T09:00:00Z"), contract("s-2", "c-2", "2026-05-02T09:00:00Z")))
            .build();

    private final KpiCalculator kpis = KpiCalculator.of(history);

    private static Contract contract(String id, String customer, String signedAt) {
        return Contract.builder(id, Instant.parse(signedAt), Money.parse("EUR 900.00"))
                .customer(customer)
                .build();
    }

    @Test
    void askedAgainForAMomentACalculatorGivesTheSameView() {
        KpiCalculator view = kpis.asOf(MAY);
        assertThat(kpis.asOf(MAY)).isSameAs(view);
        assertThat(kpis.asOf(APRIL)).isNotSameAs(view);
        assertThat(view.asOf(MAY)).isSameAs(view);
        assertThat(view.asOf(MAY.plusNanos(1))).isSameAs(view);
        assertThat(view.asOf(APRIL)).isSameAs(kpis.asOf(APRIL));
        assertThat(KpiCalculator.of(history).asOf(MAY)).isNotSameAs(view);
        assertThat(KpiCalculator.of(history.asOf(MAY)).asOf(APRIL).history().viewedAsOf())
                .contains(APRIL);
    }

    @Test
    void threadsThatAskForAMomentAtTheSameTimeGetTheSameView() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            CyclicBarrier together = new CyclicBarrier(4);
            for (int round = 0; round < 50; round++) {
                Instant moment = APRIL.plusSeconds(round);
                Callable<KpiCalculator> ask = () -> {
                    together.await();
                    return kpis.asOf(moment);
                };
                List<KpiCalculator> views = new ArrayList<>();
                for (Future<KpiCalculator> view : pool.invokeAll(List.of(ask, ask, ask, ask))) {
                    views.add(view.get());
                }
                assertThat(views).allMatch(view -> view == views.get(0));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aViewThatNobodyHoldsIsLetGo() {
        WeakReference<KpiCalculator> view = new WeakReference<>(kpis.asOf(APRIL));
        for (int i = 0; i < 100 && !view.refersTo(null); i++) {
            System.gc();
        }
        assertThat(view.refersTo(null)).isTrue();
        assertThat(kpis.asOf(APRIL).history().viewedAsOf()).contains(APRIL);
    }

    @Test
    void aQuestionHoldsTheViewThatItIsAskedOf() {
        KpiQuery query = kpis.asOf(APRIL).during(SPRING);
        WeakReference<KpiCalculator> view = new WeakReference<>(kpis.asOf(APRIL));
        System.gc();
        assertThat(view.refersTo(null)).isFalse();
        assertThat(query.report().terms().asOf()).isEqualTo(APRIL);
    }

    @Test
    void eachUnitIsReportedAsItClosed() {
        KpiQuery spring = kpis.during(SPRING);
        KpiSeries closed = spring.everyAsClosed(CalendarUnit.MONTH);
        assertThat(closed.get(SalesIndicators.CONVERSION_RATE))
                .containsExactly(Rate.of(1, 0, 1), Rate.of(0, 0, 0), Rate.of(0, 0, 0));
        assertThat(spring.every(CalendarUnit.MONTH).get(SalesIndicators.CONVERSION_RATE))
                .containsExactly(Rate.of(2, 0, 0), Rate.of(0, 0, 0), Rate.of(0, 0, 0));
        for (KpiReport report : closed.reports()) {
            Instant end = report.terms().period().endExclusive();
            assertThat(report)
                    .isEqualTo(kpis.asOf(end).during(report.terms().period()).report());
            assertThat(report.terms().asOf()).isEqualTo(end);
        }
    }

    @Test
    void aViewKnowsNoMoreOfMonthsThatCloseLater() {
        KpiSeries closed = kpis.asOf(MAY).during(SPRING).everyAsClosed(CalendarUnit.MONTH);
        assertThat(closed.reports()).extracting(report -> report.terms().asOf()).containsOnly(MAY);
        assertThat(closed.get(SalesIndicators.CONTRACTS).get(1).value()).isZero();
    }

    @Test
    void aSeriesAsClosedKeepsItsIndicatorsAndItsPart() {
        KpiSeries alice = kpis.during(SPRING)
                .where(Dimension.OWNER, "alice")
                .only(SalesIndicators.CONVERSION_RATE)
                .everyAsClosed(CalendarUnit.MONTH);
        assertThat(alice.get(SalesIndicators.CONVERSION_RATE).get(0)).isEqualTo(Rate.of(1, 0, 0));
        assertThat(alice.reports().get(0).indicators()).containsExactly(SalesIndicators.CONVERSION_RATE);
        assertThat(alice.reports().get(0).terms().toString()).contains("where owner is alice as of 2026-05-01T00:00");
    }

    @Test
    void aSeriesAsClosedAddsToOthersAsClosedOnly() {
        KpiQuery spring = kpis.during(SPRING);
        KpiSeries closed = spring.everyAsClosed(CalendarUnit.MONTH);
        KpiSeries alice = spring.where(Dimension.OWNER, "alice").everyAsClosed(CalendarUnit.MONTH);
        KpiSeries others = spring.whereUnassigned(Dimension.OWNER).everyAsClosed(CalendarUnit.MONTH);
        assertThat(alice.plus(others).get(SalesIndicators.CONVERSION_RATE))
                .isEqualTo(closed.get(SalesIndicators.CONVERSION_RATE));
        KpiSeries today = spring.where(Dimension.OWNER, "alice").every(CalendarUnit.MONTH);
        assertThatThrownBy(() -> others.plus(today))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Reports on different terms have no sum: ");
        assertThatThrownBy(() -> closed.total(SalesIndicators.CONVERSION_RATE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Reports on different terms do not add up over periods: ");
    }

    @Test
    void whatIsPreparedAnswersAsWhatIsNot() {
        KpiCalculator prepared = KpiCalculator.of(history);
        assertThat(prepared.prepare(Dimension.OWNER, Dimension.attribute("region")))
                .isSameAs(prepared);
        assertThat(prepared.during(SPRING).by(Dimension.OWNER))
                .isEqualTo(kpis.during(SPRING).by(Dimension.OWNER));
        for (Instant moment : List.of(Instant.MIN, Instant.EPOCH, MAY, Instant.MAX)) {
            assertThat(prepared.asOf(moment).prepare().during(SPRING).report())
                    .isEqualTo(kpis.asOf(moment).during(SPRING).report());
        }
    }
}
