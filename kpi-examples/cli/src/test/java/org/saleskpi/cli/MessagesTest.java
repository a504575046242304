package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command speaks English and French, and has no sentence beside its bundles. */
final class MessagesTest {

    private static final List<String> BUNDLES = List.of("org.saleskpi.cli.Messages", "org.saleskpi.cli.Help");

    private static final Path SOURCES = Path.of("src/main/java/org/saleskpi/cli");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?::[^}]*)?}");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?<![:\"])//[^\n]*", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

    /** Three words of small letters: a sentence, and no name of anything. */
    private static final Pattern SENTENCE = Pattern.compile("(?<![-\\w])[a-z']{2,} [a-z']{2,} [a-z']{2,}(?![-\\w])");

    /** Examples of command lines, and what nobody reads. */
    private static final Pattern NO_MESSAGE = Pattern.compile(" *kpi [a-z]+ .*|Nobody reads the output|leave no trace|"
            + ".*\\(is being closed\\|has been ended\\)|Unknown subcommand .*|\\(has no exchange rate .*");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"org.saleskpi.cli.Messages", "org.saleskpi.cli.Help"})
    void bothLanguagesHaveTheSameTextsWithTheSamePlaces(String bundle) {
        ResourceBundle english = ResourceBundle.getBundle(bundle, Locale.ROOT);
        ResourceBundle french = ResourceBundle.getBundle(bundle, Locale.FRENCH);
        assertThat(french.getLocale()).isEqualTo(Locale.FRENCH);
        assertThat(french.keySet()).isEqualTo(english.keySet());
        assertThat(english.keySet())
                .allSatisfy(key ->
                        assertThat(places(french.getString(key))).as(key).isEqualTo(places(english.getString(key))));
        assertThat(french.keySet())
                .allSatisfy(key -> assertThat(french.getString(key))
                        .as(key)
                        .doesNotContain("'")
                        .doesNotContainPattern("[ \u00A0][:;!?]( |$)")
                        .doesNotContainPattern("« | »"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Messages", "Messages_fr", "Help", "Help_fr"})
    void noKeyStandsTwiceInAFile(String name) throws IOException {
        Path file = Path.of("src/main/resources/org/saleskpi/cli", name + ".properties");
        try (Stream<String> lines = Files.lines(file)) {
            assertThat(lines.filter(line -> line.contains(" = ")).map(line -> line.substring(0, line.indexOf(" = "))))
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map((MatchResult place) -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyMessageIsAskedForAndEveryOneAskedForIsThere() throws IOException {
        Set<String> literals = literals();
        Set<String> keys = ResourceBundle.getBundle(BUNDLES.get(0), Locale.ROOT).keySet();
        assertThat(literals).containsAll(keys);
        // Whatever looks like a key is one.
        assertThat(literals)
                .filteredOn(literal -> keys.stream()
                        .anyMatch(key -> key.contains(".")
                                && literal.startsWith(key.substring(0, key.indexOf('.') + 1))
                                && !literal.contains(" ")))
                .filteredOn(literal -> !literal.equals("kpi.yaml"))
                .isSubsetOf(keys);
    }

    @Test
    void noSentenceStandsInTheCode() throws IOException {
        ResourceBundle phrases = ResourceBundle.getBundle("org.saleskpi.output.wording.Phrases", Locale.ROOT);
        Set<String> translated =
                phrases.keySet().stream().map(phrases::getString).collect(Collectors.toSet());
        assertThat(literals())
                .filteredOn(literal -> SENTENCE.matcher(literal).find())
                .allMatch(literal -> translated.contains(literal)
                        || NO_MESSAGE.matcher(literal).matches());
    }

    private static Set<String> literals() throws IOException {
        Set<String> literals = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
                LITERAL.matcher(code).results().map(found -> found.group(1)).forEach(literals::add);
            }
        }
        return literals;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    report --period 2026 | Il n’y a pas de données : donnez --data, ou lancez kpi là où il y a un kpi.yaml
                    report --data . --period 2026-13 | --period « 2026-13 » n’est pas une période ; il faut un jour
                    report --data . --period 2026 --every mont | --every « mont » est inconnu ; il faut l’un de day, week, month, quarter, year ; vouliez-vous dire month ?
                    report --data . --period 2026 --format html --format csv | Il y a 2 --format et 0 --out ; il en faut
                    report --data . --period 2026 --calendar fiscal:JUI | --calendar « fiscal:JUI » n’est pas un calendrier : aucun mois ne s’appelle JUI
                    report --dat . | Option inconnue : « --dat »
                    report --data . --period 2026 nonsense | Argument en trop : « nonsense »
                    report --data . --period 2026 --format html --accent vert | --accent « vert » n’est pas une couleur comme #0b6e4f
                    repot | Argument en trop : « repot »
                    facts --data . | CLÉ manque
                    facts calls --data | --data n’a pas de valeur, il en faut une : DOSSIER
                    report --data . --data . | --data est là deux fois, une seule est attendue
                    report --data . --period 2026 --lenient=maybe | --lenient ne prend pas de valeur, mais reçoit « maybe »
                    help nonsense | nonsense n’est pas une commande
                    help repport | repport n’est pas une commande ; vouliez-vous dire report ?
                    facts revenu --data . --period 2026 | CLÉ « revenu » n’est pas la clé d’un indicateur ; il en faut une comme revenue ; kpi catalogue liste les clés
                    """)
    void aBadLineIsAnsweredInFrench(String line, String answer) {
        Run run = Run.of((line + " --lang fr").split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        List<String> said = plain(run).lines().toList();
        assertThat(said.get(0)).startsWith(answer);
        assertThat(said.get(said.size() - 1)).matches("Voir « kpi( [a-z]+)? --help »\\.");
    }

    @Test
    void theLanguageIsKnownBeforeTheLineIsRead() {
        assertThat(plain(Run.of("--lang", "fr", "report", "--dat"))).startsWith("Option inconnue : « --dat »");
        assertThat(plain(Run.of("report", "--dat", "--lang=fr"))).startsWith("Option inconnue : « --dat »");
        assertThat(Run.of("report", "--dat", "--lang", "de").err()).startsWith("Unknown option: '--dat'");
        assertThat(Run.of("report", "--dat", "--lang", "xx").err()).startsWith("Unknown option: '--dat'");
        for (String command : List.of("mapping", "completion", "man", "catalogue")) {
            Run run = Run.of(command, "--lang", "xx");
            assertThat(run.exitCode()).as(command).isEqualTo(2);
            assertThat(run.err()).startsWith("--lang \"xx\" is unknown, expected one of de, en, fr");
        }
    }

    @Test
    void theFileOfSettingsNamesTheLanguageOfMessagesToo() throws IOException {
        Files.writeString(folder.resolve("kpi.yaml"), "lang: fr\n");
        Run run = Run.of("report", "--data", folder.toString());
        assertThat(plain(run).lines())
                .containsExactly(
                        folder.resolve("kpi.yaml") + " : fixe lang",
                        "Il n’y a pas de période : donnez --period, ou --from et --to",
                        "Voir « kpi report --help ».");
    }

    @Test
    void problemsKeepTheirFormAndAreToldInFrench() throws IOException {
        Files.writeString(folder.resolve("customers.csv"), "id,since\nc-1,2026-01-01\n");
        Files.writeString(
                folder.resolve("calls.csv"),
                "id,customer_id,at,outcome\nk-1,c-9,2026-01-01,\nk-2,c-1,2026-01-01,BUSY\n");
        Run strict = Run.of("report", "--data", folder.toString(), "--period", "2026", "--lang", "fr");
        assertThat(strict.exitCode()).isEqualTo(1);
        assertThat(plain(strict).lines())
                .contains(
                        "calls.csv:2: k-1: customer_id: c-9: est inconnu ; il faut l’identifiant d’un client",
                        "calls.csv:3: k-2: outcome: BUSY: est inconnu ; il faut l’un de NO_ANSWER, REFUSED, CALL_BACK,"
                                + " DISCUSSION, MEETING_BOOKED");
        Files.writeString(
                folder.resolve("contracts.csv"),
                "id,customer_id,signed_at,amount,currency\ns-1,c-1,2026-02-01,5,USD\ns-2,c-1,2026-02-01,5,USD\n");
        Run rates =
                Run.of("report", "--data", folder.toString(), "--period", "2026", "--currency", "EUR", "--lang", "fr");
        assertThat(plain(rates).lines())
                .contains("contracts.csv:2: s-1: amount: USD 5.00: n’a pas de cours de change USD/EUR le 2026-02-01 ou"
                        + " avant ; 1 autre montant n’en a pas non plus, de ce jour ou après ; il n’y a aucun cours");
        Files.delete(folder.resolve("contracts.csv"));
        Run check = Run.of("check", "--data", folder.toString(), "--lang", "fr");
        assertThat(check.text())
                .contains("Faux : 2 problèmes de 2 sortes", "1 × appel : outcome : est inconnu")
                .endsWith("Un rapport échoue ; avec --lenient il est écrit sans les enregistrements fautifs.\n");
        Run lenient = Run.of("report", "--data", folder.toString(), "--period", "2026", "--lang", "fr", "--lenient");
        assertThat(lenient.exitCode()).isZero();
        assertThat(plain(lenient)).contains("appels : 2 (customer_id est inconnu 1, outcome est inconnu 1)");
    }

    private static String plain(Run run) {
        return run.err().replaceAll("[\u00A0\u202F]", " ");
    }
}
