package org.saleskpi.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README shows the program of this module and what it prints; the guide shows what works. */
class PagesTest {

    private static final String README = Snippets.read(Path.of("../../README.md"));

    @Test
    void showsTheProgram() {
        String program = Snippets.read(Path.of("src/main/java/org/saleskpi/quickstart/Quickstart.java"));

        assertThat(blocks(README, "java"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(withoutIndent(program)).contains(withoutIndent(block)));
    }

    @Test
    void theExamplesOfTheGuideCompileAndRun(@TempDir Path folder) throws Exception {
        List<String> examples = blocks(Snippets.read(Path.of("../../docs/guide.md")), "java");

        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            Snippets.run(example, folder);
        }
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

        assertThat(blocks(README, "text")).first().isEqualTo(bytes.toString(StandardCharsets.UTF_8));
    }

    private static List<String> blocks(String page, String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String withoutIndent(String code) {
        return code.replaceAll("(?m)^ +", "");
    }
}
