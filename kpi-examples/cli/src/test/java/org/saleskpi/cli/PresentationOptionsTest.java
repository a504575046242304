package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands above a report, and in which order its groups stand. */
final class PresentationOptionsTest {

    private static final Pattern KEY = Pattern.compile("\"key\" : (\"[^\"]*\"|null)");

    @TempDir
    private Path folder;

    private Path data;

    /** Twelve reps with one contract less each, whose names do not sort as their code points; Éva has none. */
    @BeforeEach
    void writeReps() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        StringBuilder contracts = new StringBuilder("id,customer_id,signed_at,amount,currency,owner\n");
        StringBuilder calls = new StringBuilder("id,at,owner,region\n");
        List<String> names = List.of("zoë", "Anna", "émile", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Ida", "Éva");
        for (int i = 0; i < names.size(); i++) {
            calls.append("k%d,2026-03-%02d,%s,north%n".formatted(i, i + 1, names.get(i)));
            for (int j = i; j < names.size() - 1; j++) {
                contracts.append("s%d-%d,c,2026-03-%02d,%d,EUR,%s%n".formatted(i, j, j + 1, 100 + i, names.get(i)));
            }
        }
        SampleFolder.file(data, "customers.csv", "id,since\nc,2026-01-01\n");
        SampleFolder.file(data, "calls.csv", calls.toString());
        SampleFolder.file(data, "contracts.csv", contracts.toString());
    }

    private Run report(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "report",
                "--data",
                data.toString(),
                "--period",
                "2026-03",
                "--indicators",
                "contracts,revenue,average-basket",
                "--lang",
                "en"));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    private List<String> keys(String... more) {
        List<String> args = new ArrayList<>(List.of("--format", "json", "--by", "owner"));
        args.addAll(List.of(more));
        return KEY.matcher(report(args.toArray(String[]::new)).out())
                .results()
                .map(key -> key.group(1).replace("\"", ""))
                .toList();
    }

    @Test
    void groupsAreSortedByAnIndicator() {
        assertThat(keys("--sort", "contracts"))
                .startsWith("zoë", "Anna", "émile")
                .endsWith("Ida", "Éva", "null");
        assertThat(keys("--sort", "contracts:asc"))
                .startsWith("Éva", "null", "Ida")
                .endsWith("Anna", "zoë");
        assertThat(keys("--sort", "average-basket")).startsWith("Ida", "Hal").endsWith("zoë", "Éva", "null");
        // Whether it is reported or not; equal ones in the order of their keys, those without a number last.
        assertThat(keys("--sort", "calls")).startsWith("Anna", "Bo").endsWith("émile", "null");
        assertThat(keys("--sort", "average-basket:asc"))
                .startsWith("zoë", "Anna")
                .endsWith("Éva", "null");
        assertThat(keys("--every", "week", "--sort", "contracts:desc")).startsWith("zoë", "Anna");
    }

    @Test
    void theFirstGroupsMayBeAllThatIsShown() {
        Run json = report("--format", "json", "--by", "owner", "--top", "2");
        assertThat(KEY.matcher(json.out()).results().map(MatchResult::group))
                .containsExactly("\"key\" : \"zoë\"", "\"key\" : \"Anna\"");
        assertThat(json.out()).contains("\"groupsInAll\" : 13");
        assertThat(keys("--top", "50")).hasSize(13);
        String total =
                report("--format", "csv").out().lines().skip(1).findFirst().orElseThrow();
        assertThat(report("--format", "csv", "--by", "owner", "--top", "1").out())
                .contains("group,zoë,contracts,11")
                .doesNotContain("Anna")
                .contains(total.substring(0, total.indexOf(",,,,")));
        assertThat(report("--by", "owner", "--top", "2").out())
                .endsWith(
                        "2 of 13 groups are here, the first in the order of: Revenue. The total is that\nof all of them\n");
        assertThat(report("--by", "owner", "--top", "2", "--format", "html").out())
                .contains("2 of 13 groups are here")
                .doesNotContain("Gus");
    }

    @Test
    void textPageAndWorkbookHaveGroupsInTheOrderOfTheLanguage() throws IOException {
        Run text = report("--by", "owner");
        assertThat(text.out()).containsPattern("(?s)Anna.*Bo .*Ed.*émile.*Éva.*Flo.*zoë.*Total");
        // A header in three lines, one group a row, the total below a rule.
        assertThat(text.out().lines().filter(line -> line.startsWith("zoë"))).hasSize(1);
        Path book = folder.resolve("book.xlsx");
        assertThat(report("--by", "owner", "--out", book.toString()).exitCode()).isZero();
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(book))) {
            Sheet sheet = workbook.getSheet("By owner");
            List<String> names = new ArrayList<>();
            for (int row = 3; row < 15; row++) {
                names.add(sheet.getRow(row).getCell(0).getStringCellValue());
            }
            assertThat(names).containsSequence("Di", "Ed", "émile", "Éva", "Flo");
        }
        assertThat(keys()).endsWith("zoë", "Éva", "émile", "null");
    }

    @Test
    void aTitleStandsAboveWhatPeopleRead() throws IOException {
        String[] names = {"--company", "Acme", "--title", "Board meeting", "--note", "Provisional"};
        assertThat(report(names).out()).startsWith("Acme – Board meeting\nProvisional\n\nPeriod ");
        Path book = folder.resolve("book.xlsx");
        report("--company", "Acme", "--title", "Board meeting", "--note", "Provisional", "--out", book.toString());
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(book))) {
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("Acme – Board meeting");
            assertThat(workbook.getProperties().getCoreProperties().getTitle()).isEqualTo("Acme – Board meeting");
        }
        String page = report(
                        "--format",
                        "html",
                        "--company",
                        "Acme <&>",
                        "--title",
                        "Board meeting",
                        "--note",
                        "<b>",
                        "--accent",
                        "#0B6E4F")
                .out();
        assertThat(page)
                .contains("<h1>Board meeting</h1><p class=\"dates\">March 2026</p>", "Acme &lt;&amp;&gt;", "&lt;b&gt;")
                .contains("--now: #0b6e4f")
                .contains("<title>Acme &lt;&amp;&gt; – Board meeting – March 2026</title>")
                .doesNotContain("img-src");
    }

    /** Whoever gives an option that no output has would wait for what never comes. */
    @Test
    void whatNoOutputHasIsToldAndWhatOneHasIsNot() {
        String logo = SampleFolder.file(folder, "logo.svg", "<svg/>").toString();
        for (String[] option : new String[][] {{"--title", "T"}, {"--company", "C"}, {"--note", "N"}}) {
            for (String format : List.of("json", "csv")) {
                bad(
                        option[0] + " goes with --format text, xlsx or html, not with " + format,
                        option[0],
                        option[1],
                        "--format",
                        format);
            }
        }
        for (String[] option : new String[][] {{"--logo", logo}, {"--accent", "#0b6e4f"}}) {
            for (String format : List.of("text", "json", "csv", "xlsx")) {
                bad(
                        option[0] + " goes with --format html, not with " + format,
                        option[0],
                        option[1],
                        "--format",
                        format);
            }
        }
        Run both = report(
                "--title",
                "T",
                "--logo",
                logo,
                "--facts",
                "--out",
                folder.resolve("a.json").toString(),
                "--out",
                folder.resolve("a.html").toString());
        assertThat(both.exitCode()).as(both.err()).isZero();
    }

    @Test
    void settingsForPagesAreNoMatterOfOtherFormats() {
        Run before = report("--format", "json");
        SampleFolder.file(data, "kpi.yaml", "title: T\nlogo: none.png\naccent: green\n");
        Run after = report("--format", "json");
        assertThat(after.exitCode()).as(after.err()).isZero();
        assertThat(after.out()).isEqualTo(before.out());
        Run page = report("--format", "html");
        assertThat(page.complaints()).contains("--accent \"green\" is not a colour such as #0b6e4f");
    }

    @Test
    void aLogoIsPartOfThePage() throws IOException {
        Path logo = SampleFolder.file(folder, "logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        String page = report("--format", "html", "--logo", logo.toString(), "--company", "Acme")
                .out();
        assertThat(page)
                .contains("<img src=\"data:image/svg+xml;base64,", "alt=\"Acme\"", "img-src data:;")
                .doesNotContain("<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        assertThat(report("--logo", logo.toString(), "--format", "html", "--out", logo.toString())
                        .err())
                .contains("is read by this command");
    }

    @Test
    void aLogoThatIsNoneIsToldInOurWords() throws IOException {
        badLogo(data.resolve("calls.csv"), "is no picture, expected PNG, JPEG, GIF, WebP or SVG");
        badLogo(Path.of("none.png"), "is not there, expected a picture: PNG, JPEG, GIF, WebP or SVG");
        badLogo(folder, "is a folder, expected a picture: PNG, JPEG, GIF, WebP or SVG");
        Path large = Files.write(folder.resolve("large.png"), new byte[500_001]);
        badLogo(large, "is too large for a page, expected a picture of at most 500,000 bytes");
        Run french = Run.of(
                "report",
                "--data",
                data.toString(),
                "--period",
                "2026",
                "--format",
                "html",
                "--lang",
                "fr",
                "--logo",
                folder.toString());
        assertThat(french.err().replaceAll("[\u00A0\u202F]", " "))
                .isEqualTo(
                        "--logo « " + folder + " » est un dossier ; il faut une image : PNG, JPEG, GIF, WebP ou SVG\n");
    }

    private void badLogo(Path logo, String fault) {
        Run run = report("--format", "html", "--logo", logo.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("--logo \"" + logo + "\" " + fault + "\n");
    }

    @Test
    void whatDoesNotFitTogetherIsTold() {
        bad("--sort goes with --by: there are no groups", "--sort", "revenue");
        bad("--top goes with --by: there are no groups", "--top", "3");
        bad("--top \"0\" is not a number of groups such as 10", "--by", "owner", "--top", "0");
        bad(
                "--sort \"revenu\" is not the key of an indicator, expected one such as revenue; kpi catalogue lists the keys",
                "--by",
                "owner",
                "--sort",
                "revenu");
        bad("--accent \"green\" is not a colour such as #0b6e4f", "--format", "html", "--accent", "green");
    }

    private void bad(String message, String... args) {
        Run run = report(args);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.complaints()).containsExactly(message, "Try 'kpi report --help'.");
    }
}
