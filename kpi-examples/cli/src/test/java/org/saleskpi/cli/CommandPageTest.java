package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the examples of the pages about the command: what they print there is what they print. */
final class CommandPageTest {

    private static final Path ROOT =
            Path.of("").toAbsolutePath().resolve("../..").normalize();
    private static final Pattern EXAMPLE =
            Pattern.compile("```console\n\\$ kpi (?<command>(?:.*\\\\\n)*.*)\n(?<output>[^`]*)```");

    /** Stands in the page for the lines that it leaves out. */
    private static final String REST = "…\n";

    @TestFactory
    Stream<DynamicTest> examplesPrintWhatThePagesShow() throws IOException {
        return Stream.concat(examples("docs/kpi-command.md"), examples("docs/json.md"));
    }

    private static Stream<DynamicTest> examples(String file) throws IOException {
        String page = Files.readString(ROOT.resolve(file));
        Stream<MatchResult> examples = EXAMPLE.matcher(page).results();
        return examples.map(example -> DynamicTest.dynamicTest(example.group(1), () -> check(example)));
    }

    private static void check(MatchResult example) {
        String[] args = Arrays.stream(example.group(1).split("[\\s\\\\]+", -1))
                .map(arg -> arg.startsWith("kpi-examples/") ? ROOT.resolve(arg).toString() : arg)
                .toArray(String[]::new);
        String shown = example.group(2);
        Run run = Run.of(args);
        String printed = run.text().replace("\r\n", "\n").replace("\uFEFF", "");
        assertThat(run.complaints()).isEmpty();
        if (shown.endsWith(REST)) {
            assertThat(printed).startsWith(shown.substring(0, shown.length() - REST.length()));
        } else {
            assertThat(printed).isEqualTo(shown);
        }
    }
}
