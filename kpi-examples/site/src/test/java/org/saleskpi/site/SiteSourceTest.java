package org.saleskpi.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteSourceTest {

    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void makeAProject() throws IOException {
        project = folder.resolve("project");
        write("README.md", "# It");
        write("kpi-examples/tool/README.md", "# Tool");
        write("site/site.xml", "<site/>");
    }

    @Test
    void pagesKeepTheirPlacesAndTheReadmeIsTheFrontPage() throws IOException {
        write("docs/guide.md", "[back](../README.md), [tool](../kpi-examples/tool), [more](crm/a.b.md#what-it-is)");
        write("docs/crm/a.b.md", "[guide](../guide.md) and [elsewhere](https://example.org/x.md)");
        lay();

        assertThat(laid("markdown/index.md")).isEqualTo("<a id=\"it\"></a>\n\n# It\n");
        assertThat(laid("markdown/docs/guide.md"))
                .isEqualTo("[back](../index.html), [tool](../kpi-examples/tool/README.html),"
                        + " [more](crm/a.b.html#what-it-is)\n");
        assertThat(laid("markdown/docs/crm/a.b.md"))
                .isEqualTo("[guide](../guide.html) and [elsewhere](https://example.org/x.md)\n");
        assertThat(laid("site.xml")).isEqualTo("<site/>");
    }

    @Test
    void codeStaysAsItIs() throws IOException {
        String code = "```sh\n# no heading\n[no](link.md)\n```\n";
        write("docs/guide.md", code);
        lay();

        assertThat(laid("markdown/docs/guide.md")).isEqualTo(code);
    }

    @Test
    void filesThatAreLinkedComeAlongAndFoldersAreListed() throws IOException {
        write("docs/guide.md", "[licence](../LICENSE), [why](decisions)");
        write("LICENSE", "free");
        write("docs/decisions/0001-a.md", "# We decided");
        write("docs/decisions/data.csv", "1");
        write("docs/decisions/target/built.jar", "1");
        lay();

        assertThat(laid("markdown/docs/guide.md")).isEqualTo("[licence](../LICENSE), [why](decisions/index.html)\n");
        assertThat(laid("resources/LICENSE")).isEqualTo("free");
        assertThat(laid("markdown/docs/decisions/index.md"))
                .isEqualTo("# docs/decisions\n\n- [0001 We decided](0001-a.html)\n- [data.csv](data.csv)\n");
        assertThat(laid("resources/docs/decisions/data.csv")).isEqualTo("1");
    }

    @Test
    void aLinkToNothingFails() throws IOException {
        write("docs/guide.md", "[gone](gone.md)");

        assertThatThrownBy(this::lay).hasMessage(Path.of("docs", "guide.md") + " links gone.md, which is not there");
    }

    @Test
    void headingsAreNamedAsWhereMarkdownIsShown() {
        Headings headings = new Headings();

        assertThat(headings.anchor("What `kpi` is, and isn't")).isEqualTo("what-kpi-is-and-isnt");
        assertThat(headings.anchor("[A link](there.md) — Été")).isEqualTo("a-link--été");
        assertThat(headings.anchor("Twice")).isEqualTo("twice");
        assertThat(headings.anchor("Twice")).isEqualTo("twice-1");
    }

    /** A page that is not in the menu is found by links alone. */
    @Test
    void everyPageOfTheProjectIsInTheMenu() throws IOException {
        Path docs = Path.of("../../docs");
        String menu = Files.readString(Path.of("src/site/site.xml"));

        try (Stream<Path> pages = Files.walk(docs)) {
            assertThat(pages.filter(page -> page.toString().endsWith(".md"))
                            .filter(page -> !page.getParent().endsWith("decisions"))
                            .map(page -> docs.relativize(page).toString().replace('\\', '/'))
                            .map(page -> "\"docs/" + page.replaceFirst("md$", "html") + "\""))
                    .hasSizeGreaterThan(20)
                    .allSatisfy(page -> assertThat(menu).contains(page));
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void lay() throws IOException {
        SiteSource.lay(project, project.resolve("site"), folder.resolve("laid"));
    }

    private String laid(String name) throws IOException {
        return Files.readString(folder.resolve("laid").resolve(name));
    }
}
