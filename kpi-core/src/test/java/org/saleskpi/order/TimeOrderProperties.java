package org.saleskpi.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Positions in time order are those of a stable sort. */
class TimeOrderProperties {

    private static int[] sorted(List<? extends Comparable<?>> moments, Comparator<Integer> order) {
        return IntStream.range(0, moments.size())
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Property
    void secondsAreSortedAndEqualOnesStay(@ForAll List<@IntRange(max = 20) Integer> few, @ForAll boolean areFar) {
        int[] seconds = few.stream()
                .mapToInt(second -> areFar ? Integer.MAX_VALUE - second : second)
                .toArray();

        assertThat(TimeOrder.ofSeconds(seconds))
                .isEqualTo(sorted(few, Comparator.comparing(position -> seconds[position])));
    }

    @Property
    void momentsAreSortedAndEqualOnesByTheirTies(
            @ForAll List<@IntRange(max = 20) Integer> few, @ForAll @IntRange(max = 2) int kind) {
        List<Instant> moments = few.stream()
                .map(number -> switch (kind) {
                    case 0 -> Instant.ofEpochSecond(number);
                    case 1 -> Instant.ofEpochSecond(0, number);
                    default -> number < 10 ? Instant.MIN.plusNanos(number) : Instant.MAX.minusNanos(number);
                })
                .toList();

        assertThat(TimeOrder.of(moments.size(), moments::get, (one, other) -> Integer.compare(other, one)))
                .isEqualTo(sorted(
                        moments,
                        Comparator.<Integer, Instant>comparing(moments::get).thenComparing(Comparator.reverseOrder())));
    }
}
