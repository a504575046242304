package org.saleskpi.output.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A colour of a company can be read, whatever it is. */
class AccentTest {

    private static final int[] WHITE = {255, 255, 255};

    /** The contrasts that the WCAG working group and browsers give for these. */
    @Test
    void contrastIsThatOfWcag() {
        assertThat(Accent.contrast(WHITE, new int[] {0, 0, 0})).isCloseTo(21, within(1e-9));
        assertThat(Accent.contrast(WHITE, new int[] {0x76, 0x76, 0x76})).isCloseTo(4.54, within(0.005));
        assertThat(Accent.contrast(WHITE, new int[] {255, 0, 0})).isCloseTo(4.00, within(0.005));
    }

    @Test
    void aColourThatCanBeReadStaysWhatItIs() {
        assertThat(Accent.of("#0b6e4f").onLight()).isEqualTo("#0b6e4f");
        assertThat(Accent.of("#ffcc00").onDark()).isEqualTo("#ffcc00");
    }

    @Property
    void everyShadeCanBeRead(
            @ForAll @IntRange(max = 255) int red,
            @ForAll @IntRange(max = 255) int green,
            @ForAll @IntRange(max = 255) int blue) {
        Accent accent = Accent.of("#%02x%02x%02x".formatted(red, green, blue));

        assertThat(Accent.contrast(rgb(accent.onLight()), rgb("#f4f6f8"))).isGreaterThanOrEqualTo(4.5);
        assertThat(Accent.contrast(rgb(accent.onLight()), WHITE)).isGreaterThanOrEqualTo(4.5);
        assertThat(Accent.contrast(rgb(accent.onDark()), rgb("#1b2027"))).isGreaterThanOrEqualTo(4.5);
        assertThat(Accent.contrast(rgb(accent.onDark()), rgb("#12161b"))).isGreaterThanOrEqualTo(4.5);
    }

    private static int[] rgb(String colour) {
        int all = Integer.parseInt(colour.substring(1), 16);
        return new int[] {all >> 16, all >> 8 & 0xff, all & 0xff};
    }
}
