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

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path page;

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
        browser.open(page.toUri());
        assertThat(browser.events())
                .noneMatch(event -> event.contains("\"Runtime.consoleAPICalled\""))
                .noneMatch(event -> event.contains("\"Runtime.exceptionThrown\""))
                .noneMatch(event -> event.contains("\"Log.entryAdded\""))
                .filteredOn(event -> event.contains("\"Network.requestWillBeSent\""))
                .hasSize(1)
                .allMatch(event -> event.contains("\"url\":\"" + page.toUri() + "\""));
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

    private static String read(String name) throws Exception {
        try (InputStream script = HtmlReportInBrowserTest.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
