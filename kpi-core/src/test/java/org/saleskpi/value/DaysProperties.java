package org.saleskpi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DaysProperties {

    /** Close together, so that many repeat, far apart, or both. */
    @Provide
    Arbitrary<List<Long>> days() {
        Arbitrary<Long> close = Arbitraries.longs().between(-3, 12);
        Arbitrary<Long> farApart = Arbitraries.longs().between(-50_000, 50_000);
        return Arbitraries.oneOf(
                close.list().ofMaxSize(40),
                Arbitraries.oneOf(close, farApart).list().ofMaxSize(40));
    }

    private static Days of(List<Long> days) {
        return Days.of(array(days));
    }

    private static long[] array(List<Long> days) {
        return days.stream().mapToLong(Long::longValue).toArray();
    }

    @Property
    void countAndTotalAndMeanAreThoseOfTheValues(@ForAll("days") List<Long> days) {
        LongStream values = LongStream.of(array(days));

        assertThat(of(days).count()).isEqualTo(days.size());
        assertThat(of(days).total()).isEqualTo(values.sum());
        assertThat(of(days).mean()).isEqualTo(LongStream.of(array(days)).average());
    }

    @Property
    void theMedianIsTheMiddleOfTheSortedValues(@ForAll("days") List<Long> days) {
        long[] sorted = array(days);
        Arrays.sort(sorted);
        int half = sorted.length / 2;

        OptionalDouble expected = sorted.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2.0);
        assertThat(of(days).median()).isEqualTo(expected);
    }

    @Property
    void aPercentileIsTheValueOfTheNearestRank(
            @ForAll("days") List<Long> days, @ForAll @IntRange(min = 1, max = 1000) int permille) {
        long[] sorted = array(days);
        Arrays.sort(sorted);

        OptionalLong expected = OptionalLong.empty();
        for (int i = sorted.length; i >= 1; i--) {
            if (1000L * i >= (long) permille * sorted.length) {
                expected = OptionalLong.of(sorted[i - 1]);
            }
        }
        assertThat(of(days).percentile(permille / 10.0)).isEqualTo(expected);
    }

    @Property
    void aPercentileOfManyValuesIsTheValueOfTheNearestRank(
            @ForAll @IntRange(min = 1, max = 2000) int count, @ForAll @IntRange(min = 1, max = 1000) int permille) {
        Days oneOfEach = Days.of(LongStream.rangeClosed(1, count).toArray());

        long rank = BigDecimal.valueOf(permille)
                .multiply(BigDecimal.valueOf(count))
                .divide(BigDecimal.valueOf(1000), 0, RoundingMode.CEILING)
                .longValueExact();
        assertThat(oneOfEach.percentile(permille / 10.0)).hasValue(rank);
    }

    @Property
    void theSumIsThatOfAllValues(@ForAll("days") List<Long> some, @ForAll("days") List<Long> others) {
        Days both = of(Stream.concat(some.stream(), others.stream()).toList());

        assertThat(of(some).plus(of(others))).isEqualTo(both).hasSameHashCodeAs(both);
        assertThat(of(some).plus(of(others)).total()).isEqualTo(both.total());
        assertThat(both.minus(of(others))).isEqualTo(of(some));
        assertThat(both.minus(of(some))).isEqualTo(of(others));
    }

    @Property
    void takingAwayWhatWasNeverAddedFails(@ForAll("days") List<Long> days, @ForAll("days") List<Long> others) {
        Days part = of(others).plus(Days.of(60_000));

        assertThatThrownBy(() -> of(days).minus(part))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Days: cannot take away ");
    }

    @Property
    void valuesThatWereCountedAreTheSameAnswer(@ForAll("days") List<Long> days) {
        Days answer = of(days);

        assertThat(answer.occurrences())
                .isEqualTo(days.stream().collect(Collectors.groupingBy(day -> day, Collectors.counting())));
        assertThat(Days.of(answer.occurrences())).isEqualTo(answer).hasSameHashCodeAs(answer);
        assertThat(Waits.of(1, 2, answer.occurrences())).isEqualTo(Waits.of(1, 2, array(days)));
        assertThat(Waits.of(1, 2, array(days)).occurrences()).isEqualTo(answer.occurrences());
    }
}
