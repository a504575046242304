package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saleskpi.intake.Moment;
import org.saleskpi.intake.record.BadCellException;

/** The ways in which systems write moments, read in Paris on a machine that speaks French, or Arabic. */
class MomentFormsTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static MomentForms forms(String yaml) throws InvalidMappingException {
        return MomentForms.parse(YamlReader.read("m.yaml", yaml).block(MomentForms.KEYS), null);
    }

    /** The moment that a text is; null when it is none. A day is that day. */
    private static @Nullable String read(String yaml, String text) throws InvalidMappingException {
        try {
            Moment moment = forms(yaml).read(text, PARIS);
            return moment.instant().toString();
        } catch (BadCellException e) {
            return null;
        }
    }

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
                "ddMMyy | UTC | 040771 | 1971-07-04T00:00:00Z",
                "yy/MM/dd[ HH:mm] | UTC | 49/07/04 10:30 | 2049-07-04T10:30:00Z",
                "M/d/yyyy h:mm a | UTC | 7/4/2024\u202f3:05\u00a0PM | 2024-07-04T15:05:00Z",
                "iso | UTC | 2023-02-22\u00a012:30 | 2023-02-22T12:30:00Z",
                "epoch-millis | run | 1622505600000.0 | 2021-06-01T00:00:00Z",
                "epoch-seconds | run | 1622505600.000 | 2021-06-01T00:00:00Z",
                "epoch-seconds | run | 1622505600.5 | none",
                "epoch-micros | run | 1622505600123456 | 2021-06-01T00:00:00.123456Z",
                "epoch-nanos | run | 1622505600123456789 | 2021-06-01T00:00:00.123456789Z",
                "epoch-nanos | run | 9999999999999999999 | none",
                "excel-serial | UTC | 46091 | 2026-03-10T00:00:00Z",
                "excel-serial | run | 46092.5 | 2026-03-11T11:00:00Z",
                "excel-serial | UTC | '46092,25' | 2026-03-11T06:00:00Z",
                "excel-serial | UTC | 46092.520833333336 | 2026-03-11T12:30:00Z",
                "excel-serial | UTC | 46092.99999999999 | 2026-03-12T00:00:00Z",
                "excel-serial | UTC | 46092.000 | 2026-03-11T00:00:00Z",
                "excel-serial | UTC | 1.5 | none",
                "excel-serial | UTC | 4609100 | none",
                "iso | UTC | 2023-02-30 | none",
                "iso | UTC | 1970-12-31 | none",
                "iso | UTC | 1971-01-01 | 1971-01-01T00:00:00Z",
                "iso | Asia/Tokyo | 1971-01-01 | 1970-12-31T15:00:00Z",
                "iso | America/New_York | 1971-01-01T02:00:00Z | none",
                "iso | UTC | 2100-12-31T23:59:59Z | 2100-12-31T23:59:59Z",
                "iso | UTC | 2101-01-01 | none",
                "epoch-millis | UTC | 1622505600 | none",
                "epoch-seconds | UTC | 1622505600000 | none",
                "iso | UTC | 1622505600000 | none",
                "dd/MM/yyyy | UTC | 1/2/2026 | none",
            })
    void aMomentIsReadWhateverTheLanguageOfTheMachine(String format, String zone, String text, String instant)
            throws Exception {
        Locale before = Locale.getDefault();
        try {
            for (String language : new String[] {"fr", "en", "ar-SA-u-nu-arab-ca-islamic"}) {
                Locale.setDefault(Locale.forLanguageTag(language));
                assertThat(read("{formats: \"" + format + "\", zone: " + zone + "}", text))
                        .isEqualTo(instant);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void daysOf1900AreThoseThatASpreadsheetShows() throws Exception {
        String since1900 = "{formats: excel-serial, zone: UTC, since: 1900}";

        assertThat(read(since1900, "1")).isEqualTo("1900-01-01T00:00:00Z");
        assertThat(read(since1900, "59")).isEqualTo("1900-02-28T00:00:00Z");
        assertThat(read(since1900, "60")).isNull();
        assertThat(read(since1900, "61")).isEqualTo("1900-03-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | d MMM yyyy | 5 janv. 2026 | 2026-01-05",
                "fr | d MMM yyyy | 5 janvier 2026 | 2026-01-05",
                "fr | d MMM yyyy | 5 JANV 2026 | 2026-01-05",
                "fr | d MMMM yyyy | 6 f\u00e9vr. 2026 | 2026-02-06",
                "fr | d MMMM yyyy | 6 fevrier 2026 | 2026-02-06",
                "fr | d MMM yyyy | 6 F\u00c9V 2026 | 2026-02-06",
                "fr | d MMM yyyy | 1er ao\u00fbt 2026 | 2026-08-01",
                "fr | d-MMM-yy | 5-d\u00e9c.-25 | 2025-12-05",
                "fr | d.MMM.yyyy | 5.mars.2026 | 2026-03-05",
                "fr | EEEE d MMMM yyyy | mardi 10 mars 2026 | 2026-03-10",
                "fr | EEE d MMM yyyy | mar. 10 mars 2026 | 2026-03-10",
                "fr | EEEE d MMMM yyyy | Mar 10 Mar 2026 | 2026-03-10",
                "fr | d MMMM yyyy '\u00e0' HH'h'mm | 10 mars 2026 \u00e0 14h30 | 2026-03-10",
                "es | d 'de' MMMM 'de' yyyy | 10 de marzo de 2026 | 2026-03-10",
                "es | EEE d MMM yyyy | mar 10 mar 2026 | 2026-03-10",
                "de | d. MMMM yyyy | 10. M\u00e4rz 2026 | 2026-03-10",
                "de | EEE, d. MMM yyyy | Di., 10. Dez. 2024 | 2024-12-10",
                "en | MMM d, yyyy | Sept. 5, 2026 | 2026-09-05",
                "en | MMM d, yyyy | MARCH 5, 2026 | 2026-03-05",
                "none | MMM d, yyyy | Mar 5, 2026 | 2026-03-05",
            })
    void namesAreThoseOfALanguageInEveryForm(String language, String pattern, String text, String day)
            throws Exception {
        String key = language.equals("none") ? "" : ", language: " + language;

        String read = read("{formats: [\"" + pattern + "\"], zone: UTC" + key + "}", text);

        assertThat(read).startsWith(day + "T");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3:05 PM", "3:05 pm", "3:05 p.m.", "3:05 P.M", "3:05\u202fp.\u00a0m."})
    void halvesOfADayAreWrittenInEveryForm(String time) throws Exception {
        assertThat(read("{formats: d/M/yyyy h:mm a, zone: UTC, language: es}", "10/3/2026 " + time))
                .isEqualTo("2026-03-10T15:05:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "de", "es", "it", "nl", "pt", "pl", "sv", "ru", "tr", "el"})
    void everyMonthOfEveryStyleOfALanguageIsRead(String language) throws Exception {
        MomentForms forms = forms("{formats: d MMM yyyy, zone: UTC, language: " + language + "}");
        Locale locale = Locale.forLanguageTag(language);
        for (Month month : Month.values()) {
            for (TextStyle style : new TextStyle[] {TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE}) {
                LocalDate date = LocalDate.of(2026, month, 5);
                String text = "5 " + month.getDisplayName(style, locale) + " 2026";
                assertThat(forms.read(text, PARIS).date()).as(text).isEqualTo(date);
                assertThat(forms.read(text.toUpperCase(locale), PARIS).date())
                        .as(text)
                        .isEqualTo(date);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5 jui 2026", "5 foo 2026", "5 ma 2026", "5 j 2026"})
    void aNameThatMayBeTwoMonthsIsNone(String text) throws Exception {
        assertThat(read("{formats: d MMM yyyy, zone: UTC, language: fr}", text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd/MM/yyyy hh:mm | has the hour hh without a, so that nothing tells morning from evening; expected HH, or a for AM and PM",
                "dd/MM/yyyy K:mm | has the hour K without a, so that nothing tells morning from evening; expected HH, or a for AM and PM",
                "dd/MM/y | has the year y, expected yyyy, or yy for the years 1950 to 2049",
                "dd/MM/yyy | has the year yyy, expected yyyy, or yy for the years 1950 to 2049",
                "dd/MM/uu | has the year uu, expected yyyy, or yy for the years 1950 to 2049",
                "dd/MM/YYYY | has the year YYYY, expected yyyy, or yy for the years 1950 to 2049",
                "dd/MM HH:mm | has a month without a year, expected one such as yyyy",
                "d LLLL | has a month without a year, expected one such as yyyy",
                "dd/mm/yyyy | NONE",
                "MM/yyyy | NONE",
                "yyyy-MM-dd} | NONE",
                "epkch-millis | has the hour h without a, so that nothing tells morning from evening; expected HH, or a for AM and PM",
                "dd/MM/yyyy mm:ss | has a time that cannot be told, expected an hour such as HH",
            })
    void aPatternThatCannotSayAMomentIsRefused(String pattern, String reason) {
        assertThatThrownBy(() -> forms("{formats: [\"" + pattern + "\"], zone: run}"))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessage("m.yaml:1: formats[1] " + pattern + " "
                        + reason.replace(
                                "NONE",
                                "is not a format of moments, expected iso, excel-serial, epoch-seconds, epoch-millis,"
                                        + " epoch-micros, epoch-nanos or a pattern with a year, month and day such as"
                                        + " dd/MM/yyyy HH:mm"));
    }

    @Test
    void aPatternHasAnEnd() {
        assertThatThrownBy(() -> forms("{formats: \"yyyy-MM-dd" + "[".repeat(20_000) + "\", zone: run}"))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessageEndingWith("is too long for a format of moments, expected at most 100 characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd/MM/yyyy, MM/dd/yyyy | 04/03/2026 as two days, 2026-03-04 and 2026-04-03",
                "MM/dd/yyyy, dd/MM/yyyy | 03/04/2026 as two days, 2026-03-04 and 2026-04-03",
                "d/M/yy, M/d/yy | 4/3/26 as two days, 2026-03-04 and 2026-04-03",
                "iso, yyyy-dd-MM | 2026-03-04 as two days, 2026-03-04 and 2026-04-03",
                "yy-MM-dd, dd-MM-yy | 26-03-04 as two days, 2026-03-04 and 2004-03-26",
                "'dd/MM/yyyy[ HH:mm]', 'MM/dd/yyyy' | 04/03/2026 as two days, 2026-03-04 and 2026-04-03",
                "'dd/MM/yyyy h:mm a', 'M/d/yyyy h:mm a' | 04/03/2026 12:00 PM as two days, 2026-03-04 and 2026-04-03",
            })
    void twoFormsThatReadOneTextAsTwoDaysAreRefused(String formats, String reason) {
        assertThatThrownBy(() -> forms("{formats: [" + formats + "], zone: run}"))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessageContaining("m.yaml:1: formats has ")
                .hasMessageContaining(", which read " + reason + "; expected one of them");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[iso, epoch-seconds, epoch-millis, epoch-micros, epoch-nanos, excel-serial]",
                "[epoch-millis, epoch-seconds]",
                "[iso, dd/MM/yyyy, 'dd/MM/yyyy HH:mm', dd.MM.yyyy, 'd MMM yyyy', yyyyMMdd, excel-serial, epoch-seconds]",
                "[dd/MM/yyyy, 'MM/dd/yyyy HH:mm']",
                "[d/M/yyyy, d/M/yyyy]",
            })
    void formsThatAreToldApartMayStandTogether(String formats) throws Exception {
        forms("{formats: " + formats + ", zone: run}");

        assertThat(read("{formats: [epoch-millis, epoch-seconds], zone: run}", "1622505600"))
                .isEqualTo("2021-06-01T00:00:00Z");
    }

    @Test
    void epochsThatAreNotToldApartAreRefused() {
        assertThatThrownBy(() -> forms("{formats: [epoch-millis, epoch-seconds], zone: run, since: 1900}"))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessageContaining("formats has epoch-seconds and epoch-millis, which read ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epoch-millis | 1767571200 | as epoch-millis is 1970-01-21T10:59:31.200Z, which is out of reach, expected a moment of the years 1971 to 2100 (moments: {since: \u2026} in the mapping admits earlier ones)",
                "iso | 1899-12-31 | as iso is 1899-12-31T00:00:00Z, which is out of reach, expected a moment of the years 1971 to 2100 (moments: {since: \u2026} in the mapping admits earlier ones)",
                "[iso, epoch-millis] | soon | is not a moment, expected iso or epoch-millis",
            })
    void whatIsNoMomentIsTold(String formats, String text, String reason) throws Exception {
        MomentForms forms = forms("{formats: " + formats + ", zone: UTC}");

        assertThatThrownBy(() -> forms.read(text, PARIS)).hasMessage(text + " " + reason);
    }

    @Test
    void anInnerBlockStandsInForTheOuterOneKeyByKey() throws Exception {
        MomentForms outer = forms("{formats: d MMM yyyy, zone: UTC, language: fr, since: 1900}");
        MomentForms inner = MomentForms.parse(
                YamlReader.read("m.yaml", "{formats: MMM d yyyy}").block(MomentForms.KEYS), outer);

        assertThat(inner.read("ao\u00fbt 1 1905", PARIS).instant()).hasToString("1905-08-01T00:00:00Z");
    }

    @Test
    void whatMomentsAreNotSaidRightIsTold() {
        assertThatThrownBy(() -> forms("{formats: iso, zone: run, language: french}"))
                .hasMessage("m.yaml:1: language french is not a language, expected the code of one such as fr");
        assertThatThrownBy(() -> forms("{formats: iso, zone: run, since: 2101}"))
                .hasMessage("m.yaml:1: since 2101 is not a year up to 2100, expected one such as 1900");
    }
}
