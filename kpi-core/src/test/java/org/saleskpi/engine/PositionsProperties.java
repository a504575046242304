package org.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Numbers in few bytes or in many, as they were. */
class PositionsProperties {

    @Property
    void numbersAreReadAsTheyWereGiven(@ForAll @Size(max = 50) int[] given, @ForAll @IntRange(min = 1) int greatest) {
        int[] numbers = new int[given.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Math.floorMod(given[i], greatest);
        }
        assertReadAsGiven(numbers, greatest);
    }

    @Property
    void numbersAboutTheGreatestOfTwoBytesAreReadAsTheyWereGiven(
            @ForAll @IntRange(min = 65_530, max = 65_540) int greatest) {
        assertReadAsGiven(new int[] {0, greatest, greatest - 1}, greatest);
    }

    /** Members of a table that stand in groups of very different sizes, some of them empty, one after the other in each. */
    @Property(tries = 200)
    void positionsByGroupAreReadAsTheyWereGiven(
            @ForAll @IntRange(min = 1, max = 700) int size,
            @ForAll @IntRange(min = 1, max = 3_000) int groups,
            @ForAll long seed) {
        Random random = new Random(seed);
        int[] groupOf = random.ints(size, 0, groups)
                .map(group -> random.nextBoolean() ? group : random.nextInt(group + 1) / 7)
                .toArray();
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingInt(position -> groupOf[position]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] starts = IntStream.rangeClosed(0, groups)
                .map(group -> (int)
                        Arrays.stream(groupOf).filter(other -> other < group).count())
                .toArray();
        assertReadAsGiven(order, new RisingPositions(order, starts));
        assertReadAsGiven(order, Positions.of(order, starts));
    }

    @Test
    void positionsOfManyMembersAreReadAsTheyWereGiven() {
        // More than two bytes can tell, in groups of one, of none, of all that is even and of the rest.
        int size = 200_001;
        int[] order = IntStream.concat(
                        IntStream.of(3),
                        IntStream.concat(
                                IntStream.range(0, size).filter(position -> position % 2 == 0),
                                IntStream.range(0, size).filter(position -> position % 2 == 1 && position != 3)))
                .toArray();
        int[] starts = {0, 1, 1, 1 + size / 2 + 1, size};
        assertThat(Positions.of(order, starts)).isInstanceOf(RisingPositions.class);
        assertReadAsGiven(order, Positions.of(order, starts));
    }

    private static void assertReadAsGiven(int[] numbers, int greatest) {
        assertReadAsGiven(numbers, Positions.of(numbers, greatest));
    }

    private static void assertReadAsGiven(int[] numbers, Positions positions) {
        assertThat(positions.size()).isEqualTo(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            assertThat(positions.at(i)).isEqualTo(numbers[i]);
        }
        assertThat(positions.toArray()).isEqualTo(numbers);
    }
}
