package org.saleskpi.intake.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saleskpi.sales.Customer;

class CleanTextTest {

    private static final String SPACES =
            "\t\n\u000b\f\r\u001c\u001d\u001e\u001f \u0085\u00a0\u1680\u2000\u2003\u2007\u2009\u200a\u200b\u2028\u2029\u202f"
                    + "\u205f\u2060\u3000\ufeff";

    @Test
    void whiteSpaceOfEveryKindIsStripped() {
        for (int i = 0; i < SPACES.length(); i++) {
            char space = SPACES.charAt(i);
            assertThat(CleanText.of(space + "Ann" + space + "Lee" + space))
                    .isEqualTo(CleanText.normal("Ann" + space + "Lee"));
            assertThat(CleanText.of("é" + space + space)).isEqualTo("é");
            assertThat(CleanText.of("" + space)).isEmpty();
            assertThat(CleanText.withPlainSpaces("9:00" + space + "AM")).isEqualTo("9:00 AM");
        }
        assertThat(CleanText.of("")).isEmpty();
    }

    /** Otherwise an import would fail on a record that the library refuses. */
    @Test
    void whatIsNotEmptyIsNotBlankForTheLibrary() {
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            String text = CleanText.of(String.valueOf(c));
            if (!text.isEmpty()) {
                assertThat(Customer.builder(text, Instant.EPOCH).build().id()).isEqualTo(text);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoe\u0301", " Zoe\u0301 ", "Zo\u00e9\u00a0"})
    void textsAreInNormalForm(String text) {
        assertThat(CleanText.of(text)).isEqualTo("Zo\u00e9");
    }

    @Test
    void plainTextsAreLeftAsTheyAre() {
        String text = "Ann Lee";
        assertThat(CleanText.of(text)).isSameAs(text);
    }
}
