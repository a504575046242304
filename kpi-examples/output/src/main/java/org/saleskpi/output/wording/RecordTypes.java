package org.saleskpi.output.wording;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.saleskpi.indicator.Formula;
import org.saleskpi.indicator.FormulaVisitor;
import org.saleskpi.indicator.Population;
import org.saleskpi.sales.Booking;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Conversion;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.Stretch;
import org.saleskpi.sales.Survey;

/** Tells for each kind of formula which kinds of record it needs: without one of them, it has nothing to say. */
final class RecordTypes implements FormulaVisitor<Set<RecordType>> {

    static final RecordTypes VISITOR = new RecordTypes();

    private static final Map<Class<? extends Fact>, RecordType> OF_FACTS = Map.of(
            Call.class, RecordType.CALL,
            Meeting.class, RecordType.MEETING,
            Booking.class, RecordType.MEETING,
            Proposal.class, RecordType.PROPOSAL,
            Contract.class, RecordType.CONTRACT,
            Conversion.class, RecordType.CONTRACT,
            Stretch.class, RecordType.CONTRACT,
            Survey.class, RecordType.SURVEY,
            CustomerJourney.class, RecordType.CUSTOMER);

    private RecordTypes() {}

    static Set<RecordType> of(Population<?>... populations) {
        Set<RecordType> types = EnumSet.noneOf(RecordType.class);
        for (Population<?> population : populations) {
            types.add(OF_FACTS.get(population.factType()));
        }
        return Collections.unmodifiableSet(types);
    }

    @Override
    public <F extends Fact> Set<RecordType> counted(Formula.Counted<F> formula) {
        return of(formula.population());
    }

    @Override
    public <F extends Fact> Set<RecordType> summed(Formula.Summed<F> formula) {
        return of(formula.population());
    }

    @Override
    public <F extends Fact> Set<RecordType> averaged(Formula.Averaged<F> formula) {
        return of(formula.population());
    }

    @Override
    public <F extends Fact> Set<RecordType> timed(Formula.Timed<F> formula) {
        return of(formula.population());
    }

    @Override
    public <F extends Fact> Set<RecordType> split(Formula.Split<F> formula) {
        // What becomes of prospects is told by contracts.
        return formula.population().factType().equals(CustomerJourney.class)
                ? Collections.unmodifiableSet(EnumSet.of(RecordType.CUSTOMER, RecordType.CONTRACT))
                : of(formula.population());
    }

    @Override
    public <F extends Fact, G extends Fact> Set<RecordType> divided(Formula.Divided<F, G> formula) {
        return of(formula.dividend(), formula.divisor());
    }

    @Override
    public Set<RecordType> retained(Formula.Retained formula) {
        return of(formula.balance().started());
    }

    @Override
    public <F extends Fact> Set<RecordType> countedCustomers(Formula.CountedCustomers<F> formula) {
        return of(formula.population());
    }

    @Override
    public <F extends Fact> Set<RecordType> splitAmounts(Formula.SplitAmounts<F> formula) {
        return of(formula.population());
    }

    @Override
    public <F extends Fact, G extends Fact> Set<RecordType> dividedAmounts(Formula.DividedAmounts<F, G> formula) {
        return of(formula.dividend(), formula.divisor());
    }

    @Override
    public <F extends Fact> Set<RecordType> scored(Formula.Scored<F> formula) {
        return of(formula.population());
    }

    @Override
    public Set<RecordType> waited(Formula.Waited formula) {
        return of(formula.population(), formula.awaited());
    }

    @Override
    public <F extends Fact> Set<RecordType> countedBalance(Formula.CountedBalance<F> formula) {
        return of(formula.balance().started());
    }

    @Override
    public <F extends Fact> Set<RecordType> summedBalance(Formula.SummedBalance<F> formula) {
        return of(formula.balance().started());
    }

    @Override
    public <F extends Fact> Set<RecordType> averagedByCustomer(Formula.AveragedByCustomer<F> formula) {
        return of(formula.population());
    }

    @Override
    public <F extends Fact> Set<RecordType> soldPerDay(Formula.SoldPerDay<F> formula) {
        return of(formula.decided());
    }

    @Override
    public <F extends Fact> Set<RecordType> grossRetained(Formula.GrossRetained<F> formula) {
        return of(formula.balance().started());
    }

    @Override
    public <F extends Fact> Set<RecordType> netRetained(Formula.NetRetained<F> formula) {
        return of(formula.balance().started());
    }
}
