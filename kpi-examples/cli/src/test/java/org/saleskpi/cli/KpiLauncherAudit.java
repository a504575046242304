package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts {@code kpi.jar}. The build runs it once the file is there. */
class KpiLauncherAudit {

    @TempDir
    private Path folder;

    private Path cache;

    @BeforeEach
    void needsAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "Skipped: this needs a shell");
        cache = folder.resolve("cache");
    }

    private Run kpi(Path script, String... args) throws IOException, InterruptedException {
        return kpi(Path.of(System.getProperty("java.home")), script, args);
    }

    private Run kpi(Path java, Path script, String... args) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("/bin/sh", script.toString()));
        words.addAll(List.of(args));
        ProcessBuilder process =
                new ProcessBuilder(words).redirectError(folder.resolve("err").toFile());
        process.environment().put("XDG_CACHE_HOME", cache.toString());
        process.environment().put("JAVA_HOME", java.toString());
        process.environment().put("LC_ALL", "C.UTF-8");
        Process running = process.start();
        String out = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(running.waitFor(), out, Files.readString(folder.resolve("err")));
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(cache.resolve("saleskpi"))) {
            return files.toList();
        }
    }

    @Test
    void theFirstStartLeavesAnArchiveAndLaterOnesTakeIt() throws Exception {
        Path link =
                Files.createSymbolicLink(folder.resolve("kpi"), Path.of("kpi").toAbsolutePath());
        Path data = SampleFolder.write(Files.createDirectory(folder.resolve("data")));
        String[] args = {"report", "--data", data.toString(), "--period", "2026-03", "--lang", "en"};
        Files.createDirectories(cache.resolve("saleskpi"));
        Files.writeString(cache.resolve("saleskpi/kpi-123.jsa"), "of another version");
        Run first = kpi(link, args);
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).isEqualTo(Run.of(args).out());
        assertThat(archives()).hasSize(1).first().asString().endsWith(".jsa");
        List<Path> made = archives();
        Run second = kpi(link, args);
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(second.err()).isEqualTo(first.err());
        assertThat(archives()).isEqualTo(made);
        // What is no archive is no fault.
        Files.delete(made.get(0));
        Files.writeString(made.get(0), "broken");
        assertThat(kpi(link, "--version").out()).startsWith("kpi ");
        assertThat(kpi(link, "raport").exitCode()).isEqualTo(2);
    }

    @Test
    void withoutTheJarOrACacheItIsSaidOrDoneWithout() throws Exception {
        Path alone = Files.copy(Path.of("kpi"), folder.resolve("alone"), StandardCopyOption.COPY_ATTRIBUTES);
        Run run = kpi(alone);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("there is no kpi.jar in ").contains("mvn package makes it");
        Files.writeString(cache, "not a folder");
        assertThat(kpi(Path.of("kpi"), "--version").out()).startsWith("kpi ");
    }

    @Test
    void aJavaThatMakesNoArchiveIsAskedForOneOnce() throws Exception {
        Path script = Files.copy(Path.of("kpi"), folder.resolve("kpi"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(folder.resolve("kpi.jar"), "");
        Path java = Files.createDirectories(folder.resolve("small/bin")).resolve("java");
        Path asked = folder.resolve("asked");
        Files.writeString(
                java, "#!/bin/sh\necho \"$*\" >> " + asked + "\ncase \"$*\" in *Xshare:dump*) exit 1 ;; esac\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();

        assertThat(kpi(folder.resolve("small"), script, "check").exitCode()).isZero();
        assertThat(kpi(folder.resolve("small"), script, "check").exitCode()).isZero();

        assertThat(Files.readAllLines(asked))
                .filteredOn(line -> line.contains("-Xshare:dump"))
                .hasSize(1);
        assertThat(Files.readAllLines(asked))
                .filteredOn(line -> line.endsWith(" check"))
                .hasSize(2);
    }
}
