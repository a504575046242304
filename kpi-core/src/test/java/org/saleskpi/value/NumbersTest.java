package org.saleskpi.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Quotients are the nearest doubles; those of the nearest doubles of the two numbers would be off by one place. */
class NumbersTest {

    @Test
    void aQuotientOfNumbersBeyondExactDoublesIsTheNearestDouble() {
        // By fractions: the quotients of the rounded numbers end in 4fd and a11.
        assertThat(Numbers.quotient(9007199254741269L, 39)).hasValue(0x1.a41a41a41a4fep+47);
        assertThat(Numbers.quotient(-9007199254741269L, 39)).hasValue(-0x1.a41a41a41a4fep+47);
        assertThat(Numbers.quotient(9007199254741269L, -39)).hasValue(-0x1.a41a41a41a4fep+47);
        assertThat(Numbers.quotient(7, 9007199254742729L)).hasValue(0x1.bfffffffffa10p-51);
        assertThat(Numbers.quotient(7, -9007199254742729L)).hasValue(-0x1.bfffffffffa10p-51);
        assertThat(Numbers.quotient(Long.MIN_VALUE, Long.MIN_VALUE)).hasValue(1);
    }

    @Test
    void aPercentageOfNumbersBeyondExactDoublesIsTheNearestDouble() {
        assertThat(Numbers.percentage(1, 3)).hasValue(0x1.0aaaaaaaaaaabp+5);
        assertThat(Numbers.percentage(450359962737139L, 856874686858704L)).hasValue(0x1.a477af0ef5ca1p+5);
        assertThat(Numbers.percentage(-450359962737139L, 856874686858704L)).hasValue(-0x1.a477af0ef5ca1p+5);
        assertThat(Numbers.percentage(Long.MAX_VALUE, Long.MAX_VALUE)).hasValue(100);
    }

    @Test
    void nothingIsDividedByZero() {
        assertThat(Numbers.quotient(1, 0)).isEmpty();
        assertThat(Numbers.quotient(Long.MAX_VALUE, 0)).isEmpty();
        assertThat(Numbers.percentage(1, 0)).isEmpty();
        assertThat(Numbers.percentage(Long.MAX_VALUE, 0)).isEmpty();
    }
}
