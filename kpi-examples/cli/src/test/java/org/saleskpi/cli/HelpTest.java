package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saleskpi.output.wording.DisplayText;

/** Every command says in English and in French what it does, and what each of its options is for. */
final class HelpTest {

    private static final Pattern COMMAND = Pattern.compile("^  ([a-z]+) ", Pattern.MULTILINE);

    /** An option or parameter whose line ends where its description should begin. */
    private static final Pattern UNDESCRIBED = Pattern.compile("^ {2,8}(?:-[a-zA-Z], )?(?:--[a-z-]+\\S*|\\p{Lu}+) *$");

    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("org.saleskpi.cli.Help", Locale.ROOT);

    private static Set<String> commands() {
        return COMMAND.matcher(Run.of().out())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void thereAreHelpPagesOfAllCommands() {
        assertThat(commands())
                .containsExactlyInAnyOrder(
                        "init",
                        "help",
                        "mapping",
                        "report",
                        "funnel",
                        "cycle",
                        "cohorts",
                        "check",
                        "findings",
                        "explain",
                        "facts",
                        "catalogue",
                        "completion",
                        "man");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everyPageFitsATerminalAndDescribesEverything(String language) {
        for (String command : commands()) {
            Run run = Run.of(command, "--help", "--lang", language);
            assertThat(run.exitCode()).isZero();
            List<String> lines = run.out().lines().toList();
            assertThat(lines).as(command).allMatch(line -> DisplayText.width(line) <= 80);
            assertThat(lines).as(command).noneMatch(line -> line.contains("${") || line.contains("%n"));
            for (int i = 0; i + 1 < lines.size(); i++) {
                if (UNDESCRIBED.matcher(lines.get(i)).matches()) {
                    assertThat(lines.get(i + 1)).as(command + lines.get(i)).startsWith(" ".repeat(20));
                }
            }
        }
    }

    @Test
    void nothingOfAPageIsLeftInEnglish() {
        Set<String> texts = ENGLISH.keySet().stream()
                .map(ENGLISH::getString)
                .map(text -> text.substring(0, Math.min(30, text.length())).strip())
                .filter(text -> text.contains(" "))
                .collect(Collectors.toSet());
        for (String command : commands()) {
            String page = Run.of(command, "--help", "--lang", "fr").out().replaceAll("\\s+", " ");
            assertThat(texts).as(command).noneMatch(page::contains);
            assertThat(page)
                    .as(command)
                    .contains("Utilisation")
                    .doesNotContain("Show", "Print", "Display")
                    .doesNotContainPattern("\\b(DIR|FILE|NAME|KEYS?|COUNT|TEXT|UNIT|ZONE|PERIOD|COLOUR|COMMAND)\\b");
        }
    }

    @Test
    void everyTextIsOnSomePage() {
        StringBuilder pages = new StringBuilder(Run.of("--lang", "en").out());
        commands()
                .forEach(command ->
                        pages.append(Run.of(command, "--help", "--lang", "en").out()));
        String all = pages.toString().replaceAll("\\s+", "");
        assertThat(ENGLISH.keySet())
                .allSatisfy(key -> assertThat(all)
                        .as(key)
                        .contains(ENGLISH.getString(key).replace("%n", "").replaceAll("\\s+", "")));
    }

    @Test
    void thePageOfTheManualIsInTheLanguageToo() {
        assertThat(Run.of("--lang", "fr").text()).contains("[COMMANDE]");
        assertThat(Run.of("help", "help", "--lang", "fr").text()).contains("[COMMANDE]");
        assertThat(Run.of("man", "--lang", "fr").text())
                .contains(".SH COMMANDES", ".SS Codes de retour", "la réponse est écrite", ".SS Exemples")
                .doesNotContain("${", "Exit codes", "The folder", "DIR", "FILE");
    }
}
