package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.IndicatorCatalogue;

final class ReportCommandTest {

    /** What to do about bad records. */
    private static final String STRICT =
            "Nothing is written because of these records; with --lenient they are set aside,"
                    + " and kpi check sums up what is wrong";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSample() {
        SampleFolder.write(folder);
    }

    @Test
    void helpShowsOptionsExitCodesAndExamples() {
        Run run = Run.of("report", "--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("--as-of=MOMENT", "Exit codes:", "Examples:", "kpi report --data sales --period 2026-03");
        assertThat(run.complaints()).isEmpty();
    }

    @Test
    void withoutACommandTheHelpTellsWhichThereAre() {
        Run run = Run.of();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("report", "funnel", "mapping")
                .isEqualTo(Run.of("--help").out());
        assertThat(run.err()).isEmpty();
        assertThat(Run.of("help", "report").out())
                .isEqualTo(Run.of("report", "--help").out());
        assertThat(Run.of("mapping", "--help").out()).contains("Usage: kpi mapping");
    }

    @Test
    void versionIsOneLine() {
        assertThat(Run.of("--version").out()).startsWith("kpi ").hasLineCount(1);
        assertThat(Run.of("report", "--version").out()).startsWith("kpi ").hasLineCount(1);
    }

    @Test
    void aCommandLineThatCannotBeReadIsToldWithAHint() {
        bad(
                "There are no records to report on: give --data, or run kpi where there is a kpi.yaml",
                Run.of("report", "--period", "2026"));
        Run misspelt = report("--perod", "2026");
        assertThat(misspelt.exitCode()).isEqualTo(2);
        assertThat(misspelt.err()).startsWith("Unknown option: '--perod'").contains("--period");
        Run mistyped = Run.of("report", "--dat", folder.toString(), "--period", "2026");
        assertThat(mistyped.exitCode()).isEqualTo(2);
        assertThat(mistyped.err()).startsWith("Unknown option: '--dat'").contains("--data");
        assertThat(Run.of("raport").exitCode()).isEqualTo(2);
    }

    @Test
    void aKeyThatNoRecordHasIsToldAndEverythingIsZero() {
        Run run = march("--where", "owner=alcie", "--format", "csv");
        assertThat(run.exitCode()).isZero();
        assertThat(run.complaints())
                .containsExactly("--where owner=alcie: no record has that key; did you mean alice?");
        assertThat(run.out()).contains("total,,calls,0,,,,count");
    }

    @Test
    void aSeriesOfTooManyPiecesIsTold() {
        bad(
                "--every day cuts the period in more than a million pieces, expected a larger unit or a shorter period",
                report("--from", "0001-01-01", "--to", "9999-01-01", "--every", "day"));
    }

    @Test
    void indicatorsAreChosenByAWordOrByTheirKeys() {
        assertThat(keys("--indicators", "revenue, calls,calls ")).containsExactly("calls", "revenue");
        assertThat(keys("--indicators", "all"))
                .containsExactlyElementsOf(
                        IndicatorCatalogue.all().stream().map(Indicator::key).toList());
        assertThat(keys("--indicators", "brief")).isEqualTo(keys());
        bad(
                "--indicators \"win-rat\" is not the key of an indicator, expected one such as win-rate, brief or all; kpi catalogue lists the keys",
                march("--indicators", "calls,win-rat"));
        bad(
                "--indicators \"\" is not the key of an indicator, expected one such as nps, brief or all; kpi catalogue lists the keys",
                march("--indicators", "calls,"));
        bad(
                "--indicators \"brief,calls\" is more than one thing: brief and all each stand alone",
                march("--indicators", "brief,calls"));
    }

    private List<String> keys(String... args) {
        String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--format";
        all[args.length + 1] = "csv";
        return march(all)
                .out()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1)[4])
                .filter(key -> !key.endsWith("-median"))
                .toList();
    }

    @Test
    void aDimensionStandsOnce() {
        bad("--by \"owner,region,owner\" names owner twice", march("--by", "owner,region,owner"));
        bad("--by \"product\" is unknown, expected one of owner, region", march("--by", "owner,product"));
    }

    @Test
    void whereNarrowsAndAnEmptyKeyIsWhatIsUnassigned() {
        assertThat(march("--format", "csv", "--where", "owner=alice").out()).contains("total,,calls,1,,,,count");
        assertThat(march("--format", "csv", "--where", "owner=").out())
                .contains("total,,satisfaction-rate,0.0,0,1,0,rate");
        assertThat(march("--format", "csv", "--where", "owner=alice", "--where", "region=EMEA")
                        .out())
                .contains("total,,contracts,1,,,,count");
        assertThat(march("--format", "csv", "--where", "owner=alice", "--where", "region=APAC")
                        .out())
                .contains("total,,contracts,0,,,,count");
    }

    @Test
    void asOfTakesADateInTheZoneOrAnInstant() {
        assertThat(march("--format", "json", "--as-of", "2026-03-12", "--zone", "Europe/Paris")
                        .out())
                .contains("\"asOf\" : \"2026-03-11T23:00:00Z\"");
        assertThat(march("--format", "json", "--as-of", "2026-03-12T12:00:00+02:00")
                        .out())
                .contains("\"asOf\" : \"2026-03-12T10:00:00Z\"");
    }

    @Test
    void aMissingFolderIsTheDatasFault() {
        Path missing = folder.resolve("nowhere");
        failed(
                missing + " does not exist, expected a folder of files",
                Run.of("report", "--data", missing.toString(), "--period", "2026"));
    }

    @Test
    void aFolderOfAnotherKindIsToldHowToBeRead() {
        Path export = SampleFolder.file(folder, "deals.txt", "");
        Run run = Run.of("report", "--data", export.toString(), "--period", "2026");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.complaints())
                .last()
                .isEqualTo("The export of a CRM is read with --source (kpi mapping lists the known CRMs), another by a"
                        + " mapping: kpi mapping --from " + export + " drafts one");
    }

    @Test
    void aMappingIsDraftedOnlyOfAFolderWithFiles() throws IOException {
        Path export = Files.createDirectories(folder.resolve("my export"));
        Files.createDirectories(export.resolve("more"));
        assertThat(Run.of("report", "--data", export.toString(), "--period", "2026")
                        .complaints())
                .hasSize(1);
        SampleFolder.file(export, "deals.csv", "id\n");
        assertThat(Run.of("report", "--data", export.toString(), "--period", "2026")
                        .complaints())
                .last()
                .asString()
                .endsWith(": kpi mapping --from \"" + export + "\" drafts one");
    }

    @Test
    void problemsAreLinesInTheOrderOfFilesAndLines() {
        writeProblems();
        Run run = march();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.complaints())
                .containsExactly(
                        "calls.csv:2: k1: outcome: BUSY: is unknown, expected one of NO_ANSWER, REFUSED, CALL_BACK,"
                                + " DISCUSSION, MEETING_BOOKED",
                        "calls.csv:3: -: id: -: is missing",
                        "calls.csv:10: k9: customer_id: c9: is unknown, expected the id of a customer",
                        "proposals.csv:2: p1: decided_at: 2026-01-01T00:00:00Z: is before sent_at 2026-03-10T12:00:00Z",
                        STRICT);
    }

    @Test
    void lenientReportsOnTheRestAndListsTheProblemsAllTheSame() {
        writeProblems();
        List<String> strict = march().complaints().stream()
                .filter(line -> !line.equals(STRICT))
                .toList();
        Run run = march("--lenient", "--format", "csv");
        assertThat(run.exitCode()).isZero();
        assertThat(run.complaints()).startsWith(strict.toArray(String[]::new)).hasSize(strict.size() + 1);
        assertThat(run.complaints().get(strict.size()))
                .isEqualTo(
                        "Records with errors, left out of all numbers: calls: 3 (customer_id is unknown 1, id is missing 1,"
                                + " outcome is unknown 1); proposals: 1 (decided_at is before sent_at … 1)");
        assertThat(run.out()).contains("total,,calls,6,,,,count").contains("total,,proposals,0,,,,count");
    }

    private void writeProblems() {
        StringBuilder calls = new StringBuilder("id,at,outcome,customer_id\n");
        calls.append("k1,2026-03-03,BUSY,c1\n");
        calls.append(",2026-03-03,,c1\n");
        for (int i = 3; i <= 8; i++) {
            calls.append("k").append(i).append(",2026-03-03,REFUSED,c1\n");
        }
        calls.append("k9,2026-03-03,REFUSED,c9\n");
        SampleFolder.file(folder, "calls.csv", calls.toString());
        SampleFolder.file(
                folder,
                "proposals.csv",
                "id,sent_at,status,decided_at\np1,2026-03-10T12:00:00Z,ACCEPTED,2026-01-01T00:00:00Z\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "csv"})
    void theAccountOfAnImportSaysHowManyCustomersHaveAContractWithoutAnEnd(String format) {
        SampleFolder.file(folder, "sales.csv", """
                id,contactId,value,status,closeDate,createdAt
                s1,c1,10,WON,2026-03-12,2026-02-12
                s2,c2,10,ACTIVE,2026-03-12,2026-02-12
                """);

        Run run = march("--source", "nextlead", "--format", format);

        assertThat(run.complaints())
                .last()
                .isEqualTo(
                        "Customers with a contract that has no end: 1 of 1; they count as retained for ever, so retention and"
                                + " churn say nothing of them");
    }

    @Test
    void theCurrencyIsTheOneInUse() {
        SampleFolder.file(
                folder, "contracts.csv", "id,customer_id,signed_at,amount,currency\ns1,c1,2026-03-12,10,USD\n");
        SampleFolder.file(folder, "proposals.csv", "id,sent_at,status\n");
        assertThat(march("--format", "csv").out()).contains("total,,revenue,10.00,,,,USD");
        SampleFolder.file(folder, "contracts.csv", "id,customer_id,signed_at,amount,currency\n");
        assertThat(march("--format", "csv").out()).contains("total,,revenue,0.00,,,,EUR");
    }

    @Test
    void severalCurrenciesNeedAChoiceAndRates() {
        SampleFolder.file(
                folder, "contracts.csv", "id,customer_id,signed_at,amount,currency\ns1,c1,2026-03-12,10,USD\n");
        failed("Amounts are in EUR, USD: choose the currency to report in with --currency", march());
        Run withoutRate = march("--currency", "EUR");
        assertThat(withoutRate.exitCode()).isEqualTo(1);
        assertThat(withoutRate.complaints())
                .containsExactly(
                        "contracts.csv:2: s1: amount: USD 10.00: has no exchange rate USD/EUR on or before 2026-03-12; there are"
                                + " no rates",
                        STRICT);
        SampleFolder.file(folder, "rates.csv", "date,from,to,rate\n2026-03-01,USD,EUR,0.9\n");
        assertThat(march("--currency", "EUR", "--format", "csv").out()).contains("total,,revenue,9.00,,,,EUR");
    }

    @Test
    void theReportIsWrittenToAFileInPlaceOfTheOneThatIsThere() throws IOException {
        Path file = SampleFolder.file(folder, "report.json", "old");
        Run run = march("--format", "json", "--out", file.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.complaints()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(march("--format", "json").out());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsToldAndNothingIsLeftBehind() throws IOException {
        Path nowhere = folder.resolve("nowhere").resolve("report.txt");
        failed("--out " + nowhere + " cannot be written: there is no such folder", march("--out", nowhere.toString()));
        Path busy = folder.resolve("busy");
        Files.createDirectories(busy.resolve("inside"));
        Run run = march("--out", busy.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.complaints()).hasSize(1).first().asString().startsWith("--out " + busy + " cannot be written: ");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @Test
    void anOutputThatBreaksIsToldWithoutAStackTrace() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(Main.run(broken, Terminal.NONE, err, "report", "--data", folder.toString(), "--period", "2026"))
                .isEqualTo(1);
        assertThat(new Run(1, "", err.toString(StandardCharsets.UTF_8)).complaints())
                .containsExactly("The answer cannot be written: Broken pipe");
    }

    @Test
    void aMappingFileThatCannotBeReadIsTold() {
        Path missing = folder.resolve("mapping.yaml");
        Run run = march("--mapping", missing.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.complaints()).hasSize(1).first().asString().contains(missing.toString());
    }

    @Test
    void withoutALanguageTextFollowsTheSystem() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.CANADA_FRENCH);
            assertThat(march().out()).contains("Chiffre d’affaires");
            Locale.setDefault(Locale.GERMANY);
            assertThat(march().out()).contains("Auftragseingang").contains("1.200,50\u00A0€");
            Locale.setDefault(Locale.ITALY);
            assertThat(march().out()).contains("Revenue").contains("€1,200.50");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void numbersFollowTheCountryOfALanguage() {
        assertThat(march("--lang", "en-IE").out()).contains("Revenue");
        assertThat(march("--lang", "de-CH").out()).contains("Auftragseingang").contains("1’200.50");
    }

    @Test
    void aWorkbookIsNotWrittenToATerminal() {
        Terminal terminal = new Terminal(() -> Terminal.Device.TERMINAL, name -> null);
        bad(
                "--format xlsx is not for a terminal: give the file to write with --out",
                Run.on(terminal, "report", "--data", folder.toString(), "--period", "2026", "--format", "xlsx"));
    }

    private Run march(String... args) {
        List<String> all = new ArrayList<>(List.of("--period", "2026-03"));
        all.addAll(List.of(args));
        return report(all.toArray(String[]::new));
    }

    private Run report(String... args) {
        List<String> all = new ArrayList<>(List.of("report", "--data", folder.toString()));
        all.addAll(List.of(args));
        return Run.of(all.toArray(String[]::new));
    }

    private static void bad(String message, Run run) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.complaints()).containsExactly(message, "Try 'kpi report --help'.");
    }

    private static void failed(String message, Run run) {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.complaints()).containsExactly(message);
    }

    @Test
    void textIsSetOffOnATerminalOnly() {
        SampleFolder.write(folder);
        Terminal terminal = new Terminal(() -> Terminal.Device.TERMINAL, name -> null);
        Terminal uncoloured =
                new Terminal(() -> Terminal.Device.TERMINAL, name -> name.equals("NO_COLOR") ? "1" : null);
        Path file = folder.resolve("report.txt");
        String[] args = {"report", "--data", folder.toString(), "--period", "2026-03"};
        assertThat(Run.on(terminal, args).out()).contains("\u001B[1m");
        assertThat(Run.on(uncoloured, args).out())
                .doesNotContain("\u001B")
                .isEqualTo(Run.of(args).out());
        assertThat(Run.on(terminal, with(args, "--format", "csv")).out())
                .isEqualTo(Run.of(with(args, "--format", "csv")).out());
        assertThat(Run.on(terminal, with(args, "--out", file.toString())).out()).isEmpty();
        assertThat(file).hasContent(Run.of(args).out());
    }

    private static String[] with(String[] args, String... more) {
        return Stream.of(args, more).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
