package org.saleskpi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Meeting;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.KpiValue;

class KpiReportTest {

    private static final InstantRange DAY =
            InstantRange.of(Instant.parse("2026-03-02T00:00:00Z"), Instant.parse("2026-03-03T00:00:00Z"));
    private static final ReportTerms TERMS = new ReportTerms(DAY, ZoneOffset.UTC, null, CurrencyUnit.EUR, Scope.ALL);

    private static KpiReport report(ReportTerms terms, long calls, long cents) {
        return ReportLayout.of(List.of(SalesIndicators.CALLS, SalesIndicators.REVENUE))
                .report(terms, answers(calls, cents));
    }

    private static ReportLayout.Answers answers(long calls, long cents) {
        return new ReportLayout.Answers() {
            @Override
            @SuppressWarnings("unchecked") // The answer to each of the two is of its kind.
            public <V extends KpiValue<V>> V answer(Indicator<V> indicator) {
                return indicator.equals(SalesIndicators.REVENUE)
                        ? (V) new Amount(CurrencyUnit.EUR, cents)
                        : (V) new Count(calls);
            }
        };
    }

    @Test
    void reportsAreEqualIfTheirTermsIndicatorsAndAnswersAre() {
        KpiReport report = report(TERMS, 2, 300);
        assertThat(report)
                .isEqualTo(report(TERMS, 2, 300))
                .hasSameHashCodeAs(report(TERMS, 2, 300))
                .isNotEqualTo(report(TERMS, 3, 300))
                .isNotEqualTo(report(TERMS, 2, 301))
                .isNotEqualTo("report");
        assertThat(report.hashCode())
                .isNotEqualTo(report(TERMS, 3, 300).hashCode())
                .isNotEqualTo(report(
                                TERMS.during(InstantRange.of(
                                        DAY.startInclusive(),
                                        DAY.startInclusive().plusNanos(1))),
                                2,
                                300)
                        .hashCode());
        Indicator<Count> namesake = Indicator.count("calls", SalesPopulations.PROSPECTING_CALLS);
        assertThat(ReportLayout.of(List.of(namesake, SalesIndicators.REVENUE)).report(TERMS, answers(2, 300)))
                .isNotEqualTo(report);
    }

    @Test
    void reportsOnOtherTermsAreNotEqualAndHaveNoSum() {
        KpiReport report = report(TERMS, 2, 300);
        List<ReportTerms> others = List.of(
                new ReportTerms(
                        InstantRange.of(DAY.startInclusive(), DAY.endExclusive().plusNanos(1)),
                        ZoneOffset.UTC,
                        null,
                        CurrencyUnit.EUR,
                        Scope.ALL),
                new ReportTerms(DAY, ZoneId.of("Europe/Paris"), null, CurrencyUnit.EUR, Scope.ALL),
                new ReportTerms(DAY, ZoneOffset.UTC, DAY.endExclusive(), CurrencyUnit.EUR, Scope.ALL),
                new ReportTerms(DAY, ZoneOffset.UTC, null, CurrencyUnit.USD, Scope.ALL));
        for (ReportTerms terms : others) {
            KpiReport other = report(terms, 2, 300);
            assertThat(report).isNotEqualTo(other);
            assertThatThrownBy(() -> report.plus(other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Reports on different terms have no sum: " + TERMS + " and " + terms);
            assertThatThrownBy(() -> report.minus(other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Reports on different terms have no difference: " + TERMS + " and " + terms);
        }
    }

    @Test
    void whatIsTooLargeOrWasNeverAddedIsNamedByItsIndicator() {
        KpiReport most = report(TERMS, 1, Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(report(TERMS, 1, 5)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("Indicator revenue: ")
                .hasMessageContainingAll("92233720368547758.07", "0.05");
        assertThatThrownBy(() -> most.minus(report(TERMS, 2, 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Indicator calls: ");
    }

    @Test
    void factsAreWhatTheyAre() {
        Call call = Call.builder("k-1", DAY.startInclusive()).build();
        Meeting meeting = Meeting.builder("m-1", DAY.startInclusive(), Meeting.Outcome.HELD)
                .build();
        CountedFacts facts = new Facts(List.of(), List.of(), List.of(call), List.of(meeting));
        assertThat(facts.open(Call.class)).containsExactly(call);
        assertThat(facts.divisor(Meeting.class)).containsExactly(meeting);
        assertThat(facts.hits(Call.class)).isEmpty();
        assertThat(facts.misses(Call.class)).isEmpty();
        assertThatThrownBy(() -> facts.open(Meeting.class)).isInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> facts.divisor(Call.class)).isInstanceOf(ClassCastException.class);
    }

    private record Facts(
            List<? extends Fact> hits,
            List<? extends Fact> misses,
            List<? extends Fact> open,
            List<? extends Fact> divisor)
            implements CountedFacts {

        @Override
        public Instant momentOf(Fact fact) {
            return fact.moment();
        }

        @Override
        public Instant momentOfOpen(Fact fact) {
            return fact.moment();
        }

        @Override
        public Instant momentOfDivisor(Fact fact) {
            return fact.moment();
        }
    }
}
