package org.saleskpi.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.Survey;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Rate;
import org.saleskpi.value.RatioOfAmounts;

/** What an indicator computes, and of what, in words. */
class IndicatorFormulaTest {

    private static final Population<Proposal> PROPOSALS = SalesPopulations.PROPOSALS_SENT;
    private static final Population<Contract> CONTRACTS = SalesPopulations.CONTRACTS_SIGNED;
    private static final FactAmount<Proposal> AMOUNT = FactAmount.PROPOSAL_AMOUNT;

    private static final String SENT = "proposals, by the moment they were sent";
    private static final String SIGNED = "contracts, by the moment they were signed";
    private static final String PENDING = "proposals sent and not decided";

    private static void assertSays(Indicator<?> indicator, String population, String formula) {
        assertThat(indicator.population(Locale.ENGLISH)).isEqualTo(population);
        assertThat(indicator.formula(Locale.ENGLISH)).isEqualTo(formula);
    }

    @Test
    void ofFacts() {
        assertSays(Indicator.count("key", PROPOSALS), SENT, "number of members");
        assertSays(Indicator.total("key", PROPOSALS, AMOUNT), SENT, "sum of the members' amounts");
        assertSays(
                Indicator.meanAmount("key", PROPOSALS, AMOUNT),
                SENT,
                "sum of the members' amounts ÷ number of members with an amount");
        assertSays(
                Indicator.days("key", PROPOSALS, Proposal::sentAt, Proposal::decidedAt),
                SENT,
                "sum of the members' calendar days ÷ number of members; the median beside it");
        assertSays(Indicator.rate("key", PROPOSALS, Proposal::isAccepted), SENT, "hits ÷ (hits + misses + open)");
        assertSays(
                Indicator.rateOfAmounts("key", PROPOSALS, AMOUNT, Proposal::isAccepted),
                SENT,
                "amounts of hits ÷ amounts of hits, misses and open");
        assertSays(
                Indicator.score(
                        "key",
                        SalesPopulations.SURVEYS_ANSWERED,
                        survey -> survey.score() > 8,
                        (Survey survey) -> survey.score() < 7),
                "survey answers",
                "100 × (promoters − detractors) ÷ answers");
    }

    @Test
    void ofTwoPopulations() {
        assertSays(
                Indicator.ratio("key", CONTRACTS, PROPOSALS),
                SIGNED + " ÷ " + SENT,
                "number of members above the line ÷ number of members below it");
        assertSays(
                Indicator.ratioOfAmounts("key", CONTRACTS, FactAmount.CONTRACT_VALUE, PROPOSALS, AMOUNT),
                SIGNED + " ÷ " + SENT,
                "sum of the amounts above the line ÷ sum of those below it");
        assertSays(
                Indicator.waits("key", SalesPopulations.PROSPECTS_ENTERED, PROPOSALS, CustomerJourney::isDisqualified),
                "customers, by their entry: the earliest trace of each; what is waited for: " + SENT,
                "whole hours until what is waited for ÷ members for which it came; the median beside it");
        assertSays(
                Indicator.velocity(
                        "key",
                        Balance.PROPOSALS_PENDING,
                        SalesPopulations.PROPOSALS_DECIDED,
                        Proposal::isAccepted,
                        AMOUNT,
                        Proposal::sentAt,
                        Proposal::decidedAt),
                PENDING + ", and decided proposals, by the moment of the decision",
                "open members × share of the decided that were won × mean amount of those won ÷ mean days to win");
    }

    @Test
    void ofWhatStandsAtAnInstant() {
        assertSays(
                Indicator.count("key", Balance.PROPOSALS_PENDING, Balance.At.START),
                PENDING,
                "number of members on the eve of the period's start");
        assertSays(
                Indicator.count("key", Balance.PROPOSALS_PENDING, Balance.At.END),
                PENDING,
                "number of members on the eve of the period's end");
        assertSays(
                Indicator.total("key", Balance.PROPOSALS_PENDING, AMOUNT, Balance.At.END),
                PENDING,
                "sum of the members' amounts on the eve of the period's end");
        assertSays(
                Indicator.rate("key", Balance.CUSTOMERS_IN_FORCE, AtEnd.STILL_IN_FORCE),
                "customers under contract",
                "members on the eve of the start that are members on the eve of the end ÷ members on the eve of the"
                        + " start");
        assertSays(
                Indicator.rate("key", Balance.CUSTOMERS_IN_FORCE, AtEnd.NO_LONGER_IN_FORCE),
                "customers under contract",
                "members on the eve of the start that are no members on the eve of the end ÷ members on the eve of the"
                        + " start");
    }

    @Test
    void ofCustomers() {
        assertSays(Indicator.customers("key", CONTRACTS), SIGNED, "number of different customers of the members");
        assertSays(
                Indicator.meanAmountPerCustomer("key", CONTRACTS, FactAmount.CONTRACT_VALUE),
                SIGNED,
                "sum of the members' amounts ÷ number of their different customers");
        assertSays(
                Indicator.grossRetention("key", Balance.CONTRACTS_IN_FORCE, FactAmount.MONTHLY_VALUE),
                "contracts in force",
                "amounts on the eve of the end, at most those on the eve of the start, customer by customer ÷ amounts"
                        + " on the eve of the start");
        assertSays(
                Indicator.netRetention("key", Balance.CONTRACTS_IN_FORCE, FactAmount.MONTHLY_VALUE),
                "contracts in force",
                "amounts on the eve of the end ÷ amounts on the eve of the start, of customers that had one at the"
                        + " start");
    }

    @Test
    void knowsTheKindOfItsAnswers() {
        assertThat(Indicator.count("key", PROPOSALS).formula().answerType()).isEqualTo(Count.class);
        assertThat(Indicator.total("key", PROPOSALS, AMOUNT).formula().answerType())
                .isEqualTo(Amount.class);
        assertThat(Indicator.rate("key", PROPOSALS, Proposal::isAccepted)
                        .formula()
                        .answerType())
                .isEqualTo(Rate.class);
        assertThat(Indicator.netRetention("key", Balance.PROPOSALS_PENDING, AMOUNT)
                        .formula()
                        .answerType())
                .isEqualTo(RatioOfAmounts.class);
    }
}
