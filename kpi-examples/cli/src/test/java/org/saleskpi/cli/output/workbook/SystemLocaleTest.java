package org.saleskpi.cli.output.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saleskpi.KpiCalculator;
import org.saleskpi.cli.Run;
import org.saleskpi.cli.SampleFolder;
import org.saleskpi.output.Question;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.workbook.WorkbookReport;

/** Of the system's locale nothing but the language enters a workbook, and that only where none was asked for. */
final class SystemLocaleTest {

    private final Locale before = Locale.getDefault();

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSample() {
        SampleFolder.write(folder);
        SampleFolder.file(
                folder, "contracts.csv", "id,customer_id,signed_at,amount,currency\ns1,c1,2026-03-12,1200.5,USD\n");
        SampleFolder.file(folder, "proposals.csv", "id,sent_at,status\n");
    }

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    private byte[] workbook(String system, String... more) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(system));
        Path file = folder.resolve("book.xlsx");
        List<String> args = new ArrayList<>(List.of(
                "report",
                "--data",
                folder.toString(),
                "--period",
                "2026-Q1",
                "--every",
                "month",
                "--by",
                "owner",
                "--format",
                "xlsx",
                "--out",
                file.toString()));
        args.addAll(List.of(more));
        Run run = Run.of(args.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "en-AU", "tr-TR", "ar-EG", "th-TH-u-nu-thai", "und"})
    void withoutALanguageOnlyThatOfTheSystemCounts(String system) throws IOException {
        assertThat(workbook(system)).isEqualTo(workbook("en-US"));
    }

    @Test
    void countriesOfOtherLanguagesDoNotCountEither() throws IOException {
        assertThat(workbook("fr-CA")).isEqualTo(workbook("fr-FR")).isNotEqualTo(workbook("en-US"));
        assertThat(workbook("de-CH")).isEqualTo(workbook("de-AT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "de-CH", "fr-CA"})
    void aLanguageThatIsAskedForIsTheSameEverywhere(String language) throws IOException {
        byte[] expected = workbook("en-US", "--lang", language);
        for (String system : List.of("de-DE", "fr-CA", "tr-TR", "hi-IN-u-nu-deva", "ja-JP-u-ca-japanese")) {
            assertThat(workbook(system, "--lang", language)).as(system).isEqualTo(expected);
        }
    }

    @Test
    void whatProgramsWriteIsTheSameEverywhere() throws IOException {
        Locale.setDefault(Locale.US);
        byte[] expected = written();
        for (Locale system : List.of(Locale.GERMANY, Locale.forLanguageTag("tr"), Locale.forLanguageTag("ar-EG"))) {
            Locale.setDefault(system);
            assertThat(written()).as(system.toString()).isEqualTo(expected);
        }
    }

    private static byte[] written() throws IOException {
        SalesHistory history =
                SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.USD).build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new WorkbookReport()
                .write(
                        Question.of(KpiCalculator.of(history), DateRange.year(2026))
                                .every(CalendarUnit.MONTH),
                        bytes);
        return bytes.toByteArray();
    }
}
