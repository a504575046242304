package org.saleskpi.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.saleskpi.analysis.Cycle.Ended;
import org.saleskpi.analysis.Cycle.Losses;
import org.saleskpi.analysis.Cycle.Point;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.report.Scope;
import org.saleskpi.time.DateRange;
import org.saleskpi.value.Rate;

class CycleTest {

    private static final ReportTerms TERMS = new ReportTerms(
            DateRange.month(2026, 3).atZone(ZoneOffset.UTC), ZoneOffset.UTC, null, CurrencyUnit.EUR, Scope.ALL);

    private static Cycle cycle(Losses losses, Ended... observations) {
        return Cycle.of(TERMS, losses, List.of(observations));
    }

    @Test
    void nobodyWonIsNoCurve() {
        Cycle cycle = cycle(Losses.CENSORED, new Ended(3, 0, 1, 2));

        assertThat(cycle.curve()).isEmpty();
        assertThat(cycle.quantile(0.5)).isEmpty();
        assertThat(cycle.survivalAfter(1000)).isEqualTo(1);
        assertThat(cycle).asString().endsWith(": 0 converted, 1 lost, 2 open of 3, median not reached");
        assertThat(cycle(Losses.COMPETING).curve()).isEmpty();
        assertThat(cycle(Losses.COMPETING).within(30)).isEqualTo(Rate.of(0, 0, 0));
    }

    @Test
    void conversionsComeBeforeWhatIsCensoredTheSameDay() {
        Point first = cycle(Losses.CENSORED, new Ended(1, 0, 1, 0), new Ended(5, 1, 1, 1), new Ended(8, 0, 0, 6))
                .curve()
                .get(0);

        assertThat(first.atRisk()).isEqualTo(9);
        assertThat(first.survival()).isCloseTo(8.0 / 9, within(1e-15));
        assertThat(first.lost()).isZero();
        // One before, two that day, six later.
        assertThat(first.censored()).isEqualTo(9);
    }

    @Test
    void whereLossesCompeteBothLeaveTheSameRiskSet() {
        List<Point> curve = cycle(Losses.COMPETING, new Ended(5, 1, 1, 0), new Ended(8, 1, 0, 1))
                .curve();

        assertThat(curve).hasSize(2);
        assertThat(curve.get(0).survival()).isCloseTo(0.75, within(1e-15));
        assertThat(curve.get(0).lost()).isEqualTo(1);
        // Half of them are neither won nor lost, and half of those convert.
        assertThat(curve.get(1).survival()).isCloseTo(0.5, within(1e-15));
        assertThat(curve.get(1).standardError()).isNull();
        assertThat(curve.get(1).limits()).isNull();
    }

    @Test
    void whoLosesCompetingCustomersLeavesMoreToBeWonIfTheyAreCensored() {
        Ended[] observations = {new Ended(5, 1, 1, 0), new Ended(8, 1, 0, 1)};

        assertThat(cycle(Losses.CENSORED, observations).survivalAfter(8)).isCloseTo(0.375, within(1e-15));
        assertThat(cycle(Losses.CENSORED, observations).with(Losses.COMPETING))
                .isEqualTo(cycle(Losses.COMPETING, observations))
                .isNotEqualTo(cycle(Losses.CENSORED, observations));
    }

    @Test
    void whereAllAreWonThereIsNoErrorToState() {
        List<Point> curve = cycle(Losses.CENSORED, new Ended(2, 1, 0, 0), new Ended(4, 1, 0, 0))
                .curve();

        assertThat(curve.get(0).standardError()).isCloseTo(Math.sqrt(0.125), within(1e-15));
        assertThat(curve.get(0).limits()).isNotNull();
        assertThat(curve.get(1).survival()).isZero();
        assertThat(curve.get(1).standardError()).isNull();
        assertThat(curve.get(1).limits()).isNull();
    }

    @Test
    void aQuantileIsTheFirstDayOnWhichTheShareIsReached() {
        Cycle cycle = cycle(
                Losses.CENSORED,
                new Ended(0, 1, 0, 0),
                new Ended(2, 1, 0, 0),
                new Ended(4, 1, 0, 0),
                new Ended(6, 0, 0, 1));

        assertThat(cycle.quantile(0.25)).isEqualTo(OptionalLong.of(0));
        assertThat(cycle.quantile(0.5)).isEqualTo(OptionalLong.of(2));
        assertThat(cycle.quantile(0.75)).isEqualTo(OptionalLong.of(4));
        assertThat(cycle.quantile(0.76)).isEmpty();
        assertThat(cycle.survivalAfter(3)).isCloseTo(0.5, within(1e-15));
        assertThatThrownBy(() -> cycle.quantile(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cycle: share 1.0 is not above 0 and below 1");
        assertThatThrownBy(() -> cycle.quantile(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cycle: share 0.0 is not above 0 and below 1");
    }

    @Test
    void withinDaysWhoeverIsTooYoungIsOpen() {
        Cycle cycle = cycle(Losses.CENSORED, new Ended(29, 1, 1, 1), new Ended(30, 1, 0, 1), new Ended(31, 1, 0, 1));

        assertThat(cycle.within(30)).isEqualTo(Rate.of(2, 4, 1));
        assertThatThrownBy(() -> cycle.within(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cycle: days -1 are negative");
        assertThatThrownBy(() -> cycle.survivalAfter(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cycle: days -1 are negative");
    }

    @Test
    void observationsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new Ended(1, -1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cycle: numbers must not be negative: days=1, converted=-1, lost=0, open=0");
        assertThatThrownBy(() -> cycle(Losses.CENSORED, new Ended(2, 1, 0, 0), new Ended(2, 1, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cycle: 2 days do not come after 2");
        assertThatThrownBy(() -> cycle(Losses.CENSORED, new Ended(1, Long.MAX_VALUE, 0, 1)))
                .isInstanceOf(ArithmeticException.class);
    }
}
