package org.saleskpi.output.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DisplayTextTest {

    @Test
    void accentsTakeNoColumnAndIdeographsTwo() {
        assertThat(DisplayText.width("émile")).isEqualTo(5);
        assertThat(DisplayText.width("e\u0301mile")).isEqualTo(5);
        assertThat(DisplayText.width("東京")).isEqualTo(4);
        assertThat(DisplayText.width("\uD83D\uDE00")).isEqualTo(2);
    }

    @Test
    void everyKindOfCharacterTakesTheColumnsThatTerminalsGiveIt() {
        assertThat(DisplayText.width("✅⚡⌚🟢🪀")).isEqualTo(10);
        assertThat(DisplayText.width("ｱ\uFF71")).isEqualTo(2); // half-width katakana
        assertThat(DisplayText.width("한")).isEqualTo(2);
        assertThat(DisplayText.width("\u1112\u1161\u11AB")).isEqualTo(2); // the same syllable, letter by letter
        assertThat(DisplayText.width("a\u200Bb\u2060c")).isEqualTo(3);
        assertThat(DisplayText.width("a\u00ADb")).isEqualTo(3); // a soft hyphen is shown
        assertThat(DisplayText.width("▁█─…–€")).isEqualTo(6);
        assertThat(DisplayText.width("\u303F")).isEqualTo(1); // the one narrow sign among wide ones
    }

    @Test
    void paddingFillsColumnsAndNotCharacters() {
        assertThat(DisplayText.padEnd("東京", 6)).isEqualTo("東京  ");
        assertThat(DisplayText.padStart("e\u0301", 3)).isEqualTo("  e\u0301");
        assertThat(DisplayText.padEnd("too long", 3)).isEqualTo("too long");
    }

    @Test
    void linesBreakAtSpacesAndWithinWordsThatAreTooWide() {
        assertThat(DisplayText.wrap("one two three", 7)).containsExactly("one two", "three");
        assertThat(DisplayText.wrap("incomprehensible word", 8)).containsExactly("incompre", "hensible", "word");
        assertThat(DisplayText.wrap("東京都", 5)).containsExactly("東京", "都");
        assertThat(DisplayText.wrap("", 5)).containsExactly("");
    }

    @Test
    void whatATerminalWouldObeyBecomesSpace() {
        assertThat(DisplayText.oneLine("a\nb\u001B[31m\tc\n")).isEqualTo("a b [31m c");
    }
}
