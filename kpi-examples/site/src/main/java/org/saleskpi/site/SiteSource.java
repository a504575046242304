package org.saleskpi.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lays out the Markdown of the project as the site plugin wants it: {@code SiteSource PROJECT SITE TARGET}.
 *
 * <p>Pages keep their places; the README is the front page. Links lead to pages, not to Markdown, and headings get the anchors
 * that they have where Markdown is shown. Other files that pages link come along; a linked folder becomes its README or a list of
 * what is in it.
 */
public final class SiteSource {

    private static final Pattern LINK = Pattern.compile("\\]\\((?![a-z]+:)([^)#\\s]+)(#[^)\\s]*)?\\)");
    private static final Pattern FENCE = Pattern.compile("^ *```");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.*)$");

    private final Path project;
    private final Path target;
    /** Files and folders that are linked and are no pages. */
    private final TreeSet<Path> linked = new TreeSet<>();

    private SiteSource(Path project, Path target) {
        this.project = project;
        this.target = target;
    }

    /**
     * Lays out the pages.
     *
     * @param arguments the root of the project, the folder with the description of the site, and where to write to
     * @throws IOException if files cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException(
                    "expected three arguments: the project, the site's folder and the target");
        }
        lay(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
    }

    /** Lays out the pages of a project beside the description of its site. */
    static void lay(Path project, Path site, Path target) throws IOException {
        SiteSource source = new SiteSource(project.toAbsolutePath().normalize(), target);
        for (Path file : files(site)) {
            copy(file, target.resolve(site.relativize(file).toString()));
        }
        for (Path page : source.pages()) {
            source.write(page, source.page(page));
        }
        for (Path other : List.copyOf(source.linked)) {
            if (Files.isDirectory(other)) {
                source.list(other);
            } else {
                copy(other, source.resource(other));
            }
        }
    }

    /** The README, the pages of {@code docs}, and the READMEs of the modules. */
    private List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        pages.add(project.resolve("README.md"));
        for (Path file : files(project.resolve("docs"))) {
            if (file.toString().endsWith(".md")) {
                pages.add(file);
            }
        }
        try (Stream<Path> modules = Files.list(project.resolve("kpi-examples"))) {
            modules.map(module -> module.resolve("README.md"))
                    .filter(Files::exists)
                    .sorted()
                    .forEach(pages::add);
        }
        return pages;
    }

    private String page(Path page) throws IOException {
        StringBuilder text = new StringBuilder();
        Headings headings = new Headings();
        boolean isCode = false;
        for (String line : Files.readAllLines(page)) {
            if (FENCE.matcher(line).find()) {
                isCode = !isCode;
            } else if (!isCode) {
                Matcher heading = HEADING.matcher(line);
                if (heading.matches()) {
                    String anchor = headings.anchor(heading.group(1));
                    // The site plugin makes an anchor of the heading as it stands.
                    if (!anchor.equals(heading.group(1))) {
                        text.append("<a id=\"").append(anchor).append("\"></a>\n\n");
                    }
                }
                line = LINK.matcher(line)
                        .replaceAll(link -> "](" + destination(page, link.group(1))
                                + (link.group(2) == null ? "" : link.group(2)) + ")");
            }
            text.append(line).append('\n');
        }
        return text.toString();
    }

    /** What a link from a page to a file or folder becomes, told from the place of the page. */
    private String destination(Path page, String link) {
        Path from = page.resolveSibling("").normalize();
        Path to = from.resolve(link).normalize();
        if (!Files.exists(to)) {
            throw new IllegalStateException(project.relativize(page) + " links " + link + ", which is not there");
        }
        if (to.equals(project.resolve("README.md"))) {
            return relative(from, project.resolve("index.html"));
        }
        if (to.toString().endsWith(".md")) {
            return html(link);
        }
        if (Files.isDirectory(to) && Files.exists(to.resolve("README.md"))) {
            return relative(from, to.resolve("README.html"));
        }
        linked.add(to);
        return Files.isDirectory(to) ? relative(from, to.resolve("index.html")) : link;
    }

    private static String html(String page) {
        return page.replaceFirst("\\.md$", ".html");
    }

    private static String relative(Path from, Path to) {
        return from.relativize(to).toString().replace('\\', '/');
    }

    private void list(Path folder) throws IOException {
        StringBuilder text =
                new StringBuilder("# " + project.relativize(folder).toString().replace('\\', '/') + "\n\n");
        for (Path file : files(folder)) {
            String name = relative(folder, file);
            text.append("- [").append(name.endsWith(".md") ? title(file) : name);
            text.append("](").append(html(name)).append(")\n");
            if (!name.endsWith(".md")) {
                copy(file, resource(file));
            }
        }
        write(folder.resolve("index.md"), text.toString());
    }

    private static String title(Path page) throws IOException {
        return page.getFileName().toString().replaceFirst("\\D.*", "") + " "
                + Files.readAllLines(page).get(0).replaceFirst("^#+ *", "");
    }

    private void write(Path page, String text) throws IOException {
        Path place = project.relativize(page);
        Path written =
                target.resolve("markdown").resolve(place.equals(Path.of("README.md")) ? "index.md" : place.toString());
        Files.createDirectories(written.getParent());
        Files.writeString(written, text);
    }

    private Path resource(Path file) {
        return target.resolve("resources").resolve(project.relativize(file).toString());
    }

    private static void copy(Path file, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.write(to, Files.readAllBytes(file));
    }

    /** The files of a folder and those below, but for what a build makes. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).startsWith("target"))
                    .sorted()
                    .toList();
        }
    }
}
