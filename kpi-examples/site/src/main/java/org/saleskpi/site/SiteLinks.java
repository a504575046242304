package org.saleskpi.site;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds that the links of a site lead somewhere: {@code SiteLinks FOLDER}. Links that leave the site are not followed, and the
 * pages of the Javadoc, in {@code api}, are places to go to only: they are held by the tool that makes them.
 */
public final class SiteLinks {

    private static final Pattern LINK = Pattern.compile("\\s(?:href|src)=\"([^\"]*)\"");
    private static final Pattern ANCHOR = Pattern.compile("\\s(?:id|name)=\"([^\"]*)\"");

    private final Path site;
    private final Map<Path, Set<String>> anchors = new HashMap<>();

    private SiteLinks(Path site) {
        this.site = site.toAbsolutePath().normalize();
    }

    /**
     * Looks at all pages, and fails if a link leads nowhere.
     *
     * @param arguments the folder of the site
     * @throws IOException if pages cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("expected one argument, the folder of the site");
        }
        List<String> broken = broken(Path.of(arguments[0]));
        if (!broken.isEmpty()) {
            throw new IllegalStateException("Links that lead nowhere:\n" + String.join("\n", broken));
        }
    }

    /** The links that lead nowhere, each with its page. */
    static List<String> broken(Path folder) throws IOException {
        SiteLinks links = new SiteLinks(folder);
        List<Path> pages;
        try (Stream<Path> files = Files.walk(links.site)) {
            pages = files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.startsWith(links.site.resolve("api")))
                    .sorted()
                    .toList();
        }
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("There are no pages in " + folder);
        }
        List<String> broken = new ArrayList<>();
        for (Path page : pages) {
            for (String link : found(LINK, page)) {
                if (!links.leadsSomewhere(page, link)) {
                    broken.add(links.site.relativize(page) + ": " + link);
                }
            }
        }
        return broken;
    }

    private boolean leadsSomewhere(Path page, String link) throws IOException {
        if (link.isEmpty() || link.matches("[a-z]+:.*|//.*")) {
            return !link.isEmpty();
        }
        String[] parts = link.split("#", 2);
        Path to = page.resolveSibling(URLDecoder.decode(parts[0].replaceFirst("\\?.*", ""), StandardCharsets.UTF_8))
                .normalize();
        if (parts[0].isEmpty()) {
            to = page;
        }
        if (!to.startsWith(site) || !Files.isRegularFile(to)) {
            return false;
        }
        return parts.length == 1
                || parts[1].isEmpty()
                || anchors(to).contains(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }

    private Set<String> anchors(Path page) throws IOException {
        Set<String> known = anchors.get(page);
        if (known == null) {
            known = found(ANCHOR, page);
            anchors.put(page, known);
        }
        return known;
    }

    private static Set<String> found(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page))
                .results()
                .map(match -> match.group(1).replace("&amp;", "&"))
                .collect(Collectors.toSet());
    }
}
