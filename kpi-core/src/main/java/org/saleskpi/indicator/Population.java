package org.saleskpi.indicator;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Fact;

/**
 * The facts that an indicator is about: those of one kind, with the moment that places each in a period, narrowed by
 * conditions.
 *
 * <pre>{@code
 * Population<Proposal> bigProposals = Population.of(Proposal.class, Proposal::sentAt)
 *         .where(proposal -> "enterprise".equals(proposal.attributes().get("product")));
 * }</pre>
 *
 * <p>A condition must depend on the fact alone: it is asked once for each fact, not once for each question. Immutable, and
 * thread-safe if its conditions are. Populations are the same only if they are one object: keep yours in a constant, so
 * that what is computed for it is computed once.
 *
 * @param <F> the kind of fact
 */
public final class Population<F extends Fact> {

    private final Class<F> factType;
    private final Function<? super F, ? extends @Nullable Instant> moment;
    private final Predicate<? super F> membership;

    private Population(
            Class<F> factType,
            Function<? super F, ? extends @Nullable Instant> moment,
            Predicate<? super F> membership) {
        this.factType = factType;
        this.moment = moment;
        this.membership = membership;
    }

    /**
     * Returns all facts of one kind.
     *
     * @param factType the kind of fact: one of the eight, not {@link Fact} itself
     * @param moment the moment that places a fact in a period; a fact for which it is null is in no period
     * @param <F> the kind of fact
     * @return the population
     * @throws IllegalArgumentException if the type is not one kind of fact
     */
    public static <F extends Fact> Population<F> of(
            Class<F> factType, Function<? super F, ? extends @Nullable Instant> moment) {
        checkArgument(
                !factType.isInterface(),
                "Population: %s is not one kind of fact, such as Call",
                factType.getSimpleName());
        return new Population<>(factType, requireNonNull(moment), fact -> true);
    }

    /**
     * Returns the facts of this population that also meet a condition.
     *
     * @param condition the condition
     * @return the narrower population
     */
    public Population<F> where(Predicate<? super F> condition) {
        requireNonNull(condition);
        return new Population<>(factType, moment, fact -> membership.test(fact) && condition.test(fact));
    }

    /**
     * Returns the kind of fact.
     *
     * @return its class
     */
    public Class<F> factType() {
        return factType;
    }

    /**
     * Returns the moment that places a fact in a period.
     *
     * @param fact the fact
     * @return its moment; null when it is in no period
     */
    public @Nullable Instant momentOf(F fact) {
        return moment.apply(fact);
    }

    /**
     * Tells whether a fact meets the conditions.
     *
     * @param fact the fact
     * @return true if it is a member, in whichever period
     */
    public boolean contains(F fact) {
        return membership.test(fact);
    }
}
