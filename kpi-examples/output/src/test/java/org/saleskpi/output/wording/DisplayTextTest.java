package org.saleskpi.output.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202E", "\u202A", "\u2066", "\u2069", "\u200E", "\u200F", "\u061C", "\u200B", "\u200C", "\u200D",
                "\u2060", "\u2064", "\uFEFF", "\u00AD", "\u180E", "\u034F", "\u115F", "\u1160", "\u3164", "\uFFA0",
                "\uFE0F"
            })
    void whatNobodySeesIsShown(String unseen) {
        String shown = "al" + String.format("\\u%04x", (int) unseen.charAt(0)) + "ice";
        assertThat(DisplayText.oneLine("al" + unseen + "ice")).isEqualTo(shown);
        assertThat(DisplayText.escaped("al" + unseen + "ice")).isEqualTo(shown);
        assertThat(DisplayText.oneLine(unseen)).isEqualTo(shown.substring(2, 8));
    }

    @Test
    void whatNobodySeesIsShownBeyondTheFirstPlaneToo() {
        assertThat(DisplayText.oneLine("a" + Character.toString(0xE0041))).isEqualTo("a\\udb40\\udc41");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD83D\uDC69\u200D\uD83D\uDCBB", // a woman with a computer
                "\uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDCBB", // and with a colour
                "\u2764\uFE0F Won", // a red heart
                "1\uFE0F\u20E3", // a key
                "\u845B\uDB40\uDD00", // one form of an ideograph
                "\u0639\u0644\u06CC\u200C\u0631\u0636\u0627", // the name Ali-Reza in Persian
                "\u0915\u094D\u200D\u0937" // letters of Hindi
            })
    void whatSpellsANameOrAPictureIsLeft(String text) {
        assertThat(DisplayText.oneLine(text)).isEqualTo(text);
        assertThat(DisplayText.escaped(text)).isEqualTo(text);
    }

    @Test
    void inAnEscapedTextControlCharactersAreShownToo() {
        assertThat(DisplayText.escaped("a\nb\u001B[31m\u2028")).isEqualTo("a\\u000ab\\u001b[31m\\u2028");
    }
}
