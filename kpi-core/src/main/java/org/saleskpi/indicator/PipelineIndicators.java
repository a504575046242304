package org.saleskpi.indicator;

import static org.saleskpi.indicator.Balance.PROPOSALS_PENDING;
import static org.saleskpi.indicator.Direction.MORE_IS_BETTER;
import static org.saleskpi.indicator.FactAmount.PROPOSAL_AMOUNT;
import static org.saleskpi.indicator.Indicator.rateOfAmounts;
import static org.saleskpi.indicator.Indicator.total;
import static org.saleskpi.indicator.Indicator.velocity;
import static org.saleskpi.indicator.SalesPopulations.PROPOSALS_DECIDED;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.saleskpi.sales.Proposal;
import org.saleskpi.value.Amount;
import org.saleskpi.value.RateOfAmounts;
import org.saleskpi.value.Velocity;

/**
 * What is offered and not decided yet, what is won of it by amount, and how fast.
 *
 * <p>A part of the {@linkplain IndicatorCatalogue wider catalogue}, which a report answers where it is asked to. It is
 * written like {@link SalesIndicators}, whose words about examples hold here too.
 *
 * <pre>{@code
 * Amount open = KpiCalculator.of(history).during(DateRange.quarter(2026, 1)).get(PipelineIndicators.PIPELINE);
 * assert open.toString().equals("EUR 88812.90");
 * }</pre>
 *
 * @since 0.1.0
 */
public final class PipelineIndicators {

    /**
     * Which share of the money decided on was won: {@link SalesIndicators#WIN_RATE}, each proposal weighed by its
     * amount.
     *
     * <ul>
     *   <li>Key: {@code win-rate-by-amount}: Win rate by amount, Taux de gain en valeur.
     *   <li>Formula: amount accepted / amount decided on; one without an amount does not count.
     *   <li>Population: {@link SalesPopulations#PROPOSALS_DECIDED}.
     *   <li>Moment: {@link org.saleskpi.sales.Proposal#decidedAt}.
     *   <li>Unit: share, from 0 to 1; more is better.
     *   <li>Undefined: without amounts decided on.
     *   <li>Example: EUR 38517.89 of EUR 74233.84: 51.9 %.
     *   <li>Source: common usage in CRMs: win rate by value.
     * </ul>
     */
    public static final Indicator<RateOfAmounts> WIN_RATE_BY_AMOUNT = rateOfAmounts(
                    "win-rate-by-amount", PROPOSALS_DECIDED, PROPOSAL_AMOUNT, Proposal::isAccepted)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * What the proposals that wait for a decision are worth.
     *
     * <ul>
     *   <li>Key: {@code pipeline}: Pipeline, Propositions en cours.
     *   <li>Formula: sum of {@link org.saleskpi.sales.Proposal#amount}; one without an amount adds nothing.
     *   <li>Population: {@link Balance#PROPOSALS_PENDING}.
     *   <li>Moment: the eve of the period's end; in a view of an earlier moment, that.
     *   <li>Unit: the reporting currency; more is better.
     *   <li>Undefined: never, none is 0.
     *   <li>Example: EUR 88812.90.
     *   <li>Source: common usage in CRMs: open pipeline, not weighted.
     * </ul>
     */
    public static final Indicator<Amount> PIPELINE = total(
                    "pipeline", PROPOSALS_PENDING, PROPOSAL_AMOUNT, Balance.At.END)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    /**
     * How much is sold per day, at the pace of the period.
     *
     * <ul>
     *   <li>Key: {@code sales-velocity}: Sales velocity, Vélocité des ventes.
     *   <li>Formula: open proposals x win rate x mean amount of the accepted / mean days to decision.
     *   <li>Population: open are {@link Balance#PROPOSALS_PENDING}, with or without an amount; decided and accepted
     *       those of {@link SalesIndicators#WIN_RATE}; the mean amount is that of the accepted that have one; the
     *       days are those of {@link SalesIndicators#DEAL_CYCLE}.
     *   <li>Moment: the eve of the period's end for what is open, {@link org.saleskpi.sales.Proposal#decidedAt} for
     *       the rest.
     *   <li>Unit: the reporting currency a day; more is better.
     *   <li>Undefined: when nothing was decided or accepted, nothing accepted has an amount, or took a day.
     *   <li>Example: EUR 3326.29 a day: 17 open, 7 of 13: 53.8 %, EUR 5502.56: EUR 38517.89 / 7, 106 days.
     *   <li>Source: common usage: sales velocity, pipeline velocity.
     * </ul>
     */
    public static final Indicator<Velocity> SALES_VELOCITY = velocity(
                    "sales-velocity",
                    PROPOSALS_PENDING,
                    PROPOSALS_DECIDED,
                    Proposal::isAccepted,
                    PROPOSAL_AMOUNT,
                    Proposal::sentAt,
                    Proposal::decidedAt)
            .worded(CatalogueWords::bundle)
            .withDirection(MORE_IS_BETTER);

    private static final ImmutableList<Indicator<?>> ALL =
            ImmutableList.of(WIN_RATE_BY_AMOUNT, PIPELINE, SALES_VELOCITY);

    private PipelineIndicators() {}

    /**
     * Returns these indicators.
     *
     * @return the indicators in the order of this page, unmodifiable
     */
    public static List<Indicator<?>> all() {
        return ALL;
    }
}
