package org.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.saleskpi.report.GroupKey;

/** How many facts each group has, and how many of them are looked at. */
class FactTallyTest {

    /** One fact in each of sixty groups, and a second one in that with the number five. */
    private static Iterator<Integer> facts() {
        return Stream.concat(IntStream.range(0, 60).boxed(), Stream.of(5)).iterator();
    }

    @Test
    void aGroupHasMoreFactsThanANumberOrNot() {
        for (int group = 0; group < 60; group++) {
            assertThat(new FactTally(facts()).hasMore(group, 0)).isTrue();
            assertThat(new FactTally(facts()).hasMore(group, 1)).isEqualTo(group == 5);
        }
        assertThat(new FactTally(facts()).hasMore(60, 0)).isFalse();
    }

    @Test
    void eachGroupIsCounted() {
        Map<GroupKey, Integer> expected = new HashMap<>();
        for (int group = 0; group < 60; group++) {
            expected.put(GroupKey.of("g-" + group), group == 5 ? 2 : 1);
        }
        FactTally tally = new FactTally(facts());
        assertThat(tally.hasMore(20, 0)).isTrue();
        assertThat(tally.all(group -> GroupKey.of("g-" + group))).isEqualTo(expected);
    }

    @Test
    void noMoreFactsAreLookedAtThanItTakes() {
        Iterator<Integer> facts = List.of(0, 1, 1, 0).iterator();
        FactTally tally = new FactTally(facts);
        assertThat(tally.hasMore(1, 0)).isTrue();
        assertThat(tally.hasMore(0, 0)).isTrue();
        assertThat(facts.next()).isEqualTo(1);
    }
}
