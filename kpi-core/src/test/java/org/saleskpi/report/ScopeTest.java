package org.saleskpi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private static final Scope ALICE = Scope.ALL.where("owner", List.of("alice"));
    private static final Scope BOB = Scope.ALL.where("owner", List.of("bob"));
    private static final Scope BOTH = Scope.ALL.where("owner", List.of("bob", "alice", "bob"));
    private static final Scope NONE = Scope.ALL.where("owner", List.of());

    @Test
    void keysAreInTheOrderOfTheirCodePointsAndUnassignedIsLast() {
        Scope scope = Scope.ALL
                .where("region", List.of("\uFFFF", "\uD83D\uDE00", "A"))
                .where("owner", Arrays.asList(null, "bob", "alice"));
        assertThat(scope.keys().keySet()).containsExactly("owner", "region");
        assertThat(scope.keys().get("owner")).containsExactly("alice", "bob", null);
        assertThat(scope.keys().get("region")).containsExactly("A", "\uFFFF", "\uD83D\uDE00");
    }

    @Test
    void theOrderOfConditionsDoesNotMatter() {
        Scope one = ALICE.where("region", List.of("EMEA"));
        Scope other = Scope.ALL.where("region", List.of("EMEA")).where("owner", List.of("alice"));
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(ALICE);
        assertThat(one.hashCode()).isNotEqualTo(ALICE.hashCode());
        assertThat(ALICE)
                .isNotEqualTo(Scope.ALL.where("region", List.of("alice")))
                .isNotEqualTo("owner is alice");
        assertThat(BOTH.where("owner", List.of("bob", "carol"))).isEqualTo(BOB);
        assertThat(ALICE.where("owner", List.of("bob"))).isEqualTo(NONE).isNotEqualTo(Scope.ALL);
    }

    @Test
    void itSaysWhatIsLeft() {
        assertThat(Scope.ALL).hasToString("everything");
        assertThat(Scope.ALL.keys()).isEmpty();
        assertThat(BOTH.where("region", Arrays.asList("EMEA", null)))
                .hasToString("owner is alice or bob, region is EMEA or unassigned");
        assertThat(NONE).hasToString("owner is none");
        assertThat(NONE.keys()).isEqualTo(Map.of("owner", List.of()));
    }

    @Test
    void keysCannotBeChanged() {
        assertThatThrownBy(() -> ALICE.keys().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ALICE.keys().values().forEach(List::clear))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void equalScopesAndOtherKeysOfOneDimensionAdd() {
        assertThat(Scope.ALL.plus(Scope.ALL)).contains(Scope.ALL);
        assertThat(ALICE.plus(ALICE)).contains(ALICE);
        assertThat(ALICE.plus(BOB)).contains(BOTH);
        assertThat(ALICE.plus(NONE)).contains(ALICE);
        assertThat(ALICE.where("region", List.of("EMEA")).plus(BOB.where("region", List.of("EMEA"))))
                .contains(BOTH.where("region", List.of("EMEA")));
    }

    @Test
    void whatIsInBothOrDiffersInSeveralDimensionsDoesNotAdd() {
        assertThat(Scope.ALL.plus(ALICE)).isEmpty();
        assertThat(ALICE.plus(Scope.ALL)).isEmpty();
        assertThat(BOTH.plus(BOB)).isEmpty();
        assertThat(ALICE.where("region", List.of("EMEA")).plus(BOB)).isEmpty();
        assertThat(ALICE.where("region", List.of("EMEA")).plus(BOB.where("region", List.of("APAC"))))
                .isEmpty();
        assertThat(ALICE.plus(Scope.ALL.where("region", List.of("EMEA")))).isEmpty();
    }

    @Test
    void aPartOfTheKeysOfOneDimensionIsTakenAway() {
        assertThat(BOTH.minus(BOB)).contains(ALICE);
        assertThat(BOTH.minus(NONE)).contains(BOTH);
        assertThat(BOTH.minus(BOTH)).contains(BOTH);
        assertThat(BOB.minus(BOTH)).isEmpty();
        assertThat(ALICE.minus(BOB)).isEmpty();
        assertThat(Scope.ALL.minus(BOB)).isEmpty();
        assertThat(BOTH.where("region", List.of("EMEA")).minus(BOB.where("region", List.of("APAC"))))
                .isEmpty();
    }
}
