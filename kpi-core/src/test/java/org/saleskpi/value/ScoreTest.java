package org.saleskpi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ScoreTest {

    @Test
    void isPromotersLessDetractorsOfAHundredAnswers() {
        // A common example: 70 promoters and 10 detractors of 100.
        Score score = Score.of(70, 20, 10);

        assertThat(score.count()).isEqualTo(100);
        assertThat(score.value()).hasValue(60);
        assertThat(score).hasToString("60.0: 70 promoters, 20 passives, 10 detractors");
        assertThat(Score.of(1, 0, 2).format(Locale.FRANCE)).isEqualTo("-33,3");
        assertThat(Score.of(0, 0, 4).value()).hasValue(-100);
        assertThat(Score.of(3, 0, 0).value()).hasValue(100);
        assertThat(Score.of(0, 3, 0).value()).hasValue(0);
    }

    @Test
    void isUndefinedWithoutAnswers() {
        assertThat(Score.of(0, 0, 0).value()).isEmpty();
        assertThat(Score.of(0, 0, 0).format(Locale.US)).isEqualTo("–");
        assertThat(Score.of(0, 0, 0)).hasToString("undefined: 0 promoters, 0 passives, 0 detractors");
    }

    @Test
    void doesNotTakeNegativeOrOverflowingCounts() {
        assertThatThrownBy(() -> Score.of(-1, 2, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Score: counts must not be negative: promoters=-1, passives=2, detractors=0");
        assertThatThrownBy(() -> Score.of(1, 2, 0).minus(Score.of(0, 3, 0)))
                .hasMessage("Score: counts must not be negative: promoters=1, passives=-1, detractors=0");
        assertThatThrownBy(() -> Score.of(1, 2, 0).minus(Score.of(0, 0, 1)))
                .hasMessage("Score: counts must not be negative: promoters=1, passives=2, detractors=-1");
        assertThatThrownBy(() -> Score.of(Long.MAX_VALUE, 1, 0))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("Score: answers 9223372036854775807 + 1 is too large");
        assertThatThrownBy(() -> Score.of(0, Long.MAX_VALUE, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Score.of(0, Long.MAX_VALUE, 0).plus(Score.of(0, 2, 0)))
                .hasMessage("Score: passives 9223372036854775807 + 2 is too large");
    }
}
