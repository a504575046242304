package org.saleskpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.Population;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.value.Count;

/** The functions of indicators that ask a calculator themselves are refused, before they wait for each other for ever. */
class FunctionsThatAskTest {

    private static final String REFUSAL =
            "A function of an indicator, a population or a dimension asked a KpiCalculator:"
                    + " it may look at its fact, and at nothing that is computed";

    private static final Instant MARCH = Instant.parse("2026-03-02T09:00:00Z");

    private final KpiCalculator kpis = KpiCalculator.of(SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
            .calls(List.of(Call.builder("k-1", MARCH).build()))
            .meetings(List.of(
                    Meeting.builder("m-1", MARCH, Meeting.Outcome.PLANNED).build()))
            .build());

    private final KpiQuery year = kpis.during(DateRange.year(2026));

    private final Population<Call> calls = Population.of(Call.class, Call::at);
    private final Population<Meeting> meetings = Population.of(Meeting.class, Meeting::at);

    @Test
    void aConditionThatAsksIsRefusedAndTheCalculatorGoesOn() {
        year.get(SalesIndicators.CALLS);
        Indicator<Count> asking = Indicator.count(
                "asking", calls.where(call -> year.get(SalesIndicators.CALLS).value() > 0));
        assertRefused(asking);
        assertRefused(asking);
        assertThat(year.get(SalesIndicators.CALLS)).isEqualTo(Count.of(1));
        assertThat(year.get(Indicator.count("quiet", calls.where(call -> true))))
                .isEqualTo(Count.of(1));
    }

    @Test
    void everyFunctionIsRefusedEveryQuestion() {
        assertRefused(Indicator.rate("hit", calls, call -> asks(year::report)));
        assertRefused(Indicator.rate("open", calls, call -> false).openWhen(call -> asks(year::report)));
        assertRefused(Indicator.count("moment", Population.of(Call.class, call -> {
            asks(year::report);
            return call.at();
        })));
        assertRefused(Indicator.days("days", calls, Call::at, call -> {
            asks(() -> year.facts(SalesIndicators.CALLS));
            return call.at();
        }));
        assertRefused(Indicator.count("by", calls.where(call -> asks(() -> year.by(Dimension.OWNER)))));
        assertRefused(Indicator.count(
                "by-attribute", calls.where(call -> asks(() -> year.by(Dimension.attribute("region"))))));
        assertRefused(Indicator.count("keys", calls.where(call -> asks(() -> kpis.keys(Dimension.OWNER)))));
        assertRefused(Indicator.count(
                "unknown-keys",
                calls.where(
                        call -> asks(() -> year.where(Dimension.OWNER, "nobody").unknownKeys()))));
        assertRefused(Indicator.count("series", calls.where(call -> asks(() -> year.every(CalendarUnit.MONTH)))));
        assertRefused(Indicator.count(
                "closed", calls.where(call -> asks(() -> year.everyAsClosed(CalendarUnit.MONTH)))));
        assertRefused(Indicator.count("funnel", calls.where(call -> asks(year::funnel))));
        assertRefused(Indicator.count("cohorts", calls.where(call -> asks(() -> year.cohorts(CalendarUnit.MONTH)))));
        Indicator<?> hit = Indicator.rate("hit", calls, call -> asks(year::report));
        assertThatThrownBy(() -> year.facts(hit)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aConditionThatAsksForItselfDoesNotGoOnForEver() {
        List<Indicator<Count>> self = new ArrayList<>();
        self.add(Indicator.count("self", calls.where(call -> asks(() -> year.get(self.get(0))))));
        assertRefused(self.get(0));
    }

    @Test
    void twoThreadsWhoseConditionsAskForEachOthersKindDoNotWaitForEver() throws Exception {
        CountDownLatch bothInside = new CountDownLatch(2);
        Population<Meeting> allMeetings = meetings.where(meeting -> true);
        Population<Call> allCalls = calls.where(call -> true);
        Indicator<Count> ofCalls = Indicator.count("of-calls", calls.where(call -> {
            await(bothInside);
            return asks(() -> year.get(Indicator.count("meetings", allMeetings)));
        }));
        Indicator<Count> ofMeetings = Indicator.count("of-meetings", meetings.where(meeting -> {
            await(bothInside);
            return asks(() -> year.get(Indicator.count("calls", allCalls)));
        }));
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (Future<Count> answer :
                    List.of(pool.submit(() -> year.get(ofCalls)), pool.submit(() -> year.get(ofMeetings)))) {
                assertThatThrownBy(() -> answer.get(60, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .cause()
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage(REFUSAL);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(CountDownLatch bothInside) {
        bothInside.countDown();
        try {
            assertThat(bothInside.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean asks(Runnable question) {
        question.run();
        return true;
    }

    private void assertRefused(Indicator<?> indicator) {
        assertThatThrownBy(() -> year.only(indicator).report())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(REFUSAL);
    }
}
