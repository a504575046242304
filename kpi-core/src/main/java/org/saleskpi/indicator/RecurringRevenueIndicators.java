package org.saleskpi.indicator;

import static org.saleskpi.indicator.Balance.CONTRACTS_IN_FORCE;
import static org.saleskpi.indicator.Direction.MORE_IS_BETTER;
import static org.saleskpi.indicator.FactAmount.MONTHLY_VALUE;
import static org.saleskpi.indicator.Indicator.grossRetention;
import static org.saleskpi.indicator.Indicator.netRetention;
import static org.saleskpi.indicator.Indicator.total;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.saleskpi.value.Amount;
import org.saleskpi.value.RateOfAmounts;
import org.saleskpi.value.RatioOfAmounts;

/**
 * What contracts bring in month by month, and what is left of it from one moment to another.
 *
 * <p>A part of the {@linkplain IndicatorCatalogue wider catalogue}, which a report answers where it is asked to. It is
 * written like {@link SalesIndicators}, whose words about examples hold here too.
 *
 * <pre>{@code
 * Amount monthly = KpiCalculator.of(history).during(DateRange.quarter(2026, 1)).get(RecurringRevenueIndicators.MRR);
 * assert monthly.toString().equals("EUR 29585.13");
 * }</pre>
 *
 * @since 0.1.0
 */
public final class RecurringRevenueIndicators {

    /**
     * What the contracts in force are worth a month.
     *
     * <ul>
     *   <li>Key: {@code mrr}: Monthly recurring revenue, Revenu mensuel récurrent.
     *   <li>Formula: sum of {@link FactAmount#MONTHLY_VALUE}; a contract that has no monthly value adds nothing. It
     *       goes by the owner and attributes of the contract.
     *   <li>Population: {@link Balance#CONTRACTS_IN_FORCE}.
     *   <li>Moment: the eve of the period's end; in a view of an earlier moment, that.
     *   <li>Unit: the reporting currency; more is better.
     *   <li>Undefined: never, none is 0.
     *   <li>Example: EUR 29585.13.
     *   <li>Source: common usage of subscription businesses.
     * </ul>
     */
    public static final Indicator<Amount> MRR = total("mrr", CONTRACTS_IN_FORCE, MONTHLY_VALUE, Balance.At.END)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * Which share of the monthly revenue of the start is left at the end, whatever customers pay more.
     *
     * <ul>
     *   <li>Key: {@code gross-retention}: Gross revenue retention, Rétention brute du revenu.
     *   <li>Formula: sum over customers of the smaller of their monthly values at the start and at the end / sum of
     *       those at the start.
     *   <li>Population: {@link Balance#CONTRACTS_IN_FORCE}, by customers: each counts for its own owner and
     *       attributes.
     *   <li>Moment: the eve of the period's start, and of its end.
     *   <li>Unit: share, from 0 to 1; more is better.
     *   <li>Undefined: when no contract in force at the start has a monthly value.
     *   <li>Example: EUR 23183.78 of EUR 29420.59: 78.8 %.
     *   <li>Source: common usage of subscription businesses: GRR.
     * </ul>
     */
    public static final Indicator<RateOfAmounts> GROSS_RETENTION = grossRetention(
                    "gross-retention", CONTRACTS_IN_FORCE, MONTHLY_VALUE)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * What the customers of the start pay a month at the end, by what they paid then. It exceeds 1 where they pay
     * more.
     *
     * <ul>
     *   <li>Key: {@code net-retention}: Net revenue retention, Rétention nette du revenu.
     *   <li>Formula: sum of their monthly values at the end / sum at the start, over the customers that had any at
     *       the start.
     *   <li>Population: {@link Balance#CONTRACTS_IN_FORCE}, by customers: each counts for its own owner and
     *       attributes.
     *   <li>Moment: the eve of the period's start, and of its end.
     *   <li>Unit: ratio; more is better.
     *   <li>Undefined: when no contract in force at the start has a monthly value.
     *   <li>Example: 0.83: EUR 24349.23 / EUR 29420.59.
     *   <li>Source: common usage of subscription businesses: NRR, net dollar retention.
     * </ul>
     */
    public static final Indicator<RatioOfAmounts> NET_RETENTION = netRetention(
                    "net-retention", CONTRACTS_IN_FORCE, MONTHLY_VALUE)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    private static final ImmutableList<Indicator<?>> ALL = ImmutableList.of(MRR, GROSS_RETENTION, NET_RETENTION);

    private RecurringRevenueIndicators() {}

    /**
     * Returns these indicators.
     *
     * @return the indicators in the order of this page, unmodifiable
     */
    public static List<Indicator<?>> all() {
        return ALL;
    }
}
