package org.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.saleskpi.order.IdNumbers;
import org.saleskpi.order.TimeOrder;
import org.saleskpi.value.Rate;

/** The parts of the engine against plain loops, at sizes that generated histories do not reach. */
class EnginePartsProperties {

    /** How the moments of a column lie: dense and sparse, in whole seconds and not, and centuries apart. */
    enum Spread {
        SECONDS(40, 1, 1_000_000_000),
        YEARS(150_000_000, 1, 1_000_000_000),
        FRACTIONS(30, 3, 250_000_000),
        NANOS(1, 10, 1),
        CENTURIES(20_000_000_000L, 2, 999_999_999);

        private final long seconds;
        private final int fractions;
        private final int fraction;

        Spread(long seconds, int fractions, int fraction) {
            this.seconds = seconds;
            this.fractions = fractions;
            this.fraction = fraction;
        }

        Instant moment(Random random) {
            long second = 1_700_000_000L - seconds / 2 + (long) (random.nextDouble() * seconds);
            return Instant.ofEpochSecond(second, (long) random.nextInt(fractions) * fraction);
        }
    }

    static List<Instant> moments(Spread spread, int size, Random random) {
        return IntStream.range(0, size).mapToObj(i -> spread.moment(random)).toList();
    }

    private static Moments inOrder(List<Instant> sorted) {
        Moments.Builder builder = new Moments.Builder(sorted.size());
        sorted.forEach(builder::add);
        return builder.build();
    }

    @Property
    void asManyMomentsAreBeforeABoundAsALoopCounts(
            @ForAll Spread spread, @ForAll @IntRange(max = 3_000) int size, @ForAll long seed) {
        Random random = new Random(seed);
        List<Instant> sorted = moments(spread, size, random).stream().sorted().toList();
        Moments moments = inOrder(sorted);
        for (Instant bound : bounds(spread, sorted, random)) {
            int expected = (int)
                    sorted.stream().filter(moment -> moment.isBefore(bound)).count();
            assertThat(moments.countBefore(bound)).isEqualTo(expected);
            int start = size / 3;
            int end = size - size / 4;
            assertThat(moments.firstFrom(bound, start, end)).isEqualTo(Math.max(start, Math.min(end, expected)));
        }
    }

    /** As many seconds apart as fit in four bytes, and one more: that is where moments are kept otherwise. */
    @Example
    void momentsAreFoundWhereTheirSecondsJustFit() {
        for (long apart : new long[] {Integer.MAX_VALUE - 1L, Integer.MAX_VALUE, Integer.MAX_VALUE + 1L}) {
            Instant latest = Instant.EPOCH.plusSeconds(apart);
            Moments moments = inOrder(List.of(Instant.EPOCH, latest));
            assertThat(moments.countBefore(latest.minusSeconds(1))).isEqualTo(1);
            assertThat(moments.countBefore(latest)).isEqualTo(1);
            assertThat(moments.countBefore(latest.plusNanos(1))).isEqualTo(2);
            assertThat(moments.at(1)).isEqualTo(latest);
        }
    }

    @Example
    void momentsOfOneSecondAreInOrderOnlyIfTheirFractionsAre() {
        Instant second = Instant.ofEpochSecond(1_700_000_000);
        Moments.Builder moments = new Moments.Builder(3);
        moments.add(second);
        moments.add(second.plusMillis(500));
        assertThat(moments.isInOrder()).isTrue();
        moments.add(second.plusMillis(300));
        assertThat(moments.isInOrder()).isFalse();
        assertThat(moments.sorted().countBefore(second.plusMillis(400))).isEqualTo(2);
    }

    static List<Instant> bounds(Spread spread, List<Instant> moments, Random random) {
        List<Instant> bounds = new ArrayList<>(List.of(Instant.MIN, Instant.EPOCH, Instant.MAX, spread.moment(random)));
        for (int i = 0; i < Math.min(5, moments.size()); i++) {
            Instant moment = moments.get(random.nextInt(moments.size()));
            bounds.addAll(List.of(moment, moment.plusNanos(1), moment.minusNanos(1), moment.plusSeconds(1)));
        }
        return bounds;
    }

    @Property
    void asManyBitsAreSetBeforeAPositionAsALoopCounts(@ForAll @IntRange(max = 3_000) int size, @ForAll long seed) {
        Random random = new Random(seed);
        boolean[] set = new boolean[size];
        for (int i = 0; i < size; i++) {
            set[i] = random.nextInt(3) == 0;
        }
        RankBits bits = RankBits.of(size, i -> set[i]);
        int before = 0;
        for (int i = 0; i <= size; i++) {
            assertThat(bits.before(i)).isEqualTo(before);
            before += i < size && set[i] ? 1 : 0;
        }
    }

    @Property
    void membersAreHitsMissesAndOpenCasesAsALoopCounts(@ForAll @IntRange(max = 1_000) int size, @ForAll long seed) {
        Random random = new Random(seed);
        // What each member is: 0 a hit, 1 a miss, 2 an open case.
        int[] kinds = IntStream.range(0, size).map(i -> random.nextInt(3)).toArray();
        SplitColumn.Bits bits = new SplitColumn.Bits(size + random.nextInt(100));
        for (int kind : kinds) {
            bits.add(kind == 0, kind == 2);
        }
        SplitColumn column = bits.build();
        assertSplitsAsALoopDoes(column, kinds, random);

        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, random);
        assertSplitsAsALoopDoes(
                column.inOrder(order.stream().mapToInt(i -> i).toArray()),
                order.stream().mapToInt(i -> kinds[i]).toArray(),
                random);
    }

    private static void assertSplitsAsALoopDoes(SplitColumn column, int[] kinds, Random random) {
        for (int i = 0; i < kinds.length; i++) {
            assertThat(column.isHit(i)).isEqualTo(kinds[i] == 0);
            assertThat(column.isOpen(i)).isEqualTo(kinds[i] == 2);
        }
        for (int i = 0; i < 20; i++) {
            int end = random.nextInt(kinds.length + 1);
            int start = random.nextInt(end + 1);
            long[] counts = new long[3];
            for (int j = start; j < end; j++) {
                counts[kinds[j]]++;
            }
            assertThat(column.over(start, end)).isEqualTo(Rate.of(counts[0], counts[1], counts[2]));
        }
    }

    @Property
    void pairsBeforeTwoBoundsAddUpAsInALoop(
            @ForAll Spread spread, @ForAll @IntRange(max = 1_500) int size, @ForAll long seed) {
        Random random = new Random(seed);
        List<Instant> firsts = moments(spread, size, random);
        List<Instant> seconds = moments(spread, size, random);
        int withSecond = random.nextInt(4) == 0 ? size : random.nextInt(size + 1);
        boolean[] areTakenAway = new boolean[size];
        SignedPairs.Builder builder = new SignedPairs.Builder(size);
        for (int i = 0; i < size; i++) {
            areTakenAway[i] = random.nextBoolean();
            Instant second = i < withSecond ? seconds.get(i) : null;
            if (areTakenAway[i]) {
                builder.takeAway(firsts.get(i), second);
            } else {
                builder.add(firsts.get(i), second);
            }
        }
        SignedPairs pairs = builder.build();
        for (Instant firstBound : bounds(spread, firsts, random)) {
            for (Instant secondBound : bounds(spread, seconds, random)) {
                int expected = IntStream.range(0, withSecond)
                        .filter(i -> firsts.get(i).isBefore(firstBound)
                                && seconds.get(i).isBefore(secondBound))
                        .map(i -> areTakenAway[i] ? -1 : 1)
                        .sum();
                int earliestFirsts = pairs.firsts().countBefore(firstBound);
                int earliestSeconds = pairs.seconds().countBefore(secondBound);
                assertThat(pairs.ranks().sumBelow(earliestFirsts, earliestSeconds))
                        .isEqualTo(expected);
            }
        }
    }

    /** At every position and bound, of sizes where blocks and heaps begin and end. */
    @Example
    void signsAddUpAsInALoopAroundTheEndsOfBlocks() {
        for (int size : new int[] {0, 1, 2, 7, 8, 9, 63, 64, 65, 127, 128, 129, 191, 192, 193, 256, 257}) {
            assertSignsAddUp(size, IntStream.rangeClosed(0, size).toArray());
        }
        for (int size : new int[] {2_047, 2_048, 2_049, 4_096, 32_767, 32_768, 32_769, 40_000}) {
            int[] near = IntStream.rangeClosed(0, size)
                    .filter(i -> i % 2_048 <= 1 || i % 2_048 == 2_047 || i % 1_111 == 0 || i >= size - 1)
                    .toArray();
            assertSignsAddUp(size, near);
        }
    }

    private static void assertSignsAddUp(int size, int[] bounds) {
        Random random = new Random(size);
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(numbers, random);
        int[] signed = numbers.stream()
                .mapToInt(number -> 2 * number + (random.nextInt(3) == 0 ? 1 : 0))
                .toArray();
        SignedRanks ranks = new SignedRanks(signed);
        for (int bound : bounds) {
            int sum = 0;
            int next = 0;
            for (int position = 0; position <= size; position++) {
                if (next < bounds.length && bounds[next] == position) {
                    assertThat(ranks.sumBelow(position, bound)).isEqualTo(sum);
                    next++;
                }
                if (position < size && signed[position] / 2 < bound) {
                    sum += 1 - 2 * (signed[position] % 2);
                }
            }
        }
    }

    @Property
    void differentCustomersAreCountedAsALoopCounts(
            @ForAll @IntRange(max = 5_000) int size,
            @ForAll @IntRange(min = 1, max = 3_000) int customers,
            @ForAll long seed) {
        Random random = new Random(seed);
        int[] customerOf =
                IntStream.range(0, size).map(i -> random.nextInt(customers)).toArray();
        CustomersColumn column = new CustomersColumn(customerOf);
        for (int i = 0; i < 20; i++) {
            int end = random.nextInt(size + 1);
            int start = random.nextInt(end + 1);
            assertThat(column.count(start, end)).isEqualTo((int)
                    Arrays.stream(customerOf, start, end).distinct().count());
        }
        assertThat(column.count(0, size))
                .isEqualTo((int) Arrays.stream(customerOf).distinct().count());
    }

    @Property
    void positionsAreSortedByMomentAndThenByTies(
            @ForAll Spread spread, @ForAll @IntRange(max = 2_000) int size, @ForAll long seed) {
        List<Instant> moments = moments(spread, size, new Random(seed));
        Integer[] expected = IntStream.range(0, size).boxed().toArray(Integer[]::new);
        Arrays.sort(
                expected,
                Comparator.<Integer, Instant>comparing(moments::get).thenComparing(Comparator.reverseOrder()));
        assertThat(TimeOrder.of(size, moments::get, (left, right) -> Integer.compare(right, left)))
                .containsExactly(expected);
    }

    @Property
    void bitsAreFoundByTheirNumber(@ForAll @IntRange(max = 3_000) int size, @ForAll long seed) {
        Random random = new Random(seed);
        int sparse = 1 + random.nextInt(1_500);
        int[] set = IntStream.range(0, size)
                .filter(i -> random.nextInt(sparse) == 0)
                .toArray();
        RankBits bits = RankBits.of(size, i -> Arrays.binarySearch(set, i) >= 0);
        for (int number = 0; number < set.length; number++) {
            assertThat(bits.positionOf(number)).isEqualTo(set[number]);
        }
    }

    @Property
    void rowsAreTheFactsThatWereChosen(@ForAll @IntRange(max = 1_000) int size, @ForAll long seed) {
        Random random = new Random(seed);
        int rare = 1 + random.nextInt(3);
        Rows.Builder builder = new Rows.Builder(size);
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean isChosen = random.nextInt(rare) == 0;
            builder.add(isChosen);
            if (isChosen) {
                expected.add(i);
            }
        }
        Rows inOrder = builder.build();
        assertThat(IntStream.range(0, expected.size()).mapToObj(inOrder::at)).containsExactlyElementsOf(expected);
        assertThat(inOrder.all(expected.size()))
                .containsExactly(expected.stream().mapToInt(i -> i).toArray());

        int[] order = IntStream.range(0, expected.size())
                .map(i -> expected.size() - 1 - i)
                .toArray();
        Rows reversed = builder.build(order);
        Collections.reverse(expected);
        assertThat(IntStream.range(0, expected.size()).mapToObj(reversed::at)).containsExactlyElementsOf(expected);
    }

    /** Texts that differ and have the same hash code, as Aa and BB do. */
    private static String text(int number) {
        StringBuilder text = new StringBuilder();
        for (int bits = number; bits > 0; bits >>>= 1) {
            text.append(bits % 2 == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }

    @Property
    void idsAreFoundByTheirTextsEvenWhereHashCodesAreTheSame(
            @ForAll @IntRange(max = 400) int size, @ForAll boolean sameHashCodes) {
        List<String> ids = IntStream.range(0, size)
                .mapToObj(i -> sameHashCodes ? text(512 + i) : "id-" + i)
                .toList();
        IdNumbers numbers = new IdNumbers(size, ids::get);
        for (int i = 0; i < size; i++) {
            assertThat(numbers.of(ids.get(i))).isEqualTo(i);
            assertThat(numbers.ofKnown(ids.get(i))).isEqualTo(i);
        }
        assertThat(numbers.of("")).isEqualTo(-1);
        assertThat(numbers.of(sameHashCodes ? text(512 + 400) : "id-" + size)).isEqualTo(-1);
    }

    /** Evenly spread moments take as many comparisons whatever their number, all others one more for twice as many. */
    @Property(tries = 20)
    void aSearchTakesFewComparisons(@ForAll @IntRange(min = 10_000, max = 1_000_000) int size, @ForAll long seed) {
        Random random = new Random(seed);
        List<Instant> even =
                moments(Spread.YEARS, size, random).stream().sorted().toList();
        Moments evenly = inOrder(even);
        // The largest of many buckets of sixteen on average.
        assertThat(evenly.comparisons()).isBetween(5, 7);

        List<Instant> crowded = new ArrayList<>(moments(Spread.SECONDS, size - 1, random));
        crowded.add(Instant.ofEpochSecond(1_500_000_000));
        Collections.sort(crowded);
        Moments crowd = inOrder(crowded);
        assertThat(crowd.comparisons()).isLessThanOrEqualTo(20);
    }
}
