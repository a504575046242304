package org.saleskpi.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Population;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.report.Scope;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;
import org.saleskpi.time.DateRange;
import org.saleskpi.value.Days;
import org.saleskpi.value.Rate;

class FunnelTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant ENTRY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-12T09:00:00Z");

    private static KpiQuery march(SalesRecord... records) {
        return KpiCalculator.of(SalesHistory.builder(PARIS, CurrencyUnit.EUR)
                        .addAll(List.of(records))
                        .build())
                .during(DateRange.month(2026, 3));
    }

    private static Funnel.Stage stage(String key, Funnel funnel) {
        return funnel.stage(key).orElseThrow();
    }

    @Test
    void whoeverSkipsAStageHasPassedIt() {
        Funnel funnel = march(
                        Customer.builder("c-1", ENTRY).build(),
                        Contract.builder("s-1", LATER, Money.parse("EUR 1.00"))
                                .customer("c-1")
                                .build())
                .funnel();

        assertThat(stage("met", funnel).customers()).isEqualTo(1);
        assertThat(stage("met", funnel).skipped()).isEqualTo(1);
        assertThat(stage("met", funnel).days()).isEqualTo(Days.of());
        assertThat(stage("signed", funnel).skipped()).isZero();
        assertThat(stage("signed", funnel).days()).isEqualTo(Days.of(10));
        assertThat(stage("signed", funnel)).hasToString("signed 1 of 1: 100.0 %");
        assertThat(stage("met", funnel)).hasToString("met 1 of 1: 100.0 %, 1 skipped it");
    }

    @Test
    void theFirstStageHasNoStepAndAllHits() {
        Funnel funnel = march(Customer.builder("c-1", ENTRY).build()).funnel();

        assertThat(stage("entered", funnel).step()).isNull();
        assertThat(stage("entered", funnel).fromFirst()).isEqualTo(Rate.of(1, 0, 0));
        assertThat(stage("called", funnel).step()).isEqualTo(Rate.of(0, 0, 1));
        assertThat(funnel.stage("unknown")).isEmpty();
    }

    @Test
    void aStageIsReachedByTheFirstOfItsEventsInWhicheverOrderTheyAreFound() {
        Population<Meeting> agreedOn = Population.of(Meeting.class, Meeting::bookedAt);
        KpiQuery march = march(
                Customer.builder("c-1", ENTRY).build(),
                Call.builder("k-1", ENTRY.plus(Duration.ofDays(2)))
                        .customer("c-1")
                        .build(),
                Call.builder("k-2", ENTRY.plus(Duration.ofDays(5)))
                        .customer("c-1")
                        .build(),
                Meeting.builder("m-1", LATER, Meeting.Outcome.PLANNED)
                        .bookedAt(ENTRY.plus(Duration.ofDays(7)))
                        .customer("c-1")
                        .build(),
                Meeting.builder("m-2", LATER.plus(Duration.ofDays(1)), Meeting.Outcome.PLANNED)
                        .bookedAt(ENTRY.plus(Duration.ofDays(3)))
                        .customer("c-1")
                        .build());
        Funnel funnel = march.funnel(
                FunnelStages.of("called", SalesPopulations.PROSPECTING_CALLS).then("agreed-on", agreedOn));

        assertThat(stage("called", funnel).days()).isEqualTo(Days.of(2));
        assertThat(stage("agreed-on", funnel).days()).isEqualTo(Days.of(3));
    }

    @Test
    void theDisqualifiedAreMissesOfEveryStageThatTheyDidNotComeTo() {
        Funnel funnel = march(
                        Customer.builder("c-1", ENTRY).disqualifiedAt(LATER).build(),
                        Call.builder("k-1", ENTRY).customer("c-1").build())
                .funnel();

        assertThat(stage("called", funnel).fromFirst()).isEqualTo(Rate.of(1, 0, 0));
        assertThat(stage("reached", funnel).step()).isEqualTo(Rate.of(0, 1, 0));
        assertThat(stage("met", funnel).step()).isEqualTo(Rate.of(0, 0, 0));
        assertThat(stage("met", funnel).fromFirst()).isEqualTo(Rate.of(0, 1, 0));
    }

    @Test
    void onlyWhatTheStandardStagesNameIsAnEvent() {
        Funnel funnel = march(
                        Customer.builder("c-1", ENTRY).build(),
                        Call.builder("k-1", LATER)
                                .customer("c-1")
                                .outcome(Call.Outcome.NO_ANSWER)
                                .build(),
                        Call.builder("k-2", LATER).customer("c-1").build(),
                        Call.builder("k-3", LATER)
                                .customer("c-1")
                                .purpose(Call.Purpose.OTHER)
                                .outcome(Call.Outcome.DISCUSSION)
                                .build(),
                        Meeting.builder("m-1", LATER, Meeting.Outcome.NO_SHOW)
                                .customer("c-1")
                                .build(),
                        Meeting.builder("m-2", LATER, Meeting.Outcome.HELD)
                                .purpose(Meeting.Purpose.OTHER)
                                .customer("c-1")
                                .build(),
                        Proposal.builder("p-1", LATER).build())
                .funnel();

        assertThat(stage("called", funnel).customers()).isEqualTo(1);
        assertThat(stage("reached", funnel).customers()).isZero();
        assertThat(stage("proposed", funnel).customers()).isZero();
    }

    @Test
    void anEventMayLieOutsideThePeriodOrBeforeTheEntry() {
        FunnelStages stages = FunnelStages.of("booked", Population.of(Meeting.class, Meeting::bookedAt))
                .then("asked", SalesPopulations.SURVEYS_ANSWERED);
        Funnel funnel = march(
                        Customer.builder("c-1", ENTRY).build(),
                        Meeting.builder("m-1", LATER, Meeting.Outcome.HELD)
                                .bookedAt(ENTRY.minusSeconds(86_400 * 5))
                                .customer("c-1")
                                .build(),
                        Survey.builder("v-1", Instant.parse("2027-03-02T09:00:00Z"), Survey.Scale.NPS, 9)
                                .customer("c-1")
                                .build())
                .funnel(stages);

        assertThat(stage("booked", funnel).days()).isEqualTo(Days.of(0));
        assertThat(stage("asked", funnel).days()).isEqualTo(Days.of(365));
    }

    @Test
    void theBottleneckIsTheLowestStepWithFiveDecided() {
        assertThat(bottleneck(Rate.of(8, 2, 0), Rate.of(3, 2, 3))).isEqualTo("met");
        assertThat(bottleneck(Rate.of(8, 2, 0), Rate.of(0, 4, 4))).isEqualTo("called");
        assertThat(bottleneck(Rate.of(4, 0, 10), Rate.of(1, 1, 2))).isNull();
    }

    @Test
    void ofEqualStepsTheFirstIsTheBottleneck() {
        assertThat(bottleneck(Rate.of(8, 2, 0), Rate.of(4, 1, 3))).isEqualTo("called");
    }

    /** The bottleneck of two steps. */
    private static @Nullable String bottleneck(Rate toCalled, Rate toMet) {
        return new Funnel(terms(), List.of(first(toCalled.total()), called(toCalled), met(toCalled, toMet)))
                .bottleneck()
                .map(Funnel.Stage::key)
                .orElse(null);
    }

    private static Funnel.Stage first(long customers) {
        return new Funnel.Stage("entered", null, Rate.of(customers, 0, 0), Days.of());
    }

    private static Funnel.Stage called(Rate step) {
        return new Funnel.Stage("called", step, step, Days.of());
    }

    private static Funnel.Stage met(Rate toCalled, Rate step) {
        return new Funnel.Stage(
                "met",
                step,
                Rate.of(step.hits(), step.misses() + toCalled.misses(), step.open() + toCalled.open()),
                Days.of());
    }

    @Test
    void stagesThatDoNotFitTogetherAreRefused() {
        Rate five = Rate.of(5, 0, 0);
        assertThatThrownBy(() -> new Funnel(terms(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Funnel: expected at least one stage");
        assertThatThrownBy(() -> new Funnel(terms(), List.of(first(5), first(5))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Funnel: two stages have one key: [entered, entered]");
        assertThatThrownBy(() -> new Funnel(terms(), List.of(called(five))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Funnel: the step of stage called is 5 of 5: 100.0 %, expected none");
        assertThatThrownBy(() -> new Funnel(terms(), List.of(first(6), called(five))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Funnel: the step of stage called is 5 of 5: 100.0 %, expected a rate over 6 customers");
        Funnel.Stage ofOthers = new Funnel.Stage("called", five, Rate.of(5, 1, 0), Days.of());
        assertThatThrownBy(() -> new Funnel(terms(), List.of(first(5), ofOthers)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Funnel: stage called is about 6 customers, expected 5");
        assertThatThrownBy(() -> new Funnel.Stage("called", five, Rate.of(4, 0, 0), Days.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Funnel: stage called has 5 hits of the stage before, and 4 of the first");
        assertThatThrownBy(() -> new Funnel.Stage("called", null, Rate.of(1, 0, 0), Days.of(3, 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Funnel: stage called has 1 customers, and the days of 2");
    }

    @Test
    void funnelsOfDifferentStagesOrPeriodsHaveNoSum() {
        KpiQuery march = march(Customer.builder("c-1", ENTRY).build());
        Funnel funnel = march.funnel();
        Funnel other = march.funnel(FunnelStages.of("signed", SalesPopulations.CONTRACTS_SIGNED));
        assertThatThrownBy(() -> funnel.plus(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Funnels of different stages have no sum: [entered, called, reached, met, proposed, signed]"
                        + " and [signed]");
        Funnel partly = march.where(Dimension.OWNER, "alice").funnel();
        assertThatThrownBy(() -> funnel.plus(partly)).isInstanceOf(IllegalArgumentException.class);
        assertThat(partly.plus(march.where(Dimension.OWNER, "bob").funnel())
                        .terms()
                        .scope())
                .hasToString("owner is alice or bob");
    }

    @Test
    void aFunnelTellsItsTermsAndStages() {
        Funnel funnel = march(Customer.builder("c-1", ENTRY).build())
                .funnel(FunnelStages.of("entered", SalesPopulations.PROSPECTS_ENTERED));

        assertThat(funnel)
                .hasToString(
                        "Funnel 2026-03-01T00:00 to 2026-04-01T00:00 (Europe/Paris, EUR)\n  entered 1 of 1: 100.0 %");
    }

    @Test
    void stagesHaveKeysOfTheirOwn() {
        FunnelStages called = FunnelStages.of("called", SalesPopulations.PROSPECTING_CALLS);
        assertThatThrownBy(() -> called.then("called", SalesPopulations.PROPOSALS_SENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FunnelStages: two stages have the key \"called\"");
        assertThatThrownBy(() -> called.then(" ", SalesPopulations.PROPOSALS_SENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FunnelStages: key \" \" is blank");
        assertThat(called.then("proposed", SalesPopulations.PROPOSALS_SENT)).hasToString("called > proposed");
    }

    private static ReportTerms terms() {
        return new ReportTerms(DateRange.month(2026, 3).atZone(PARIS), PARIS, null, CurrencyUnit.EUR, Scope.ALL);
    }
}
