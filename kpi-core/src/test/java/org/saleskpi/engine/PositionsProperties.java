package org.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

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

    private static void assertReadAsGiven(int[] numbers, int greatest) {
        Positions positions = Positions.of(numbers, greatest);
        assertThat(positions.size()).isEqualTo(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            assertThat(positions.at(i)).isEqualTo(numbers[i]);
        }
        assertThat(positions.toArray()).isEqualTo(numbers);
    }
}
