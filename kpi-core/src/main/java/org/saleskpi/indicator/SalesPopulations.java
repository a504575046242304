package org.saleskpi.indicator;

import org.saleskpi.sales.Booking;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Conversion;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.Stretch;
import org.saleskpi.sales.Survey;

/**
 * The populations of the standard catalogue, to build indicators of your own on.
 *
 * <pre>{@code
 * Indicator<Count> callsBack = Indicator.count(
 *         "calls-back", SalesPopulations.PROSPECTING_CALLS.where(call -> call.outcome() == Call.Outcome.CALL_BACK));
 * Count march = KpiCalculator.of(history).during(DateRange.month(2026, 3)).get(callsBack);
 * }</pre>
 *
 * @since 0.1.0
 */
public final class SalesPopulations {

    /** Calls with purpose {@link Call.Purpose#PROSPECTING}, by {@link Call#at}. */
    public static final Population<Call> PROSPECTING_CALLS =
            Population.of(Call.class, Call::at).where(Call::isProspecting).worded("members.prospecting-calls");

    /** Prospecting calls of which it is recorded that somebody answered, by {@link Call#at}. */
    public static final Population<Call> PROSPECTING_CALLS_ANSWERED =
            PROSPECTING_CALLS.where(Call::isAnswered).worded("members.prospecting-calls-answered");

    /** Meetings with purpose {@link Meeting.Purpose#SALES} that were not cancelled, by {@link Meeting#at}. */
    public static final Population<Meeting> SALES_MEETINGS = Population.of(Meeting.class, Meeting::at)
            .where(Meeting::isSales)
            .where(meeting -> !meeting.isCancelled())
            .worded("members.sales-meetings");

    /** Meetings with purpose {@link Meeting.Purpose#SALES} that took place, by {@link Meeting#at}. */
    public static final Population<Meeting> SALES_MEETINGS_HELD =
            SALES_MEETINGS.where(Meeting::isHeld).worded("members.sales-meetings-held");

    /** Sales meetings of which it is recorded when they were booked, by that moment, whatever became of them. */
    public static final Population<Booking> SALES_MEETINGS_BOOKED =
            Population.of(Booking.class, Booking::at).worded("members.sales-meetings-booked");

    /** All proposals, by {@link Proposal#sentAt}. */
    public static final Population<Proposal> PROPOSALS_SENT =
            Population.of(Proposal.class, Proposal::sentAt).worded("members.proposals-sent");

    /** Proposals that are accepted, refused or expired, by {@link Proposal#decidedAt}. */
    public static final Population<Proposal> PROPOSALS_DECIDED =
            Population.of(Proposal.class, Proposal::decidedAt).worded("members.proposals-decided");

    /** Accepted proposals, by {@link Proposal#decidedAt}. */
    public static final Population<Proposal> PROPOSALS_ACCEPTED =
            PROPOSALS_DECIDED.where(Proposal::isAccepted).worded("members.proposals-accepted");

    /** All contracts, by {@link Contract#signedAt}. */
    public static final Population<Contract> CONTRACTS_SIGNED =
            Population.of(Contract.class, Contract::signedAt).worded("members.contracts-signed");

    /** Contracts that are the first of their customer, by {@link Contract#signedAt}: those it converted by. */
    public static final Population<Contract> FIRST_CONTRACTS =
            CONTRACTS_SIGNED.whereFirst(true).worded("members.first-contracts");

    /** All other contracts, by {@link Contract#signedAt}: renewals, and more business with customers won before. */
    public static final Population<Contract> REPEAT_CONTRACTS =
            CONTRACTS_SIGNED.whereFirst(false).worded("members.repeat-contracts");

    /** All contracts, by {@link Contract#startsAt}. */
    public static final Population<Contract> TERMS_STARTED =
            Population.of(Contract.class, Contract::startsAt).worded("members.terms-started");

    /** All survey answers, by {@link Survey#at}. */
    public static final Population<Survey> SURVEYS_ANSWERED =
            Population.of(Survey.class, Survey::at).worded("members.surveys-answered");

    /** Survey answers on the recommendation scale, {@link Survey.Scale#NPS}, by {@link Survey#at}. */
    public static final Population<Survey> RECOMMENDATIONS =
            SURVEYS_ANSWERED.where(survey -> survey.scale() == Survey.Scale.NPS).worded("members.recommendations");

    /** All customers, by {@link CustomerJourney#entry}: the earliest trace of each. */
    public static final Population<CustomerJourney> PROSPECTS_ENTERED =
            Population.of(CustomerJourney.class, CustomerJourney::entry).worded("members.prospects-entered");

    /** Customers that signed, by the moment of their first contract: {@link Conversion#at}. */
    public static final Population<Conversion> CUSTOMERS_WON =
            Population.of(Conversion.class, Conversion::at).worded("members.customers-won");

    /** Stretches of cover, by their start: customers gained, or gained back. */
    public static final Population<Stretch> COVER_STARTED =
            Population.of(Stretch.class, Stretch::startsAt).worded("members.cover-started");

    /** Stretches of cover that have an end, by it: customers lost, for good or for a time. */
    public static final Population<Stretch> COVER_ENDED =
            Population.of(Stretch.class, Stretch::endsAt).worded("members.cover-ended");

    private SalesPopulations() {}
}
