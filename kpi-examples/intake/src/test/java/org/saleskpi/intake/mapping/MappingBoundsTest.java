package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mappings of any length, up to the one that is none. */
class MappingBoundsTest {

    private static final String MAPPING =
            "mapping: 1\nmoments: {formats: iso, zone: run}\nfiles: {a.csv: {records: [customer: {id: Id, since: Since}]}}\n#";

    @ParameterizedTest
    @ValueSource(ints = {1022, 1023, 1024, 1025, 2047, 2048, 2049})
    void anEmojiMayStandAnywhere(int position) throws Exception {
        String text = MAPPING + "x".repeat(position - MAPPING.length()) + "\ud83d\ude00".repeat(3) + "\n";

        assertThat(Mapping.parse("m.yaml", text).files()).hasSize(1);
    }

    @Test
    void aLongTextIsNoMapping() {
        String text = MAPPING + "x".repeat(1_000_000);

        assertThatThrownBy(() -> Mapping.parse("m.yaml", text))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessage("m.yaml: has " + text.length() + " characters, expected at most 1000000: it is no mapping");
    }

    @Test
    void aDeepTextIsNoMapping() {
        assertThatThrownBy(() -> Mapping.parse("m.yaml", "a: " + "[".repeat(20_000)))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessage("m.yaml:1: is more than 100 parts deep, expected fewer");
    }
}
