package org.saleskpi.indicator;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.Stretch;

/**
 * What stands at an instant, rather than happens in a period: facts from a start to an end, such as the customers in force,
 * or the proposals sent and not decided.
 *
 * <pre>{@code
 * Balance<Contract> support = Balance.of(
 *         Population.of(Contract.class, Contract::startsAt).where(Dimension.attribute("product"), "support"),
 *         Contract::endsAt);
 * Indicator<Count> supportContracts = Indicator.count("support-contracts", support, Balance.At.END);
 * }</pre>
 *
 * <p>A fact stands on the eve of an instant if {@code start < instant <= end}, or it has no end: what starts or ends exactly
 * at the instant is a movement of the period that begins there, so that opening balance, movements and closing balance always
 * agree. A fact that ends where it starts, or before, never stands. In a view as of a moment nothing is measured later than
 * that moment.
 *
 * <p>Immutable, and thread-safe if the functions given to it are. Balances are the same only if they are one object: keep
 * yours in a constant.
 *
 * @param <F> the kind of fact
 * @since 0.1.0
 */
public final class Balance<F extends Fact> {

    /**
     * The customers of whom some stretch of cover is in force:
     * {@link org.saleskpi.sales.CustomerJourney#isInForceOnEveOf}. A customer has at most one at a time.
     */
    public static final Balance<Stretch> CUSTOMERS_IN_FORCE = new Balance<>(
            SalesPopulations.COVER_STARTED,
            SalesPopulations.COVER_ENDED,
            true,
            MemberName.of("members.customers-in-force"));

    /** The proposals that are sent and not decided. */
    public static final Balance<Proposal> PROPOSALS_PENDING =
            of(SalesPopulations.PROPOSALS_SENT, Proposal::decidedAt, MemberName.of("members.proposals-pending"));

    /** The contracts that are in force: their term is not empty, and {@code start < t <= end} or it has no end. */
    public static final Balance<Contract> CONTRACTS_IN_FORCE =
            of(SalesPopulations.TERMS_STARTED, Contract::endsAt, MemberName.of("members.contracts-in-force"));

    private final Population<F> started;
    private final Population<F> ended;
    private final boolean ofCover;
    private final @Nullable MemberName name;
    private final Supplier<Balance<F>> ofCustomers =
            Suppliers.memoize(() -> narrowed(started().whereThereIsACustomer()));

    /**
     * The eve of which bound of a period a balance is taken on.
     *
     * @since 0.1.0
     */
    public enum At {
        /** The eve of the period's start: the opening balance. */
        START,
        /** The eve of the period's end: the closing balance. */
        END
    }

    private Balance(Population<F> started, Population<F> ended, boolean ofCover, @Nullable MemberName name) {
        this.started = started;
        this.ended = ended;
        this.ofCover = ofCover;
        this.name = name;
    }

    /**
     * Returns what stands from the moments of a population to the end of each member.
     *
     * @param started the facts, by the moment at which each starts to stand
     * @param end when a fact ends to stand; null if it does not
     * @param <F> the kind of fact
     * @return the balance
     */
    public static <F extends Fact> Balance<F> of(
            Population<F> started, Function<? super F, ? extends @Nullable Instant> end) {
        return of(started, end, null);
    }

    private static <F extends Fact> Balance<F> of(
            Population<F> started, Function<? super F, ? extends @Nullable Instant> end, @Nullable MemberName name) {
        requireNonNull(end, "end");
        Population<F> standing = requireNonNull(started, "started").andSilently((fact, history) -> {
            Instant from = started.momentOf(fact);
            Instant to = end.apply(fact);
            return from != null && (to == null || from.isBefore(to));
        });
        return new Balance<>(standing, standing.by(end), false, name);
    }

    /**
     * Returns the facts of this balance that also meet a condition.
     *
     * @param condition the condition, as for {@link Population#where(Predicate)}
     * @return the narrower balance
     */
    public Balance<F> where(Predicate<? super F> condition) {
        return narrowed(started.where(condition));
    }

    /**
     * Returns the facts of this balance that have any of some keys, as for {@link Population#where(Dimension, String...)}.
     *
     * @param dimension what is grouped by
     * @param anyOf the keys, any of which will do
     * @return the narrower balance
     */
    public Balance<F> where(Dimension dimension, String... anyOf) {
        return narrowed(started.where(dimension, anyOf));
    }

    /**
     * Returns the facts of this balance that have any of some keys, of which none at all may be one.
     *
     * @param dimension what is grouped by
     * @param anyOf the keys, any of which will do; null among them for the facts that have none
     * @return the narrower balance
     */
    public Balance<F> where(Dimension dimension, Collection<? extends @Nullable String> anyOf) {
        return narrowed(started.where(dimension, anyOf));
    }

    private Balance<F> narrowed(Population<F> narrower) {
        return new Balance<>(narrower, narrower.by(ended::momentOf), ofCover, name);
    }

    /** The facts of this balance that belong to a customer: always the same object, so that what is made for it is made once. */
    Balance<F> ofCustomers() {
        return ofCustomers.get();
    }

    /** Whether these are the customers in force or some of them, whom the engine can follow from one instant to another. */
    boolean isOfCover() {
        return ofCover;
    }

    /**
     * Returns the facts that ever stand, by the moment at which they start to.
     *
     * @return the population
     */
    public Population<F> started() {
        return started;
    }

    /**
     * Returns the facts that ever stand, by the moment at which they end to; one without an end is in no period.
     *
     * @return the population
     */
    public Population<F> ended() {
        return ended;
    }

    /** What stands in it is called. */
    String name(Locale locale) {
        return name == null ? started.name(locale) : started.name(locale, name);
    }
}
