package org.saleskpi.indicator;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.order.WhiteSpace;
import org.saleskpi.sales.Booking;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.SalesHistory;

/**
 * The facts that an indicator is about: those of one kind, with the moment that places each in a period, narrowed by
 * conditions.
 *
 * <pre>{@code
 * Population<Proposal> bigProposals = Population.of(Proposal.class, Proposal::sentAt)
 *         .where(Dimension.attribute("region"), "EMEA", "APAC")
 *         .whereAmount(Proposal::amount, AmountRange.atLeast(10_000));
 * Population<Call> followUps = SalesPopulations.PROSPECTING_CALLS.whereCustomer(CustomerJourney::isWonBefore);
 * }</pre>
 *
 * <p>Four kinds of condition say four kinds of thing:
 *
 * <ul>
 *   <li>{@link #where(Dimension, String...) where(dimension, keys)}: the fact's owner or attribute, or its customer's where it
 *       has none, exactly as questions are grouped and narrowed;
 *   <li>{@link #whereCustomer}: its customer, as it was at the fact's moment;
 *   <li>{@link #whereAmount}: an amount, in the reporting currency;
 *   <li>{@link #where(Predicate) where(predicate)}: what stands in the fact itself, and nothing else.
 * </ul>
 *
 * <p>A view as of a moment counts nothing from that moment on: a term that begins later begins in none of its periods.
 *
 * <p>A condition is asked once for each fact, not once for each question. All are constants that do not know a history: they
 * hold in every history and every view of it. Immutable, and thread-safe if its conditions are. Populations are the same only
 * if they are one object: keep yours in a constant, so that what is computed for it is computed once.
 *
 * @param <F> the kind of fact
 * @since 0.1.0
 */
public final class Population<F extends Fact> {

    private final Class<F> factType;
    private final Function<? super F, ? extends @Nullable Instant> moment;
    private final ImmutableList<Condition<F>> conditions;
    private final MemberName name;

    private Population(
            Class<F> factType,
            Function<? super F, ? extends @Nullable Instant> moment,
            ImmutableList<Condition<F>> conditions,
            MemberName name) {
        this.factType = factType;
        this.moment = moment;
        this.conditions = conditions;
        this.name = name;
    }

    /**
     * Returns all facts of one kind.
     *
     * @param factType the kind of fact: one of the nine, not {@link Fact} itself
     * @param moment the moment that places a fact in a period; a fact for which it is null is in no period
     * @param <F> the kind of fact
     * @return the population
     * @throws IllegalArgumentException if the type is not one kind of fact
     */
    public static <F extends Fact> Population<F> of(
            Class<F> factType, Function<? super F, ? extends @Nullable Instant> moment) {
        checkArgument(
                !requireNonNull(factType, "factType").isInterface(),
                "Population: %s is not one kind of fact, such as Call",
                factType.getSimpleName());
        return new Population<>(
                factType, requireNonNull(moment, "moment"), ImmutableList.of(), MemberName.ofKind(factType));
    }

    /**
     * Returns this population under a name of its own, in all languages. What narrows it later is added to the name.
     *
     * @param name what the members are called, in the plural and in small letters, such as {@code big proposals}; not blank
     * @return the population with that name
     */
    public Population<F> named(String name) {
        return with(this.name.named(checkName(name)));
    }

    /**
     * Returns this population under a name of its own in one language.
     *
     * @param locale the language
     * @param name what the members are called, in the plural; not blank
     * @return the population with that name too
     */
    public Population<F> named(Locale locale, String name) {
        return with(this.name.named(locale, checkName(name)));
    }

    private static String checkName(String name) {
        checkArgument(!WhiteSpace.isBlank(requireNonNull(name, "name")), "Population: name \"%s\" is blank", name);
        return name;
    }

    /** This population under a name of the library's words. */
    Population<F> worded(String key) {
        return with(MemberName.of(key));
    }

    private Population<F> with(MemberName another) {
        return new Population<>(factType, moment, conditions, another.coveringConditions(conditions.size()));
    }

    /**
     * Returns what the members are called: {@code prospecting calls, only with region: EMEA}.
     *
     * <pre>{@code
     * Population<Call> emea = SalesPopulations.PROSPECTING_CALLS.where(Dimension.attribute("region"), "EMEA");
     * assert emea.name(Locale.ENGLISH).equals("prospecting calls, only with region: EMEA");
     * assert emea.named("calls to EMEA").name(Locale.FRENCH).equals("calls to EMEA");
     * }</pre>
     *
     * @param locale the language; what it has no words for is said in English
     * @return the name that was given, or that of the kind of fact, with the conditions that were added since
     */
    public String name(Locale locale) {
        return name(locale, name);
    }

    /** The name as it would be if the population, as it was named, were called otherwise. */
    String name(Locale locale, MemberName otherwise) {
        requireNonNull(locale, "locale");
        return otherwise.narrowed(
                locale,
                conditions.subList(name.conditions(), conditions.size()).stream()
                        .flatMap(condition -> condition.words(locale).stream())
                        .distinct()
                        .toList());
    }

    /**
     * Returns the facts of this population that also meet a condition on themselves.
     *
     * <p>The condition sees what stands in the fact: its own owner and attributes, not those of its customer, and amounts in
     * their own currency. For those there are {@link #where(Dimension, String...)} and {@link #whereAmount}. It must depend on
     * the fact alone.
     *
     * <p>It must not ask a {@code KpiCalculator}: the question that it takes part in then fails with an
     * {@link IllegalStateException}, because two such conditions could wait for each other for ever. Nor may it wait for another
     * thread that asks one.
     *
     * @param condition the condition
     * @return the narrower population
     */
    public Population<F> where(Predicate<? super F> condition) {
        requireNonNull(condition, "condition");
        return and((fact, history) -> condition.test(fact));
    }

    /**
     * Returns the facts of this population that have any of some keys: their own or, where they have none, their customer's.
     * It is the same rule by which {@code by(dimension)} groups and {@code where(dimension, keys)} narrows a question.
     *
     * @param dimension what is grouped by
     * @param anyOf the owners, attribute values or other keys, any of which will do; with none, the population is empty
     * @return the narrower population
     */
    public Population<F> where(Dimension dimension, String... anyOf) {
        return where(dimension, Arrays.asList(requireElements(anyOf, "anyOf")));
    }

    /**
     * Returns the facts of this population that have any of some keys, of which none at all may be one.
     *
     * @param dimension what is grouped by
     * @param anyOf the owners, attribute values or other keys, any of which will do; null among them for the facts that have no
     *     key, nor has their customer
     * @return the narrower population
     */
    public Population<F> where(Dimension dimension, Collection<? extends @Nullable String> anyOf) {
        requireNonNull(dimension, "dimension");
        return and(new Condition.OfKey<F>(dimension, requireNonNull(anyOf, "anyOf")));
    }

    /**
     * Returns the facts of this population whose customer meets a condition, such as
     * {@link CustomerJourney#isWonBefore CustomerJourney::isWonBefore}: what it was at the moment of the fact.
     *
     * <p>A fact that belongs to no customer is left out. In a view as of a moment the customer is as it was known then.
     *
     * @param condition the condition on the customer's journey and the fact's moment in this population
     * @return the narrower population
     */
    public Population<F> whereCustomer(BiPredicate<CustomerJourney, Instant> condition) {
        return and(new Condition.OfCustomer<F>(moment, requireNonNull(condition, "condition")));
    }

    /**
     * Returns the facts of this population that have an amount within a range, in the reporting currency.
     *
     * @param amount the amount of a fact, in any currency; a fact for which it is null is left out
     * @param range the range
     * @return the narrower population
     */
    public Population<F> whereAmount(Function<? super F, ? extends @Nullable Money> amount, AmountRange range) {
        return whereAmount(FactAmount.<F>of(amount), range);
    }

    /**
     * Returns the facts of this population that have an amount of the vocabulary within a range, in the reporting currency.
     *
     * @param amount the amount, such as {@link FactAmount#CONTRACT_VALUE}; a fact that has none is left out
     * @param range the range
     * @return the narrower population
     */
    public Population<F> whereAmount(FactAmount<? super F> amount, AmountRange range) {
        return and(new Condition.OfAmount<F>(requireNonNull(amount, "amount"), requireNonNull(range, "range")));
    }

    /** The facts of this population that have an amount. */
    Population<F> whereThereIs(FactAmount<? super F> amount) {
        // Every contract has a value: the population stays the same object, for which what is computed is there
        // already.
        return amount == FactAmount.CONTRACT_VALUE
                ? this
                : andSilently((fact, history) -> amount.of(fact, history) != null);
    }

    /** The facts of this population that belong to a customer; not one that a view knows by nothing but a booking. */
    Population<F> whereThereIsACustomer() {
        if (factType == Contract.class) {
            return this; // Every contract has a customer.
        }
        return factType == Booking.class
                ? whereCustomerIsKnown()
                : andSilently((fact, history) -> fact.customerId() != null);
    }

    private Population<F> whereCustomerIsKnown() {
        return and(Condition.<F>inViews((fact, history) -> {
            String customerId = fact.customerId();
            return customerId != null && history.journeyOf(customerId).isPresent();
        }));
    }

    /** The facts of this population that are, or are not, the contract by which their customer converted: in all views alike. */
    Population<F> whereFirst(boolean isFirst) {
        return andSilently((fact, history) -> isFirst
                == history.journeyOf(fact)
                        .map(CustomerJourney::firstContract)
                        .filter(first -> first.id().equals(fact.id()))
                        .isPresent());
    }

    /** All facts of this kind that meet a condition, whether they are in this population or not. */
    Population<F> allWhere(Predicate<? super F> condition) {
        return of(factType, moment).where(condition);
    }

    /** This population, made anew in each view of a history if another one is. */
    Population<F> inViewsLike(Population<?> other) {
        return !other.dependsOnView() || dependsOnView() ? this : and(Condition.<F>inViews((fact, history) -> true));
    }

    private Population<F> and(Condition<F> condition) {
        return new Population<>(
                factType,
                moment,
                ImmutableList.<Condition<F>>builder()
                        .addAll(conditions)
                        .add(condition)
                        .build(),
                name);
    }

    /** The facts that also meet a condition on themselves which the name need not say. */
    Population<F> andSilently(BiPredicate<? super F, SalesHistory> condition) {
        return and(Condition.<F>silent(condition));
    }

    /** The same facts, placed in periods by another moment. */
    Population<F> by(Function<? super F, ? extends @Nullable Instant> anotherMoment) {
        return new Population<>(factType, anotherMoment, conditions, name);
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
        return moment.apply(requireNonNull(fact, "fact"));
    }

    /**
     * Tells whether a fact meets the conditions.
     *
     * @param fact the fact
     * @param history the history that it belongs to
     * @return true if it is a member, in whichever period
     */
    public boolean contains(F fact, SalesHistory history) {
        requireNonNull(fact, "fact");
        requireNonNull(history, "history");
        for (int i = 0; i < conditions.size(); i++) {
            if (!conditions.get(i).isMetBy(fact, history)) {
                return false;
            }
        }
        return true;
    }

    /**
     * For engines: tells whether a fact that a view as of a moment knows may be a member in the view alone, or in the whole
     * history alone.
     *
     * @return true if some condition is about the customer, or a key that is computed from its journey
     */
    public boolean dependsOnView() {
        return conditions.stream().anyMatch(Condition::dependsOnView);
    }
}
