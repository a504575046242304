package org.saleskpi.cli.output.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.cli.SampleFolder;
import org.saleskpi.output.page.Browser;

/** What a browser makes of the page. */
final class HtmlReportInBrowserTest {

    /** The button in the head of a column. */
    private static final String SORT_BY =
            "document.querySelector('#groups th a[href=\"#def-%s\"]').closest('th').querySelector('button')";

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path page;
    private static Path interactive;

    @BeforeAll
    static void openThePage() throws Exception {
        Optional<Path> program = Browser.program();
        assumeTrue(
                program.isPresent(),
                "no chromium, chromium-browser or google-chrome on the PATH: the page is not opened in a browser");
        Path data = Files.createDirectory(folder.resolve("data"));
        SampleFolder.write(data);
        page = folder.resolve("page.html");
        Files.writeString(
                page,
                PageFile.of(
                                data,
                                "--period",
                                "2026-Q1",
                                "--by",
                                "region",
                                "--every",
                                "month",
                                "--facts",
                                "--lang",
                                "en")
                        .html());
        interactive = folder.resolve("interactive.html");
        Files.writeString(
                interactive,
                PageFile.of(
                                Path.of("../sample/data"),
                                "--period",
                                "2026-Q1",
                                "--by",
                                "owner",
                                "--every",
                                "month",
                                "--zone",
                                "Europe/Paris",
                                "--currency",
                                "EUR",
                                "--interactive",
                                "--lang",
                                "en")
                        .html());
        // Not in the folder that is deleted: the browser may write its last words after it was told to stop.
        browser = Browser.start(program.get(), Files.createTempDirectory(Path.of("target"), "browser"));
        browser.screen(1280);
        browser.media("", "light");
        browser.open(page.toUri());
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.stop();
        }
    }

    @Test
    void theContentsAreThereWithTheirStyle() throws Exception {
        assertThat(browser.evaluate("document.querySelector('h1').innerText")).isEqualTo("Q1 2026");
        assertThat(browser.evaluate("document.querySelectorAll('article.card').length"))
                .isEqualTo("18");
        assertThat(browser.evaluate("getComputedStyle(document.querySelector('.cards')).display"))
                .isEqualTo("grid");
        assertThat(browser.evaluate(
                        "document.querySelector('#trends svg[role=img]').getBoundingClientRect().height > 100"))
                .isEqualTo("true");
    }

    @Test
    void nothingIsComplainedAboutAndNothingElseIsAskedFor() throws Exception {
        nothingIsComplainedAbout(page);
    }

    private static void nothingIsComplainedAbout(Path page) throws Exception {
        browser.open(page.toUri());
        assertThat(browser.events())
                .noneMatch(event -> event.contains("\"Runtime.consoleAPICalled\""))
                .noneMatch(event -> event.contains("\"Runtime.exceptionThrown\""))
                .noneMatch(event -> event.contains("\"Log.entryAdded\""))
                .filteredOn(event -> event.contains("\"Network.requestWillBeSent\""))
                .hasSize(1)
                .allMatch(event -> event.contains("\"url\":\"" + page.toUri() + "\""));
    }

    /** In French a dollar is {@code $US}: it must not stand on two lines. */
    @Test
    void noNumberOfACardBreaks() throws Exception {
        Path data = SampleFolder.write(Files.createDirectory(folder.resolve("dollars")));
        SampleFolder.file(data, "proposals.csv", "id,customer_id,sent_at,status\n");
        for (String amount : new String[] {"2343.22", "98012343.22", "1802345678.90"}) {
            SampleFolder.file(
                    data,
                    "contracts.csv",
                    "id,customer_id,signed_at,amount,currency\ns1,c1,2026-03-03," + amount + ",USD\n");
            Path dollars = folder.resolve("dollars.html");
            Files.writeString(
                    dollars,
                    PageFile.of(data, "--period", "2026-03", "--currency", "USD", "--lang", "fr")
                            .html());
            browser.open(dollars.toUri());
            for (int width : new int[] {320, 390, 600, 1280}) {
                browser.screen(width);
                assertThat(browser.evaluate("[...document.querySelectorAll('.card .value:not(.words)')].filter(value =>"
                                + " value.offsetHeight > 1.5 * parseFloat(getComputedStyle(value).lineHeight))"
                                + ".map(value => value.innerText).join()"))
                        .as(amount + " at " + width)
                        .isEmpty();
            }
        }
        browser.screen(1280);
    }

    @Test
    void nothingIsWiderThanThePhoneButTablesWithinTheirBoxes() throws Exception {
        for (int width : new int[] {320, 360, 390}) {
            browser.screen(width);
            assertThat(browser.evaluate("document.querySelectorAll('details').forEach(d => d.open = true);"
                            + " document.documentElement.scrollWidth"))
                    .isEqualTo(Integer.toString(width));
        }
        assertThat(browser.evaluate("[...document.querySelectorAll('.scroll')].every(box => box.tabIndex === 0)"))
                .isEqualTo("true");
        browser.screen(1280);
    }

    @Test
    void textInDrawingsIsNotCut() throws Exception {
        assertThat(browser.evaluate("""
                [...document.querySelectorAll('svg[role=img] text')].filter(text => {
                  const box = text.getBBox(), view = text.ownerSVGElement.viewBox.baseVal;
                  return box.x < -1 || box.x + box.width > view.width + 1 || box.y + box.height > view.height + 1;
                }).map(text => text.textContent).join(', ')""")).isEmpty();
    }

    @Test
    void aKeyOpensWhatIsBehindANumber() throws Exception {
        browser.open(page.toUri());
        String focused = "document.activeElement.tagName + ' ' + document.activeElement.closest('article')?.id";
        int tabs = 0;
        while (!browser.evaluate(focused).equals("SUMMARY revenue") && tabs++ < 20) {
            browser.press("Tab", 9, "");
        }
        assertThat(browser.evaluate(focused)).isEqualTo("SUMMARY revenue");
        assertThat(browser.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
        assertThat(browser.evaluate("document.activeElement.parentElement.open"))
                .isEqualTo("false");
        browser.press("Enter", 13, "\\r");
        assertThat(browser.evaluate("document.activeElement.parentElement.open"))
                .isEqualTo("true");
        assertThat(browser.evaluate("document.querySelector('#revenue details p').checkVisibility()"))
                .isEqualTo("true");
    }

    @Test
    void textStandsOutInLightAndDarkAndOnPaper() throws Exception {
        String contrasts = read("contrast.js");
        browser.media("", "light");
        String light = browser.evaluate("getComputedStyle(document.body).backgroundColor");
        assertThat(browser.evaluate(contrasts)).isEmpty();
        browser.media("", "dark");
        assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isNotEqualTo(light);
        assertThat(browser.evaluate(contrasts)).isEmpty();
        browser.media("print", "dark");
        assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(browser.evaluate(contrasts)).isEmpty();
        browser.media("", "light");
    }

    @Test
    void rowsAreSortedByAnyColumnInAllTables() throws Exception {
        browser.open(interactive.toUri());
        assertThat(names(1)).isEqualTo("david, alice, chloé, bruno, emma, (unassigned)");
        browser.evaluate(SORT_BY.formatted("win-rate") + ".focus(); 0");
        assertThat(browser.evaluate("document.activeElement.getAttribute('aria-label')"))
                .isEqualTo("Sort by Win rate");
        browser.press("Enter", 13, "\\r");
        // 100 %, 75 %, 50 % twice in the order before, 25 %, none.
        assertThat(names(1)).isEqualTo("bruno, chloé, alice, emma, david, (unassigned)");
        assertThat(names(3)).isEqualTo(names(1));
        assertThat(browser.evaluate("[...document.querySelectorAll('[aria-sort]')]"
                        + ".map(head => head.innerText.trim() + ' ' + head.ariaSort).join()"))
                .isEqualTo("Win rate descending");
        assertThat(browser.evaluate("document.querySelector('[role=status]').innerText"))
                .isEqualTo("All that was asked for, the largest first: Win rate");
        browser.press("Enter", 13, "\\r");
        // What is undefined is last in both directions.
        assertThat(names(2)).isEqualTo("david, alice, emma, chloé, bruno, (unassigned)");
        assertThat(browser.evaluate("document.querySelector('#groups h3.order').innerText"))
                .isEqualTo("All that was asked for, the smallest first: Win rate");
        browser.evaluate("document.querySelector('#groups .sheets th button').click(); 0");
        assertThat(names(2)).isEqualTo("(unassigned), alice, bruno, chloé, david, emma");
    }

    /** The names of the groups that are seen, in the order of a table. */
    private static String names(int table) throws Exception {
        return browser.evaluate("[...document.querySelectorAll('#groups .sheets > div:nth-child(" + table
                + ") tbody th')].filter(name => name.checkVisibility()).map(name => name.innerText).join(', ')");
    }

    @Test
    void groupsAreFilteredByPartOfTheirNames() throws Exception {
        browser.open(interactive.toUri());
        String status = "document.querySelector('[role=status]').innerText";
        browser.evaluate("document.getElementById('filter').focus(); 0");
        for (char key : "LOE".toCharArray()) {
            browser.press(String.valueOf(key), key, String.valueOf(key));
        }
        assertThat(names(1)).isEqualTo("chloé");
        assertThat(names(2)).isEqualTo("chloé");
        assertThat(browser.evaluate(status)).isEqualTo("Shown: 1 of 6. The total is that of all.");
        assertThat(browser.evaluate("[...document.querySelectorAll('#group-trends details, #group-trends figure')]"
                        + ".filter(part => part.checkVisibility()).length"))
                .isEqualTo("3"); // The chart, the table, and that of the total.
        assertThat(browser.evaluate("document.querySelector('#groups .sheets tfoot td').innerText"))
                .isEqualTo("€95,728.03");
        for (int i = 0; i < 3; i++) {
            browser.press("Backspace", 8, "");
        }
        assertThat(browser.evaluate(status)).isEqualTo("All 6 are shown.");
        assertThat(names(1)).isEqualTo("david, alice, chloé, bruno, emma, (unassigned)");
    }

    @Test
    void tablesShowThePeriodThatIsChosen() throws Exception {
        browser.open(interactive.toUri());
        String tables = "document.querySelector('#groups .sheets').innerHTML";
        assertThat(browser.evaluate("[...document.getElementById('period')].map(one => one.innerText).join()"))
                .isEqualTo("the whole period,January 2026,February 2026,March 2026");
        choose(3);
        assertThat(browser.evaluate("document.querySelector('#groups .sheets tfoot tr').innerText"))
                .isEqualTo("Total\\t€21,332.68\\t4\\t€5,333.17\\t2");
        assertThat(browser.evaluate("document.querySelector('#groups .sheets caption').innerText"))
                .isEqualTo("Results, March 2026");
        assertThat(browser.evaluate("[...document.querySelectorAll('#groups .sheets tbody tr')].every(row =>"
                        + " [...row.cells].slice(1).every((cell, i) => {"
                        + " const table = document.querySelector('#group-trends details[data-g=\"' + row.dataset.g + '\"] table');"
                        + " const key = row.closest('table').tHead.rows[0].cells[i + 1].querySelector('a').hash;"
                        + " const column = [...table.tHead.rows[0].cells].findIndex(head => head.querySelector('a')?.hash === key);"
                        + " return table.tBodies[0].rows[2].cells[column].textContent === cell.textContent; }))"))
                .isEqualTo("true");
        browser.evaluate(SORT_BY.formatted("revenue") + ".click(); 0");
        assertThat(names(1)).isEqualTo("david, emma, (unassigned), alice, chloé, bruno");
        choose(1);
        assertThat(
                        browser.evaluate(
                                "[...document.querySelectorAll('#groups .sheets > div:first-child tbody tr')]"
                                        + ".map(row => Number(row.cells[1].dataset.v)).every((v, i, all) => i === 0 || all[i - 1] >= v)"))
                .isEqualTo("true");
        choose(0);
        assertThat(browser.evaluate("document.querySelector('#groups .sheets tfoot tr').innerText"))
                .startsWith("Total\\t€95,728.03\\t17");
        browser.open(interactive.toUri());
        browser.evaluate("window.before = " + tables + "; 0");
        choose(2);
        choose(0);
        assertThat(browser.evaluate(tables + " === window.before")).isEqualTo("true");
    }

    private static void choose(int place) throws Exception {
        browser.evaluate("{ const period = document.getElementById('period'); period.selectedIndex = " + place
                + "; period.dispatchEvent(new Event('change')); } 0");
    }

    @Test
    void controlsAreForEverybody() throws Exception {
        nothingIsComplainedAbout(interactive);
        assertThat(browser.evaluate("[...document.querySelectorAll('.controls input, .controls select')]"
                        + ".every(control => control.labels.length === 1)"))
                .isEqualTo("true");
        assertThat(browser.evaluate("new Set([...document.querySelectorAll('#groups .sheets button')]"
                        + ".map(button => button.ariaLabel)).size"))
                .isEqualTo("19"); // The names, and eighteen indicators.
        assertThat(browser.evaluate("[...document.querySelectorAll('button, .controls input, .controls select')].every("
                        + "control => Math.min(control.offsetWidth, control.offsetHeight) >= 24)"))
                .isEqualTo("true");
        for (int width : new int[] {320, 390}) {
            browser.screen(width);
            assertThat(browser.evaluate("document.documentElement.scrollWidth")).isEqualTo(Integer.toString(width));
        }
        browser.screen(1280);
        for (String scheme : new String[] {"light", "dark"}) {
            browser.media("", scheme);
            assertThat(browser.evaluate(read("contrast.js"))).isEmpty();
        }
        browser.media("print", "light");
        assertThat(
                        browser.evaluate(
                                "[...document.querySelectorAll('.controls > *, .sort')].filter(part => part.checkVisibility()).length"))
                .isEqualTo("1"); // What is shown is said on paper too.
        browser.media("", "light");
    }

    @Test
    void withoutScriptsThePageIsAsItIsWithoutControls() throws Exception {
        browser.scripts(false);
        try {
            browser.open(interactive.toUri());
            assertThat(browser.evaluate("document.querySelectorAll('button, input, select').length"))
                    .isEqualTo("0");
            assertThat(names(1)).isEqualTo("david, alice, chloé, bruno, emma, (unassigned)");
        } finally {
            browser.scripts(true);
        }
    }

    private static String read(String name) throws Exception {
        try (InputStream script = HtmlReportInBrowserTest.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
