package org.saleskpi.indicator;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.words.Words;

/**
 * What a fact of a history must be like to be in a population. Unless it says otherwise, it looks at the fact alone, in a way
 * that only its program knows.
 *
 * @param <F> the kind of fact
 */
interface Condition<F extends Fact> {

    boolean isMetBy(F fact, SalesHistory history);

    /** Whether a view of the history may answer otherwise than the history, about a fact that both know. */
    default boolean dependsOnView() {
        return false;
    }

    /** How it narrows the name of a population; empty if the name says it already. */
    default Optional<String> words(Locale locale) {
        return Optional.of(Words.say(locale, "members.own-condition"));
    }

    /** A condition that the name of a population need not say, and that is the same in all views. */
    static <F extends Fact> Condition<F> silent(BiPredicate<? super F, SalesHistory> condition) {
        return new Silent<F>(condition, false);
    }

    /** A condition that the name of a population need not say, asked in each view anew. */
    static <F extends Fact> Condition<F> inViews(BiPredicate<? super F, SalesHistory> condition) {
        return new Silent<F>(condition, true);
    }

    /** A condition that nobody is told of. */
    record Silent<F extends Fact>(BiPredicate<? super F, SalesHistory> condition, boolean dependsOnView)
            implements Condition<F> {

        @Override
        public boolean isMetBy(F fact, SalesHistory history) {
            return condition.test(fact, history);
        }

        @Override
        public Optional<String> words(Locale locale) {
            return Optional.empty();
        }
    }

    /** The fact's key, or its customer's, is any of some. */
    record OfKey<F extends Fact>(Dimension dimension, Collection<? extends @Nullable String> anyOf)
            implements Condition<F> {

        public OfKey {
            anyOf = Collections.unmodifiableSet(new LinkedHashSet<@Nullable String>(anyOf));
        }

        @Override
        public boolean isMetBy(F fact, SalesHistory history) {
            return anyOf.contains(dimension.keyOf(fact, history));
        }

        @Override
        public boolean dependsOnView() {
            return dimension.dependsOnView();
        }

        @Override
        public Optional<String> words(Locale locale) {
            return Optional.of(MemberName.withKeys(locale, dimension.name(), anyOf));
        }
    }

    /** The fact's customer is like this at the fact's moment. */
    record OfCustomer<F extends Fact>(
            Function<? super F, ? extends @Nullable Instant> moment, BiPredicate<CustomerJourney, Instant> condition)
            implements Condition<F> {

        @Override
        public boolean isMetBy(F fact, SalesHistory history) {
            Instant at = moment.apply(fact);
            return at != null
                    && history.journeyOf(fact)
                            .filter(journey -> condition.test(journey, at))
                            .isPresent();
        }

        @Override
        public boolean dependsOnView() {
            return true;
        }

        @Override
        public Optional<String> words(Locale locale) {
            return Optional.of(Words.say(locale, "members.whose-customer"));
        }
    }

    /** The fact has an amount within a range, in the reporting currency. */
    record OfAmount<F extends Fact>(FactAmount<? super F> amount, AmountRange range) implements Condition<F> {

        @Override
        public boolean isMetBy(F fact, SalesHistory history) {
            Money money = amount.of(fact, history);
            return money != null && range.contains(money.getAmount());
        }

        @Override
        public Optional<String> words(Locale locale) {
            return Optional.of(MemberName.withAmount(locale, range));
        }
    }
}
