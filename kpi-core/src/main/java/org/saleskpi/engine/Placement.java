package org.saleskpi.engine;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where what a plan looks for is found: several at once on a line, or one by one. Immutable and thread-safe. */
final class Placement {

    private final ImmutableList<Line> lines;
    private final int[] alone;
    private final boolean[] isAlone;

    private Placement(ImmutableList<Line> lines, boolean[] isAlone) {
        this.lines = lines;
        this.isAlone = isAlone;
        this.alone = IntStream.range(0, isAlone.length)
                .filter(number -> isAlone[number])
                .toArray();
    }

    /**
     * What is looked for, by a number in its plan.
     *
     * @param groups its grouping
     * @param events what it is
     */
    record Sought(Groups groups, Events events) {}

    /**
     * What is looked for of one grouping.
     *
     * @param groups the grouping
     * @param line the line there; null if there is none
     * @param onLine the numbers on the line of what is on it
     * @param numbers the numbers of the same in the plan
     */
    @SuppressWarnings("ArrayRecordComponent") // None is compared.
    record Line(Groups groups, @Nullable EventLine line, int[] onLine, int[] numbers) {}

    /** Finds the lines on which something is, by the numbers of a plan. */
    static Placement of(List<Sought> sought) {
        Map<Groups, List<Integer>> byGroups = new LinkedHashMap<>();
        for (int number = 0; number < sought.size(); number++) {
            byGroups.computeIfAbsent(sought.get(number).groups(), g -> new ArrayList<>())
                    .add(number);
        }
        boolean[] isAlone = new boolean[sought.size()];
        ImmutableList.Builder<Line> lines = ImmutableList.builder();
        byGroups.forEach((groups, numbers) -> {
            EventsOnLine known = groups.eventsOnLine();
            List<Integer> together = new ArrayList<>();
            for (int number : numbers) {
                Events events = sought.get(number).events();
                if (known.has(events)) {
                    together.add(number);
                } else {
                    isAlone[number] = !events.isEmpty();
                }
            }
            int[] onLine = together.stream()
                    .mapToInt(number -> known.numberOf(sought.get(number).events()))
                    .toArray();
            lines.add(new Line(
                    groups,
                    known.line(),
                    onLine,
                    together.stream().mapToInt(Integer::intValue).toArray()));
        });
        return new Placement(lines.build(), isAlone);
    }

    /** What is looked for, grouping by grouping. */
    ImmutableList<Line> lines() {
        return lines;
    }

    /** The numbers of what is on no line. */
    int[] alone() {
        return alone;
    }

    /** Whether so many from a number on are on a line. */
    boolean areOnLine(int number, int count) {
        for (int i = number; i < number + count; i++) {
            if (isAlone[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether no line of the groupings is another one by now. */
    boolean isCurrent() {
        for (int i = 0; i < lines.size(); i++) {
            Line known = lines.get(i);
            if (known.groups().eventsOnLine().line() != known.line()) {
                return false;
            }
        }
        return true;
    }

    /** Puts what is looked for on a line for each of its groupings. */
    static void putOnLines(List<Sought> sought) {
        sought.stream()
                .map(Sought::groups)
                .distinct()
                .forEach(groups -> groups.putOnLine(sought.stream()
                        .filter(one -> one.groups() == groups)
                        .map(Sought::events)
                        .collect(toImmutableList())));
    }
}
