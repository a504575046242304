package org.saleskpi.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AmountRangeTest {

    private static Stream<String> in(AmountRange range) {
        return Stream.of("-1", "99.99", "100", "100.00", "199.99", "200.00", "1000000")
                .filter(amount -> range.contains(new BigDecimal(amount)));
    }

    @Test
    void theLowerBoundBelongsToARangeAndTheUpperDoesNot() {
        assertThat(in(AmountRange.atLeast(100))).containsExactly("100", "100.00", "199.99", "200.00", "1000000");
        assertThat(in(AmountRange.below(200))).containsExactly("-1", "99.99", "100", "100.00", "199.99");
        assertThat(in(AmountRange.between(100, 200))).containsExactly("100", "100.00", "199.99");
        assertThat(in(new AmountRange(new BigDecimal("99.99"), new BigDecimal("100"))))
                .containsExactly("99.99");
    }

    @Test
    void aRangeHasABoundAndTheLowerIsBelowTheUpper() {
        assertThatThrownBy(() -> new AmountRange(null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("AmountRange: expected at least one bound");
        assertThatThrownBy(() -> AmountRange.between(100, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("AmountRange: lower bound 100 is not below upper bound 100");
        assertThatThrownBy(() -> AmountRange.between(101, 100)).isInstanceOf(IllegalArgumentException.class);
    }
}
