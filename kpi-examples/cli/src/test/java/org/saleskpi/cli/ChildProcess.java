package org.saleskpi.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command in a process of its own, where signals and limits of the operating system can be tried. */
final class ChildProcess {

    private ChildProcess() {}

    /** The words that start the command, with options of Java before those of the command. */
    static List<String> words(List<String> java, String... args) {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        words.addAll(java);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        words.addAll(List.of(args));
        return words;
    }

    /** Starts a process, whose standard output goes nowhere. */
    static Process start(List<String> words) throws IOException {
        return new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Runs a process to its end. */
    static Run run(List<String> words) throws IOException, InterruptedException {
        Process process = start(words);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("does not end: " + words);
        }
        return new Run(process.exitValue(), "", err);
    }
}
