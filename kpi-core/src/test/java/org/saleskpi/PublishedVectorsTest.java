package org.saleskpi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saleskpi.analysis.ComparisonBase;
import org.saleskpi.analysis.DecidedChange;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.ExchangeRates;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesHistoryBuilder;
import org.saleskpi.sales.Survey;
import org.saleskpi.time.DateRange;
import org.saleskpi.value.Confidence;
import org.saleskpi.value.Days;
import org.saleskpi.value.Interval;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;

/** Numbers that others published, from facts as they would be recorded. */
class PublishedVectorsTest {

    private static final DateRange JANUARY = DateRange.month(2026, 1);
    private static final Instant IN_JANUARY = Instant.parse("2026-01-15T10:00:00Z");
    private static final Instant LONG_BEFORE = Instant.parse("2025-01-01T00:00:00Z");

    private static SalesHistoryBuilder history() {
        return SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR);
    }

    private static KpiQuery january(SalesHistoryBuilder history) {
        return KpiCalculator.of(history.build()).during(JANUARY);
    }

    // Rates, means, money

    @Test
    void theMeanOrderOfAShop() {
        // A public e-commerce example: revenue 124,560 over 3,420 orders, 36.42 (36.421052631578945).
        MeanAmount basket = MeanAmount.of(Money.ofMajor(CurrencyUnit.USD, 124_560), 3_420);

        assertThat(basket.mean()).contains(Money.parse("USD 36.42"));
        assertThat(basket.mean(12, RoundingMode.HALF_EVEN)).contains(new BigDecimal("36.421052631579"));
    }

    @Test
    void theRateSoFarOfTheDecidedAndAtMost() {
        // Varicent, "Created Win Rate": deals of January, 3 won, 7 lost, 90 open. Ceiling computed.
        List<Proposal> proposals = new ArrayList<>();
        addProposals(proposals, 3, Proposal.Status.ACCEPTED, "alice");
        addProposals(proposals, 7, Proposal.Status.REFUSED, "alice");
        addProposals(proposals, 90, Proposal.Status.PENDING, "alice");

        Rate acceptance = january(history().proposals(proposals)).get(SalesIndicators.PROPOSAL_ACCEPTANCE_RATE);

        assertThat(acceptance.value()).hasValue(0.03);
        assertThat(acceptance.decided()).hasValue(0.3);
        assertThat(acceptance.ceiling()).hasValue(0.93);
    }

    @Test
    void aRepWithoutLossesHasAWinRateAndTheTeamOneBetween() {
        // Inputs that a SQL package answers with 0, 50 and 150 %: computed. There amounts, here as many proposals.
        List<Proposal> proposals = new ArrayList<>();
        addProposals(proposals, 100, Proposal.Status.ACCEPTED, "A");
        addProposals(proposals, 50, Proposal.Status.ACCEPTED, "B");
        addProposals(proposals, 50, Proposal.Status.REFUSED, "B");

        KpiQuery query = january(history().proposals(proposals));

        assertThat(winRateOf(query, "A").value()).hasValue(1.0);
        assertThat(winRateOf(query, "B").value()).hasValue(0.5);
        assertThat(query.get(SalesIndicators.WIN_RATE).value()).hasValue(0.75);
    }

    private static Rate winRateOf(KpiQuery query, String owner) {
        return query.by(Dimension.OWNER).group(owner).orElseThrow().get(SalesIndicators.WIN_RATE);
    }

    private static void addProposals(List<Proposal> proposals, int count, Proposal.Status status, String owner) {
        for (int i = 0; i < count; i++) {
            proposals.add(Proposal.builder("p-" + proposals.size(), IN_JANUARY)
                    .decided(status, status == Proposal.Status.PENDING ? null : IN_JANUARY.plusSeconds(60))
                    .owner(owner)
                    .build());
        }
    }

    @Test
    void callsReachedAndSuccessful() {
        // UserVox dashboard documentation: 500 calls, 180 reached, 30 interested: reached 36 %; 6 % of all calls
        // computed.
        List<Call> calls = new ArrayList<>();
        addCalls(calls, 30, Call.Outcome.DISCUSSION);
        addCalls(calls, 150, Call.Outcome.REFUSED);
        addCalls(calls, 320, Call.Outcome.NO_ANSWER);
        Indicator<Rate> contactRate = Indicator.rate(
                "contact-rate", SalesPopulations.PROSPECTING_CALLS, call -> call.outcome() != Call.Outcome.NO_ANSWER);

        KpiQuery query = january(history().calls(calls));

        assertThat(query.get(contactRate).value()).hasValue(0.36);
        assertThat(query.get(SalesIndicators.CALL_SUCCESS_RATE).value()).hasValue(0.06);
    }

    private static void addCalls(List<Call> calls, int count, Call.@Nullable Outcome outcome) {
        for (int i = 0; i < count; i++) {
            calls.add(Call.builder("k-" + calls.size(), IN_JANUARY)
                    .outcome(outcome)
                    .build());
        }
    }

    @Test
    void theTwoTopBoxesAreSatisfied() {
        // Delighted, CSAT: scores 5: 42, 4: 32, 3: 10, 2: 9, 1: 14: 74 of 107, 69.16 %.
        int[] answersByScore = {0, 14, 9, 10, 32, 42};
        List<Survey> surveys = new ArrayList<>();
        for (int score = 1; score <= 5; score++) {
            for (int i = 0; i < answersByScore[score]; i++) {
                surveys.add(Survey.builder("v-" + surveys.size(), IN_JANUARY, Survey.Scale.CSAT_5, score)
                        .build());
            }
        }

        Rate satisfaction = january(history().surveys(surveys)).get(SalesIndicators.SATISFACTION_RATE);

        assertThat(satisfaction).isEqualTo(Rate.of(74, 33, 0));
        assertThat(satisfaction.value().orElseThrow()).isCloseTo(0.6916, within(0.00005));
    }

    @Test
    void theMeanOfSalesCycles() {
        // Vtiger help: days 30, 40, 35, 25, 20, mean 30.
        assertThat(salesCycle(30, 40, 35, 25, 20).mean()).hasValue(30);
    }

    @Test
    void theMeanAndTheMedianOfAPhase() {
        // ReadyBuild help: days 5, 7, 8, 10, 50, mean 16, median 8.
        Days phase = salesCycle(5, 7, 8, 10, 50);

        assertThat(phase.mean()).hasValue(16);
        assertThat(phase.median()).isEqualTo(OptionalDouble.of(8));
    }

    private static Days salesCycle(int... days) {
        List<Customer> customers = new ArrayList<>();
        List<Contract> contracts = new ArrayList<>();
        for (int i = 0; i < days.length; i++) {
            customers.add(Customer.builder("c-" + i, IN_JANUARY.minusSeconds(86_400L * days[i]))
                    .build());
            contracts.add(contract("c-" + i, IN_JANUARY).build());
        }
        return january(history().customers(customers).contracts(contracts)).get(SalesIndicators.SALES_CYCLE);
    }

    private static Contract.Builder contract(String customer, Instant signedAt) {
        return Contract.builder("o-" + customer + "-" + signedAt, signedAt, Money.ofMajor(CurrencyUnit.EUR, 1))
                .customer(customer);
    }

    @Test
    void anAmountIsConvertedAtTheLatestRateOnOrBeforeItsDay() {
        // Salesforce, dated exchange rates: 1 USD = 1.39 AUD from January 1, 1.42 from February 1; signed on January 31
        // and on February 1.
        SalesHistory history = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.AUD)
                .exchangeRates(ExchangeRates.builder()
                        .rate(LocalDate.of(2026, 1, 1), CurrencyUnit.USD, CurrencyUnit.AUD, new BigDecimal("1.39"))
                        .rate(LocalDate.of(2026, 2, 1), CurrencyUnit.USD, CurrencyUnit.AUD, new BigDecimal("1.42"))
                        .build())
                .customers(List.of(Customer.builder("c-1", LONG_BEFORE).build()))
                .contracts(List.of(oneDollar("o-1", "2026-01-31T23:59:59Z"), oneDollar("o-2", "2026-02-01T00:00:00Z")))
                .build();
        KpiCalculator kpis = KpiCalculator.of(history);

        assertThat(kpis.during(JANUARY).get(SalesIndicators.REVENUE)).hasToString("AUD 1.39");
        assertThat(kpis.during(DateRange.month(2026, 2)).get(SalesIndicators.REVENUE))
                .hasToString("AUD 1.42");
    }

    private static Contract oneDollar(String id, String signedAt) {
        return Contract.builder(id, Instant.parse(signedAt), Money.ofMajor(CurrencyUnit.USD, 1))
                .customer("c-1")
                .build();
    }

    // Retention and churn

    @Test
    void retentionOfATextbook() {
        // Common textbook example: 1,000 at the start, 200 new, 1,050 at the end, no new one left, none came back: 85
        // %.
        Covers covers = new Covers();
        covers.stay(850).leave(150).join(200);

        assertThat(covers.retention().value()).hasValue(0.85);
        assertThat(covers.inForceAtTheEnd()).isEqualTo(1_050);
    }

    @Test
    void twoOfTenLost() {
        // Zendesk: 10 at the start, 2 lost, 80 %.
        assertThat(new Covers().stay(8).leave(2).retention().value()).hasValue(0.8);
    }

    @Test
    void customersThatJoinAndLeaveInBetweenAreNotCounted() {
        // Computed: 10 at the start all stay, 20 new of which 15 leave, 15 at the end; (E - N) / S says -50 %.
        Covers covers = new Covers();
        covers.stay(10).join(5).joinAndLeave(15);

        assertThat(covers.retention().value()).hasValue(1.0);
        assertThat(covers.inForceAtTheEnd()).isEqualTo(15);
    }

    @Test
    void formerCustomersThatReturnAreNotRetained() {
        // Computed: 10 at the start all stay, 5 former ones return; the formula says 150 %.
        assertThat(new Covers().stay(10).comeBack(5).retention().value()).hasValue(1.0);
    }

    @Test
    void formerCustomersThatReturnDoNotMakeUpForThoseThatLeave() {
        // Computed: 10 at the start, 2 leave, 2 former ones return; the formula says 100 %.
        assertThat(new Covers().stay(8).leave(2).comeBack(2).retention().value())
                .hasValue(0.8);
    }

    @Test
    void withoutCustomersAtTheStartNeitherRetentionNorChurnIsDefined() {
        // Computed: nobody at the start; a public library says retention 100 %, churn 0 %.
        Covers covers = new Covers();
        covers.join(3);

        assertThat(covers.retention().value()).isEmpty();
        assertThat(january(covers.history()).get(SalesIndicators.CHURN_RATE).value())
                .isEmpty();
    }

    /** Customers whose contracts make them stay, leave, join or come back in January. */
    private static final class Covers {

        private static final Instant LAPSED = Instant.parse("2025-06-01T00:00:00Z");

        private final List<Customer> customers = new ArrayList<>();
        private final List<Contract> contracts = new ArrayList<>();

        Covers stay(int count) {
            return add(count, LONG_BEFORE, null);
        }

        Covers leave(int count) {
            return add(count, LONG_BEFORE, IN_JANUARY);
        }

        Covers join(int count) {
            return add(count, IN_JANUARY, null);
        }

        Covers joinAndLeave(int count) {
            return add(count, IN_JANUARY, IN_JANUARY.plusSeconds(60));
        }

        Covers comeBack(int count) {
            int first = customers.size();
            add(count, LONG_BEFORE, LAPSED);
            IntStream.range(first, first + count)
                    .forEach(i -> contracts.add(contract("c-" + i, IN_JANUARY).build()));
            return this;
        }

        private Covers add(int count, Instant start, @Nullable Instant end) {
            for (int i = 0; i < count; i++) {
                String id = "c-" + customers.size();
                customers.add(Customer.builder(id, start).build());
                contracts.add(contract(id, start).endsAt(end).build());
            }
            return this;
        }

        SalesHistoryBuilder history() {
            return PublishedVectorsTest.history().customers(customers).contracts(contracts);
        }

        Rate retention() {
            return january(history()).get(SalesIndicators.RETENTION_RATE);
        }

        long inForceAtTheEnd() {
            return KpiCalculator.of(history().build())
                    .during(DateRange.month(2026, 2))
                    .get(SalesIndicators.RETENTION_RATE)
                    .total();
        }
    }

    // Difference of two rates

    @ParameterizedTest
    @CsvSource({
        // Newcombe 1998, "Interval estimation for the difference between independent proportions", table II, method 10
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "10, 10, 0, 20, 0.6791, 1",
        "10, 10, 0, 10, 0.6075, 1",
    })
    void newcombesInterval(long hits, long total, long hitsBefore, long totalBefore, double low, double high) {
        Rate now = Rate.of(hits, total - hits, 0);
        Rate before = Rate.of(hitsBefore, totalBefore - hitsBefore, 0);
        DecidedChange change = DecidedChange.of(now, before).orElseThrow();
        DecidedChange.Bounds bounds = requireNonNull(change.bounds());

        assertThat(bounds.low()).isCloseTo(low, within(0.00005));
        assertThat(bounds.high()).isCloseTo(high, within(0.00005));
        assertThat(change.isLikely()).isTrue();
        assertThat(DecidedChange.of(before, now).orElseThrow().bounds())
                .isEqualTo(new DecidedChange.Bounds(-bounds.high(), -bounds.low()));
    }

    @Test
    void growthOfYears() {
        // Microsoft, page on ISBLANK: yearly sales and their growth; that of the first year does not exist.
        List<String> sales = List.of("0.00", "10209985.08", "28553348.43", "39248847.52", "24542444.68");
        List<OptionalDouble> growth = new ArrayList<>();
        for (int i = 1; i < sales.size(); i++) {
            growth.add(growth(sales.get(i), sales.get(i - 1)));
        }

        assertThat(growth.get(0)).isEmpty();
        assertThat(growth.get(1).getAsDouble()).isCloseTo(1.7966, within(0.00005));
        assertThat(growth.get(2).getAsDouble()).isCloseTo(0.3746, within(0.00005));
        assertThat(growth.get(3).getAsDouble()).isCloseTo(-0.3747, within(0.00005));
    }

    private static OptionalDouble growth(String now, String before) {
        SalesHistoryBuilder history = history();
        history.add(Customer.builder("c", LONG_BEFORE).build());
        history.add(signed("now", "2026-06-01T00:00:00Z", now));
        history.add(signed("before", "2025-06-01T00:00:00Z", before));
        return KpiCalculator.of(history.build())
                .during(DateRange.year(2026))
                .comparedWith(ComparisonBase.YEAR)
                .report()
                .change(SalesIndicators.REVENUE);
    }

    private static Contract signed(String id, String at, String amount) {
        return Contract.builder(id, Instant.parse(at), Money.parse("EUR " + amount))
                .customer("c")
                .build();
    }

    // Wilson score interval, no continuity correction

    @ParameterizedTest
    @CsvSource({
        // Newcombe 1998, Table I, method 3
        "81, 263, PERCENT_95, 0.2553, 0.3662, 0.00005",
        "15, 148, PERCENT_95, 0.0624, 0.1605, 0.00005",
        "0, 20, PERCENT_95, 0, 0.1611, 0.00005",
        "1, 29, PERCENT_95, 0.0061, 0.1718, 0.00005",
        // Apache Commons Math
        "50, 500, PERCENT_90, 0.08003919, 0.1242664, 0.0000001"
    })
    void wilsonScoreInterval(
            long hits, long total, Confidence confidence, double lower, double upper, double tolerance) {
        Interval interval = Rate.of(hits, total - hits, 0).interval(confidence).orElseThrow();
        Offset<Double> published = within(tolerance);

        assertThat(interval.lower()).isCloseTo(lower, published);
        assertThat(interval.upper()).isCloseTo(upper, published);
    }
}
