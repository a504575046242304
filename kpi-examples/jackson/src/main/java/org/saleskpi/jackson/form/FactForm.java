package org.saleskpi.jackson.form;

import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Booking;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Conversion;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Origin;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Stretch;
import org.saleskpi.sales.Survey;

/**
 * A fact of any kind as one row: what a reader needs to find its record again.
 *
 * @param type the kind of fact: {@code call}, {@code meeting}, {@code booking}, {@code proposal}, {@code contract},
 *     {@code survey}, {@code prospect} (a customer from its entry on), {@code conversion}, {@code cover} (a stretch of time that
 *     contracts cover)
 * @param id the id of the record, of the customer for what is derived for one
 * @param at its own moment: a call was made then, a proposal sent, a contract signed
 * @param countedAt the moment at which the answer counts it: a win rate counts a proposal when it is decided
 * @param customer the id of its customer; null if it has none
 * @param owner its own rep, else that of its customer; null if neither has one
 * @param outcome what became of it, as the exchange format writes it; null where nothing is recorded
 * @param amount its own amount; null if it has none
 * @param origin the file and line of its record; null if it does not say
 */
public record FactForm(
        String type,
        String id,
        Instant at,
        Instant countedAt,
        @Nullable String customer,
        @Nullable String owner,
        @Nullable String outcome,
        @Nullable Money amount,
        @Nullable String origin) {

    /**
     * Returns the row of a fact.
     *
     * @param fact the fact
     * @param countedAt the moment at which the answer counts it
     * @param history the history that it is of
     * @return what is to be said of it
     */
    public static FactForm of(Fact fact, Instant countedAt, SalesHistory history) {
        if (fact instanceof Call call) {
            return row("call", fact, countedAt, history, word(call.outcome()), null, call);
        }
        if (fact instanceof Meeting meeting) {
            return row("meeting", fact, countedAt, history, word(meeting.outcome()), null, meeting);
        }
        if (fact instanceof Booking booking) {
            Meeting meeting = booking.meeting();
            return row("booking", fact, countedAt, history, word(meeting.outcome()), null, meeting);
        }
        if (fact instanceof Proposal proposal) {
            return row("proposal", fact, countedAt, history, word(proposal.status()), proposal.amount(), proposal);
        }
        if (fact instanceof Contract contract) {
            return row("contract", fact, countedAt, history, null, contract.amount(), contract);
        }
        if (fact instanceof Survey survey) {
            return row("survey", fact, countedAt, history, survey.score() + " " + word(survey.scale()), null, survey);
        }
        if (fact instanceof CustomerJourney journey) {
            String state = journey.isWon() ? "WON" : journey.isDisqualified() ? "DISQUALIFIED" : "OPEN";
            return row("prospect", fact, countedAt, history, state, null, journey.customer());
        }
        if (fact instanceof Conversion conversion) {
            return row(
                    "conversion",
                    fact,
                    countedAt,
                    history,
                    null,
                    conversion.contract().amount(),
                    conversion.contract());
        }
        Stretch stretch = (Stretch) fact;
        return row("cover", fact, countedAt, history, null, null, stretch.customer());
    }

    private static @Nullable String word(@Nullable Enum<?> outcome) {
        return outcome == null ? null : outcome.name();
    }

    private static FactForm row(
            String type,
            Fact fact,
            Instant countedAt,
            SalesHistory history,
            @Nullable String outcome,
            @Nullable Money amount,
            SalesRecord record) {
        String customer = fact.customerId();
        String owner = fact.owner() != null || customer == null
                ? fact.owner()
                : history.journeyOf(customer)
                        .map(CustomerJourney::customer)
                        .map(SalesRecord::owner)
                        .orElse(null);
        Origin origin = record.origin();
        return new FactForm(
                type,
                fact.id(),
                fact.moment(),
                countedAt,
                customer,
                owner,
                outcome,
                amount,
                origin == null ? null : origin.toString());
    }
}
