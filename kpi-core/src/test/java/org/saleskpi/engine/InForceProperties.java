package org.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
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
        assertCountsAsALoopDoes(journeys, spread, random, new CoverPairs(journeys, new CoverInstants(0)));
        assertCountsAsALoopDoes(journeys, spread, random, new FewCovers(journeys));
        assertCountsAsALoopDoes(journeys, spread, random, new CoverBits(journeys, new CoverInstants(0)));
    }

    /** The instants of a kind, group by group. */
    private record Instants(List<CoverInstants> byGroup, CoverInstants.Kind kind) implements Events {

        @Override
        public int groups() {
            return byGroup.size();
        }

        @Override
        public IntFunction<Part> parts() {
            return group -> {
                Moments moments = byGroup.get(group).moments(kind);
                return new Part(moments, 0, moments.size());
            };
        }

        @Override
        public boolean isEmpty() {
            return byGroup.stream().noneMatch(instants -> instants.has(kind));
        }

        @Override
        public void tellBy(EventLine line, int number, @Nullable EventLine replaced) {
            byGroup.forEach(instants -> instants.tellBy(line, number, replaced, kind));
        }
    }

    /** First some kinds are on a line, then all on one that takes its place. */
    @Property(tries = 200)
    void customersAreCountedAsALoopDoesIfALineTellsTheirInstants(
            @ForAll Spread spread, @ForAll Shape shape, @ForAll @IntRange(max = 60) int customers, @ForAll long seed) {
        Random random = new Random(seed);
        List<List<CustomerJourney>> journeys = new ArrayList<>();
        List<InForce> inForce = new ArrayList<>();
        for (int group = 0; group < 3; group++) {
            List<CustomerJourney> ofGroup = IntStream.range(0, random.nextInt(customers + 1))
                    .mapToObj(i -> journey("c-" + i, spread, shape.stretches(random), random))
                    .toList();
            journeys.add(ofGroup);
            inForce.add(InForce.of(group, ofGroup));
        }
        List<CoverInstants> instants = inForce.stream().map(InForce::instants).toList();
        List<Instants> kinds = Arrays.stream(CoverInstants.Kind.values())
                .map(kind -> new Instants(instants, kind))
                .toList();
        EventsOnLine some = EventsOnLine.NONE.with(kinds.subList(0, 2));
        EventsOnLine all = some.with(kinds);
        assertThat(kinds)
                .allMatch(
                        kind -> all.has(kind) == (all.line() != null && !kind.isEmpty()) || spread == Spread.CENTURIES);
        for (int group = 0; group < 3; group++) {
            assertCountsAsALoopDoes(journeys.get(group), spread, random, inForce.get(group));
        }
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
        InForce inForce = InForce.of(0, customers(1, size));
        CoverInstants instants = inForce.instants();
        Instant last = Instant.EPOCH.plusSeconds(2L * size - 1);
        assertThat(inForce.count(new CoverInstants.Bounds(instants, last, last)))
                .isEqualTo(1);
        Instant gap = last.minusSeconds(1);
        assertThat(inForce.count(new CoverInstants.Bounds(instants, gap, gap))).isZero();
        Instant first = Instant.EPOCH.plusSeconds(1);
        assertThat(inForce.countAtBoth(new CoverInstants.Bounds(instants, first, last)))
                .isEqualTo(1);
        Instant afterFirst = Instant.EPOCH.plusSeconds(2);
        assertThat(inForce.countAtBoth(new CoverInstants.Bounds(instants, afterFirst, last)))
                .isZero();
    }

    /** The bounds at which one way to count becomes cheaper than another. */
    @Example
    void customersAreCountedInTheWayThatIsCheapForThem() {
        assertThat(InForce.of(0, customers(InForce.FEW_STRETCHES, 1))).isInstanceOf(FewCovers.class);
        assertThat(InForce.of(0, customers(1, InForce.FEW_STRETCHES))).isInstanceOf(FewCovers.class);
        assertThat(InForce.of(0, customers(InForce.FEW_STRETCHES + 1, 1))).isInstanceOf(CoverPairs.class);
        assertThat(InForce.of(0, customers(InForce.FEW_STRETCHES, 2))).isInstanceOf(InForce.Together.class);
        assertThat(InForce.of(0, customers(InForce.MANY_CUSTOMERS, 2))).isInstanceOf(InForce.Together.class);
        assertThat(InForce.of(0, customers(InForce.MANY_CUSTOMERS + 1, 2))).isInstanceOf(CoverPairs.class);
        List<CustomerJourney> nearlyAllWithOne = new ArrayList<>(customers(InForce.MANY_CUSTOMERS + 1, 1));
        nearlyAllWithOne.addAll(customers(1, 2));
        assertThat(InForce.of(0, nearlyAllWithOne)).isInstanceOf(InForce.Together.class);
        assertThat(InForce.of(0, customers(InForce.MANY_CUSTOMERS + 1, InForce.MOST_PAIRED)))
                .isInstanceOf(CoverPairs.class);
        assertThat(InForce.of(0, customers(InForce.MANY_CUSTOMERS + 1, InForce.MOST_PAIRED + 1)))
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
        InForce nobody = InForce.of(0, List.of());
        InForce.Bounds always = new CoverInstants.Bounds(nobody.instants(), Instant.MIN, Instant.MAX);
        assertThat(nobody.count(always)).isZero();
        assertThat(nobody.countAtBoth(always)).isZero();
    }

    private static void assertCountsAsALoopDoes(List<CustomerJourney> journeys, Spread spread, Random random) {
        assertCountsAsALoopDoes(journeys, spread, random, InForce.of(0, journeys));
    }

    private static void assertCountsAsALoopDoes(
            List<CustomerJourney> journeys, Spread spread, Random random, InForce inForce) {
        List<Instant> corners = new ArrayList<>();
        for (CustomerJourney journey : journeys) {
            for (Stretch stretch : journey.cover()) {
                corners.add(random.nextBoolean() || stretch.endsAt() == null ? stretch.startsAt() : stretch.endsAt());
            }
        }
        List<Instant> around = new ArrayList<>(EnginePartsProperties.bounds(spread, corners, random));
        for (int i = 0; i < 8; i++) {
            Collections.shuffle(around, random);
            Instant early = Collections.min(around.subList(0, 2));
            Instant late = Collections.max(around.subList(0, 2));
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
            InForce.Bounds bounds = new CoverInstants.Bounds(inForce.instants(), early, late);
            assertThat(inForce.count(bounds)).isEqualTo(atEarly);
            assertThat(inForce.countAtBoth(bounds)).isEqualTo(atBoth);
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
