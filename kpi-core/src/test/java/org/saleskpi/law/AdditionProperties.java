package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.saleskpi.KpiQuery;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.sales.Call;
import org.saleskpi.time.InstantRange;

/** Reports over histories that share no customer add up. */
@Domain(SalesDomain.class)
class AdditionProperties {

    private static KpiReport reportOf(RawHistory raw, Situation situation) {
        return Situation.calculator(raw).during(situation.period()).report();
    }

    @Property
    void theReportOfDisjointHistoriesIsTheSumOfTheirReports(@ForAll Situation situation) {
        List<RawHistory> parts = situation.parts(3);
        KpiReport first = reportOf(parts.get(0), situation);
        KpiReport second = reportOf(parts.get(1), situation);
        KpiReport third = reportOf(parts.get(2), situation);
        KpiReport whole = reportOf(situation.raw(), situation);

        assertThat(first.plus(second).plus(third)).isEqualTo(whole);
        assertThat(first.plus(second.plus(third))).isEqualTo(whole);
        assertThat(third.plus(first).plus(second)).isEqualTo(whole).hasSameHashCodeAs(whole);
    }

    @Property
    void theReportOfTheEmptyHistoryIsZero(@ForAll Situation situation) {
        KpiReport report = reportOf(situation.raw(), situation);
        KpiReport zero = reportOf(situation.raw().with(List.of()), situation);

        assertThat(report.plus(zero)).isEqualTo(report);
        assertThat(zero.plus(report)).isEqualTo(report);
        assertThat(report.minus(zero)).isEqualTo(report);
        assertThat(report.minus(report)).isEqualTo(zero);
    }

    @Property
    void whatWasAddedSubtractsBackExactly(@ForAll Situation situation) {
        List<RawHistory> parts = situation.parts(2);
        KpiReport first = reportOf(parts.get(0), situation);
        KpiReport second = reportOf(parts.get(1), situation);

        assertThat(reportOf(situation.raw(), situation).minus(second)).isEqualTo(first);
        assertThat(reportOf(situation.raw(), situation).minus(first)).isEqualTo(second);
    }

    @Property(tries = 100)
    void subtractingWhatWasNeverAddedFails(@ForAll Situation situation) {
        InstantRange period = situation.period();
        Call another = Call.builder("another", period.startInclusive()).build();
        KpiReport part = reportOf(situation.raw().and(List.of(another)), situation);

        assertThatThrownBy(() -> reportOf(situation.raw(), situation).minus(part))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void viewsAndGroupsAddUpToo(@ForAll Situation situation) {
        List<RawHistory> parts = situation.parts(2);

        assertThat(narrowed(parts.get(0), situation)
                        .report()
                        .plus(narrowed(parts.get(1), situation).report()))
                .isEqualTo(narrowed(situation.raw(), situation).report());
    }

    private static KpiQuery narrowed(RawHistory raw, Situation situation) {
        return Situation.calculator(raw)
                .asOf(situation.moment())
                .during(situation.period())
                .where(situation.grouping().dimension(), "alice");
    }

    @Property(tries = 200)
    void seriesAddUpToo(@ForAll Situation situation) {
        List<RawHistory> parts = situation.parts(2);
        KpiSeries first = seriesOf(parts.get(0), situation);
        KpiSeries second = seriesOf(parts.get(1), situation);
        KpiSeries whole = seriesOf(situation.raw(), situation);

        assertThat(first.plus(second)).isEqualTo(whole);
        assertThat(whole.minus(second)).isEqualTo(first);
    }

    private static KpiSeries seriesOf(RawHistory raw, Situation situation) {
        return Situation.calculator(raw)
                .during(Periods.atMost(24, situation.unit(), situation.period()))
                .every(situation.unit());
    }
}
