package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saleskpi.intake.Moment;

/** The ways in which systems write moments, read in Paris on a machine that speaks French, or Arabic. */
class MomentFormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "iso | run | 2020-10-22T21:03:23.000+0000 | 2020-10-22T21:03:23Z",
                "iso | run | 2023-10-22T06:25:12.000Z | 2023-10-22T06:25:12Z",
                "iso | run | 2020-12-10T07:58:09.554000+00:00 | 2020-12-10T07:58:09.554Z",
                "iso | run | 2021-08-04T14:08:39+03:00 | 2021-08-04T11:08:39Z",
                "iso | run | 2022-03-22T10:02:33+02:00 | 2022-03-22T08:02:33Z",
                "iso | UTC | 2023-02-22 08:52:52 | 2023-02-22T08:52:52Z",
                "iso | run | 2023-02-22 08:52:52 | 2023-02-22T07:52:52Z",
                "iso | UTC | 2023-02-22 08:52:06.047 | 2023-02-22T08:52:06.047Z",
                "iso | UTC | 2023-02-22 12:30 | 2023-02-22T12:30:00Z",
                "iso | run | 2020-11-16 | 2020-11-15T23:00:00Z",
                "epoch-millis | run | 1622505600000 | 2021-06-01T00:00:00Z",
                "epoch-seconds | run | 1622505600 | 2021-06-01T00:00:00Z",
                "'dd MMM, yyyy HH:mm:ss' | UTC | 15 Apr, 2021 00:02:00 | 2021-04-15T00:02:00Z",
                "dd.MM.yyyy HH:mm | run | 21.06.2024 15:30 | 2024-06-21T13:30:00Z",
                "dd-MM-yyyy HH:mm | UTC | 03-07-2021 12:59 | 2021-07-03T12:59:00Z",
                "M/d/yyyy h:mm a | America/New_York | 7/4/2024 3:05 pm | 2024-07-04T19:05:00Z",
                "M/d/yy | UTC | 7/4/24 | 2024-07-04T00:00:00Z",
                "iso | UTC | 2023-02-30 | none",
                "iso | UTC | 1622505600000 | none",
                "dd/MM/yyyy | UTC | 1/2/2026 | none",
            })
    void aMomentIsReadWhateverTheLanguageOfTheMachine(String format, String zone, String text, String instant)
            throws Exception {
        Locale before = Locale.getDefault();
        try {
            for (String language : new String[] {"fr", "en", "ar-SA-u-nu-arab-ca-islamic"}) {
                Locale.setDefault(Locale.forLanguageTag(language));
                MomentForm form = MomentForm.parse(
                        Yaml.parse("m.yaml", "{formats: \"" + format + "\", zone: " + zone + "}")
                                .block("formats", "zone"),
                        null);
                Moment moment = form.read(text, ZoneId.of("Europe/Paris"));
                assertThat(moment == null ? null : moment.instant().toString()).isEqualTo(instant);
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
