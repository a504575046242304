package org.saleskpi.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.analysis.Explanation.Outlook;
import org.saleskpi.indicator.ActivityIndicators;
import org.saleskpi.indicator.CustomerIndicators;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.FactAmount;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.IndicatorCatalogue;
import org.saleskpi.indicator.PipelineIndicators;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.Survey;
import org.saleskpi.time.DateRange;

/** What is said of an answer, and whether it is said to be final. */
class ExplanationTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(PARIS).toInstant();
    }

    /** In March one proposal was won, one lost, and one is open; the last record is of 2 April. */
    private static final SalesHistory HISTORY = SalesHistory.builder(PARIS, CurrencyUnit.EUR)
            .add(Customer.builder("c-1", at("2026-03-01T09:00")).owner("alice").build())
            .add(proposal("won")
                    .decided(Proposal.Status.ACCEPTED, at("2026-03-20T09:00"))
                    .build())
            .add(proposal("lost")
                    .decided(Proposal.Status.REFUSED, at("2026-03-21T09:00"))
                    .build())
            .add(proposal("open").build())
            .add(Contract.builder("s-1", at("2026-03-20T10:00"), Money.parse("EUR 1200.00"))
                    .customer("c-1")
                    .build())
            .add(Call.builder("k-1", at("2026-04-02T09:30")).customer("c-1").build())
            .add(Meeting.builder("planned", at("2026-12-01T09:00"), Meeting.Outcome.PLANNED)
                    .customer("c-1")
                    .build())
            .build();

    private static Proposal.Builder proposal(String id) {
        return Proposal.builder(id, at("2026-03-10T09:00")).customer("c-1").amount(Money.parse("EUR 100.00"));
    }

    private static KpiQuery march() {
        return KpiCalculator.of(HISTORY).during(DateRange.month(2026, 3));
    }

    @Test
    void saysAllThatIsBehindAnAnswer() {
        assertThat(march().explain(SalesIndicators.PROPOSAL_ACCEPTANCE_RATE).lines(Locale.UK))
                .containsExactly(
                        entry("Value", "33.3%"),
                        entry("Definition", "Share of the proposals sent in the period that have been accepted since."),
                        entry("Population", "proposals, by the moment they were sent"),
                        entry("Formula", "hits ÷ (hits + misses + open)"),
                        entry("Counts", "hits 1, misses 1, open 1, in all 3"),
                        entry("Of the decided", "50.0%; at most 66.7% of all, if every open case becomes a hit"),
                        entry("Period", "1 March 2026 to 31 March 2026 (Europe/Paris)"),
                        entry("Known", "all records, of which the last is of 2 April 2026 09:30"),
                        entry("Currency", "EUR"),
                        entry("Set aside", "nothing"),
                        entry("Final", "not yet: it is once each open case is decided"));
    }

    @Test
    void saysItInTheLanguageOfTheReader() {
        Map<String, String> lines = march().where(Dimension.OWNER, "alice", "bob")
                .explain(SalesIndicators.REVENUE)
                .lines(Locale.FRANCE);

        assertThat(lines)
                .containsEntry("Population", "contrats, à la date de signature")
                .containsEntry("Formule", "somme des montants des éléments")
                .containsEntry("Seulement", "commercial : alice ou bob")
                .containsEntry("Période", "du 1ᵉʳ mars 2026 au 31 mars 2026 (Europe/Paris)")
                .containsEntry("Définitif", "oui, sauf si des enregistrements sont ajoutés ou modifiés plus tard");
        assertThat(lines.get("Valeur")).startsWith("1").endsWith("€");
        assertThat(march().where(Dimension.OWNER, "alice")
                        .where(Dimension.attribute("region"), "Ouest")
                        .explain(SalesIndicators.REVENUE)
                        .lines(Locale.FRANCE))
                .containsEntry("Seulement", "commercial : alice ; region : Ouest");
        assertThat(march().explain(SalesIndicators.REVENUE).lines(Locale.ITALIAN))
                .containsKeys("Value", "Definition");
    }

    @Test
    void isFinalWhenThePeriodIsOverAndNothingIsOpen() {
        assertThat(march().explain(SalesIndicators.WIN_RATE).outlook()).isEqualTo(Outlook.SETTLED);
        assertThat(march().explain(SalesIndicators.PROPOSAL_ACCEPTANCE_RATE).outlook())
                .isEqualTo(Outlook.CASES_OPEN);
        assertThat(march().explain(PipelineIndicators.WIN_RATE_BY_AMOUNT).outlook())
                .isEqualTo(Outlook.SETTLED);
    }

    /** A planned meeting of December does not make the records reach it. */
    @Test
    void isNotFinalBeforeRecordsReachTheEndOfThePeriod() {
        KpiCalculator kpis = KpiCalculator.of(HISTORY);
        Explanation<?> april = kpis.during(DateRange.month(2026, 4)).explain(SalesIndicators.CALLS);

        assertThat(april.outlook()).isEqualTo(Outlook.PERIOD_NOT_OVER);
        assertThat(april.lines(Locale.UK))
                .containsEntry(
                        "Final",
                        "not yet: records are known until 2 April 2026 09:30 only, and the period ends after that");
        DateRange untilTheDayOfTheCall = DateRange.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 3));
        assertThat(kpis.during(untilTheDayOfTheCall)
                        .explain(SalesIndicators.CALLS)
                        .outlook())
                .isEqualTo(Outlook.SETTLED);
        DateRange aDayMore = DateRange.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 4));
        assertThat(kpis.during(aDayMore).explain(SalesIndicators.CALLS).outlook())
                .isEqualTo(Outlook.PERIOD_NOT_OVER);
    }

    @Test
    void goesByTheViewWhereThereIsOne() {
        KpiCalculator kpis = KpiCalculator.of(HISTORY);
        DateRange march = DateRange.month(2026, 3);
        Instant close = at("2026-04-01T00:00");

        Explanation<?> closed = kpis.asOf(close).during(march).explain(SalesIndicators.CONTRACTS);
        assertThat(closed.outlook()).isEqualTo(Outlook.SETTLED);
        assertThat(closed.lines(Locale.UK)).containsEntry("Known", "what was known just before 1 April 2026");
        assertThat(kpis.asOf(close.minusNanos(1))
                        .during(march)
                        .explain(SalesIndicators.CONTRACTS)
                        .outlook())
                .isEqualTo(Outlook.PERIOD_NOT_OVER);
    }

    @Test
    void knowsOpenCasesOfEachKindOfAnswer() {
        assertThat(march().explain(ActivityIndicators.FIRST_RESPONSE).outlook()).isEqualTo(Outlook.SETTLED);
        SalesHistory waiting = SalesHistory.builder(PARIS, CurrencyUnit.EUR)
                .add(Customer.builder("c-1", at("2026-03-01T09:00")).build())
                .add(proposal("open").build())
                .add(Survey.builder("v-1", at("2026-04-02T09:30"), Survey.Scale.NPS, 9)
                        .build())
                .build();
        KpiQuery query = KpiCalculator.of(waiting).during(DateRange.month(2026, 3));
        Indicator<?> open = Indicator.rateOfAmounts(
                "accepted",
                SalesPopulations.PROPOSALS_SENT,
                FactAmount.PROPOSAL_AMOUNT,
                Proposal::isAccepted,
                Proposal::isPending);

        assertThat(query.explain(ActivityIndicators.FIRST_RESPONSE).outlook()).isEqualTo(Outlook.CASES_OPEN);
        assertThat(query.explain(open).outlook()).isEqualTo(Outlook.CASES_OPEN);
    }

    @Test
    void saysHowManyRecordsWereSetAside() {
        SalesHistory lenient = SalesHistory.builder(PARIS, CurrencyUnit.EUR)
                .add(Call.builder("k-1", at("2026-03-02T09:30"))
                        .customer("nobody")
                        .build())
                .add(Call.builder("k-2", at("2026-03-02T09:30"))
                        .customer("nobody")
                        .build())
                .add(Survey.builder("v-1", at("2026-03-02T09:30"), Survey.Scale.NPS, 9)
                        .customer("nobody")
                        .build())
                .lenient()
                .build();
        Explanation<?> explained =
                KpiCalculator.of(lenient).during(DateRange.month(2026, 3)).explain(SalesIndicators.CALLS);

        assertThat(explained.setAside())
                .containsExactly(entry(RecordType.CALL, 2), entry(RecordType.SURVEY, 1))
                .isEqualTo(lenient.setAside());
        assertThat(explained.lines(Locale.ENGLISH))
                .containsEntry("Set aside", "calls 2, survey answers 1")
                .containsEntry("Known", "no record")
                .containsEntry("Final", "no record");
    }

    @Test
    void saysWhatHasNoValue() {
        assertThat(march().explain(SalesIndicators.SATISFACTION_RATE).lines(Locale.ENGLISH))
                .containsEntry("Value", "undefined: there is nothing to divide by")
                .doesNotContainKey("Of the decided");
    }

    @Test
    void saysWhatEachKindOfAnswerIsMadeOf() {
        assertThat(List.of(
                        SalesIndicators.CONTRACTS,
                        SalesIndicators.REVENUE,
                        SalesIndicators.AVERAGE_BASKET,
                        SalesIndicators.DEAL_CYCLE,
                        SalesIndicators.PROPOSALS_PER_MEETING,
                        PipelineIndicators.WIN_RATE_BY_AMOUNT,
                        PipelineIndicators.SALES_VELOCITY,
                        CustomerIndicators.NPS,
                        ActivityIndicators.FIRST_RESPONSE))
                .extracting(
                        indicator -> march().explain(indicator).lines(Locale.US).get("Counts"))
                .containsExactly(
                        "members 1",
                        "sum €1,200.00",
                        "sum €1,200.00, members 1",
                        "days 10, members 1, median 10.0",
                        "above the line 3, below the line 0",
                        "hits €100.00, misses €100.00, open €0.00, in all €200.00",
                        "open 1, decided 2, won 1, their amount €100.00, won with an amount 1, days to win 10",
                        "promoters 0, passives 0, detractors 0",
                        "hours 767, members that wait no longer 1, median 767.0, will wait for ever 0, still wait 0");
    }

    @Test
    void explainsEveryIndicatorOfTheCatalogue() {
        assertThat(IndicatorCatalogue.all())
                .allSatisfy(indicator -> assertThat(march().explain(indicator).lines(Locale.GERMAN))
                        .hasSizeBetween(10, 12)
                        .containsKeys("Wert", "Grundgesamtheit", "Formel", "Zahlen"));
    }
}
