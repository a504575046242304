package org.saleskpi.indicator;

import static java.util.Objects.requireNonNull;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;

/**
 * An amount that facts have, in the reporting currency of their history: what indicators add up, and populations are
 * narrowed by.
 *
 * <p>What depends on the history, such as what a contract billed by the month is worth, is a constant here. Any other amount
 * of a fact is made by {@link #of(Function)} and converted by {@link SalesHistory#convert(Money, Fact)}. Immutable, and
 * thread-safe if the function given to it is.
 *
 * <pre>{@code
 * Indicator<Amount> offered =
 *         Indicator.total("offered", SalesPopulations.PROPOSALS_SENT, FactAmount.PROPOSAL_AMOUNT);
 * Amount quarter = KpiCalculator.of(history).during(DateRange.quarter(2026, 1)).get(offered);
 * }</pre>
 *
 * @param <F> the kind of fact
 * @since 0.1.0
 */
public final class FactAmount<F extends Fact> {

    /** What a contract is worth in all: {@link SalesHistory#valueOf}. */
    public static final FactAmount<Contract> CONTRACT_VALUE = new FactAmount<>(SalesHistory::valueOf);

    /** What a contract is worth a month: {@link SalesHistory#monthlyValueOf}; one that has no monthly value has no amount. */
    public static final FactAmount<Contract> MONTHLY_VALUE = new FactAmount<>(
            (history, contract) -> history.monthlyValueOf(contract).orElse(null));

    /** What a proposal is worth: {@link Proposal#amount}, converted; one without a price has no amount. */
    public static final FactAmount<Proposal> PROPOSAL_AMOUNT = of(Proposal::amount);

    private final BiFunction<SalesHistory, ? super F, @Nullable Money> inHistory;

    private FactAmount(BiFunction<SalesHistory, ? super F, @Nullable Money> inHistory) {
        this.inHistory = inHistory;
    }

    /**
     * Returns the amount that a function reads off a fact, converted at the rate of the fact's day.
     *
     * @param amount the amount of a fact, in any currency; null if it has none
     * @param <F> the kind of fact
     * @return the amount
     */
    public static <F extends Fact> FactAmount<F> of(Function<? super F, ? extends @Nullable Money> amount) {
        requireNonNull(amount, "amount");
        return new FactAmount<F>((history, fact) -> {
            Money money = amount.apply(fact);
            return money == null ? null : history.convert(money, fact);
        });
    }

    /**
     * Returns what a fact has of this amount.
     *
     * @param fact the fact
     * @param history the history that it belongs to
     * @return the amount in the reporting currency; null if it has none
     */
    public @Nullable Money of(F fact, SalesHistory history) {
        return inHistory.apply(requireNonNull(history, "history"), requireNonNull(fact, "fact"));
    }
}
