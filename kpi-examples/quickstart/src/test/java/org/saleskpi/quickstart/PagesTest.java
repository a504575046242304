package org.saleskpi.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The README shows the program of this module and what it prints; the guide and the how-to show what works. */
class PagesTest {

    private static final Path DOCS = Path.of("../../docs");
    private static final String README = Snippets.read(Path.of("../../README.md"));

    @Test
    void showsTheProgram() {
        String program = Snippets.read(Path.of("src/main/java/org/saleskpi/quickstart/Quickstart.java"));

        assertThat(blocks(README, "java"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(withoutIndent(program)).contains(withoutIndent(block)));
    }

    @TestFactory
    Stream<DynamicTest> theExamplesOfThePagesCompileAndRun(@TempDir Path folder) {
        return Stream.of(
                        "guide.md",
                        "howto.md",
                        "analysis.md",
                        "byte-form.md",
                        "embedding.md",
                        "indicators.md",
                        "scaling.md",
                        "tenants.md",
                        "../kpi-examples/intake/README.md",
                        "../kpi-examples/jackson/README.md",
                        "../kpi-examples/output/README.md",
                        "../kpi-examples/workbook/README.md")
                .flatMap(page -> {
                    List<String> examples = blocks(Snippets.read(DOCS.resolve(page)), "java");
                    assertThat(examples).as(page).isNotEmpty();
                    return examples.stream()
                            .map(example -> DynamicTest.dynamicTest(
                                    page + ": " + firstStatement(example), () -> Snippets.run(example, folder)));
                });
    }

    @Test
    void everyQuestionOfTheHowToHasAnExampleAndStandsInItsList() {
        String[] sections = Snippets.read(DOCS.resolve("howto.md")).split("\n## ");

        assertThat(sections).hasSizeGreaterThan(15);
        for (String section : List.of(sections).subList(1, sections.length)) {
            String title = section.lines().findFirst().orElseThrow();
            assertThat(blocks(section, "java")).as(title).isNotEmpty();
            assertThat(sections[0])
                    .contains(
                            "[" + title + "](#" + title.toLowerCase(Locale.ROOT).replace(' ', '-') + ")");
        }
    }

    @Test
    void showsWhatTheProgramPrints() throws Exception {
        String printed = Snippets.printed(() -> {
            Quickstart.main(new String[0]);
            return null;
        });

        assertThat(blocks(README, "text")).first().isEqualTo(printed);
    }

    private static String firstStatement(String example) {
        return example.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("import "))
                .findFirst()
                .orElse("");
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
