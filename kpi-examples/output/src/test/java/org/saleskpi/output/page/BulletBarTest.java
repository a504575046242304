package org.saleskpi.output.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saleskpi.analysis.TargetResult;

final class BulletBarTest {

    private static TargetResult target(@Nullable String atLeast, @Nullable String atMost, @Nullable String expected) {
        return new TargetResult(
                decimal(atLeast),
                decimal(atMost),
                null,
                null,
                null,
                expected == null ? null : new TargetResult.Pace(decimal(expected), null, null));
    }

    private static @Nullable BigDecimal decimal(@Nullable String number) {
        return number == null ? null : new BigDecimal(number);
    }

    private static double percent(String bar, String shape, String attribute) {
        Matcher matcher = Pattern.compile("class=\"" + shape + "\"[^>]*? " + attribute + "=\"([0-9.]+)%\"")
                .matcher(bar);
        assertThat(matcher.find()).as("%s of %s in %s", attribute, shape, bar).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    @Test
    void theNumberItsTargetAndWhereItShouldBeAreOnOneScale() {
        String bar = BulletBar.of(50, target("100", null, "75")).orElseThrow().render();

        double target = percent(bar, "target", "x");
        assertThat(target).isBetween(80.0, 97.0);
        assertThat(percent(bar, "hits", "width")).isCloseTo(target / 2, within(0.2));
        assertThat(percent(bar, "pace", "x")).isCloseTo(target * 0.75, within(0.2));
    }

    @Test
    void aNumberAboveItsTargetIsTheLongest() {
        String bar = BulletBar.of(200, target("50", "100", null)).orElseThrow().render();

        assertThat(percent(bar, "hits", "width")).isBetween(80.0, 97.0);
        assertThat(bar.split("class=\"target\"", -1)).hasSize(3);
        assertThat(bar).doesNotContain("pace");
    }

    @Test
    void thereIsNoneOfWhatIsBelowZeroOrOfNothing() {
        assertThat(BulletBar.of(-1, target("100", null, null))).isEmpty();
        assertThat(BulletBar.of(0, target("0", null, null))).isEmpty();
    }
}
