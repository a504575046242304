package org.saleskpi.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README shows the program of this module, and what it prints. */
class ReadmeTest {

    private static final String README = Snippets.read(Path.of("../../README.md"));

    @Test
    void showsTheProgram() {
        String program = Snippets.read(Path.of("src/main/java/org/saleskpi/quickstart/Quickstart.java"));

        assertThat(block("java"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(withoutIndent(program)).contains(withoutIndent(block)));
    }

    @Test
    void showsWhatTheProgramPrints() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream terminal = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            Quickstart.main(new String[0]);
        } finally {
            System.setOut(terminal);
        }

        assertThat(block("text")).first().isEqualTo(bytes.toString(StandardCharsets.UTF_8));
    }

    private static List<String> block(String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(README)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String withoutIndent(String code) {
        return code.replaceAll("(?m)^ +", "");
    }
}
