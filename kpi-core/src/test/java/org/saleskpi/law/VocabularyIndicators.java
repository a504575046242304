package org.saleskpi.law;

import java.util.Arrays;
import java.util.List;
import org.saleskpi.indicator.AmountRange;
import org.saleskpi.indicator.AtEnd;
import org.saleskpi.indicator.Balance;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.FactAmount;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Proposal;

/** Indicators that use the rest of the vocabulary: every kind of formula and of condition that the catalogue does without. */
final class VocabularyIndicators {

    static final Dimension REGION = Dimension.attribute("region");
    static final FactAmount<Proposal> PROPOSAL_AMOUNT = FactAmount.of(Proposal::amount);

    /** Proposals until they are decided, that nobody linked to a customer among them. */
    private static final Balance<Proposal> PENDING_OF_ALICE = Balance.PROPOSALS_PENDING.where(Dimension.OWNER, "alice");

    static final List<Indicator<?>> ALL = List.of(
            Indicator.count("pipeline-opening", Balance.PROPOSALS_PENDING, Balance.At.START),
            Indicator.count(
                    "accepted-later-of-alice",
                    Balance.PROPOSALS_PENDING.where(Dimension.OWNER, "alice").where(Proposal::isAccepted),
                    Balance.At.END),
            Indicator.customers("customers-called", SalesPopulations.PROSPECTING_CALLS),
            Indicator.customers("customers-decided", SalesPopulations.PROPOSALS_DECIDED),
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
                    "business-with-the-won",
                    SalesPopulations.CONTRACTS_SIGNED.whereCustomer(CustomerJourney::isWonBefore),
                    FactAmount.CONTRACT_VALUE),
            Indicator.count(
                    "big-contracts",
                    SalesPopulations.CONTRACTS_SIGNED.whereAmount(FactAmount.CONTRACT_VALUE, AmountRange.atLeast(100))),
            Indicator.count(
                    "small-proposals",
                    SalesPopulations.PROPOSALS_SENT.whereAmount(Proposal::amount, AmountRange.below(100))),
            Indicator.count(
                    "bookings-of-alice", SalesPopulations.SALES_MEETINGS_BOOKED.where(Dimension.OWNER, "alice")),
            Indicator.count(
                    "bookings-with-prospects",
                    SalesPopulations.SALES_MEETINGS_BOOKED.whereCustomer((journey, at) -> !journey.isWon())),
            Indicator.customers("customers-booked", SalesPopulations.SALES_MEETINGS_BOOKED),
            Indicator.rateOfAmounts(
                    "share-of-the-lost",
                    SalesPopulations.PROPOSALS_SENT,
                    PROPOSAL_AMOUNT,
                    SalesPopulations.PROPOSALS_SENT.whereCustomer((journey, at) -> journey.isDisqualified())),
            Indicator.meanAmountPerCustomer("proposed-per-customer", SalesPopulations.PROPOSALS_SENT, PROPOSAL_AMOUNT),
            Indicator.grossRetention("pending-of-alice-kept", PENDING_OF_ALICE, PROPOSAL_AMOUNT),
            Indicator.netRetention("pending-of-alice-now", PENDING_OF_ALICE, PROPOSAL_AMOUNT),
            Indicator.rate(
                    "retention-of-alice",
                    Balance.CUSTOMERS_IN_FORCE.where(Dimension.OWNER, "alice"),
                    AtEnd.STILL_IN_FORCE));

    private VocabularyIndicators() {}
}
