package org.saleskpi.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LetterheadTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String logo(String start) {
        return Letterhead.builder().logo(bytes(start)).build().logo().orElseThrow();
    }

    @Test
    void aLogoIsTakenForWhatItIs() {
        assertThat(logo("\u0089PNG\r\n\u001a\n")).startsWith("data:image/png;base64,");
        assertThat(logo("\u00ff\u00d8\u00ff\u00e0")).startsWith("data:image/jpeg;");
        assertThat(logo("GIF89a")).startsWith("data:image/gif;");
        assertThat(logo("RIFF....WEBPVP8 ")).startsWith("data:image/webp;");
        assertThat(logo("<?xml version=\"1.0\"?>\n<svg/>"))
                .isEqualTo("data:image/svg+xml;base64,PD94bWwgdmVyc2lvbj0iMS4wIj8+CjxzdmcvPg==");
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> logo("%PDF-1.7"))
                .withMessage(
                        "logo is no picture: it begins with [37, 80, 68, 70], expected PNG, JPEG, GIF, WebP or SVG");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Letterhead.builder().logo(new byte[500_001]))
                .withMessage("logo has 500001 bytes, expected 500000 at most");
        for (String colour : new String[] {"green", "#fff", "#12345g", "#1234567", "0b6e4f"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Letterhead.builder().accent(colour))
                    .withMessage("\"" + colour + "\" is not a colour such as #0b6e4f");
        }
    }

    @Test
    void aTextIsOneLineThatEveryFormatCanHold() {
        Letterhead letterhead = Letterhead.builder()
                .title("Q1\u0001\u001b[31m\n2026")
                .company(" Acme\u0000")
                .note(" \u0002\n")
                .build();
        assertThat(letterhead.title()).contains("Q1  [31m 2026");
        assertThat(letterhead.company()).contains("Acme");
        assertThat(letterhead.note()).isEmpty();
    }

    @Test
    void nothingIsGivenByDefault() {
        assertThat(Letterhead.NONE.title()).isEmpty();
        assertThat(Letterhead.NONE.company()).isEmpty();
        assertThat(Letterhead.NONE.note()).isEmpty();
        assertThat(Letterhead.NONE.logo()).isEmpty();
        assertThat(Letterhead.NONE.accent()).isEmpty();
    }
}
