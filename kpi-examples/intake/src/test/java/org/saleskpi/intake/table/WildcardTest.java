package org.saleskpi.intake.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {

    @ParameterizedTest
    @CsvSource({
        "calls.csv, calls.csv, true",
        "calls.csv, Calls.csv, false",
        "calls.csv, *, true",
        "calls.csv, *.csv, true",
        "calls.csv, calls*, true",
        "calls.csv, calls.csv*, true",
        "calls.csv, calls.csv**, true",
        "calls.csv, c*l*s.*, true",
        "calls.csv, *s*s*, true",
        "calls.csv, *l*l*l*, false",
        "calls.csv, call.csv, false",
        "calls.csv.csv, *.csv, true",
        "calls.csvx, *.csv, false",
        "calls.csv, calls?csv, false",
        "abab, *ab, true",
        "aabaab, *aab, true",
        "a*b, a*b, true",
    })
    void aStarStandsForAnyCharacters(String name, String pattern, boolean fits) {
        assertThat(Wildcard.fits(name, pattern)).isEqualTo(fits);
    }

    @Test
    void manyStarsTakeNoLonger() {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(Wildcard.fits("a".repeat(5_000), "*a".repeat(500) + "*b"))
                        .isFalse());
    }
}
