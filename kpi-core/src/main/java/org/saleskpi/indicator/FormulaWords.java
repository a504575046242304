package org.saleskpi.indicator;

import java.util.Locale;
import org.saleskpi.sales.Fact;
import org.saleskpi.words.Words;

/**
 * A formula in words.
 *
 * @param population what it is about
 * @param formula what it does with that
 */
record FormulaWords(String population, String formula) {

    static FormulaWords of(Formula<?> formula, Locale locale) {
        return formula.accept(new InLanguage(locale));
    }

    private record InLanguage(Locale locale) implements FormulaVisitor<FormulaWords> {

        private FormulaWords words(Population<?> population, String key) {
            return words(population.name(locale), key);
        }

        private FormulaWords words(Balance<?> balance, String key) {
            return words(balance.name(locale), key);
        }

        private FormulaWords words(Balance<?> balance, String key, Balance.At at) {
            return words(balance, key + (at == Balance.At.START ? "-start" : "-end"));
        }

        private FormulaWords words(String population, String key) {
            return new FormulaWords(population, Words.say(locale, "formula." + key));
        }

        private FormulaWords quotient(Population<?> dividend, Population<?> divisor, String key) {
            return words(Words.say(locale, "members.divided", dividend.name(locale), divisor.name(locale)), key);
        }

        @Override
        public <F extends Fact> FormulaWords counted(Formula.Counted<F> formula) {
            return words(formula.population(), "counted");
        }

        @Override
        public <F extends Fact> FormulaWords summed(Formula.Summed<F> formula) {
            return words(formula.population(), "summed");
        }

        @Override
        public <F extends Fact> FormulaWords averaged(Formula.Averaged<F> formula) {
            return words(formula.population(), "averaged");
        }

        @Override
        public <F extends Fact> FormulaWords timed(Formula.Timed<F> formula) {
            return words(formula.population(), "timed");
        }

        @Override
        public <F extends Fact> FormulaWords split(Formula.Split<F> formula) {
            return words(formula.population(), "split");
        }

        @Override
        public <F extends Fact, G extends Fact> FormulaWords divided(Formula.Divided<F, G> formula) {
            return quotient(formula.dividend(), formula.divisor(), "divided");
        }

        @Override
        public FormulaWords retained(Formula.Retained formula) {
            return words(
                    formula.balance(), formula.hit() == AtEnd.STILL_IN_FORCE ? "still-in-force" : "no-longer-in-force");
        }

        @Override
        public <F extends Fact> FormulaWords countedCustomers(Formula.CountedCustomers<F> formula) {
            return words(formula.population(), "counted-customers");
        }

        @Override
        public <F extends Fact> FormulaWords splitAmounts(Formula.SplitAmounts<F> formula) {
            return words(formula.population(), "split-amounts");
        }

        @Override
        public <F extends Fact, G extends Fact> FormulaWords dividedAmounts(Formula.DividedAmounts<F, G> formula) {
            return quotient(formula.dividend(), formula.divisor(), "divided-amounts");
        }

        @Override
        public <F extends Fact> FormulaWords scored(Formula.Scored<F> formula) {
            return words(formula.population(), "scored");
        }

        @Override
        public FormulaWords waited(Formula.Waited formula) {
            return words(
                    Words.say(
                            locale,
                            "members.awaited",
                            formula.population().name(locale),
                            formula.awaited().name(locale)),
                    "waited");
        }

        @Override
        public <F extends Fact> FormulaWords countedBalance(Formula.CountedBalance<F> formula) {
            return words(formula.balance(), "counted-balance", formula.at());
        }

        @Override
        public <F extends Fact> FormulaWords summedBalance(Formula.SummedBalance<F> formula) {
            return words(formula.balance(), "summed-balance", formula.at());
        }

        @Override
        public <F extends Fact> FormulaWords averagedByCustomer(Formula.AveragedByCustomer<F> formula) {
            return words(formula.population(), "averaged-by-customer");
        }

        @Override
        public <F extends Fact> FormulaWords soldPerDay(Formula.SoldPerDay<F> formula) {
            String members = Words.say(
                    locale,
                    "members.open-and-decided",
                    formula.open().name(locale),
                    formula.decided().name(locale));
            return words(members, "sold-per-day");
        }

        @Override
        public <F extends Fact> FormulaWords grossRetained(Formula.GrossRetained<F> formula) {
            return words(formula.balance(), "gross-retained");
        }

        @Override
        public <F extends Fact> FormulaWords netRetained(Formula.NetRetained<F> formula) {
            return words(formula.balance(), "net-retained");
        }
    }
}
