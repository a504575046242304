package org.saleskpi.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.GroupKey;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesHistoryBuilder;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Rate;

class ComparisonTest {

    private static final DateRange MARCH = DateRange.month(2026, 3);

    /** Alice wins one of two in both months; Bob one of one, then one of three. */
    private static KpiCalculator kpis(ZoneId zone) {
        SalesHistoryBuilder history = SalesHistory.builder(zone, CurrencyUnit.EUR);
        history.add(Customer.builder("c", Instant.parse("2025-01-01T00:00:00Z")).build());
        decide(history, "a1", "alice", "2026-02-10T00:00:00Z", true);
        decide(history, "a2", "alice", "2026-02-11T00:00:00Z", false);
        decide(history, "b1", "bob", "2026-02-12T00:00:00Z", true);
        decide(history, "a3", "alice", "2026-03-10T00:00:00Z", true);
        decide(history, "a4", "alice", "2026-03-11T00:00:00Z", false);
        decide(history, "b2", "bob", "2026-03-12T00:00:00Z", true);
        decide(history, "b3", "bob", "2026-03-13T00:00:00Z", false);
        decide(history, "b4", "bob", "2026-03-25T00:00:00Z", false);
        history.add(Contract.builder("s1", Instant.parse("2026-02-10T00:00:00Z"), Money.parse("EUR 80.00"))
                .customer("c")
                .build());
        history.add(Contract.builder("s2", Instant.parse("2026-03-10T00:00:00Z"), Money.parse("EUR 100.00"))
                .customer("c")
                .build());
        history.add(Call.builder("k", Instant.parse("2026-03-10T00:00:00Z")).build());
        return KpiCalculator.of(history.build());
    }

    private static void decide(SalesHistoryBuilder history, String id, String owner, String at, boolean isWon) {
        Instant moment = Instant.parse(at);
        history.add(Proposal.builder(id, moment.minusSeconds(86_400))
                .owner(owner)
                .decided(isWon ? Proposal.Status.ACCEPTED : Proposal.Status.REFUSED, moment)
                .build());
    }

    private static KpiQuery march() {
        return kpis(ZoneOffset.UTC).during(MARCH);
    }

    @Test
    void amountsGrowByAPartAndRatesByPoints() {
        Comparison comparison = march().comparedWith(ComparisonBase.PREVIOUS).report();

        assertThat(comparison.change(SalesIndicators.REVENUE)).hasValue(0.25);
        assertThat(comparison.change(SalesIndicators.WIN_RATE).orElseThrow())
                .isCloseTo(2 / 5.0 - 2 / 3.0, within(1e-15));
        assertThat(comparison.change(SalesIndicators.CALLS)).as("from 0").isEmpty();
        assertThat(comparison.change(SalesIndicators.SATISFACTION_RATE)).isEmpty();
    }

    @Test
    void decidedChangesAreToldOfRatesAlone() {
        Comparison comparison = march().comparedWith(ComparisonBase.PREVIOUS).report();

        DecidedChange change =
                comparison.decidedChange(SalesIndicators.WIN_RATE).orElseThrow();
        assertThat(change.value()).isCloseTo(2 / 5.0 - 2 / 3.0, within(1e-15));
        assertThat(change.isLikely()).isFalse();
        assertThat(comparison.decidedChange(SalesIndicators.REVENUE)).isEmpty();
        assertThat(comparison.decidedChange(SalesIndicators.CONVERSION_RATE))
                .as("nothing decided")
                .isEmpty();
    }

    @Test
    void retentionHasNoBoundsBecauseItsCustomersAreTheSame() {
        DecidedChange change =
                DecidedChange.ofOverlapping(Rate.of(9, 1, 0), Rate.of(1, 9, 0)).orElseThrow();

        assertThat(change.bounds()).isNull();
        assertThat(change.isLikely()).isFalse();
        assertThat(DecidedChange.of(Rate.of(9, 1, 0), Rate.of(1, 9, 0))
                        .orElseThrow()
                        .isLikely())
                .isTrue();
        assertThat(DecidedChange.of(Rate.of(1, 9, 0), Rate.of(9, 1, 0))
                        .orElseThrow()
                        .isLikely())
                .isTrue();
        assertThat(DecidedChange.of(Rate.of(0, 0, 5), Rate.of(9, 1, 0))).isEmpty();
        assertThat(DecidedChange.ofOverlapping(Rate.of(9, 1, 0), Rate.of(0, 0, 5)))
                .isEmpty();
    }

    @Test
    void theMixIsSplitFromTheRate() {
        GroupedAnalysis<Comparison> reps =
                march().comparedWith(ComparisonBase.PREVIOUS).by(Dimension.OWNER);

        MixAndRate split = MixAndRate.of(reps, SalesIndicators.WIN_RATE).orElseThrow();

        // Alice: weight 2/3 to 2/5, rate 1/2 in both. Bob: weight 1/3 to 3/5, rate 1 to 1/3.
        double shift = 2 / 5.0 - 2 / 3.0;
        double middle = (2 / 5.0 + 2 / 3.0) / 2;
        assertThat(split.mix()).isCloseTo(shift * 0.5 - shift * (2 / 3.0), within(1e-15));
        assertThat(split.rate()).isCloseTo(-(2 / 3.0) * (1 / 3.0 + 3 / 5.0) / 2, within(1e-15));
        assertThat(split.groups())
                .extracting(MixAndRate.Group::key)
                .startsWith(GroupKey.of("alice"), GroupKey.of("bob"));
        assertThat(split.groups().get(0).mix()).isCloseTo(shift * (0.5 - middle), within(1e-15));
        assertThat(split.groups().get(0).rate()).isZero();
        assertThat(MixAndRate.of(reps, SalesIndicators.REVENUE)).isEmpty();
        assertThat(MixAndRate.of(reps, SalesIndicators.SATISFACTION_RATE)).isEmpty();
    }

    @Test
    void inAViewEqualPartsAreComparedEquallyRipe() {
        KpiCalculator kpis = kpis(ZoneOffset.UTC);

        Comparison cut = kpis.asOf(Instant.parse("2026-03-12T15:00:00Z"))
                .during(MARCH)
                .comparedWith(ComparisonBase.PREVIOUS)
                .report();
        Comparison over = kpis.asOf(Instant.parse("2026-04-10T15:00:00Z"))
                .during(MARCH)
                .comparedWith(ComparisonBase.PREVIOUS)
                .report();

        assertThat(cut.before().terms().period())
                .isEqualTo(InstantRange.parse("2026-02-01T00:00:00Z/2026-02-12T15:00:00Z"));
        assertThat(cut.before().terms().asOf()).isEqualTo("2026-02-12T15:00:00Z");
        assertThat(over.before().terms().period())
                .isEqualTo(DateRange.month(2026, 2).atZone(ZoneOffset.UTC));
        assertThat(over.before().terms().asOf()).isEqualTo("2026-03-10T15:00:00Z");
    }

    @Test
    void nothingIsComparedBeforeThePeriodBegins() {
        Comparison comparison = kpis(ZoneOffset.UTC)
                .asOf(Instant.parse("2026-03-01T00:00:00Z"))
                .during(MARCH)
                .comparedWith(ComparisonBase.PREVIOUS)
                .report();

        assertThat(comparison.isUnderWay()).isFalse();
        assertThat(comparison.change(SalesIndicators.REVENUE)).isEmpty();
        assertThat(comparison.decidedChange(SalesIndicators.WIN_RATE)).isEmpty();
        assertThat(comparison.before().terms().asOf()).isEqualTo("2026-01-29T00:00:00Z");
    }

    @Test
    void aPeriodThatIsNotMadeOfWholeDatesHasNoBase() {
        KpiCalculator kpis = kpis(ZoneId.of("Europe/Paris"));
        for (String period : List.of(
                "2026-03-01T00:00:00Z/2026-04-01T00:00:00Z",
                "2026-03-01T10:00:00Z/2026-03-01T11:00:00Z",
                "2026-03-01T23:00:00Z/2026-03-02T11:00:00Z")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> kpis.during(InstantRange.parse(period)).comparedWith(ComparisonBase.YEAR))
                    .withMessage("InstantRange %s is not made of whole dates in Europe/Paris", period);
        }
    }

    @Test
    void aBaseThatTheZoneSkippedIsRefusedAndItsPieceOfASeriesIsLeftOut() {
        KpiCalculator kpis = kpis(ZoneId.of("Pacific/Apia"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kpis.during(DateRange.parse("2011-12-31"))
                        .comparedWith(ComparisonBase.PREVIOUS)
                        .report())
                .withMessage("DateRange 2011-12-30 holds no instant in Pacific/Apia, which skipped it");
        assertThat(kpis.during(DateRange.parse("2011-12-28/2011-12-31"))
                        .comparedWith(ComparisonBase.YEAR)
                        .every(CalendarUnit.DAY))
                .hasSize(2);
    }

    @Test
    void onlyReportsOnTheSameIndicatorsInOneCurrencyAreCompared() {
        KpiReport report = march().only(SalesIndicators.REVENUE).report();
        KpiReport calls = march().only(SalesIndicators.CALLS).report();
        KpiReport dollars = KpiCalculator.of(
                        SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.USD).build())
                .during(MARCH)
                .only(SalesIndicators.REVENUE)
                .report();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(report, calls))
                .withMessage("Reports on different indicators are not compared: [revenue] and [calls]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(report, dollars))
                .withMessage("Reports in different currencies are not compared: EUR and USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.of(report, report).change(SalesIndicators.CALLS))
                .withMessage("Indicator calls is not in this report of [revenue]");
    }

    @Test
    void comparisonsAreEqualIfBothReportsAre() {
        KpiReport now = march().report();
        KpiReport before = kpis(ZoneOffset.UTC).during(DateRange.month(2026, 2)).report();
        Comparison comparison = Comparison.of(now, before);

        assertThat(comparison)
                .isEqualTo(march().comparedWith(ComparisonBase.PREVIOUS).report())
                .hasSameHashCodeAs(march().comparedWith(ComparisonBase.PREVIOUS).report())
                .isNotEqualTo(Comparison.of(before, now))
                .isNotEqualTo(Comparison.of(now, now));
        assertThat(Comparison.of(
                        march().only(SalesIndicators.REVENUE).report(),
                        march().only(SalesIndicators.REVENUE).report()))
                .hasToString(
                        "2026-03-01T00:00 to 2026-04-01T00:00 (Z, EUR), after 2026-03-01T00:00 to 2026-04-01T00:00 (Z,"
                                + " EUR)\nRevenue: EUR 100.00, after EUR 100.00: 0.0");
        assertThat(march().comparedWith(ComparisonBase.YEAR))
                .hasToString("KpiQuery during 2026-03-01T00:00:00Z/2026-04-01T00:00:00Z, compared with YEAR");
    }

    @Test
    void whatIsMissingOrOutOfBoundsIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> march().comparedWith(nothing()))
                .withMessage("base");
        assertThatNullPointerException()
                .isThrownBy(() -> ComparisonBase.YEAR.of(
                        nothing(), kpis(ZoneOffset.UTC).history().calendar()))
                .withMessage("dates");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DecidedChange(1.5, null))
                .withMessage("DecidedChange: 1.5 is not from -1 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DecidedChange.Bounds(0.5, 0.25))
                .withMessage("Bounds: 0.5 to 0.25 is not in -1 to 1");
        assertThat(Optional.of(new DecidedChange(0.5, new DecidedChange.Bounds(0, 1))))
                .get()
                .extracting(DecidedChange::isLikely)
                .as("0 is not excluded by a bound of 0")
                .isEqualTo(false);
    }

    /** What a caller hands over who does not check for null. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }
}
