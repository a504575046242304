package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saleskpi.cli.Terminal.Device;

class TerminalTest {

    private static Terminal terminal(Device device, Map<String, String> environment) {
        return new Terminal(() -> device, environment::get);
    }

    @Test
    void aTerminalIsWrittenInColour() {
        Terminal terminal = terminal(Device.TERMINAL, Map.of("TERM", "xterm-256color"));
        assertThat(terminal.isTerminal()).isTrue();
        assertThat(terminal.obeysEscapes()).isTrue();
        assertThat(terminal.isColoured()).isTrue();
    }

    @Test
    void whatIsNotATerminalIsWrittenPlainWhateverTheEnvironmentSays() {
        Terminal file = terminal(Device.OTHER, Map.of("TERM", "xterm-256color", "NO_COLOR", ""));
        assertThat(file.isTerminal()).isFalse();
        assertThat(file.obeysEscapes()).isFalse();
        assertThat(file.isColoured()).isFalse();
    }

    @Test
    void noColorTakesTheColoursButNotTheCursor() {
        Terminal terminal = terminal(Device.TERMINAL, Map.of("TERM", "xterm", "NO_COLOR", "0"));
        assertThat(terminal.isColoured()).isFalse();
        assertThat(terminal.obeysEscapes()).isTrue();
    }

    @Test
    void anEmptyNoColorIsAsIfItWereNotSet() {
        assertThat(terminal(Device.TERMINAL, Map.of("NO_COLOR", "")).isColoured())
                .isTrue();
    }

    @Test
    void aDumbTerminalIsATerminalThatIsWrittenPlain() {
        Terminal terminal = terminal(Device.TERMINAL, Map.of("TERM", "dumb"));
        assertThat(terminal.isTerminal()).isTrue();
        assertThat(terminal.obeysEscapes()).isFalse();
        assertThat(terminal.isColoured()).isFalse();
    }

    @Test
    void aConsoleThatDoesNotObeyEscapesIsATerminalThatIsWrittenPlain() {
        Terminal terminal = terminal(Device.PLAIN_TERMINAL, Map.of());
        assertThat(terminal.isTerminal()).isTrue();
        assertThat(terminal.obeysEscapes()).isFalse();
        assertThat(terminal.isColoured()).isFalse();
    }

    @Test
    void theWidthIsWhatTheEnvironmentSays() {
        assertThat(terminal(Device.TERMINAL, Map.of("COLUMNS", "132")).width()).isEqualTo(132);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-4", "wide", "99999999999"})
    void aWidthThatIsNoneIs80(String columns) {
        assertThat(terminal(Device.TERMINAL, Map.of("COLUMNS", columns)).width())
                .isEqualTo(80);
        assertThat(Terminal.NONE.width()).isEqualTo(80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/pts/0", "/dev/pts/17", "/dev/tty", "/dev/tty1", "/dev/ttyS0", "/dev/console"})
    void theseFilesOfLinuxAreTerminals(String file) {
        assertThat(OutputDevice.isTerminalFile(file)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pipe:[4711]", "socket:[4711]", "/dev/null", "/other/dev/pts/0", "/dev/pts/ptmx", "/other/kpi"})
    void theseAreNot(String file) {
        assertThat(OutputDevice.isTerminalFile(file)).isFalse();
    }

    /** What runs on the terminal that {@code script} makes: it writes what it is told into a file. */
    static final class Asking {

        private Asking() {}

        /** Asks about both outputs, in the ways of Linux and of other systems. */
        public static void main(String[] args) throws IOException {
            Files.writeString(
                    Path.of(args[0]),
                    Terminal.ofStandardOutput().isTerminal()
                            + " " + OutputDevice.STANDARD_OUTPUT.posixTerminal()
                            + " " + Terminal.ofStandardError().isTerminal()
                            + " " + OutputDevice.STANDARD_ERROR.posixTerminal());
        }
    }

    @TempDir
    Path folder;

    /** The answers about the standard output and the standard error on a real terminal, with some redirections. */
    private String onATerminal(String redirections) throws IOException, InterruptedException {
        Path script = Path.of("/usr/bin/script");
        assumeTrue(
                Files.isExecutable(script) && Files.exists(Path.of("/proc/self/fd/1")),
                "Skipped: this needs Linux and its command script, which makes terminals");
        Path answers = folder.resolve("answers");
        String command = String.join(
                " ",
                "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "'",
                "-cp '" + System.getProperty("java.class.path") + "'",
                Asking.class.getName().replace("$", "\\$"),
                "'" + answers + "'",
                redirections);
        Process process = new ProcessBuilder(List.of(script.toString(), "-qec", command, "/dev/null"))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return Files.readString(answers);
    }

    @Test
    void bothOutputsGoToTheTerminalTheyAreStartedOn() throws Exception {
        assertThat(onATerminal("< /dev/null")).isEqualTo("true TERMINAL true TERMINAL");
    }

    @Test
    void anOutputThatIsAPipeOrAFileIsNoTerminalAndTheOtherStillIs() throws Exception {
        assertThat(onATerminal("| cat")).isEqualTo("false OTHER true TERMINAL");
        assertThat(onATerminal("2> /dev/null")).isEqualTo("true TERMINAL false OTHER");
    }
}
