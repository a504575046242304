package org.saleskpi.law;

import java.util.Arrays;
import java.util.List;
import org.saleskpi.indicator.AmountRange;
import org.saleskpi.indicator.AtEnd;
import org.saleskpi.indicator.Balance;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.FactAmount;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.Population;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.Survey;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;

/** Indicators that use the rest of the vocabulary: every kind of formula and of condition that the catalogue does without. */
final class VocabularyIndicators {

    static final Dimension REGION = Dimension.attribute("region");
    static final FactAmount<Proposal> PROPOSAL_AMOUNT = FactAmount.of(Proposal::amount);

    static final Balance<Contract> CONTRACTS_IN_FORCE =
            Balance.of(Population.of(Contract.class, Contract::startsAt), Contract::endsAt);

    static final Indicator<Count> CUSTOMERS_OPENING =
            Indicator.count("customers-opening", Balance.CUSTOMERS_IN_FORCE, Balance.At.START);
    static final Indicator<Count> CUSTOMERS_CLOSING =
            Indicator.count("customers-closing", Balance.CUSTOMERS_IN_FORCE, Balance.At.END);
    static final Indicator<Amount> PIPELINE =
            Indicator.total("pipeline", Balance.PROPOSALS_PENDING, PROPOSAL_AMOUNT, Balance.At.END);

    static final List<Indicator<?>> ALL = List.of(
            CUSTOMERS_OPENING,
            CUSTOMERS_CLOSING,
            PIPELINE,
            Indicator.count("pipeline-opening", Balance.PROPOSALS_PENDING, Balance.At.START),
            Indicator.count(
                    "accepted-later-of-alice",
                    Balance.PROPOSALS_PENDING.where(Dimension.OWNER, "alice").where(Proposal::isAccepted),
                    Balance.At.END),
            Indicator.total("mrr", CONTRACTS_IN_FORCE, FactAmount.MONTHLY_VALUE, Balance.At.END),
            Indicator.customers("customers-called", SalesPopulations.PROSPECTING_CALLS),
            Indicator.customers("customers-decided", SalesPopulations.PROPOSALS_DECIDED),
            Indicator.rateOfAmounts(
                    "win-rate-by-amount", SalesPopulations.PROPOSALS_DECIDED, PROPOSAL_AMOUNT, Proposal::isAccepted),
            Indicator.rateOfAmounts(
                    "acceptance-by-amount",
                    SalesPopulations.PROPOSALS_SENT,
                    PROPOSAL_AMOUNT,
                    Proposal::isAccepted,
                    Proposal::isPending),
            Indicator.ratioOfAmounts(
                    "signed-by-proposed",
                    SalesPopulations.CONTRACTS_SIGNED,
                    FactAmount.CONTRACT_VALUE,
                    SalesPopulations.PROPOSALS_SENT,
                    PROPOSAL_AMOUNT),
            Indicator.score(
                    "nps",
                    SalesPopulations.SURVEYS_ANSWERED.where(survey -> survey.scale() == Survey.Scale.NPS),
                    survey -> survey.score() >= 9,
                    survey -> survey.score() <= 6),
            Indicator.waits(
                    "first-response",
                    SalesPopulations.PROSPECTS_ENTERED,
                    SalesPopulations.PROSPECTING_CALLS,
                    journey -> journey.isWon() || journey.isDisqualified()),
            Indicator.count("calls-of-alice", SalesPopulations.PROSPECTING_CALLS.where(Dimension.OWNER, "alice")),
            Indicator.count(
                    "calls-of-bob-or-nowhere",
                    SalesPopulations.PROSPECTING_CALLS.where(REGION, Arrays.asList("Bob", null))),
            Indicator.count(
                    "calls-to-customers",
                    SalesPopulations.PROSPECTING_CALLS.whereCustomer(CustomerJourney::isWonBefore)),
            Indicator.count(
                    "calls-to-the-lost",
                    SalesPopulations.PROSPECTING_CALLS.whereCustomer((journey, at) -> journey.isDisqualified())),
            Indicator.total(
                    "repeat-business",
                    SalesPopulations.CONTRACTS_SIGNED.whereCustomer(CustomerJourney::isWonBefore),
                    FactAmount.CONTRACT_VALUE),
            Indicator.count(
                    "big-contracts",
                    SalesPopulations.CONTRACTS_SIGNED.whereAmount(FactAmount.CONTRACT_VALUE, AmountRange.atLeast(100))),
            Indicator.count(
                    "small-proposals",
                    SalesPopulations.PROPOSALS_SENT.whereAmount(Proposal::amount, AmountRange.below(100))),
            Indicator.rate(
                    "retention-of-alice",
                    Balance.CUSTOMERS_IN_FORCE.where(Dimension.OWNER, "alice"),
                    AtEnd.STILL_IN_FORCE));

    private VocabularyIndicators() {}
}
