package org.saleskpi.output.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class AxisProperties {

    @Property
    void anAxisHoldsZeroAndAllOfItsNumbersBetweenItsFirstAndLastTick(
            @ForAll @NotEmpty List<@DoubleRange(min = -1e15, max = 1e15) Double> numbers) {
        Axis axis = Axis.of(numbers.stream().mapToDouble(number -> number), false);
        double slack = (axis.highest() - axis.lowest()) * 1e-6;
        assertThat(axis.ticks()).contains(0.0);
        assertThat(numbers)
                .allSatisfy(number -> assertThat(number).isBetween(axis.lowest() - slack, axis.highest() + slack));
    }

    @Property
    void thereAreAFewTicksEvenlySpaced(@ForAll @Size(2) List<@DoubleRange(min = 0, max = 1e9) Double> numbers) {
        Axis axis = Axis.of(numbers.stream().mapToDouble(number -> number), false);
        assertThat(axis.ticks()).hasSizeBetween(1, 6).isSorted();
        for (int i = 1; i < axis.ticks().size(); i++) {
            assertThat(axis.ticks().get(i) - axis.ticks().get(i - 1))
                    .isCloseTo(axis.step(), within(axis.highest() * 1e-9));
        }
    }

    @Property
    void countsHaveWholeTicks(@ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long most) {
        Axis axis = Axis.of(List.of(most).stream().mapToDouble(number -> number), true);
        assertThat(axis.ticks()).allSatisfy(tick -> assertThat(tick).isEqualTo(Math.rint(tick)));
    }

    @Property
    void noRateMakesAnAxisThatGoesBeyondAll(@ForAll @Scale(6) @DoubleRange(min = 1e-6, max = 1) double rate) {
        Axis axis = Axis.of(List.of(rate).stream().mapToDouble(number -> number), false);
        assertThat(axis.highest()).isLessThanOrEqualTo(1);
    }
}
