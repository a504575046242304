package org.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.saleskpi.engine.EnginePartsProperties.Spread;

/** What customers have at two times, against plain loops, at sizes that generated histories do not reach. */
class CustomerAmountsProperties {

    /** A fact of a customer, from a start to an end or for ever. */
    private record Term(
            String customer, Instant start, @Nullable Instant end, long amount) {

        boolean stands(Instant moment) {
            return start.compareTo(moment) < 0 && (end == null || moment.compareTo(end) <= 0);
        }
    }

    @Property
    void customersHaveWhatALoopAddsUp(
            @ForAll Spread spread,
            @ForAll @IntRange(max = 60) int customers,
            @ForAll @IntRange(min = 1, max = 40) int mostTerms,
            @ForAll long seed) {
        Random random = new Random(seed);
        assertAddsUp(terms(spread, customers, mostTerms, random), spread, random);
    }

    /** So many that those with a few pieces make pairs, and those with more do not. */
    @Property(tries = 15)
    void manyCustomersHaveWhatALoopAddsUp(
            @ForAll Spread spread,
            @ForAll @IntRange(min = 300, max = 6_000) int customers,
            @ForAll @IntRange(min = 1, max = 12) int mostTerms,
            @ForAll long seed) {
        Random random = new Random(seed);
        assertAddsUp(terms(spread, customers, mostTerms, random), spread, random);
    }

    private static List<Term> terms(Spread spread, int customers, int mostTerms, Random random) {
        List<Term> terms = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            int count = random.nextInt(mostTerms + 1);
            Instant last = spread.moment(random);
            for (int i = 0; i < count; i++) {
                // Often a term begins when the one before it ends, perhaps at the same amount.
                Instant start = random.nextInt(3) > 0 ? last : spread.moment(random);
                Instant end = random.nextInt(8) == 0 ? null : spread.moment(random);
                if (end != null && !start.isBefore(end)) {
                    end = start.plusNanos(1 + random.nextInt(3));
                }
                terms.add(new Term("c-" + customer, start, end, 1 + random.nextInt(random.nextBoolean() ? 2 : 90_000)));
                last = end == null ? spread.moment(random) : end;
            }
        }
        Collections.shuffle(terms, random);
        return terms;
    }

    private static CustomerAmounts amounts(List<Term> terms) {
        CustomerAmounts.Builder builder = new CustomerAmounts.Builder(terms.size());
        terms.forEach(term -> builder.add(term.customer, term.start, term.end, term.amount));
        return builder.build();
    }

    private static void assertAddsUp(List<Term> terms, Spread spread, Random random) {
        CustomerAmounts amounts = amounts(terms);
        List<Instant> corners = new ArrayList<>();
        terms.forEach(term -> corners.add(random.nextBoolean() || term.end == null ? term.start : term.end));
        List<Instant> bounds = new ArrayList<>(EnginePartsProperties.bounds(spread, corners, random));
        for (int i = 0; i < 8; i++) {
            Collections.shuffle(bounds, random);
            Instant early = Collections.min(bounds.subList(0, 2));
            Instant late = Collections.max(bounds.subList(0, 2));
            assertThat(amounts.between(early, late)).isEqualTo(loop(terms, early, late));
        }
    }

    private static CustomerAmounts.Totals loop(List<Term> terms, Instant early, Instant late) {
        Map<String, long[]> held = new HashMap<>();
        for (Term term : terms) {
            long[] amounts = held.computeIfAbsent(term.customer, customer -> new long[2]);
            amounts[0] += term.stands(early) ? term.amount : 0;
            amounts[1] += term.stands(late) ? term.amount : 0;
        }
        long atStart = 0;
        long kept = 0;
        long atEnd = 0;
        for (long[] amounts : held.values()) {
            atStart += amounts[0];
            kept += Math.min(amounts[0], amounts[1]);
            atEnd += amounts[0] > 0 ? amounts[1] : 0;
        }
        return new CustomerAmounts.Totals(atStart, kept, atEnd);
    }

    @Example
    void nobodyHasAnythingWhereThereIsNobody() {
        assertThat(amounts(List.of()).between(Instant.MIN, Instant.MAX)).isEqualTo(CustomerAmounts.Totals.NONE);
    }

    @Example
    void amountsThatDoNotFitTogetherAreAnErrorAndNeverWrap() {
        Instant start = Instant.EPOCH;
        List<Term> terms =
                List.of(new Term("c-1", start, null, Long.MAX_VALUE), new Term("c-2", start, start.plusSeconds(1), 1));

        assertThatThrownBy(() -> amounts(terms)).isInstanceOf(ArithmeticException.class);
        assertThat(amounts(terms.subList(0, 1)).between(start.plusSeconds(1), start.plusSeconds(2)))
                .isEqualTo(new CustomerAmounts.Totals(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE));
    }
}
