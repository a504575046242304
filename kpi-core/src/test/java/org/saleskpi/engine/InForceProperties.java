package org.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.saleskpi.engine.EnginePartsProperties.Spread;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Stretch;

/** Customers in force against a plain loop over all their stretches, whatever these are like. */
class InForceProperties {

    /** How many stretches customers have. */
    enum Shape {
        FEW,
        NOW_AND_THEN_MANY,
        ALL_MANY;

        int stretches(Random random) {
            return switch (this) {
                case FEW -> random.nextInt(5);
                case NOW_AND_THEN_MANY -> random.nextInt(10) == 0 ? 40 : random.nextInt(5);
                case ALL_MANY -> 5 + random.nextInt(40);
            };
        }
    }

    @Property
    void asManyCustomersAreInForceAsALoopCounts(
            @ForAll Spread spread, @ForAll Shape shape, @ForAll @IntRange(max = 150) int customers, @ForAll long seed) {
        Random random = new Random(seed);
        List<CustomerJourney> journeys = IntStream.range(0, customers)
                .mapToObj(i -> journey("c-" + i, spread, shape.stretches(random), random))
                .toList();
        assertCountsAsALoopDoes(journeys, spread, random);
    }

    /** Each of the three ways to count, for all customers: in force, only many customers with several stretches go by pairs. */
    @Property
    void eachWayToCountCountsAsALoopDoes(
            @ForAll Spread spread, @ForAll Shape shape, @ForAll @IntRange(max = 130) int customers, @ForAll long seed) {
        Random random = new Random(seed);
        List<CustomerJourney> journeys = IntStream.range(0, customers)
                .mapToObj(i -> journey("c-" + i, spread, shape.stretches(random), random))
                .toList();
        CoverPairs pairs = new CoverPairs(journeys);
        assertCountsAsALoopDoes(journeys, spread, random, pairs::count, pairs::countAtBoth);
        FewCovers few = new FewCovers(journeys);
        assertCountsAsALoopDoes(journeys, spread, random, few::count, few::countAtBoth);
        CoverBits bits = new CoverBits(journeys);
        assertCountsAsALoopDoes(journeys, spread, random, bits::count, bits::countAtBoth);
    }

    @Property(tries = 30)
    void customersWithThousandsOfStretchesAreInForceAsALoopCounts(
            @ForAll Spread spread,
            @ForAll @IntRange(min = 1, max = 4) int customers,
            @ForAll @IntRange(max = 5_000) int stretches,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<CustomerJourney> journeys = IntStream.range(0, customers)
                .mapToObj(i -> journey("c-" + i, spread, random.nextInt(stretches + 1), random))
                .toList();
        assertCountsAsALoopDoes(journeys, spread, random);
    }

    @Property(tries = 12)
    void thousandsOfCustomersWithSeveralStretchesAreInForceAsALoopCounts(
            @ForAll Spread spread, @ForAll @IntRange(min = 2_000, max = 12_000) int customers, @ForAll long seed) {
        Random random = new Random(seed);
        List<CustomerJourney> journeys = IntStream.range(0, customers)
                .mapToObj(i -> journey("c-" + i, spread, 1 + random.nextInt(6), random))
                .toList();
        assertCountsAsALoopDoes(journeys, spread, random);
    }

    /** So many that those with two stretches, and with three, are counted otherwise than the rest. */
    @Property(tries = 3)
    void veryManyCustomersWithSeveralStretchesAreInForceAsALoopCounts(@ForAll Spread spread, @ForAll long seed) {
        Random random = new Random(seed);
        List<CustomerJourney> journeys = IntStream.range(0, 80_000)
                .mapToObj(i -> journey("c-" + i, spread, 1 + random.nextInt(4), random))
                .toList();
        assertCountsAsALoopDoes(journeys, spread, random);
    }

    /** Pairs of the stretches of such a customer could not even be numbered. */
    @Example
    void aCustomerMayHaveAnyNumberOfStretches() {
        int size = 50_000;
        InForce inForce = InForce.of(customers(1, size));
        Instant last = Instant.EPOCH.plusSeconds(2L * size - 1);
        assertThat(inForce.count(last)).isEqualTo(1);
        assertThat(inForce.count(last.minusSeconds(1))).isZero();
        assertThat(inForce.countAtBoth(Instant.EPOCH.plusSeconds(1), last)).isEqualTo(1);
        assertThat(inForce.countAtBoth(Instant.EPOCH.plusSeconds(2), last)).isZero();
    }

    /** The bounds at which one way to count becomes cheaper than another. */
    @Example
    void customersAreCountedInTheWayThatIsCheapForThem() {
        assertThat(InForce.of(customers(InForce.FEW_STRETCHES, 1))).isInstanceOf(FewCovers.class);
        assertThat(InForce.of(customers(1, InForce.FEW_STRETCHES))).isInstanceOf(FewCovers.class);
        assertThat(InForce.of(customers(InForce.FEW_STRETCHES + 1, 1))).isInstanceOf(CoverPairs.class);
        assertThat(InForce.of(customers(InForce.FEW_STRETCHES, 2))).isInstanceOf(InForce.Together.class);
        assertThat(InForce.of(customers(InForce.MANY_CUSTOMERS, 2))).isInstanceOf(InForce.Together.class);
        assertThat(InForce.of(customers(InForce.MANY_CUSTOMERS + 1, 2))).isInstanceOf(CoverPairs.class);
        List<CustomerJourney> nearlyAllWithOne = new ArrayList<>(customers(InForce.MANY_CUSTOMERS + 1, 1));
        nearlyAllWithOne.addAll(customers(1, 2));
        assertThat(InForce.of(nearlyAllWithOne)).isInstanceOf(InForce.Together.class);
        assertThat(InForce.of(customers(InForce.MANY_CUSTOMERS + 1, InForce.MOST_PAIRED)))
                .isInstanceOf(CoverPairs.class);
        assertThat(InForce.of(customers(InForce.MANY_CUSTOMERS + 1, InForce.MOST_PAIRED + 1)))
                .isInstanceOf(InForce.Together.class);
    }

    /** So many times the same customer. */
    private static List<CustomerJourney> customers(int size, int stretches) {
        Customer customer = Customer.builder("c-1", Instant.EPOCH).build();
        List<Stretch> cover = IntStream.range(0, stretches)
                .mapToObj(i ->
                        new Stretch(customer, Instant.EPOCH.plusSeconds(2L * i), Instant.EPOCH.plusSeconds(2L * i + 1)))
                .toList();
        return Collections.nCopies(size, new CustomerJourney(customer, Instant.EPOCH, null, cover));
    }

    @Example
    void nobodyIsInForceWhereThereIsNobody() {
        InForce nobody = InForce.of(List.of());
        assertThat(nobody.count(Instant.MAX)).isZero();
        assertThat(nobody.countAtBoth(Instant.MIN, Instant.MAX)).isZero();
    }

    private static void assertCountsAsALoopDoes(List<CustomerJourney> journeys, Spread spread, Random random) {
        InForce inForce = InForce.of(journeys);
        assertCountsAsALoopDoes(journeys, spread, random, inForce::count, inForce::countAtBoth);
        assertCountsAsALoopDoes(
                journeys,
                spread,
                random,
                moment -> inForce.count(found(inForce, moment, moment)),
                (moment, later) -> inForce.countAtBoth(found(inForce, moment, later)));
    }

    /** Where two instants lie, as a line of several tables tells. */
    private static InForce.OnLine found(InForce inForce, Instant moment, Instant later) {
        return new InForce.OnLine(
                moment,
                later,
                inForce.starts().countBefore(moment),
                inForce.startsWithEnd().countBefore(moment),
                inForce.ends().countBefore(moment),
                inForce.ends().countBefore(later),
                inForce.turns().countBefore(moment),
                inForce.turns().countBefore(later));
    }

    private static void assertCountsAsALoopDoes(
            List<CustomerJourney> journeys,
            Spread spread,
            Random random,
            ToIntFunction<Instant> count,
            ToIntBiFunction<Instant, Instant> countAtBoth) {
        List<Instant> corners = new ArrayList<>();
        for (CustomerJourney journey : journeys) {
            for (Stretch stretch : journey.cover()) {
                corners.add(random.nextBoolean() || stretch.endsAt() == null ? stretch.startsAt() : stretch.endsAt());
            }
        }
        List<Instant> bounds = new ArrayList<>(EnginePartsProperties.bounds(spread, corners, random));
        for (int i = 0; i < 8; i++) {
            Collections.shuffle(bounds, random);
            Instant early = Collections.min(bounds.subList(0, 2));
            Instant late = Collections.max(bounds.subList(0, 2));
            int atEarly = 0;
            int atBoth = 0;
            for (CustomerJourney journey : journeys) {
                boolean isAtEarly = isInForce(journey, early);
                boolean isAtLate = isInForce(journey, late);
                atEarly += isAtEarly ? 1 : 0;
                atBoth += isAtEarly && isAtLate ? 1 : 0;
                assertThat(journey.isInForceOnEveOf(early)).isEqualTo(isAtEarly);
                assertThat(journey.isInForceOnEveOf(late)).isEqualTo(isAtLate);
            }
            assertThat(count.applyAsInt(early)).isEqualTo(atEarly);
            assertThat(countAtBoth.applyAsInt(early, late)).isEqualTo(atBoth);
        }
    }

    private static boolean isInForce(CustomerJourney journey, Instant moment) {
        boolean isInForce = false;
        for (Stretch stretch : journey.cover()) {
            Instant end = stretch.endsAt();
            isInForce |= stretch.startsAt().compareTo(moment) < 0 && (end == null || moment.compareTo(end) <= 0);
        }
        return isInForce;
    }

    /** At most so many stretches, fewer where the moments to choose from are few; now and then the last has no end. */
    private static CustomerJourney journey(String id, Spread spread, int stretches, Random random) {
        Customer customer = Customer.builder(id, Instant.EPOCH).build();
        List<Instant> corners =
                List.copyOf(new TreeSet<>(EnginePartsProperties.moments(spread, 2 * stretches, random)));
        List<Stretch> cover = new ArrayList<>();
        for (int i = 0; i + 1 < corners.size(); i += 2) {
            boolean openEnded = i + 3 >= corners.size() && random.nextBoolean();
            cover.add(new Stretch(customer, corners.get(i), openEnded ? null : corners.get(i + 1)));
        }
        return new CustomerJourney(customer, Instant.EPOCH, null, cover);
    }
}
