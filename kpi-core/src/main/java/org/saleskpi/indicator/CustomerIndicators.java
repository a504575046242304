package org.saleskpi.indicator;

import static org.saleskpi.indicator.Balance.CUSTOMERS_IN_FORCE;
import static org.saleskpi.indicator.Direction.LESS_IS_BETTER;
import static org.saleskpi.indicator.Direction.MORE_IS_BETTER;
import static org.saleskpi.indicator.FactAmount.CONTRACT_VALUE;
import static org.saleskpi.indicator.Indicator.count;
import static org.saleskpi.indicator.Indicator.meanAmountPerCustomer;
import static org.saleskpi.indicator.Indicator.rateOfAmounts;
import static org.saleskpi.indicator.Indicator.score;
import static org.saleskpi.indicator.Indicator.total;
import static org.saleskpi.indicator.SalesPopulations.CONTRACTS_SIGNED;
import static org.saleskpi.indicator.SalesPopulations.FIRST_CONTRACTS;
import static org.saleskpi.indicator.SalesPopulations.RECOMMENDATIONS;
import static org.saleskpi.indicator.SalesPopulations.REPEAT_CONTRACTS;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.RateOfAmounts;
import org.saleskpi.value.Score;

/**
 * How many customers there are, who comes and who goes, what they bring in, and whether they recommend the company.
 *
 * <p>A part of the {@linkplain IndicatorCatalogue wider catalogue}, which a report answers where it is asked to. It is
 * written like {@link SalesIndicators}, whose words about examples hold here too.
 *
 * <pre>{@code
 * Amount renewed = KpiCalculator.of(history).during(DateRange.quarter(2026, 1)).get(CustomerIndicators.REPEAT_BUSINESS);
 * assert renewed.toString().equals("EUR 50258.30");
 * }</pre>
 *
 * @since 0.1.0
 */
public final class CustomerIndicators {

    /**
     * Customers in force at the start of the period.
     *
     * <ul>
     *   <li>Key: {@code customers-opening}: Customers at the start, Clients actifs au début.
     *   <li>Formula: how many there are.
     *   <li>Population: {@link Balance#CUSTOMERS_IN_FORCE}.
     *   <li>Moment: the eve of the period's start; in a view of an earlier moment, that.
     *   <li>Unit: customers; more is better.
     *   <li>Undefined: never, none is 0.
     *   <li>Example: 67.
     *   <li>Source: common usage: opening balance of a customer roll-forward.
     * </ul>
     */
    public static final Indicator<Count> CUSTOMERS_OPENING = count(
                    "customers-opening", CUSTOMERS_IN_FORCE, Balance.At.START)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * Times that a customer came into force: new ones, and former ones that came back.
     *
     * <ul>
     *   <li>Key: {@code customers-gained}: Customers gained, Clients gagnés.
     *   <li>Formula: how many stretches of cover start; who lapses and comes back within the period counts again, and
     *       in {@link #CUSTOMERS_LOST} too.
     *   <li>Population: {@link SalesPopulations#COVER_STARTED}.
     *   <li>Moment: {@link org.saleskpi.sales.Stretch#startsAt}.
     *   <li>Unit: stretches of cover; more is better.
     *   <li>Undefined: never, none is 0.
     *   <li>Example: 10.
     *   <li>Source: movements of a customer roll-forward: opening + gained - lost = closing.
     * </ul>
     */
    public static final Indicator<Count> CUSTOMERS_GAINED = count("customers-gained", SalesPopulations.COVER_STARTED)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * Times that a customer ceased to be in force, for good or for a time.
     *
     * <ul>
     *   <li>Key: {@code customers-lost}: Customers lost, Clients perdus.
     *   <li>Formula: how many stretches of cover end.
     *   <li>Population: {@link SalesPopulations#COVER_ENDED}.
     *   <li>Moment: {@link org.saleskpi.sales.Stretch#endsAt}.
     *   <li>Unit: stretches of cover; less is better.
     *   <li>Undefined: never, none is 0; so it is where no contract has an end.
     *   <li>Example: 6.
     *   <li>Source: movements of a customer roll-forward: opening + gained - lost = closing.
     * </ul>
     */
    public static final Indicator<Count> CUSTOMERS_LOST = count("customers-lost", SalesPopulations.COVER_ENDED)
            .worded(CatalogueWords::bundle)
            .withDirection(LESS_IS_BETTER);

    /**
     * Customers in force at the end of the period.
     *
     * <ul>
     *   <li>Key: {@code customers-closing}: Customers at the end, Clients actifs à la fin.
     *   <li>Formula: how many there are.
     *   <li>Population: {@link Balance#CUSTOMERS_IN_FORCE}.
     *   <li>Moment: the eve of the period's end; in a view of an earlier moment, that.
     *   <li>Unit: customers; more is better.
     *   <li>Undefined: never, none is 0.
     *   <li>Example: 71.
     *   <li>Source: common usage: closing balance of a customer roll-forward.
     * </ul>
     */
    public static final Indicator<Count> CUSTOMERS_CLOSING = count(
                    "customers-closing", CUSTOMERS_IN_FORCE, Balance.At.END)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * Revenue from customers that signed for the first time.
     *
     * <ul>
     *   <li>Key: {@code new-business}: New business, Chiffre d'affaires nouveau.
     *   <li>Formula: sum of {@link FactAmount#CONTRACT_VALUE}.
     *   <li>Population: {@link SalesPopulations#FIRST_CONTRACTS}.
     *   <li>Moment: {@link org.saleskpi.sales.Contract#signedAt}.
     *   <li>Unit: the reporting currency; more is better.
     *   <li>Undefined: never, none is 0.
     *   <li>Example: EUR 45469.73.
     *   <li>Source: common usage: new business, new logos. With {@link #REPEAT_BUSINESS} it makes {@link
     *       SalesIndicators#REVENUE}.
     * </ul>
     */
    public static final Indicator<Amount> NEW_BUSINESS = total("new-business", FIRST_CONTRACTS, CONTRACT_VALUE)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * Revenue from customers that had signed before: renewals, and what they buy more.
     *
     * <ul>
     *   <li>Key: {@code repeat-business}: Repeat business, Chiffre d'affaires récurrent et additionnel.
     *   <li>Formula: sum of {@link FactAmount#CONTRACT_VALUE}.
     *   <li>Population: {@link SalesPopulations#REPEAT_CONTRACTS}.
     *   <li>Moment: {@link org.saleskpi.sales.Contract#signedAt}.
     *   <li>Unit: the reporting currency; more is better.
     *   <li>Undefined: never, none is 0.
     *   <li>Example: EUR 50258.30.
     *   <li>Source: common usage: renewals, cross-sell and upsell. With {@link #NEW_BUSINESS} it makes {@link
     *       SalesIndicators#REVENUE}.
     * </ul>
     */
    public static final Indicator<Amount> REPEAT_BUSINESS = total("repeat-business", REPEAT_CONTRACTS, CONTRACT_VALUE)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * Which share of revenue comes from customers that had signed before.
     *
     * <ul>
     *   <li>Key: {@code repeat-share}: Share of existing customers, Part des clients existants.
     *   <li>Formula: {@link #REPEAT_BUSINESS} / ({@link #REPEAT_BUSINESS} + {@link #NEW_BUSINESS}).
     *   <li>Population: {@link SalesPopulations#CONTRACTS_SIGNED}.
     *   <li>Moment: {@link org.saleskpi.sales.Contract#signedAt}.
     *   <li>Unit: share, from 0 to 1.
     *   <li>Undefined: without revenue.
     *   <li>Example: EUR 50258.30 of EUR 95728.03: 52.5 %.
     *   <li>Source: common usage: revenue mix of new and existing customers.
     * </ul>
     */
    public static final Indicator<RateOfAmounts> REPEAT_SHARE = rateOfAmounts(
                    "repeat-share", CONTRACTS_SIGNED, CONTRACT_VALUE, REPEAT_CONTRACTS)
            .worded(CatalogueWords::bundle);

    /**
     * What a customer that signs is worth on average, all its contracts of the period together.
     *
     * <ul>
     *   <li>Key: {@code revenue-per-customer}: Revenue per customer, Chiffre d'affaires par client.
     *   <li>Formula: {@link SalesIndicators#REVENUE} / different customers that signed.
     *   <li>Population: {@link SalesPopulations#CONTRACTS_SIGNED}, by customers: each counts for its own owner and
     *       attributes.
     *   <li>Moment: {@link org.saleskpi.sales.Contract#signedAt}.
     *   <li>Unit: the reporting currency; more is better.
     *   <li>Undefined: without contracts.
     *   <li>Example: EUR 5631.06: EUR 95728.03 / 17, no customer signed twice.
     *   <li>Source: common usage: average revenue per account.
     * </ul>
     */
    public static final Indicator<MeanAmount> REVENUE_PER_CUSTOMER = meanAmountPerCustomer(
                    "revenue-per-customer", CONTRACTS_SIGNED, CONTRACT_VALUE)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * How many recommend the company, less how many advise against it.
     *
     * <ul>
     *   <li>Key: {@code nps}: Net promoter score, Net Promoter Score.
     *   <li>Formula: 100 x (promoters - detractors) / answers: 9 and 10 are promoters, 7 and 8 passive, 0 to 6
     *       detractors.
     *   <li>Population: {@link SalesPopulations#RECOMMENDATIONS}: answers on the scale {@link
     *       org.saleskpi.sales.Survey.Scale#NPS} alone.
     *   <li>Moment: {@link org.saleskpi.sales.Survey#at}.
     *   <li>Unit: points, from -100 to 100; more is better.
     *   <li>Undefined: without answers.
     *   <li>Example: 0.0: 1 promoters, 1 passives, 1 detractors; most answers are on another scale.
     *   <li>Source: Reichheld, "The One Number You Need to Grow", Harvard Business Review, 2003.
     * </ul>
     */
    public static final Indicator<Score> NPS = score(
                    "nps", RECOMMENDATIONS, answer -> answer.score() >= 9, answer -> answer.score() <= 6)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    private static final ImmutableList<Indicator<?>> ALL = ImmutableList.of(
            CUSTOMERS_OPENING,
            CUSTOMERS_GAINED,
            CUSTOMERS_LOST,
            CUSTOMERS_CLOSING,
            NEW_BUSINESS,
            REPEAT_BUSINESS,
            REPEAT_SHARE,
            REVENUE_PER_CUSTOMER,
            NPS);

    private CustomerIndicators() {}

    /**
     * Returns these indicators.
     *
     * @return the indicators in the order of this page, unmodifiable
     */
    public static List<Indicator<?>> all() {
        return ALL;
    }
}
