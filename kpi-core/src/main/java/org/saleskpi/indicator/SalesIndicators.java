package org.saleskpi.indicator;

import static java.util.Objects.requireNonNull;
import static org.saleskpi.indicator.AtEnd.NO_LONGER_IN_FORCE;
import static org.saleskpi.indicator.AtEnd.STILL_IN_FORCE;
import static org.saleskpi.indicator.Balance.CUSTOMERS_IN_FORCE;
import static org.saleskpi.indicator.Direction.LESS_IS_BETTER;
import static org.saleskpi.indicator.Direction.MORE_IS_BETTER;
import static org.saleskpi.indicator.FactAmount.CONTRACT_VALUE;
import static org.saleskpi.indicator.Indicator.count;
import static org.saleskpi.indicator.Indicator.days;
import static org.saleskpi.indicator.Indicator.meanAmount;
import static org.saleskpi.indicator.Indicator.rate;
import static org.saleskpi.indicator.Indicator.ratio;
import static org.saleskpi.indicator.Indicator.total;
import static org.saleskpi.indicator.SalesPopulations.CONTRACTS_SIGNED;
import static org.saleskpi.indicator.SalesPopulations.PROPOSALS_ACCEPTED;
import static org.saleskpi.indicator.SalesPopulations.PROPOSALS_DECIDED;
import static org.saleskpi.indicator.SalesPopulations.PROPOSALS_SENT;
import static org.saleskpi.indicator.SalesPopulations.PROSPECTING_CALLS;
import static org.saleskpi.indicator.SalesPopulations.PROSPECTS_ENTERED;
import static org.saleskpi.indicator.SalesPopulations.SALES_MEETINGS;
import static org.saleskpi.indicator.SalesPopulations.SALES_MEETINGS_HELD;
import static org.saleskpi.indicator.SalesPopulations.SURVEYS_ANSWERED;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Conversion;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.Survey;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.Ratio;

/**
 * The standard catalogue: what a report answers by default. It reads like the business definitions, because it is them. There
 * is more for the asking in the {@linkplain IndicatorCatalogue wider catalogue}.
 *
 * <p>A fact is in a period {@code [start, end)} if its moment is. Outcomes count whenever they happen: to freeze a report,
 * take it of the history {@link org.saleskpi.sales.SalesHistory#asOf as of} a moment. The examples are the first quarter
 * of 2026 of the sample company that comes with the project. A key is followed by the English and the French name; a
 * language is a resource bundle, and the {@linkplain #languages languages} that have one name and define everything here.
 *
 * <pre>{@code
 * KpiReport quarter = KpiCalculator.of(history).during(DateRange.quarter(2026, 1)).report();
 * assert quarter.get(SalesIndicators.CALLS).value() == 217;
 * assert quarter.get(SalesIndicators.WIN_RATE).toString().equals("7 of 13: 53.8 %");
 * }</pre>
 *
 * @since 0.1.0
 */
public final class SalesIndicators {

    /**
     * Prospecting calls.
     *
     * <ul>
     *   <li>Key: {@code calls}: Prospecting calls, Nombre d'appels de prospection.
     *   <li>Formula: how many there are.
     *   <li>Population: {@link SalesPopulations#PROSPECTING_CALLS}.
     *   <li>Moment: {@link org.saleskpi.sales.Call#at}.
     *   <li>Unit: calls; more is better.
     *   <li>Undefined: never, none is 0.
     *   <li>Example: 217.
     *   <li>Source: common usage in sales activity reports.
     * </ul>
     */
    public static final Indicator<Count> CALLS =
            count("calls", PROSPECTING_CALLS).worded(CatalogueWords::bundle).withDirection(MORE_IS_BETTER);

    /**
     * Sales meetings, held or to come.
     *
     * <ul>
     *   <li>Key: {@code meetings}: Sales meetings, Nombre de rendez-vous.
     *   <li>Formula: how many there are.
     *   <li>Population: {@link SalesPopulations#SALES_MEETINGS}: a cancelled one does not count.
     *   <li>Moment: {@link org.saleskpi.sales.Meeting#at}.
     *   <li>Unit: meetings; more is better.
     *   <li>Undefined: never, none is 0.
     *   <li>Example: 23: 22 held and 1 no-show.
     *   <li>Source: common usage in sales activity reports.
     * </ul>
     */
    public static final Indicator<Count> MEETINGS =
            count("meetings", SALES_MEETINGS).worded(CatalogueWords::bundle).withDirection(MORE_IS_BETTER);

    /**
     * Proposals sent.
     *
     * <ul>
     *   <li>Key: {@code proposals}: Proposals sent, Nombre de propositions envoyées.
     *   <li>Formula: how many there are.
     *   <li>Population: {@link SalesPopulations#PROPOSALS_SENT}.
     *   <li>Moment: {@link org.saleskpi.sales.Proposal#sentAt}.
     *   <li>Unit: proposals; more is better.
     *   <li>Undefined: never, none is 0.
     *   <li>Example: 19.
     *   <li>Source: common usage in sales activity reports.
     * </ul>
     */
    public static final Indicator<Count> PROPOSALS =
            count("proposals", PROPOSALS_SENT).worded(CatalogueWords::bundle).withDirection(MORE_IS_BETTER);

    /**
     * Contracts signed.
     *
     * <ul>
     *   <li>Key: {@code contracts}: Contracts signed, Nombre de contrats signés.
     *   <li>Formula: how many there are.
     *   <li>Population: {@link SalesPopulations#CONTRACTS_SIGNED}.
     *   <li>Moment: {@link org.saleskpi.sales.Contract#signedAt}.
     *   <li>Unit: contracts; more is better.
     *   <li>Undefined: never, none is 0.
     *   <li>Example: 17.
     *   <li>Source: common usage in sales activity reports.
     * </ul>
     */
    public static final Indicator<Count> CONTRACTS =
            count("contracts", CONTRACTS_SIGNED).worded(CatalogueWords::bundle).withDirection(MORE_IS_BETTER);

    /**
     * Revenue signed, which is not revenue invoiced.
     *
     * <ul>
     *   <li>Key: {@code revenue}: Revenue, Chiffre d'affaires généré.
     *   <li>Formula: sum of {@link org.saleskpi.sales.Contract#amount}.
     *   <li>Population: {@link SalesPopulations#CONTRACTS_SIGNED}.
     *   <li>Moment: {@link org.saleskpi.sales.Contract#signedAt}.
     *   <li>Unit: the reporting currency; more is better.
     *   <li>Undefined: never, none is 0.
     *   <li>Example: EUR 95728.03, contracts in Swiss francs converted at the rate of the day they were signed.
     *   <li>Source: common usage: bookings.
     * </ul>
     */
    public static final Indicator<Amount> REVENUE = total("revenue", CONTRACTS_SIGNED, CONTRACT_VALUE)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * What a contract is worth on average.
     *
     * <ul>
     *   <li>Key: {@code average-basket}: Average basket, Panier moyen.
     *   <li>Formula: {@link #REVENUE} / {@link #CONTRACTS}.
     *   <li>Population: {@link SalesPopulations#CONTRACTS_SIGNED}.
     *   <li>Moment: {@link org.saleskpi.sales.Contract#signedAt}.
     *   <li>Unit: the reporting currency; more is better.
     *   <li>Undefined: without contracts.
     *   <li>Example: EUR 5631.06: EUR 95728.03 / 17.
     *   <li>Source: common usage: average order value.
     * </ul>
     */
    public static final Indicator<MeanAmount> AVERAGE_BASKET = meanAmount(
                    "average-basket", CONTRACTS_SIGNED, CONTRACT_VALUE)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * How long it took to win the customers won.
     *
     * <ul>
     *   <li>Key: {@code sales-cycle}: Average sales cycle, Durée moyenne du cycle de vente.
     *   <li>Formula: mean, median and percentiles of the days from {@link org.saleskpi.sales.Conversion#entry} to {@link org.saleskpi.sales.Conversion#at}.
     *   <li>Population: {@link SalesPopulations#CUSTOMERS_WON}.
     *   <li>Moment: {@link org.saleskpi.sales.Conversion#at}.
     *   <li>Unit: calendar days, by local dates; less is better.
     *   <li>Undefined: without conversions.
     *   <li>Example: 33.1 days on average, median 28.5, of 8.
     *   <li>Source: common usage: sales cycle length.
     * </ul>
     */
    public static final Indicator<Days> SALES_CYCLE = days(
                    "sales-cycle", SalesPopulations.CUSTOMERS_WON, Conversion::entry, Conversion::at)
            .worded(CatalogueWords::bundle)
            .withDirection(LESS_IS_BETTER);

    /**
     * Which share of those who entered has signed by now, whenever that was.
     *
     * <ul>
     *   <li>Key: {@code conversion-rate}: Conversion rate, Taux de conversion.
     *   <li>Formula: with a contract / entered; without one, the disqualified are misses and the others open.
     *   <li>Population: {@link SalesPopulations#PROSPECTS_ENTERED}.
     *   <li>Moment: {@link org.saleskpi.sales.CustomerJourney#entry}.
     *   <li>Unit: share, from 0 to 1; more is better.
     *   <li>Undefined: when nobody entered.
     *   <li>Example: 64 entered, of whom 2 have signed, 12 were disqualified and 50 are open: 2 of 64: 3.1 % so far,
     *       14.3 % of the decided, at most 81.2 %.
     *   <li>Source: common usage: lead conversion rate by cohort of entry.
     * </ul>
     */
    public static final Indicator<Rate> CONVERSION_RATE = rate(
                    "conversion-rate", PROSPECTS_ENTERED, CustomerJourney::isWon)
            .missWhen(CustomerJourney::isDisqualified)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * Which share of the meetings held led on.
     *
     * <ul>
     *   <li>Key: {@code meeting-success-rate}: Meeting success rate, Taux de réussite des rendez-vous.
     *   <li>Formula: next step or sale / held; no follow-up is a miss, a result not recorded is open.
     *   <li>Population: {@link SalesPopulations#SALES_MEETINGS_HELD}.
     *   <li>Moment: {@link org.saleskpi.sales.Meeting#at}.
     *   <li>Unit: share, from 0 to 1; more is better.
     *   <li>Undefined: without meetings held.
     *   <li>Example: 22 held, of which 5 led nowhere and 3 have no result recorded: 14 of 22: 63.6 % so far, 73.7 %
     *       of the decided, at most 77.3 %.
     *   <li>Source: common usage in sales activity reports.
     * </ul>
     */
    public static final Indicator<Rate> MEETING_SUCCESS_RATE = rate(
                    "meeting-success-rate", SALES_MEETINGS_HELD, Meeting::isSuccessful)
            .openWhen(Meeting::isUnrecorded)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * Which share of the survey answers is satisfied.
     *
     * <ul>
     *   <li>Key: {@code satisfaction-rate}: Satisfaction rate, Taux de satisfaction client.
     *   <li>Formula: {@link org.saleskpi.sales.Survey#isSatisfied satisfied} / answers.
     *   <li>Population: {@link SalesPopulations#SURVEYS_ANSWERED}.
     *   <li>Moment: {@link org.saleskpi.sales.Survey#at}.
     *   <li>Unit: share, from 0 to 1; more is better.
     *   <li>Undefined: without answers.
     *   <li>Example: 13 of 17: 76.5 %.
     *   <li>Source: the top-box convention of CSAT: the two highest boxes of five.
     * </ul>
     */
    public static final Indicator<Rate> SATISFACTION_RATE = rate(
                    "satisfaction-rate", SURVEYS_ANSWERED, Survey::isSatisfied)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * Which share of the customers at the start is there at the end.
     *
     * <ul>
     *   <li>Key: {@code retention-rate}: Retention rate, Taux de rétention client.
     *   <li>Formula: in force at both ends / in force at the start; a customer that lapsed and came back is retained, one won in between is not counted.
     *   <li>Population: {@link Balance#CUSTOMERS_IN_FORCE}.
     *   <li>Moment: the eve of the period's start, and of its end.
     *   <li>Unit: share, from 0 to 1; more is better.
     *   <li>Undefined: when nobody is in force at the start.
     *   <li>Example: 67 customers on 31 December, of whom 61 on 31 March: 61 of 67: 91.0 %.
     *   <li>Source: follows customers one by one, so that it cannot exceed 1 as the textbook's (E - N) / S can.
     * </ul>
     */
    public static final Indicator<Rate> RETENTION_RATE = rate("retention-rate", CUSTOMERS_IN_FORCE, STILL_IN_FORCE)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * Which share of the calls led to a conversation or a meeting.
     *
     * <ul>
     *   <li>Key: {@code call-success-rate}: Call success rate, Taux de réussite des appels.
     *   <li>Formula: discussion or meeting booked / calls; an outcome not recorded is open, any other a miss.
     *   <li>Population: {@link SalesPopulations#PROSPECTING_CALLS}.
     *   <li>Moment: {@link org.saleskpi.sales.Call#at}.
     *   <li>Unit: share, from 0 to 1; more is better.
     *   <li>Undefined: without calls.
     *   <li>Example: 217 calls, of which 178 led to nothing and 11 have no outcome recorded: 28 of 217: 12.9 % so far,
     *       13.6 % of the decided, at most 18.0 %.
     *   <li>Source: common usage in sales activity reports.
     * </ul>
     */
    public static final Indicator<Rate> CALL_SUCCESS_RATE = rate(
                    "call-success-rate", PROSPECTING_CALLS, Call::isSuccessful)
            .openWhen(Call::isUnrecorded)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * Which share of the proposals sent is accepted by now, whenever that was.
     *
     * <ul>
     *   <li>Key: {@code proposal-acceptance-rate}: Proposal acceptance rate, Taux de transformation des devis.
     *   <li>Formula: accepted / sent; refused and expired are misses, pending is open.
     *   <li>Population: {@link SalesPopulations#PROPOSALS_SENT}.
     *   <li>Moment: {@link org.saleskpi.sales.Proposal#sentAt}.
     *   <li>Unit: share, from 0 to 1; more is better.
     *   <li>Undefined: without proposals.
     *   <li>Example: 19 sent, of which 6 were refused or expired and 10 are pending: 3 of 19: 15.8 % so far, 33.3 %
     *       of the decided, at most 68.4 %.
     *   <li>Source: common usage: quote-to-close ratio; on a created-date basis, unlike {@link #WIN_RATE}.
     * </ul>
     */
    public static final Indicator<Rate> PROPOSAL_ACCEPTANCE_RATE = rate(
                    "proposal-acceptance-rate", PROPOSALS_SENT, Proposal::isAccepted)
            .openWhen(Proposal::isPending)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * Which share of the customers at the start is gone at the end: one minus {@link #RETENTION_RATE}, exactly.
     *
     * <ul>
     *   <li>Key: {@code churn-rate}: Churn rate, Taux d'attrition client.
     *   <li>Formula: no longer in force at the end / in force at the start.
     *   <li>Population: {@link Balance#CUSTOMERS_IN_FORCE}.
     *   <li>Moment: the eve of the period's start, and of its end.
     *   <li>Unit: share, from 0 to 1; less is better.
     *   <li>Undefined: when nobody is in force at the start.
     *   <li>Example: 67 customers on 31 December, of whom 6 are gone on 31 March: 6 of 67: 9.0 %.
     *   <li>Source: common usage: customer (logo) churn.
     * </ul>
     */
    public static final Indicator<Rate> CHURN_RATE = rate("churn-rate", CUSTOMERS_IN_FORCE, NO_LONGER_IN_FORCE)
            .worded(CatalogueWords::bundle)
            .withDirection(LESS_IS_BETTER);

    /**
     * How many proposals go out for a meeting held. Two populations: it can exceed 1.
     *
     * <ul>
     *   <li>Key: {@code proposals-per-meeting}: Proposals per meeting, Propositions par rendez-vous.
     *   <li>Formula: {@link #PROPOSALS} / sales meetings held.
     *   <li>Population: {@link SalesPopulations#PROPOSALS_SENT}, {@link SalesPopulations#SALES_MEETINGS_HELD}.
     *   <li>Moment: {@link org.saleskpi.sales.Proposal#sentAt}, {@link org.saleskpi.sales.Meeting#at}.
     *   <li>Unit: proposals per meeting.
     *   <li>Undefined: without meetings held.
     *   <li>Example: 0.86: 19 / 22.
     *   <li>Source: common usage in sales activity reports.
     * </ul>
     */
    public static final Indicator<Ratio> PROPOSALS_PER_MEETING =
            ratio("proposals-per-meeting", PROPOSALS_SENT, SALES_MEETINGS_HELD).worded(CatalogueWords::bundle);

    /**
     * Customers that signed their first contract.
     *
     * <ul>
     *   <li>Key: {@code customers-won}: Customers won, Nombre de clients conquis.
     *   <li>Formula: how many there are.
     *   <li>Population: {@link SalesPopulations#CUSTOMERS_WON}.
     *   <li>Moment: {@link org.saleskpi.sales.Conversion#at}.
     *   <li>Unit: customers; more is better.
     *   <li>Undefined: never, none is 0.
     *   <li>Example: 8.
     *   <li>Source: common usage: new customers, new logos.
     * </ul>
     */
    public static final Indicator<Count> CUSTOMERS_WON = count("customers-won", SalesPopulations.CUSTOMERS_WON)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * Which share of the proposals decided was accepted.
     *
     * <ul>
     *   <li>Key: {@code win-rate}: Win rate, Taux de gain.
     *   <li>Formula: accepted / decided.
     *   <li>Population: {@link SalesPopulations#PROPOSALS_DECIDED}.
     *   <li>Moment: {@link org.saleskpi.sales.Proposal#decidedAt}.
     *   <li>Unit: share, from 0 to 1; more is better.
     *   <li>Undefined: without decisions.
     *   <li>Example: 7 of 13: 53.8 %.
     *   <li>Source: common usage in CRMs: won / (won + lost) by closing date.
     * </ul>
     */
    public static final Indicator<Rate> WIN_RATE = rate("win-rate", PROPOSALS_DECIDED, Proposal::isAccepted)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * How long it took until the proposals accepted were.
     *
     * <ul>
     *   <li>Key: {@code deal-cycle}: Average time to decision, Durée moyenne de décision.
     *   <li>Formula: mean, median and percentiles of the days from {@link org.saleskpi.sales.Proposal#sentAt} to {@link org.saleskpi.sales.Proposal#decidedAt}.
     *   <li>Population: {@link SalesPopulations#PROPOSALS_ACCEPTED}.
     *   <li>Moment: {@link org.saleskpi.sales.Proposal#decidedAt}.
     *   <li>Unit: calendar days, by local dates; less is better.
     *   <li>Undefined: without acceptances.
     *   <li>Example: 15.1 days on average, median 9.0, of 7.
     *   <li>Source: common usage in CRMs: days to close of won deals.
     * </ul>
     */
    public static final Indicator<Days> DEAL_CYCLE = days(
                    "deal-cycle", PROPOSALS_ACCEPTED, Proposal::sentAt, Proposal::decidedAt)
            .worded(CatalogueWords::bundle)
            .withDirection(LESS_IS_BETTER);

    private static final ImmutableList<Indicator<?>> ALL = ImmutableList.of(
            CALLS,
            MEETINGS,
            PROPOSALS,
            CONTRACTS,
            REVENUE,
            AVERAGE_BASKET,
            SALES_CYCLE,
            CONVERSION_RATE,
            MEETING_SUCCESS_RATE,
            SATISFACTION_RATE,
            RETENTION_RATE,
            CALL_SUCCESS_RATE,
            PROPOSAL_ACCEPTANCE_RATE,
            CHURN_RATE,
            PROPOSALS_PER_MEETING,
            CUSTOMERS_WON,
            WIN_RATE,
            DEAL_CYCLE);

    private SalesIndicators() {}

    /**
     * Returns the whole catalogue.
     *
     * @return the indicators in catalogue order, unmodifiable
     */
    public static List<Indicator<?>> all() {
        return ALL;
    }

    /**
     * Finds one of the catalogue by its key.
     *
     * @param key what its answer is filed under, such as {@code win-rate}
     * @return the indicator; empty if none has that key
     */
    public static Optional<Indicator<?>> find(String key) {
        requireNonNull(key, "key");
        return ALL.stream().filter(indicator -> indicator.key().equals(key)).findFirst();
    }

    /**
     * Returns the languages in which the whole catalogue is named and defined.
     *
     * @return locales without a country, in the order of their codes, unmodifiable
     */
    public static Set<Locale> languages() {
        return CatalogueWords.languages();
    }
}
