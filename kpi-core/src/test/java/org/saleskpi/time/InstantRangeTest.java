package org.saleskpi.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saleskpi.time.DateRangeTest.missing;
import static org.saleskpi.time.DateRangeTest.nothing;
import static org.saleskpi.time.DateRangeTest.refused;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantRangeTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void aPeriodThatEndsBeforeItStartsIsNone() {
        refused(
                "InstantRange: start 2026-03-01T00:00:00Z is not before end 2026-03-01T00:00:00Z",
                () -> InstantRange.of(MARCH, MARCH));
        refused(
                "InstantRange: start 2026-03-01T00:00:00Z is not before end 2026-02-01T00:00:00Z",
                () -> InstantRange.parse("2026-03-01T00:00:00Z/2026-02-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "2026-03", "2026/2027", "/2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z/"})
    void whatIsNotTwoInstantsIsNamed(String text) {
        refused(
                "InstantRange \"" + text + "\" is not two instants with a slash between them",
                () -> InstantRange.parse(text));
    }

    @Test
    void readsWhatItWrites() {
        InstantRange second = InstantRange.of(MARCH, MARCH.plusSeconds(1));

        assertThat(second).hasToString("2026-03-01T00:00:00Z/2026-03-01T00:00:01Z");
        assertThat(InstantRange.parse(second.toString())).isEqualTo(second);
    }

    @Test
    void whatIsMissingIsNamed() {
        InstantRange second = InstantRange.of(MARCH, MARCH.plusSeconds(1));
        missing("text", () -> InstantRange.parse(nothing()));
        missing("startInclusive", () -> InstantRange.of(nothing(), MARCH));
        missing("endExclusive", () -> InstantRange.of(MARCH, nothing()));
        missing("moment", () -> second.contains(nothing()));
    }
}
