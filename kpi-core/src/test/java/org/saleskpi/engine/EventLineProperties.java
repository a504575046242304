package org.saleskpi.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.saleskpi.engine.EnginePartsProperties.Spread;

/** Lines of several tables against plain loops over the moments of each. */
class EventLineProperties {

    /** The moments of a table, group by group, as tables have them: the slices of a group follow those of the one before. */
    private record Listed(List<List<Instant>> byGroup, Moments all) implements Events {

        static Listed of(List<List<Instant>> byGroup) {
            Moments.Builder all =
                    new Moments.Builder(byGroup.stream().mapToInt(List::size).sum());
            byGroup.forEach(group -> group.forEach(all::add));
            return new Listed(byGroup, all.build());
        }

        List<Instant> group(int group) {
            return group < byGroup.size() ? byGroup.get(group) : List.of();
        }

        int start(int group) {
            return byGroup.stream().limit(group).mapToInt(List::size).sum();
        }

        int positionFrom(Instant bound, int group) {
            return start(group)
                    + (int) group(group).stream()
                            .filter(moment -> moment.isBefore(bound))
                            .count();
        }

        @Override
        public int groups() {
            return byGroup.size();
        }

        @Override
        public IntFunction<Part> parts() {
            return group ->
                    group < byGroup.size() ? new Part(all, start(group), start(group + 1)) : new Part(all, 0, 0);
        }

        @Override
        public boolean isEmpty() {
            return all.size() == 0;
        }

        @Override
        public void tellBy(EventLine line, int number, @Nullable EventLine replaced) {
            // These go on to tell themselves.
        }
    }

    private static Listed random(Spread spread, int groups, int most, Random random) {
        return Listed.of(Stream.generate(
                        () -> EnginePartsProperties.moments(spread, random.nextInt(most + 1), random).stream()
                                .sorted()
                                .toList())
                .limit(groups)
                .toList());
    }

    @Property(tries = 300)
    void aBoundIsFoundInAllTablesWhereALoopFindsIt(
            @ForAll Spread spread,
            @ForAll @IntRange(min = 1, max = 64) int tables,
            @ForAll @IntRange(min = 1, max = 4) int groups,
            @ForAll @IntRange(max = 200) int most,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Listed> listed = Stream.generate(() -> random(spread, 1 + random.nextInt(groups), most, random))
                .limit(tables)
                .toList();
        EventLine line = EventLine.of(listed);
        if (line == null) {
            assertThat(spread).isEqualTo(Spread.CENTURIES);
            return;
        }
        for (int group = 0; group < groups; group++) {
            List<Instant> moments = momentsOf(listed, group);
            for (Instant bound : EnginePartsProperties.bounds(spread, moments, random)) {
                assertFound(line, listed, group, bound, moments.isEmpty());
            }
        }
        for (int table = 0; table < tables; table++) {
            Moments all = listed.get(table).all();
            Moments again = line.timesOf(table, all.size()).moments();
            assertThat(IntStream.range(0, again.size()).mapToObj(again::at))
                    .containsExactlyElementsOf(
                            IntStream.range(0, all.size()).mapToObj(all::at).toList());
        }
    }

    private static List<Instant> momentsOf(List<Listed> listed, int group) {
        List<Instant> moments = new ArrayList<>();
        listed.forEach(table -> moments.addAll(table.group(group)));
        return moments;
    }

    private static void assertFound(EventLine line, List<Listed> listed, int group, Instant bound, boolean isEmpty) {
        int[] numbers = IntStream.range(0, listed.size()).toArray();
        int[] places =
                Arrays.stream(numbers).map(number -> listed.size() - number).toArray();
        int[] positions = new int[listed.size() + 1];
        assertThat(line.has(group)).isEqualTo(!isEmpty);
        if (!isEmpty) {
            line.find(bound, group, numbers, places, positions);
            int[] positionsAgain = new int[positions.length];
            int[] positionsOfLatest = new int[positions.length];
            line.find(bound, Instant.MAX, group, numbers, places, positionsAgain, positionsOfLatest);
            assertThat(positionsAgain).isEqualTo(positions);
            for (int table = 0; table < listed.size(); table++) {
                Listed one = listed.get(table);
                assertThat(group >= one.groups() || positionsOfLatest[listed.size() - table] == one.start(group + 1))
                        .isTrue();
            }
        }
        for (int table = 0; table < listed.size(); table++) {
            Listed one = listed.get(table);
            int expected = one.positionFrom(bound, group);
            if (!isEmpty && group < one.groups()) {
                assertThat(positions[listed.size() - table]).isEqualTo(expected);
            }
            if (group < one.groups()) {
                int start = one.start(group) + one.group(group).size() / 3;
                int end = one.start(group + 1);
                assertThat(line.timesOf(table, one.all().size()).firstFrom(bound, group, start, end))
                        .isEqualTo(Math.max(start, expected));
            }
        }
    }

    private static EventLine lineOf(List<Listed> listed) {
        return requireNonNull(EventLine.of(listed), "line");
    }

    /** A page whose events are all at once, one that is full, and one of a single event. */
    @Example
    void manyEventsMayBeAtOnce() {
        Instant moment = Instant.parse("2026-03-02T09:00:00Z");
        for (int size : new int[] {1, 63, 64, 65, 128, 129}) {
            List<Instant> same = Stream.generate(() -> moment).limit(size).toList();
            List<Listed> listed = List.of(Listed.of(List.of(same)), Listed.of(List.of(List.of(moment.plusSeconds(1)))));
            EventLine line = lineOf(listed);
            for (Instant bound : List.of(moment, moment.plusNanos(1), moment.plusSeconds(1), Instant.MAX)) {
                assertFound(line, listed, 0, bound, false);
            }
        }
    }

    @Example
    void momentsOfAllTimesAreFoundIfTheyAreWholeSeconds() {
        List<Instant> ends = List.of(Instant.MIN, Instant.EPOCH, Instant.MAX.minusNanos(999_999_999));
        List<Listed> listed = List.of(Listed.of(List.of(ends)), Listed.of(List.of(ends)));
        EventLine line = lineOf(listed);
        for (Instant bound : List.of(Instant.MIN, Instant.EPOCH, Instant.EPOCH.plusNanos(1), Instant.MAX)) {
            assertFound(line, listed, 0, bound, false);
        }
    }

    @Example
    void momentsWithFractionsAreFoundWithinThreeCenturies() {
        Instant earliest = Instant.parse("1830-01-01T00:00:00.000000001Z");
        Instant latest = Instant.parse("2110-01-01T00:00:00.999999999Z");
        List<Listed> listed = List.of(Listed.of(List.of(List.of(earliest, latest))));
        EventLine line = lineOf(listed);
        for (Instant bound : List.of(Instant.MIN, earliest, earliest.plusNanos(1), latest, Instant.MAX)) {
            assertFound(line, listed, 0, bound, false);
        }
        Instant tooEarly = Instant.parse("1800-01-01T00:00:00Z");
        assertThat(EventLine.of(List.of(Listed.of(List.of(List.of(tooEarly, latest))))))
                .isNull();
        Instant tooLate = Instant.parse("2200-01-01T00:00:00Z");
        assertThat(EventLine.of(List.of(Listed.of(List.of(List.of(earliest, tooLate))))))
                .isNull();
    }
}
