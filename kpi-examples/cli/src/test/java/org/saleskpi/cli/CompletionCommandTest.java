package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What shells complete: commands, options, and the values that options take. */
final class CompletionCommandTest {

    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    private Path folder;

    /** What a line is completed to, its last word being begun. */
    private static final Map<String, String> COMPLETIONS = Map.ofEntries(
            Map.entry("rep", "report"),
            Map.entry("report --as", "--as-of"),
            Map.entry("report --period last", "last-week last-month last-quarter last-year last-30d last-12-months"),
            Map.entry("report --format ", "text json csv xlsx parquet html"),
            Map.entry("funnel --format ", "text json csv"),
            Map.entry("check --format ", "text json"),
            Map.entry("report --every ", "day week month quarter year"),
            Map.entry("cohorts --every ", "week month quarter year"),
            Map.entry("report --lang ", "de en fr"),
            Map.entry("--lang f", "fr"),
            Map.entry("report --source zo", "zoho zoho-deals"),
            Map.entry("mapping hub", "hubspot"),
            Map.entry("report --indicators win-", "win-rate win-rate-by-amount"),
            Map.entry("facts churn", "churn-rate"),
            Map.entry("facts win-rate --only ", "hit miss open divisor"),
            Map.entry("cycle --lost com", "competing"),
            Map.entry("report --zone Europe/Pa", "Europe/Paris"),
            Map.entry("report --currency EU", "EUR"),
            Map.entry("report --data sal", "sales"),
            Map.entry("mapping --from sal", "sales"),
            Map.entry("init sal", "sales"));

    @Test
    void wordsAreCompletedInBash() throws Exception {
        assumeTrue(Files.isExecutable(BASH), "Skipped: this needs bash");
        Files.createDirectory(folder.resolve("sales"));
        List<String> lines = new ArrayList<>(COMPLETIONS.keySet());
        StringBuilder script = new StringBuilder(Run.of("completion").out());
        for (String line : lines) {
            List<String> words = new ArrayList<>(List.of(("kpi " + line).split(" ", -1)));
            script.append("COMP_WORDS=(");
            words.forEach(word -> script.append(" '").append(word).append("'"));
            script.append("); COMP_CWORD=").append(words.size() - 1).append("; COMPREPLY=()\n");
            script.append("_complete_kpi; IFS=' '; echo \"${COMPREPLY[*]}\"; unset IFS\n");
        }
        Path file = Files.writeString(folder.resolve("complete"), script);
        Process process = new ProcessBuilder(BASH.toString(), file.toString())
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD) // Outside of a completion, its options are refused.
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> completed = out.lines().map(String::strip).toList();
        assertThat(completed).hasSameSizeAs(lines);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(completed.get(i)).as(lines.get(i)).isEqualTo(COMPLETIONS.get(lines.get(i)));
        }
    }

    @Test
    void theScriptIsTheSameInAllLanguages() {
        assertThat(Run.of("completion", "--lang", "fr").out())
                .isEqualTo(Run.of("completion", "--lang", "en").out());
    }

    @Test
    void everyPeriodThatIsOfferedIsOne() {
        for (String word : Arguments.WORDS) {
            assertThat(Run.of("report", "--data", folder.toString(), "--period", word)
                            .err())
                    .as(word)
                    .doesNotContain("--period");
        }
    }
}
