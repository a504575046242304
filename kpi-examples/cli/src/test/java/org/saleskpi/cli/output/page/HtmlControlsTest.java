package org.saleskpi.cli.output.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.cli.Run;
import org.saleskpi.cli.SampleFolder;

/** The page with a script; what it does is seen in {@link HtmlReportInBrowserTest}. */
final class HtmlControlsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSample() {
        SampleFolder.write(folder);
    }

    @Test
    void itsOneScriptIsKnownByItsDigestAndNothingElseMayRun() throws Exception {
        PageFile page = page("--interactive", "--by", "region", "--every", "week");
        assertThat(page.all("//script")).hasSize(1);
        assertThat(page.all("//script/@* | //@style | //@*[starts-with(name(), 'on')] | //link | //iframe"))
                .isEmpty();
        String script = page.one("//script").getTextContent();
        assertThat(page.one("//meta[@http-equiv='Content-Security-Policy']").getAttribute("content"))
                .isEqualTo("default-src 'none'; script-src 'sha256-" + digest(script) + "'; style-src 'sha256-"
                        + digest(page.one("//style").getTextContent()) + "'; base-uri 'none'; form-action 'none'");
        assertThat(script).doesNotContain("fetch", "XMLHttpRequest", "http", "innerHTML", "eval", "import");
        assertThat(script.length()).isLessThan(10_000);
    }

    private static String digest(String text) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theSameQuestionMakesTheSameBytes() throws Exception {
        assertThat(page("--interactive").html()).isEqualTo(page("--interactive").html());
    }

    @Test
    void namesInTheDataAreNoProgram() throws Exception {
        SampleFolder.file(folder, "customers.csv", """
                id,since,owner,region
                c1,2026-03-02,alice,</script><script>alert(1)</script>
                c2,2026-03-05,alice,"\"" onclick=""alert(1)"
                c3,2025-12-01,bob,y
                """);
        PageFile page = page("--interactive", "--by", "region", "--every", "week");
        assertThat(page.all("//script")).hasSize(1);
        assertThat(page.all("//@onclick")).isEmpty();
        assertThat(page.text("//section[@id='groups']")).contains("</script><script>alert(1)</script>");
    }

    @Test
    void onlyAPageHasControls() {
        Run run = Run.of("report", "--data", folder.toString(), "--period", "2026-03", "--interactive");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("--interactive goes with --format html, not with text\n");
    }

    private PageFile page(String... args) throws Exception {
        List<String> all = new ArrayList<>(List.of("--period", "2026-03", "--lang", "en"));
        all.addAll(Arrays.asList(args));
        return PageFile.of(folder, all.toArray(String[]::new));
    }
}
