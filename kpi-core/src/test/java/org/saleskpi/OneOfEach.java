package org.saleskpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.saleskpi.analysis.ComparisonBase;
import org.saleskpi.analysis.Cycle;
import org.saleskpi.analysis.DecidedChange;
import org.saleskpi.analysis.EndlessCovers;
import org.saleskpi.analysis.Explanation;
import org.saleskpi.analysis.FindingKind;
import org.saleskpi.analysis.FindingThresholds;
import org.saleskpi.analysis.Findings;
import org.saleskpi.analysis.FunnelStages;
import org.saleskpi.analysis.MixAndRate;
import org.saleskpi.analysis.Target;
import org.saleskpi.analysis.TargetResult;
import org.saleskpi.analysis.Targets;
import org.saleskpi.indicator.AmountRange;
import org.saleskpi.indicator.AtEnd;
import org.saleskpi.indicator.Balance;
import org.saleskpi.indicator.CustomerIndicators;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.FactAmount;
import org.saleskpi.indicator.Formula;
import org.saleskpi.indicator.FormulaVisitor;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.PipelineIndicators;
import org.saleskpi.indicator.RecurringRevenueIndicators;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.report.GroupKey;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.ReportLayout;
import org.saleskpi.sales.Booking;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.ExchangeRates;
import org.saleskpi.sales.HistoryChanges;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Origin;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.RecordedSpan;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SharedTexts;
import org.saleskpi.sales.Survey;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;
import org.saleskpi.time.RetailPattern;
import org.saleskpi.time.RetailYearEnd;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Confidence;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.Interval;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.RateOfAmounts;
import org.saleskpi.value.Ratio;
import org.saleskpi.value.RatioOfAmounts;
import org.saleskpi.value.Score;
import org.saleskpi.value.ValuePart;
import org.saleskpi.value.Velocity;
import org.saleskpi.value.Waits;

/** An object of every type that the public API names: to call its methods, and to pass as an argument. */
final class OneOfEach {

    private static final Instant MARCH = Instant.parse("2026-03-10T09:00:00Z");
    private static final Money AMOUNT = Money.parse("EUR 5.00");
    private static final Customer CUSTOMER = Customer.builder("c-1", MARCH).build();
    private static final Contract CONTRACT =
            Contract.builder("s-1", MARCH, AMOUNT).customer("c-1").build();
    private static final Call CALL = Call.builder("k-1", MARCH).build();
    private static final Proposal PROPOSAL = Proposal.builder("p-1", MARCH).build();

    private static final SalesHistory HISTORY = SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR)
            .addAll(List.of(CUSTOMER, CONTRACT, CALL))
            .build();
    private static final CustomerJourney JOURNEY = HISTORY.journeys().get(0);
    private static final KpiCalculator KPIS = KpiCalculator.of(HISTORY);
    private static final KpiQuery QUERY = KPIS.during(DateRange.month(2026, 3));
    private static final KpiReport REPORT = QUERY.report();

    private static final FactAmount<Proposal> PROPOSED = FactAmount.of(Proposal::amount);

    private static final List<Formula<?>> FORMULAS = Stream.<Indicator<?>>of(
                    SalesIndicators.CALLS,
                    SalesIndicators.REVENUE,
                    SalesIndicators.AVERAGE_BASKET,
                    SalesIndicators.WIN_RATE,
                    SalesIndicators.SALES_CYCLE,
                    SalesIndicators.RETENTION_RATE,
                    SalesIndicators.PROPOSALS_PER_MEETING,
                    Indicator.customers("called", SalesPopulations.PROSPECTING_CALLS),
                    Indicator.count("pending", Balance.PROPOSALS_PENDING, Balance.At.END),
                    Indicator.total("pipeline", Balance.PROPOSALS_PENDING, PROPOSED, Balance.At.END),
                    Indicator.rateOfAmounts(
                            "won",
                            SalesPopulations.PROPOSALS_SENT,
                            PROPOSED,
                            Proposal::isAccepted,
                            Proposal::isPending),
                    Indicator.ratioOfAmounts(
                            "signed",
                            SalesPopulations.CONTRACTS_SIGNED,
                            FactAmount.CONTRACT_VALUE,
                            SalesPopulations.PROPOSALS_SENT,
                            PROPOSED),
                    Indicator.score("nps", SalesPopulations.SURVEYS_ANSWERED, s -> s.score() > 8, s -> s.score() < 7),
                    Indicator.waits(
                            "response",
                            SalesPopulations.PROSPECTS_ENTERED,
                            SalesPopulations.PROSPECTING_CALLS,
                            CustomerJourney::isWon),
                    CustomerIndicators.REVENUE_PER_CUSTOMER,
                    PipelineIndicators.SALES_VELOCITY,
                    RecurringRevenueIndicators.GROSS_RETENTION,
                    RecurringRevenueIndicators.NET_RETENTION)
            .<Formula<?>>map(Indicator::formula)
            .toList();

    private static final List<KpiValue<?>> VALUES = List.of(
            Count.of(3),
            Amount.from(AMOUNT),
            MeanAmount.of(AMOUNT, 2),
            Rate.of(1, 2, 0),
            Ratio.of(1, 2),
            RateOfAmounts.of(AMOUNT, AMOUNT, AMOUNT),
            RatioOfAmounts.of(AMOUNT, AMOUNT),
            Score.of(2, 1, 1),
            Days.of(3),
            new Velocity(7, Rate.of(1, 2, 0), MeanAmount.of(AMOUNT, 1), 9),
            Waits.of(0, 0, 5));

    private static final List<Object> RECORDS_AND_BUILDERS = List.of(
            CUSTOMER,
            CONTRACT,
            CALL,
            PROPOSAL,
            Meeting.builder("m-1", MARCH, Meeting.Outcome.HELD).build(),
            Survey.builder("r-1", MARCH, Survey.Scale.NPS, 9).build(),
            Customer.builder("c-1", MARCH),
            Contract.builder("s-1", MARCH, AMOUNT).customer("c-1"),
            Call.builder("k-1", MARCH),
            Proposal.builder("p-1", MARCH),
            Meeting.builder("m-1", MARCH, Meeting.Outcome.HELD),
            Survey.builder("r-1", MARCH, Survey.Scale.NPS, 9));

    private static final List<Object> ALL = Stream.of(
                    List.of(
                            CONTRACT,
                            HISTORY,
                            HISTORY.revise(),
                            LiveSalesHistory.of(KPIS),
                            LiveSalesHistory.builder(KPIS),
                            RefreshedHistory.builder(() -> KPIS, rows -> HistoryChanges.of(), Runnable::run),
                            RefreshedHistory.builder(() -> KPIS, rows -> HistoryChanges.of(), Runnable::run)
                                    .build(),
                            RefreshedHistories.builder(key -> KPIS, (key, rows) -> HistoryChanges.of(), Runnable::run),
                            RefreshedHistories.builder(key -> KPIS, (key, rows) -> HistoryChanges.of(), Runnable::run)
                                    .build(),
                            HISTORY.layers().get(0),
                            HistoryChanges.of(),
                            HistoryChanges.builder(),
                            SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR),
                            ExchangeRates.none(),
                            ExchangeRates.builder(),
                            JOURNEY,
                            JOURNEY.conversion().orElseThrow(),
                            new Booking(Meeting.builder("m-2", MARCH, Meeting.Outcome.PLANNED)
                                    .bookedAt(MARCH)
                                    .build()),
                            JOURNEY.cover().get(0),
                            new RecordedSpan(MARCH, MARCH),
                            Origin.of("calls.csv", 17),
                            new SharedTexts(),
                            Problem.builder(RecordType.CALL, "at").reason("is missing"),
                            Problem.builder(RecordType.CALL, "at"),
                            RecordType.CALL,
                            Call.Outcome.DISCUSSION,
                            Call.Purpose.OTHER,
                            Meeting.Outcome.HELD,
                            Meeting.Purpose.SALES,
                            Proposal.Status.ACCEPTED,
                            Contract.Billing.TOTAL,
                            Survey.Scale.NPS),
                    RECORDS_AND_BUILDERS,
                    List.of(
                            SalesIndicators.REVENUE,
                            SalesIndicators.WIN_RATE,
                            SalesPopulations.PROSPECTING_CALLS,
                            Balance.CUSTOMERS_IN_FORCE,
                            Balance.At.END,
                            AtEnd.STILL_IN_FORCE,
                            FactAmount.CONTRACT_VALUE,
                            AmountRange.atLeast(5),
                            Dimension.OWNER,
                            SalesIndicators.REVENUE.direction()),
                    FORMULAS,
                    VALUES,
                    List.of(new Interval(0.25, 0.75), Confidence.PERCENT_95, ValuePart.VALUE),
                    List.of(
                            KPIS,
                            KpiCalculator.builder(HISTORY),
                            QUERY,
                            REPORT,
                            REPORT.terms(),
                            REPORT.terms().scope(),
                            ReportLayout.of(List.of(SalesIndicators.CALLS)),
                            QUERY.every(CalendarUnit.WEEK),
                            QUERY.by(Dimension.OWNER),
                            QUERY.by(Dimension.OWNER).groups().get(0),
                            GroupKey.of("alice"),
                            QUERY.facts(SalesIndicators.REVENUE)),
                    List.of(
                            QUERY.funnel(),
                            QUERY.funnel().stages().get(0),
                            QUERY.explain(SalesIndicators.CALLS),
                            Explanation.Outlook.SETTLED,
                            EndlessCovers.of(HISTORY),
                            Findings.of(HISTORY),
                            Findings.of(HISTORY).findings().get(0),
                            FindingKind.SHORT_TERM,
                            FindingThresholds.STANDARD,
                            FindingThresholds.Limit.SAME_INSTANT_FACTS,
                            FunnelStages.STANDARD,
                            QUERY.cycle(),
                            QUERY.cycle().observations().get(0),
                            QUERY.cycle().curve().get(0),
                            Cycle.Losses.CENSORED,
                            QUERY.cohorts(CalendarUnit.MONTH),
                            QUERY.cohorts(CalendarUnit.MONTH).cohorts().get(0),
                            QUERY.cohorts(CalendarUnit.MONTH)
                                    .cohorts()
                                    .get(0)
                                    .cells()
                                    .get(0),
                            QUERY.by(List.of(Dimension.OWNER), KpiQuery::funnel),
                            QUERY.by(List.of(Dimension.OWNER), KpiQuery::funnel)
                                    .groups()
                                    .get(0)),
                    List.of(
                            ComparisonBase.YEAR,
                            QUERY.comparedWith(ComparisonBase.YEAR),
                            QUERY.comparedWith(ComparisonBase.YEAR).report(),
                            new DecidedChange(0.5, null),
                            new DecidedChange.Bounds(0.25, 0.75),
                            new MixAndRate(0.25, 0.5, List.of()),
                            new MixAndRate.Group(GroupKey.of("alice"), 0.25, 0.5),
                            Target.atLeast(SalesIndicators.CALLS, DateRange.month(2026, 3), BigDecimal.TEN),
                            Targets.NONE,
                            new TargetResult(null, null, null, null, null, null),
                            new TargetResult.Pace(null, null, null)),
                    List.of(
                            DateRange.month(2026, 3),
                            InstantRange.of(MARCH, MARCH.plusNanos(1)),
                            CalendarUnit.MONTH,
                            HISTORY.calendar(),
                            RetailPattern.FOUR_FIVE_FOUR,
                            RetailYearEnd.last(DayOfWeek.SATURDAY, Month.JANUARY)),
                    List.of(
                            MARCH,
                            LocalDate.of(2026, 3, 10),
                            DayOfWeek.FRIDAY,
                            Month.JULY,
                            ZoneId.of("Europe/Paris"),
                            Clock.systemUTC(),
                            CurrencyUnit.EUR,
                            AMOUNT,
                            BigDecimal.ONE,
                            RoundingMode.HALF_EVEN,
                            Locale.ENGLISH,
                            List.of(),
                            Set.of(),
                            Map.of(),
                            "text",
                            Call.class,
                            (Function<Object, Object>) any -> any,
                            (Predicate<Object>) any -> true,
                            (BiPredicate<Object, Object>) (any, other) -> true,
                            (Supplier<long[]>) () -> new long[0],
                            (Consumer<Object>) any -> {},
                            (BiConsumer<Object, Object>) (any, other) -> {},
                            (BiFunction<Object, Object, Object>) (any, other) -> any,
                            new ConcurrentHashMap<>(),
                            new BigDecimal("1.00"),
                            ZoneId.of("Europe/Paris"),
                            (Executor) Runnable::run))
            .<Object>flatMap(List::stream)
            .toList();

    /** What users implement; the library calls it, never with null. */
    static final Set<Class<?>> OF_USERS =
            Set.of(FormulaVisitor.class, KpiValue.Visitor.class, ReportLayout.Answers.class);

    private OneOfEach() {}

    /** One of that type, which is there. */
    static Object of(Class<?> type) {
        if (type == int.class) {
            return 9;
        }
        if (type == long.class) {
            return 9L;
        }
        if (type == double.class) {
            return 0.5;
        }
        if (type == boolean.class) {
            return true;
        }
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 0);
        }
        if (OF_USERS.contains(type)) {
            return Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null);
        }
        List<Object> found = ALL.stream().filter(type::isInstance).limit(1).toList();
        assertThat(found)
                .as("an object of %s, for its methods and as an argument", type)
                .hasSize(1);
        return found.get(0);
    }
}
