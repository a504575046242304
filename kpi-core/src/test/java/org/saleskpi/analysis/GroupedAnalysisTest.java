package org.saleskpi.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.saleskpi.analysis.GroupedAnalysis.Group;
import org.saleskpi.report.GroupKey;

class GroupedAnalysisTest {

    private static final Group<String> ALICE = new Group<>(GroupKey.of("alice"), "a");
    private static final Group<String> UNASSIGNED = new Group<>(GroupKey.UNASSIGNED, "u");

    @Test
    void aGroupIsFoundByItsKey() {
        GroupedAnalysis<String> groups = new GroupedAnalysis<>(List.of("owner"), List.of(ALICE, UNASSIGNED), "both");

        assertThat(groups.group("alice")).contains("a");
        assertThat(groups.group(GroupKey.UNASSIGNED)).contains("u");
        assertThat(groups.group("bob")).isEmpty();
    }

    @Test
    void groupsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new GroupedAnalysis<>(List.of(), List.of(), "none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GroupedAnalysis: expected at least one dimension");
        assertThatThrownBy(() -> new GroupedAnalysis<>(List.of("owner", "region"), List.of(ALICE), "one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GroupedAnalysis: group \"alice\" has not one key for each of [owner, region]");
        assertThatThrownBy(() -> new GroupedAnalysis<>(List.of("owner"), List.of(UNASSIGNED, ALICE), "both"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GroupedAnalysis: group \"alice\" does not come after \"unassigned\"");
    }
}
