package org.saleskpi.cli.output.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.cli.Run;
import org.saleskpi.cli.SampleFolder;
import org.saleskpi.indicator.IndicatorCatalogue;
import org.w3c.dom.Element;

/** The records behind the numbers of the page. */
final class HtmlFactsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSample() {
        SampleFolder.write(folder);
    }

    @Test
    void nobodyGetsThemUnasked() throws Exception {
        PageFile page = page();
        assertThat(page.all("//section[@id='behind'] | //article/p/a")).isEmpty();
    }

    @Test
    void numbersLeadToTheirRecordsAndBack() throws Exception {
        PageFile page = page("--facts", "--indicators", "all");
        assertThat(page.all("//article[p[@class='value']/a]"))
                .hasSizeGreaterThan(15)
                .allSatisfy(card -> {
                    String key = card.getAttribute("id");
                    Element list = page.one("//div[@class='list'][h3[@id='facts-" + key + "']]");
                    assertThat(page.all("//a[@href='#facts-" + key + "']")).hasSize(2);
                    assertThat(page.text("//div[@class='list'][h3[@id='facts-" + key + "']]/p[@class='back']/a[@href='#"
                                    + key + "']"))
                            .startsWith("Back to the number");
                    assertThat(list.getElementsByTagName("table").getLength()).isPositive();
                });
        assertThat(page.all("//article[p[@class='value'] = '–']//p/a")).isEmpty();
    }

    @Test
    void theyAreThoseOfTheCommand() throws Exception {
        PageFile page = page("--facts", "--indicators", "all");
        IndicatorCatalogue.all().forEach(indicator -> {
            List<String> listed =
                    new ArrayList<>(page.all("//div[h3[@id='facts-" + indicator.key() + "']]//tbody/tr/th").stream()
                            .map(PageFile::text)
                            .toList());
            List<String> told = Run.of(
                            "facts",
                            indicator.key(),
                            "--data",
                            folder.toString(),
                            "--period",
                            "2026-03",
                            "--format",
                            "csv")
                    .out()
                    .lines()
                    .skip(1)
                    .map(row -> row.split(",", -1)[8])
                    .toList();
            assertThat(listed).as(indicator.key()).isEqualTo(told);
        });
    }

    @Test
    void wordsSayWhatTheyAreForTheNumber() throws Exception {
        PageFile page = page("--facts");
        assertThat(captions(page, "call-success-rate"))
                .containsExactly("Happened: 1", "Did not happen: 1", "Still open or not recorded: 1");
        assertThat(captions(page, "proposals-per-meeting")).containsExactly("Above the line: 2", "Below the line: 2");
        assertThat(captions(page, "revenue")).containsExactly("Records: 1");
        assertThat(page.all("//div[h3[@id='facts-win-rate']]//tr[1]/*").stream().map(PageFile::text))
                .containsExactly(
                        "Id",
                        "Kind",
                        "Counts at",
                        "Dated",
                        "Customer",
                        "Sales rep",
                        "Outcome",
                        "Amount",
                        "Came from",
                        "p1",
                        "proposal",
                        "12 March 2026 at 12:00",
                        "10 March 2026 at 12:00",
                        "c1",
                        "alice",
                        "accepted",
                        "€1,200.50",
                        "proposals.csv:2");
        assertThat(captions(page("--facts", "--lang", "fr"), "call-success-rate")
                        .get(0))
                .isEqualTo("Réalisés : 1");
    }

    @Test
    void aPageHasTheFirstOfMany() throws Exception {
        StringBuilder calls = new StringBuilder("id,customer_id,at,outcome\n");
        IntStream.range(0, 200)
                .forEach(i -> calls.append("k%03d,c1,2026-03-03T10:%02d:%02dZ,%s%n"
                        .formatted(i, i / 60, i % 60, i % 50 == 0 ? "MEETING_BOOKED" : i % 3 == 0 ? "REFUSED" : "")));
        SampleFolder.file(folder, "calls.csv", calls.toString());
        PageFile page = page("--facts");
        assertThat(captions(page, "calls")).containsExactly("Records: the first 25 of 200");
        assertThat(page.text("//div[h3[@id='facts-calls']]")).contains("kpi facts calls lists all of them.");
        assertThat(page.text("//div[h3[@id='facts-calls']]//tbody/tr[25]/th")).isEqualTo("k024");
        // None of the three kinds is left out because another has many.
        assertThat(captions(page, "call-success-rate"))
                .containsExactly(
                        "Happened: 4",
                        "Did not happen: the first 10 of 65",
                        "Still open or not recorded: the first 11 of 131");
        assertThat(page.text("//section[@id='behind']/p")).contains("the first 25 of each number");
        PageFile all = page("--facts", "--indicators", "all");
        assertThat(captions(all, "calls")).containsExactly("Records: the first 11 of 200");
        assertThat(all.all("//section[@id='behind']//tbody/tr")).hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void whatTheySayIsTextAndNothingElse() throws Exception {
        SampleFolder.file(folder, "contracts.csv", """
                id,customer_id,signed_at,amount,currency,owner
                <img src=x>&"',c1,2026-03-12T12:00:00Z,1200.50,EUR,"<script>alert(1)</script>"
                """);
        PageFile page = page("--facts");
        assertThat(page.all("//script | //img")).isEmpty();
        assertThat(page.text("//div[h3[@id='facts-revenue']]//tbody/tr"))
                .contains("<img src=x>&\"'", "<script>alert(1)</script>");
    }

    private static List<String> captions(PageFile page, String key) {
        return page.all("//div[h3[@id='facts-" + key + "']]//caption").stream()
                .map(PageFile::text)
                .toList();
    }

    private PageFile page(String... args) throws Exception {
        List<String> all = new ArrayList<>(List.of("--period", "2026-03"));
        all.addAll(Arrays.asList(args));
        if (!all.contains("--lang")) {
            all.addAll(List.of("--lang", "en"));
        }
        return PageFile.of(folder, all.toArray(String[]::new));
    }
}
