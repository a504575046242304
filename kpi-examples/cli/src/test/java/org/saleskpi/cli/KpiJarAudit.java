package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What {@code kpi.jar} says of the libraries in it. The build runs it once the file is there; the libraries are found among those
 * of the class path by their classes.
 */
class KpiJarAudit {

    private static final Pattern LISTED = Pattern.compile("(?m)^([\\w.-]+:[\\w.-]+)  +(\\S.*)$");
    private static final Pattern LICENCE_FILE = Pattern.compile("META-INF/[^/]*LICEN[SC]E[^/]*");
    private static final Pattern NOTICE_FILE = Pattern.compile("META-INF/NOTICE[^/]*");
    private static final Pattern APACHE =
            Pattern.compile("Apache License Version 2\\.0, January 2004.*?limitations under the License\\.");

    private static Map<String, String> kpi;
    private static Map<Path, Map<String, String>> libraries;
    private static String thirdParty;
    private static Map<String, String> listed;

    @BeforeAll
    static void open() throws IOException {
        kpi = entries(Path.of("target", "kpi.jar"));
        libraries = new LinkedHashMap<>();
        for (String element : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(element);
            if (element.endsWith(".jar") && Files.isRegularFile(path)) {
                Map<String, String> entries = entries(path);
                if (entries.keySet().stream().noneMatch(name -> name.startsWith("org/saleskpi/"))
                        && areInside(entries.keySet())) {
                    libraries.put(path, entries);
                }
            }
        }
        thirdParty = kpi.getOrDefault("META-INF/THIRD-PARTY.txt", "");
        listed = new LinkedHashMap<>();
        LISTED.matcher(thirdParty).results().forEach(line -> listed.put(line.group(1), line.group(2)));
    }

    @Test
    void everyClassIsOursOrOfALibrary() {
        Set<String> strangers = kpi.keySet().stream()
                .filter(name -> name.endsWith(".class") && !name.startsWith("org/saleskpi/"))
                .collect(Collectors.toSet());
        libraries.values().forEach(entries -> strangers.removeAll(entries.keySet()));

        assertThat(strangers).isEmpty();
    }

    @Test
    void theListHasTheLibrariesThatAreInsideAndNoOthers() {
        assertThat(libraries).hasSizeGreaterThan(20);
        assertThat(libraries.keySet())
                .allSatisfy(library -> assertThat(listed.keySet()).anyMatch(name -> isOf(name, library)));
        assertThat(listed.keySet())
                .allSatisfy(name -> assertThat(libraries.keySet()).anyMatch(library -> isOf(name, library)));
    }

    @Test
    void theLicenceIsThatOfTheProject() throws IOException {
        assertThat(kpi.get("META-INF/LICENSE")).isEqualTo(Files.readString(Path.of("..", "..", "LICENSE")));
    }

    /** Of the licence of Apache one text is enough. */
    @Test
    void whatFilesOfLicencesSayIsKept() {
        libraries.forEach((library, entries) -> {
            entries.forEach((name, text) -> {
                if (LICENCE_FILE.matcher(name).matches() && !text.equals(kpi.get(name))) {
                    String rest = APACHE.matcher(words(text)).replaceFirst("").strip();
                    assertThat(words(thirdParty)).as("%s of %s", name, library).contains(rest);
                }
            });
        });
    }

    @Test
    void everyLicenceButThatOfApacheHasASectionWithItsHolder() {
        listed.forEach((name, licence) -> {
            if (!licence.equals("Apache-2.0")) {
                String rule = "={80}\\R";
                Pattern section = Pattern.compile("(?ms)^" + rule + "(?:\\S+\\R)*" + Pattern.quote(name)
                        + "\\R(?:\\S+\\R)*?" + rule + "(?:(?!^={80}$).)*Copyright \\S");
                assertThat(section.matcher(thirdParty).find())
                        .as("section of %s, %s", name, licence)
                        .isTrue();
            }
        });
    }

    @Test
    void everyNoticeIsKept() {
        String notices = words(kpi.getOrDefault("META-INF/NOTICE", ""));
        libraries.forEach((library, entries) -> {
            entries.forEach((name, text) -> {
                if (NOTICE_FILE.matcher(name).matches()) {
                    assertThat(text.lines().map(KpiJarAudit::words))
                            .as("%s of %s", name, library)
                            .allMatch(notices::contains);
                }
            });
        });
    }

    private static boolean areInside(Set<String> names) {
        return names.stream().anyMatch(name -> name.endsWith(".class") && kpi.containsKey(name));
    }

    /** Whether a jar of a local repository, group/artifact/version/file, is of a group and artifact. */
    private static boolean isOf(String coordinates, Path jar) {
        int colon = coordinates.indexOf(':');
        String artifact =
                "/" + coordinates.substring(0, colon).replace('.', '/') + "/" + coordinates.substring(colon + 1) + "/";
        return jar.toString().replace(File.separatorChar, '/').contains(artifact);
    }

    /** Names of files in a jar, without folders and module descriptions; with the texts of those beside the classes. */
    private static Map<String, String> entries(Path path) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (JarFile jar = new JarFile(path.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) jar.stream().map(ZipEntry.class::cast)::iterator) {
                String name = entry.getName();
                boolean read = name.startsWith("META-INF/") && name.indexOf('/', 9) < 0;
                if (!entry.isDirectory() && !name.endsWith("module-info.class")) {
                    entries.put(
                            name,
                            read ? new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8) : "");
                }
            }
        }
        return entries;
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
