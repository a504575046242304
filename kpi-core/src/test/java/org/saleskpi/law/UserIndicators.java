package org.saleskpi.law;

import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.AtEnd;
import org.saleskpi.indicator.Balance;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.IndicatorCatalogue;
import org.saleskpi.indicator.Population;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.Stretch;

/** Indicators as users define them, at least one of every kind: the laws hold for them too. */
final class UserIndicators {

    /** Contracts by another moment than the one that decides whether a view knows them. */
    private static final Population<Contract> CONTRACTS_STARTED = Population.of(Contract.class, Contract::startsAt);

    private static final List<Indicator<?>> OF_KINDS_IN_THE_CATALOGUE = List.of(
            Indicator.count("other-calls", Population.of(Call.class, Call::at).where(call -> !call.isProspecting())),
            Indicator.count("meetings-by-booking", Population.of(Meeting.class, Meeting::bookedAt)),
            Indicator.count("contracts-by-start", CONTRACTS_STARTED),
            Indicator.total("amount-by-start", CONTRACTS_STARTED, Contract::amount),
            Indicator.rate(
                            "booked-in-time",
                            Population.of(Meeting.class, Meeting::at).where(Meeting::isSales),
                            meeting -> meeting.bookedAt() != null
                                    && !meeting.bookedAt().isAfter(meeting.at()))
                    .openWhen(meeting -> meeting.bookedAt() == null),
            Indicator.total("accepted-amount", SalesPopulations.PROPOSALS_ACCEPTED, Proposal::amount),
            Indicator.total(
                    "first-amounts",
                    SalesPopulations.CUSTOMERS_WON,
                    conversion -> conversion.contract().amount()),
            Indicator.total("business-of-entered", SalesPopulations.PROSPECTS_ENTERED, UserIndicators::firstAmount),
            Indicator.meanAmount("average-proposal", SalesPopulations.PROPOSALS_SENT, Proposal::amount),
            Indicator.days("cover-length", SalesPopulations.COVER_STARTED, Stretch::startsAt, Stretch::endsAt),
            Indicator.days(
                    "signature-to-start", SalesPopulations.CONTRACTS_SIGNED, Contract::signedAt, Contract::startsAt),
            Indicator.days(
                    "entry-to-disqualification",
                    SalesPopulations.PROSPECTS_ENTERED,
                    CustomerJourney::entry,
                    journey -> journey.customer().disqualifiedAt()),
            Indicator.rate(
                            "booking-rate",
                            SalesPopulations.PROSPECTING_CALLS,
                            call -> call.outcome() == Call.Outcome.MEETING_BOOKED)
                    .missWhen(call -> call.outcome() == Call.Outcome.REFUSED),
            Indicator.rate("departure-rate", Balance.CUSTOMERS_IN_FORCE, AtEnd.NO_LONGER_IN_FORCE),
            Indicator.ratio("calls-per-win", SalesPopulations.PROSPECTING_CALLS, SalesPopulations.CUSTOMERS_WON));

    /** What a calculator has beside the eighteen that it always has: the wider catalogue, and the users' own. */
    static final List<Indicator<?>> ALL = Stream.of(
                    IndicatorCatalogue.all().stream()
                            .filter(indicator -> !SalesIndicators.all().contains(indicator)),
                    OF_KINDS_IN_THE_CATALOGUE.stream(),
                    VocabularyIndicators.ALL.stream())
            .<Indicator<?>>flatMap(indicators -> indicators)
            .toList();

    private UserIndicators() {}

    private static @Nullable Money firstAmount(CustomerJourney journey) {
        Contract first = journey.firstContract();
        return first == null ? null : first.amount();
    }
}
