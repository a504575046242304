package org.saleskpi.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteLinksTest {

    @TempDir
    private Path site;

    @Test
    void linksLeadToFilesAndAnchors() throws IOException {
        write(
                "index.html",
                "<a href=\"docs/a.html#b\">a</a> <a href=\"https://x.org\">x</a> <img src=\"a%20b.png\" />"
                        + "<a href=\"#here\">h</a> <h1 id=\"here\">h</h1> <a href=\"api/x.html\">api</a>");
        write("docs/a.html", "<a id=\"b\"></a> <a href=\"../index.html\">back</a>");
        write("a b.png", "");
        write("api/x.html", "<a href=\"not-looked-at.html\">x</a>");

        assertThat(SiteLinks.broken(site)).isEmpty();
    }

    @Test
    void thoseThatLeadNowhereAreTold() throws IOException {
        write("index.html", "<a href=\"gone.html\">a</a> <a href=\"docs/a.html#c\">c</a> <a href=\"docs\">d</a>");
        write("docs/a.html", "<a id=\"b\"></a> <a href=\"../../index.html\">out</a> <a href=\"#nowhere\">n</a>");

        assertThat(SiteLinks.broken(site))
                .containsExactlyInAnyOrder(
                        Path.of("docs", "a.html") + ": ../../index.html",
                        Path.of("docs", "a.html") + ": #nowhere",
                        "index.html: gone.html",
                        "index.html: docs/a.html#c",
                        "index.html: docs");
        assertThatThrownBy(() -> SiteLinks.main(new String[] {site.toString()}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("index.html: gone.html");
    }

    @Test
    void aSiteWithoutPagesIsNoSite() {
        assertThatThrownBy(() -> SiteLinks.broken(site)).hasMessage("There are no pages in " + site);
    }

    private void write(String name, String text) throws IOException {
        Path file = site.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
