package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.analysis.ComparisonBase;
import org.saleskpi.analysis.DecidedChange;
import org.saleskpi.analysis.GroupedAnalysis;
import org.saleskpi.analysis.MixAndRate;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.KpiReport;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.RateOfAmounts;
import org.saleskpi.value.Score;

/** Like is compared with like, and changes are what they are called. */
@Domain(SalesDomain.class)
@Domain(DomainContext.Global.class)
class ComparisonProperties {

    @Property
    void withoutAViewTheBaseIsTheWholeOfTheDatesBefore(@ForAll Situation situation, @ForAll ComparisonBase base) {
        DateRange dates = dates(situation);

        assertBase(situation.kpis(), dates, base, null);
    }

    @Property
    void inAViewTheBaseIsCutAndAsOldAsThePeriod(@ForAll Situation situation, @ForAll ComparisonBase base) {
        DateRange dates = dates(situation);

        assertBase(situation.kpisAsOf(situation.moment()), dates, base, situation.moment());
    }

    private static void assertBase(KpiCalculator kpis, DateRange dates, ComparisonBase base, @Nullable Instant view) {
        assumeExists(dates, kpis);
        assumeExists(base.of(dates, kpis.history().calendar()), kpis);
        SchoolbookComparison.Base expected =
                SchoolbookComparison.base(dates, base, kpis.history().zone(), view);
        KpiCalculator equallyRipe = expected.asOf() == null ? kpis : kpis.asOf(expected.asOf());

        Comparison comparison = kpis.during(dates).comparedWith(base).report();

        assertThat(comparison.now()).isEqualTo(kpis.during(dates).report());
        assertThat(comparison.before())
                .isEqualTo(equallyRipe.during(expected.period()).report());
        ZoneId zone = kpis.history().zone();
        // A period that was given in instants is the same question, but for a day that the zone skipped.
        if (dates.endExclusive().atStartOfDay(zone).toLocalDate().equals(dates.endExclusive())) {
            assertThat(kpis.during(dates.atZone(zone)).comparedWith(base).report())
                    .isEqualTo(comparison);
        }
    }

    @Property
    void changesAreThoseOfTheSchoolbook(@ForAll Situation situation, @ForAll ComparisonBase base) {
        Comparison comparison = comparison(situation, base);
        for (Indicator<?> indicator : comparison.now().indicators()) {
            OptionalDouble change = comparison.change(indicator);
            OptionalDouble expected = SchoolbookComparison.change(
                    answer(comparison.now(), indicator), answer(comparison.before(), indicator));
            if (!comparison.isUnderWay()) {
                expected = OptionalDouble.empty();
            }
            assertThat(change.isPresent()).isEqualTo(expected.isPresent());
            if (change.isPresent()) {
                assertThat(change.getAsDouble())
                        .isCloseTo(
                                expected.getAsDouble(), within(1e-9 * Math.max(1, Math.abs(expected.getAsDouble()))));
            }
        }
    }

    @Property
    void aChangeBackUndoesTheChange(@ForAll Situation situation, @ForAll ComparisonBase base) {
        Comparison comparison = comparison(situation, base);
        Comparison back = Comparison.of(/* now= */ comparison.before(), /* before= */ comparison.now());
        for (Indicator<?> indicator : comparison.now().indicators()) {
            KpiValue<?> value = answer(comparison.now(), indicator);
            OptionalDouble forth = comparison.change(indicator);
            OptionalDouble change = back.change(indicator);
            if (value instanceof Rate || value instanceof RateOfAmounts || value instanceof Score) {
                assertThat(change.isPresent()).isEqualTo(forth.isPresent());
                change.ifPresent(number -> assertThat(number).isEqualTo(0 - forth.getAsDouble()));
            } else if (forth.isPresent() && change.isPresent()) {
                // One more than a change to almost nothing has lost the digits that the way back is made of.
                double lost = 1e-15 * (Math.abs(forth.getAsDouble()) + Math.abs(change.getAsDouble()));
                assertThat((1 + forth.getAsDouble()) * (1 + change.getAsDouble()))
                        .isCloseTo(1, within(1e-12 + lost));
            }
            assertThat(back.decidedChange(indicator).map(DecidedChange::value))
                    .isEqualTo(comparison.decidedChange(indicator).map(decided -> 0 - decided.value()));
            comparison.decidedChange(indicator).ifPresent(decided -> {
                assertThat(decided.isLikely())
                        .isEqualTo(back.decidedChange(indicator).orElseThrow().isLikely());
                if (decided.bounds() != null) {
                    assertThat(decided.value())
                            .isBetween(decided.bounds().low(), decided.bounds().high());
                }
            });
        }
    }

    @Property(tries = 300)
    void mixAndRateAddUpToTheChange(@ForAll Situation situation, @ForAll ComparisonBase base) {
        KpiQuery query = viewed(situation);
        Comparison total = query.comparedWith(base).report();
        GroupedAnalysis<Comparison> groups =
                query.comparedWith(base).by(situation.grouping().dimension());
        assertThat(groups.total()).isEqualTo(total);
        for (Indicator<?> indicator : total.now().indicators()) {
            KpiValue<?> value = answer(total.now(), indicator);
            boolean isSplit = value instanceof Rate || value instanceof RateOfAmounts || value instanceof MeanAmount;
            OptionalDouble change = total.change(indicator);
            MixAndRate split = MixAndRate.of(groups, indicator).orElse(null);
            assertThat(split != null).isEqualTo(isSplit && change.isPresent());
            if (split != null) {
                double scale = Math.max(1, Math.abs(change.getAsDouble()));
                assertThat(split.mix() + split.rate()).isCloseTo(change.getAsDouble(), within(1e-12 * scale));
                assertThat(split.groups())
                        .extracting(MixAndRate.Group::key)
                        .isEqualTo(groups.groups().stream()
                                .map(GroupedAnalysis.Group::key)
                                .toList());
                assertThat(split.groups().stream()
                                .mapToDouble(MixAndRate.Group::mix)
                                .sum())
                        .isCloseTo(split.mix(), within(1e-9 * scale));
                assertThat(split.groups().stream()
                                .mapToDouble(MixAndRate.Group::rate)
                                .sum())
                        .isCloseTo(split.rate(), within(1e-9 * scale));
            }
        }
    }

    @Property(tries = 200)
    void aGroupIsComparedWithItself(@ForAll Situation situation, @ForAll ComparisonBase base) {
        KpiQuery query = viewed(situation);
        query.comparedWith(base)
                .by(situation.grouping().dimension())
                .groups()
                .forEach(group -> assertThat(group.analysis())
                        .isEqualTo(Answers.where(
                                        query,
                                        situation.grouping(),
                                        group.key().parts().get(0))
                                .comparedWith(base)
                                .report()));
    }

    @Property(tries = 100)
    void aPieceIsComparedAsIfItWereAskedAlone(@ForAll Situation situation, @ForAll ComparisonBase base) {
        KpiCalculator kpis = situation.kpisAsOf(situation.moment());
        CalendarUnit unit = situation.unit() == CalendarUnit.DAY ? CalendarUnit.WEEK : situation.unit();
        DateRange whole = dates(situation);
        DateRange dates = whole.startInclusive().plusDays(100).isBefore(whole.endExclusive())
                ? DateRange.of(whole.startInclusive(), whole.startInclusive().plusDays(100))
                : whole;
        for (DateRange piece : kpis.history().calendar().split(dates, unit)) {
            assumeExists(piece, kpis);
            assumeExists(base.of(piece, kpis.history().calendar()), kpis);
        }

        List<Comparison> pieces = kpis.during(dates).comparedWith(base).every(unit);
        List<GroupedAnalysis<Comparison>> groups = kpis.during(dates)
                .comparedWith(base)
                .by(List.of(situation.grouping().dimension()), unit);

        assertThat(pieces)
                .isEqualTo(kpis.history().calendar().split(dates, unit).stream()
                        .map(piece -> kpis.during(piece).comparedWith(base).report())
                        .toList())
                .isEqualTo(groups.stream().map(GroupedAnalysis::total).toList());
    }

    private static Comparison comparison(Situation situation, ComparisonBase base) {
        return viewed(situation).comparedWith(base).report();
    }

    /** The question as of the second half of the seeds, and of all that is known in the first. */
    private static KpiQuery viewed(Situation situation) {
        KpiCalculator kpis = situation.seed() % 2 == 0 ? situation.kpis() : situation.kpisAsOf(situation.moment());
        DateRange dates = dates(situation);
        assumeExists(dates, kpis);
        for (ComparisonBase base : ComparisonBase.values()) {
            assumeExists(base.of(dates, kpis.history().calendar()), kpis);
        }
        return kpis.during(dates);
    }

    private static void assumeExists(DateRange dates, KpiCalculator kpis) {
        ZoneId zone = kpis.history().zone();
        Assume.that(dates.startInclusive()
                .atStartOfDay(zone)
                .isBefore(dates.endExclusive().atStartOfDay(zone)));
    }

    /** The local dates that the period touches; of a very long one those of a year. */
    private static DateRange dates(Situation situation) {
        ZoneId zone = situation.raw().build().zone();
        InstantRange period = situation.period();
        LocalDate first = period.startInclusive().atZone(zone).toLocalDate();
        LocalDate last =
                period.endExclusive().minusNanos(1).atZone(zone).toLocalDate().plusDays(1);
        return first.plusYears(3).isBefore(last)
                ? DateRange.year(situation.moment().atZone(zone).getYear())
                : first.isBefore(last) ? DateRange.of(first, last) : DateRange.day(first);
    }

    private static KpiValue<?> answer(KpiReport report, Indicator<?> indicator) {
        return report.get(indicator);
    }
}
