package org.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.Balance;
import org.saleskpi.indicator.FactAmount;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.Population;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;

/** What was made for an indicator that nobody holds any more: the next question, whichever it is, lets go of it. */
class LettingGoTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T09:00:00Z");

    private final KpiCalculator kpis = KpiCalculator.of(SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
            .addAll(List.of(Customer.builder("c-1", MARCH).build()))
            .addAll(List.of(Contract.builder("s-1", MARCH, Money.parse("EUR 10.00"))
                    .customer("c-1")
                    .build()))
            .build());

    private final KpiQuery year = kpis.during(DateRange.year(2026));

    /** Held by the functions of an indicator, and by nobody else. */
    private static final class Held {

        boolean isThere() {
            return true;
        }
    }

    /** What is made for such an indicator holds the function that says when a contract ends. */
    private static WeakReference<Held> heldByAnIndicatorAskedOf(KpiQuery query) {
        Held held = new Held();
        query.get(Indicator.netRetention(
                "for-once",
                Balance.of(
                        Population.of(Contract.class, Contract::startsAt),
                        contract -> held.isThere() ? null : contract.endsAt()),
                FactAmount.CONTRACT_VALUE));
        return new WeakReference<>(held);
    }

    /** The JVM tells that something is gone some time after it is; the next question then lets go. */
    private static void assertLetsGo(WeakReference<Held> held, Runnable question) {
        for (int i = 0; i < 40 && !held.refersTo(null); i++) {
            System.gc();
            LockSupport.parkNanos(1_000_000);
            question.run();
        }
        assertThat(held.refersTo(null)).isTrue();
    }

    @Test
    void anAnswerLetsGoOfWhatWasMadeForAnIndicatorThatIsGone() {
        assertLetsGo(heldByAnIndicatorAskedOf(year), () -> year.get(SalesIndicators.CALLS));
    }

    @Test
    void aFunnelDoes() {
        assertLetsGo(heldByAnIndicatorAskedOf(year), year::funnel);
    }

    @Test
    void cohortsDo() {
        assertLetsGo(heldByAnIndicatorAskedOf(year), () -> year.cohorts(CalendarUnit.MONTH));
    }

    @Test
    void aViewLetsGoOfWhatItHasItsHistoryKeep() {
        KpiQuery view = kpis.asOf(MARCH.plusSeconds(1)).during(DateRange.year(2026));
        assertLetsGo(heldByAnIndicatorAskedOf(view), () -> view.get(SalesIndicators.CALLS));
    }

    @Test
    void whatIsHeldIsKept() {
        Held held = new Held();
        int[] asked = new int[1];
        Indicator<?> indicator = Indicator.count(
                "kept", Population.of(Contract.class, Contract::signedAt).where(contract -> {
                    asked[0]++;
                    return held.isThere();
                }));
        for (int i = 0; i < 3; i++) {
            year.get(indicator);
            System.gc();
        }
        assertThat(asked[0]).isEqualTo(1);
    }
}
