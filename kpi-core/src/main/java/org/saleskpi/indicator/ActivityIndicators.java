package org.saleskpi.indicator;

import static org.saleskpi.indicator.Direction.LESS_IS_BETTER;
import static org.saleskpi.indicator.Direction.MORE_IS_BETTER;
import static org.saleskpi.indicator.Indicator.count;
import static org.saleskpi.indicator.Indicator.rate;
import static org.saleskpi.indicator.Indicator.ratio;
import static org.saleskpi.indicator.Indicator.waits;
import static org.saleskpi.indicator.SalesPopulations.CONTRACTS_SIGNED;
import static org.saleskpi.indicator.SalesPopulations.PROSPECTING_CALLS;
import static org.saleskpi.indicator.SalesPopulations.PROSPECTING_CALLS_ANSWERED;
import static org.saleskpi.indicator.SalesPopulations.PROSPECTS_ENTERED;
import static org.saleskpi.indicator.SalesPopulations.SALES_MEETINGS;
import static org.saleskpi.indicator.SalesPopulations.SALES_MEETINGS_BOOKED;
import static org.saleskpi.indicator.SalesPopulations.SALES_MEETINGS_HELD;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Meeting;
import org.saleskpi.value.Count;
import org.saleskpi.value.Rate;
import org.saleskpi.value.Ratio;
import org.saleskpi.value.Waits;

/**
 * What the team does, and what it comes to: meetings, calls, and how soon new customers are called.
 *
 * <p>A part of the {@linkplain IndicatorCatalogue wider catalogue}, which a report answers where it is asked to. It is
 * written like {@link SalesIndicators}, whose words about examples hold here too.
 *
 * <pre>{@code
 * Rate missed = KpiCalculator.of(history).during(DateRange.quarter(2026, 1)).get(ActivityIndicators.NO_SHOW_RATE);
 * assert missed.toString().equals("1 of 23: 4.3 %");
 * }</pre>
 *
 * @since 0.1.0
 */
public final class ActivityIndicators {

    /**
     * Sales meetings agreed on, whatever became of them: what prospecting achieves.
     *
     * <ul>
     *   <li>Key: {@code meetings-booked}: Meetings booked, Rendez-vous obtenus.
     *   <li>Formula: how many there are.
     *   <li>Population: {@link SalesPopulations#SALES_MEETINGS_BOOKED}: cancelled ones count, and so do those that
     *       lie ahead.
     *   <li>Moment: {@link org.saleskpi.sales.Meeting#bookedAt}.
     *   <li>Unit: meetings; more is better.
     *   <li>Undefined: never, none is 0; so it is where nobody records when meetings are booked.
     *   <li>Example: 0, because the company does not record when meetings are booked.
     *   <li>Source: common usage in sales activity reports: meetings set.
     * </ul>
     */
    public static final Indicator<Count> MEETINGS_BOOKED = count("meetings-booked", SALES_MEETINGS_BOOKED)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * Sales meetings that took place.
     *
     * <ul>
     *   <li>Key: {@code meetings-held}: Meetings held, Rendez-vous tenus.
     *   <li>Formula: how many there are.
     *   <li>Population: {@link SalesPopulations#SALES_MEETINGS_HELD}.
     *   <li>Moment: {@link org.saleskpi.sales.Meeting#at}.
     *   <li>Unit: meetings; more is better.
     *   <li>Undefined: never, none is 0.
     *   <li>Example: 22.
     *   <li>Source: common usage in sales activity reports.
     * </ul>
     */
    public static final Indicator<Count> MEETINGS_HELD = count("meetings-held", SALES_MEETINGS_HELD)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * Which share of the meetings the customer did not come to.
     *
     * <ul>
     *   <li>Key: {@code no-show-rate}: No-show rate, Taux d'absence aux rendez-vous.
     *   <li>Formula: not come to / meetings; held is a miss, planned is open.
     *   <li>Population: {@link SalesPopulations#SALES_MEETINGS}: cancelled ones do not count.
     *   <li>Moment: {@link org.saleskpi.sales.Meeting#at}.
     *   <li>Unit: share, from 0 to 1; less is better.
     *   <li>Undefined: without meetings.
     *   <li>Example: 1 of 23: 4.3 %.
     *   <li>Source: common usage in sales activity reports.
     * </ul>
     */
    public static final Indicator<Rate> NO_SHOW_RATE = rate(
                    "no-show-rate", SALES_MEETINGS, meeting -> meeting.outcome() == Meeting.Outcome.NO_SHOW)
            .openWhen(Meeting::isPlanned)
            .worded(CatalogueWords::bundle)
            .withDirection(LESS_IS_BETTER);

    /**
     * Which share of the calls somebody answered.
     *
     * <ul>
     *   <li>Key: {@code contact-rate}: Contact rate, Taux de contact.
     *   <li>Formula: answered / calls; no answer is a miss, an outcome not recorded is open.
     *   <li>Population: {@link SalesPopulations#PROSPECTING_CALLS}.
     *   <li>Moment: {@link org.saleskpi.sales.Call#at}.
     *   <li>Unit: share, from 0 to 1; more is better.
     *   <li>Undefined: without calls.
     *   <li>Example: 105 of 217: 48.4 % so far, 51.0 % of the decided, at most 53.5 %.
     *   <li>Source: common usage in call centres: connect rate, right-party contacts.
     * </ul>
     */
    public static final Indicator<Rate> CONTACT_RATE = rate("contact-rate", PROSPECTING_CALLS, Call::isAnswered)
            .openWhen(Call::isUnrecorded)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * Which share of the calls that somebody answered led to a conversation or a meeting.
     *
     * <ul>
     *   <li>Key: {@code answered-call-success-rate}: Success rate of answered calls, Taux de réussite des appels
     *       aboutis.
     *   <li>Formula: discussion or meeting booked / answered.
     *   <li>Population: {@link SalesPopulations#PROSPECTING_CALLS_ANSWERED}: the hits of {@link #CONTACT_RATE}.
     *   <li>Moment: {@link org.saleskpi.sales.Call#at}.
     *   <li>Unit: share, from 0 to 1; more is better.
     *   <li>Undefined: without calls answered.
     *   <li>Example: 28 of 105: 26.7 %.
     *   <li>Source: common usage in call centres: success per contact.
     * </ul>
     */
    public static final Indicator<Rate> ANSWERED_CALL_SUCCESS_RATE = rate(
                    "answered-call-success-rate", PROSPECTING_CALLS_ANSWERED, Call::isSuccessful)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * How many calls are made for a sales meeting.
     *
     * <ul>
     *   <li>Key: {@code calls-per-meeting}: Calls per meeting, Appels par rendez-vous.
     *   <li>Formula: {@link SalesIndicators#CALLS} / {@link SalesIndicators#MEETINGS}.
     *   <li>Population: {@link SalesPopulations#PROSPECTING_CALLS}, {@link SalesPopulations#SALES_MEETINGS}.
     *   <li>Moment: {@link org.saleskpi.sales.Call#at}, {@link org.saleskpi.sales.Meeting#at}.
     *   <li>Unit: calls per meeting; less is better.
     *   <li>Undefined: without meetings.
     *   <li>Example: 9.43: 217 / 23.
     *   <li>Source: common usage in sales activity reports.
     * </ul>
     */
    public static final Indicator<Ratio> CALLS_PER_MEETING = ratio(
                    "calls-per-meeting", PROSPECTING_CALLS, SALES_MEETINGS)
            .worded(CatalogueWords::bundle)
            .withDirection(LESS_IS_BETTER);

    /**
     * How many calls are made for a contract.
     *
     * <ul>
     *   <li>Key: {@code calls-per-contract}: Calls per contract, Appels par contrat.
     *   <li>Formula: {@link SalesIndicators#CALLS} / {@link SalesIndicators#CONTRACTS}.
     *   <li>Population: {@link SalesPopulations#PROSPECTING_CALLS}, {@link SalesPopulations#CONTRACTS_SIGNED}.
     *   <li>Moment: {@link org.saleskpi.sales.Call#at}, {@link org.saleskpi.sales.Contract#signedAt}.
     *   <li>Unit: calls per contract; less is better.
     *   <li>Undefined: without contracts.
     *   <li>Example: 12.76: 217 / 17.
     *   <li>Source: common usage in sales activity reports.
     * </ul>
     */
    public static final Indicator<Ratio> CALLS_PER_CONTRACT = ratio(
                    "calls-per-contract", PROSPECTING_CALLS, CONTRACTS_SIGNED)
            .worded(CatalogueWords::bundle)
            .withDirection(LESS_IS_BETTER);

    /**
     * How many meetings are held for a contract.
     *
     * <ul>
     *   <li>Key: {@code meetings-per-contract}: Meetings held per contract, Rendez-vous tenus par contrat.
     *   <li>Formula: {@link #MEETINGS_HELD} / {@link SalesIndicators#CONTRACTS}.
     *   <li>Population: {@link SalesPopulations#SALES_MEETINGS_HELD}, {@link SalesPopulations#CONTRACTS_SIGNED}.
     *   <li>Moment: {@link org.saleskpi.sales.Meeting#at}, {@link org.saleskpi.sales.Contract#signedAt}.
     *   <li>Unit: meetings per contract; less is better.
     *   <li>Undefined: without contracts.
     *   <li>Example: 1.29: 22 / 17.
     *   <li>Source: common usage in sales activity reports.
     * </ul>
     */
    public static final Indicator<Ratio> MEETINGS_PER_CONTRACT = ratio(
                    "meetings-per-contract", SALES_MEETINGS_HELD, CONTRACTS_SIGNED)
            .worded(CatalogueWords::bundle)
            .withDirection(LESS_IS_BETTER);

    /**
     * How long new customers wait for their first call.
     *
     * <ul>
     *   <li>Key: {@code first-response}: Time to first call, Délai du premier appel.
     *   <li>Formula: mean, median and percentiles of the whole elapsed hours from entry to the first prospecting
     *       call, rounded down. Without a call, who signed or was disqualified is a miss, and the others are open.
     *   <li>Population: {@link SalesPopulations#PROSPECTS_ENTERED}; what is waited for are {@link
     *       SalesPopulations#PROSPECTING_CALLS}.
     *   <li>Moment: {@link org.saleskpi.sales.CustomerJourney#entry}.
     *   <li>Unit: elapsed hours, not those of office; less is better.
     *   <li>Undefined: when nobody entered who was called.
     *   <li>Example: 66.1 hours on average, median 65.0, of 63; 0 missed, 1 open.
     *   <li>Source: common usage in lead management: lead response time, speed to lead.
     * </ul>
     */
    public static final Indicator<Waits> FIRST_RESPONSE = waits(
                    "first-response",
                    PROSPECTS_ENTERED,
                    PROSPECTING_CALLS,
                    journey -> journey.isWon() || journey.isDisqualified())
            .worded(CatalogueWords::bundle)
            .withDirection(LESS_IS_BETTER);

    private static final ImmutableList<Indicator<?>> ALL = ImmutableList.of(
            MEETINGS_BOOKED,
            MEETINGS_HELD,
            NO_SHOW_RATE,
            CONTACT_RATE,
            ANSWERED_CALL_SUCCESS_RATE,
            CALLS_PER_MEETING,
            CALLS_PER_CONTRACT,
            MEETINGS_PER_CONTRACT,
            FIRST_RESPONSE);

    private ActivityIndicators() {}

    /**
     * Returns these indicators.
     *
     * @return the indicators in the order of this page, unmodifiable
     */
    public static List<Indicator<?>> all() {
        return ALL;
    }
}
