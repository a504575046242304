package org.saleskpi.cli.output.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.cli.SampleFolder;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.w3c.dom.Element;

/** The page as the command writes it: its frame, its cards, its groups, and that nothing in it runs. */
final class HtmlReportTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSample() {
        SampleFolder.write(folder);
    }

    @Test
    void theHeadingSaysWhatWasAsked() throws Exception {
        PageFile page = page(
                "en", "--period", "2026-03", "--as-of", "2026-04-01", "--where", "owner=alice", "--where", "region=");
        assertThat(page.text("//h1")).isEqualTo("March 2026");
        assertThat(page.all("//header//dl/div").stream().map(PageFile::text))
                .containsExactly(
                        "Period1 March 2026 to 31 March 2026",
                        "Time zoneUTC",
                        "As of1 April 2026 at 00:00",
                        "CurrencyEUR",
                        "Onlyowner: alice",
                        "Onlyregion: (unassigned)",
                        "Records1 December 2025 to 21 March 2026");
    }

    @Test
    void everyIndicatorHasItsCardItsDefinitionAndItsCounts() throws Exception {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN}) {
            PageFile page = page(locale.getLanguage(), "--period", "2026-03");
            assertThat(SalesIndicators.all()).isNotEmpty().allSatisfy(indicator -> {
                String card = "//article[@id='" + indicator.key() + "']";
                assertThat(page.text(card + "/h4")).isEqualTo(set(indicator.name(locale), locale));
                assertThat(page.text(card + "/p[@class='value']")).isNotBlank();
                assertThat(page.text(card + "/details/p")).isEqualTo(set(indicator.definition(locale), locale));
                assertThat(page.all(card + "/details/dl/div")).hasSizeGreaterThanOrEqualTo(2);
                assertThat(page.text("//dt[@id='def-" + indicator.key() + "']/../dd"))
                        .isEqualTo(set(indicator.definition(locale), locale));
            });
        }
    }

    /** French has curved apostrophes. */
    private static String set(String text, Locale language) {
        return language.equals(Locale.FRENCH) ? text.replace('\'', '\u2019') : text;
    }

    @Test
    void aCardShowsTheChangeFromThePeriodBefore() throws Exception {
        PageFile page = page("en", "--period", "2026-03");
        assertThat(page.text("//section[@id='figures']/p"))
                .isEqualTo("The records end on 21 March 2026: changes compare 1 March 2026 to 21 March 2026 with"
                        + " 1 February 2026 to 21 February 2026, as known at the time.");
        assertThat(card(page, SalesIndicators.REVENUE))
                .contains("€1,200.50")
                .contains("▲ +€1,200.50 for the better, 1 February 2026 to 21 February 2026: from €0.00");
        assertThat(card(page, SalesIndicators.WIN_RATE)).contains("No change: proposals on record since 10 March 2026");
        assertThat(card(page, SalesIndicators.AVERAGE_BASKET))
                .contains("No number for 1 February 2026 to 21 February 2026");
        assertThat(card(page, SalesIndicators.RETENTION_RATE)).contains("▼ −100.0 pts", "from 100.0%", "0 of 1");
    }

    @Test
    void aPeriodThatIsOverIsComparedAsAWhole() throws Exception {
        PageFile page = page("en", "--from", "2026-03-01", "--to", "2026-03-15");
        assertThat(page.text("//section[@id='figures']/p"))
                .startsWith("Changes are from 15 February 2026 to 28 February 2026. ");
        assertThat(page("en", "--period", "2026-03", "--as-of", "2026-04-01").text("//section[@id='figures']/p"))
                .isEqualTo(
                        "Changes are from February 2026, as it stood at the same age: what became of it later does not count.");
        assertThat(page("en", "--from", "2026-03-01", "--to", "2026-03-15", "--compare", "year")
                        .text("//section[@id='figures']/p"))
                .startsWith(
                        "There are no changes from 1 March 2025 to 14 March 2025: calls on record since 3 March 2026, ");
    }

    @Test
    void aRateShowsWhatIsOpenAndHowSureItIs() throws Exception {
        PageFile page = page("en", "--period", "2026-03");
        assertThat(card(page, SalesIndicators.CALL_SUCCESS_RATE))
                .contains("33.3%")
                .contains("1 of 3, 1 open")
                .contains("50.0% of the decided, at most 66.7%")
                // Wilson 1927 for 1 of 2 at 95 %.
                .contains("95% interval of the decided: 9.5% to 90.5%")
                .contains("Happened1", "Did not happen1", "Still open or not recorded1", "Total3");
        assertThat(card(page, SalesIndicators.SALES_CYCLE)).contains("10.0 d", "1 case");
    }

    /** Nobody won beside contracts would look like something that nobody records. */
    @Test
    void contractsOfCustomersWonBeforeAreSaidToBe() throws Exception {
        SampleFolder.file(folder, "contracts.csv", """
                id,customer_id,signed_at,amount,currency,owner
                s1,c1,2026-03-03,10,EUR,alice
                s2,c1,2026-04-03,10,EUR,alice
                s3,c1,2026-04-05,10,EUR,alice
                """);
        assertThat(card(page("en", "--period", "2026-04"), SalesIndicators.CUSTOMERS_WON))
                .contains("2 contracts, of customers won before");
        assertThat(card(page("fr", "--period", "2026-04"), SalesIndicators.CUSTOMERS_WON))
                .contains("2 contrats, de clients déjà conquis");
        for (String[] other : new String[][] {
            {"--period", "2026-03"}, {"--period", "2026-05"}, {"--period", "2026-04", "--where", "owner=alice"}
        }) {
            assertThat(card(page("en", other), SalesIndicators.CUSTOMERS_WON)).doesNotContain("won before");
        }
    }

    @Test
    void whatIsUndefinedIsADashAndSaidToBe() throws Exception {
        PageFile page = page("en", "--period", "2031-05");
        assertThat(card(page, SalesIndicators.WIN_RATE))
                .contains("–", "Undefined: there is nothing to measure.", "0 of 0");
        assertThat(page.text("//header")).contains("No record lies in this period.");
        assertThat(page.text("//section[@id='trends']"))
                .contains("The records begin on 1 December 2025 and end on 21 March 2026.");
    }

    @Test
    void frenchHasItsOwnWordsNumbersAndDates() throws Exception {
        PageFile page = page("fr", "--period", "2026-03");
        assertThat(page.one("/html").getAttribute("lang")).isEqualTo("fr");
        assertThat(page.text("//h1")).isEqualTo("Mars 2026");
        assertThat(card(page, SalesIndicators.REVENUE)).contains("1 200,50 €", "contre 0,00 €");
        assertThat(page.text("//section[@id='trends']/p[1]")).isEqualTo("Du 1ᵉʳ avril 2025 au 31 mars 2026, par mois.");
        assertThat(page.html()).doesNotContain("Key figures", "Undefined", "interval of", "sales rep");
    }

    @Test
    void stagesAreCountsAndRatiosAndNeverCalledRates() throws Exception {
        PageFile page = page("en", "--period", "2026-03");
        assertThat(page.all("//section[@id='funnel']//tbody/tr").stream().map(PageFile::text))
                .containsExactly(
                        "Prospecting calls3",
                        "Sales meetings20.672 / 3",
                        "Sales meetings held21.002 / 2",
                        "Proposals sent21.002 / 2",
                        "Contracts signed10.501 / 2");
        assertThat(page.text("//section[@id='funnel']"))
                .contains("is a ratio", "it is not a rate", "Of 2: 1 signed since");
    }

    @Test
    void groupsAreOwnersUnlessOthersAreAskedFor() throws Exception {
        assertThat(rows(page("en", "--period", "2026-03"))).containsExactly("alice", "bob", "(unassigned)");
        assertThat(rows(page("en", "--period", "2026-03", "--by", "region")))
                .containsExactly("EMEA", "APAC", "(unassigned)");
    }

    private static List<String> rows(PageFile page) {
        return page.all("//section[@id='groups']//div[contains(@class, 'sheets')]/div[1]//tbody/tr/th").stream()
                .map(PageFile::text)
                .toList();
    }

    @Test
    void groupsThatNobodyNamesAreNotMadeUp() throws Exception {
        SampleFolder.file(folder, "customers.csv", "id,since\nc1,2026-03-02\nc2,2026-03-02\nc3,2025-12-01\n");
        for (String file : new String[] {"calls", "meetings", "proposals", "contracts", "surveys"}) {
            java.nio.file.Files.delete(folder.resolve(file + ".csv"));
        }
        PageFile page = page("en", "--period", "2026-03");
        assertThat(page.text("//section[@id='groups']")).contains("there is nothing to tell apart");
        assertThat(page.all("//section[@id='groups']//table")).isEmpty();
    }

    @Test
    void groupsOfSeriesHaveAChartAndATableEach() throws Exception {
        PageFile page = page("en", "--period", "2026-Q1", "--by", "region", "--every", "month");
        assertThat(page.all("//section[@id='group-trends']//figure")).hasSize(3);
        assertThat(page.all("//section[@id='group-trends']//details//tbody/tr")).hasSize(9);
    }

    @Test
    void namesInTheDataAreTextAndNothingElse() throws Exception {
        SampleFolder.file(folder, "customers.csv", """
                id,since,owner,"<b>""region"" & 'x'"
                c1,2026-03-02,<script>alert(1)</script>,""\"><img src=x onerror=alert(1)>"
                c2,2026-03-05,a&b,y
                c3,2025-12-01,,y
                """);
        PageFile page = page("en", "--period", "2026-Q1", "--by", "<b>\"region\" & 'x'", "--every", "month");
        assertThat(page.all("//script | //img | //b")).isEmpty();
        assertThat(page.text("//section[@id='groups']"))
                .contains("\"><img src=x onerror=alert(1)>", "<b>\"region\" & 'x'");
        PageFile owners = page("en", "--period", "2026-03", "--where", "owner=<script>alert(1)</script>");
        assertThat(owners.all("//script")).isEmpty();
        assertThat(owners.text("//header")).contains("owner: <script>alert(1)</script>");
    }

    @Test
    void nothingComesFromElsewhereAndNothingRuns() throws Exception {
        PageFile page = page("en", "--period", "2026", "--by", "region", "--every", "month");
        assertThat(page.all("//script | //link | //img | //iframe | //@style | //*[@src]"))
                .isEmpty();
        assertThat(page.all("//*[@href]"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link.getAttribute("href")).startsWith("#"));
        String style = page.one("//style").getTextContent();
        assertThat(style).doesNotContain("url(", "@import");
        String digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.one("//meta[@http-equiv='Content-Security-Policy']").getAttribute("content"))
                .isEqualTo(
                        "default-src 'none'; style-src 'sha256-" + digest + "'; base-uri 'none'; form-action 'none'");
    }

    @Test
    void itsStructureCanBeFollowedWithoutSeeing() throws Exception {
        PageFile page = page("en", "--period", "2026", "--by", "region", "--every", "month");
        assertThat(page.all("//@id/..").stream().map(element -> element.getAttribute("id")))
                .doesNotHaveDuplicates();
        assertThat(page.all("//a"))
                .allSatisfy(link -> assertThat(
                                page.all("//*[@id='" + link.getAttribute("href").substring(1) + "']"))
                        .hasSize(1));
        int level = 0;
        for (Element heading : page.all("//h1 | //h2 | //h3 | //h4")) {
            int next = heading.getTagName().charAt(1) - '0';
            assertThat(next).isLessThanOrEqualTo(level + 1);
            level = next;
        }
        assertThat(page.all("//h1 | //main")).hasSize(2);
        assertThat(page.all("//*[local-name()='svg'][not(@aria-hidden)]"))
                .isNotEmpty()
                .allSatisfy(image -> {
                    assertThat(image.getAttribute("role")).isEqualTo("img");
                    String id = image.getAttribute("aria-labelledby");
                    assertThat(page.text("//title[@id='" + id + "']")).isNotBlank();
                    assertThat(page.text("//desc[@id='" + image.getAttribute("aria-describedby") + "']"))
                            .isNotBlank();
                });
        assertThat(page.all("//table"))
                .isNotEmpty()
                .allSatisfy(table -> assertThat(
                                table.getElementsByTagName("caption").getLength())
                        .isEqualTo(1));
        assertThat(page.all("//th"))
                .allSatisfy(cell -> assertThat(cell.getAttribute("scope")).isIn("col", "row"));
    }

    @Test
    void theSameQuestionMakesTheSameBytes() throws Exception {
        assertThat(page("en", "--period", "2026-03").html())
                .isEqualTo(page("en", "--period", "2026-03").html());
    }

    @Test
    void barsAndTablesShowTheSameNumberAsTheCards() throws Exception {
        PageFile page = page("en", "--period", "2026-03", "--where", "owner=alice", "--where", "owner=bob");
        assertThat(page.text("//article[@id='call-success-rate']/p[1]")).isEqualTo("50.0%");
        assertThat(page.text("//figure[.//*[@id='bars-call-success-rate-t']]")).contains("alice100.0%", "bob0.0%");
        assertThat(page.text("//figure[.//*[@id='bars-call-success-rate-t']]/figcaption"))
                .doesNotContain("of the decided");
    }

    @Test
    void aCardSaysHowItsNumberStandsToTheTarget() throws Exception {
        SampleFolder.file(folder, "targets.csv", "indicator,period,at_least,at_most\nrevenue,2026-03,3100,\n");
        assertThat(card(page("en", "--period", "2026-03"), SalesIndicators.REVENUE))
                .contains("Target at least €3,100.00, not yet met, 38.7% attained, €1,899.50 short")
                .contains("€2,113.64 expected by now, €913.14 behind, €271.36 needed on each working day left");
    }

    private static String card(PageFile page, Indicator<?> indicator) {
        return page.text("//article[@id='" + indicator.key() + "']");
    }

    private PageFile page(String lang, String... args) throws Exception {
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--lang";
        all[args.length + 1] = lang;
        return PageFile.of(folder, all);
    }

    @Test
    void aPageOfSomeIndicatorsShowsThoseAlone() throws Exception {
        PageFile page = page(
                "en",
                "--period",
                "2026-Q1",
                "--indicators",
                "churn-rate,calls",
                "--by",
                "region,owner",
                "--every",
                "month");
        assertThat(page.all("//article").stream()
                        .map(card -> card.getAttributes().getNamedItem("id").getNodeValue()))
                .containsExactlyInAnyOrder("calls", "churn-rate");
        assertThat(page.all("//section[@id='funnel']")).isEmpty();
        assertThat(page.all("//a[@href='#funnel']")).isEmpty();
        assertThat(page.all("//section[@id='definitions']//dt[@id]")).hasSize(2);
        // The words that those of churn are said in.
        assertThat(page.all("//section[@id='definitions']//dt[not(@id)]").stream()
                        .map(PageFile::text))
                .containsExactly("In force", "Open", "Rate of the decided", "95% interval");
        assertThat(page.text("//section[@id='groups']/h2")).isEqualTo("By region and owner");
        assertThat(page.text("//section[@id='groups']/h3"))
                .isEqualTo("All that was asked for, the largest first: Prospecting calls");
        assertThat(page.all("//section[@id='group-trends']//figure")).hasSize(4);
    }

    @Test
    void aPageOfOtherIndicatorsThanTheMainOnesDrawsThose() throws Exception {
        PageFile page = page("en", "--period", "2026-03", "--indicators", "proposals-per-meeting,deal-cycle");
        assertThat(page.all("//section[@id='trends']//figure")).hasSize(2);
        assertThat(page.all("//section[@id='groups']//figure")).hasSize(2);
    }
}
