package org.saleskpi.output.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the library and the import say in English is in the phrase book, and nothing that they do not say. */
final class PhrasesTest {

    private static final String BUNDLE = "org.saleskpi.output.wording.Phrases";

    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle(BUNDLE, Locale.ROOT);
    private static final ResourceBundle FRENCH = ResourceBundle.getBundle(BUNDLE, Locale.FRENCH);

    private static final Path CORE = Path.of("../../kpi-core/src/main/java/org/saleskpi");
    private static final Path INTAKE = Path.of("../intake/src/main/java/org/saleskpi/intake");

    /** What speaks English to programs, and so to the command. */
    private static final List<Path> SPEAKERS = List.of(
            CORE.resolve("sales"),
            CORE.resolve("time"),
            CORE.resolve("analysis"),
            INTAKE,
            Path.of("../cli/src/main/java"));

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern BREAK = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern REASON =
            Pattern.compile("(?:is|has|are|does|cannot|goes|makes|leads|may) .*", Pattern.DOTALL);

    /** What is wrong with a mapping is for those who write one: its keys are English too. */
    private static final Pattern OF_MAPPINGS =
            Pattern.compile("(?:[eE]rror|InvalidMappingException)\\([^;]*$", Pattern.DOTALL);

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)#?(?::[^}]*)?}");

    private final Phrases french = new Phrases(Locale.FRANCE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    is missing | manque
                    0 customers | 0 client
                    1 survey from 2026-03-04 12:35 to 2026-03-04 12:35 | 1 réponse à une enquête du 2026-03-04 12:35 au 2026-03-04 12:35
                    month 13 is not from 1 to 12 | month 13 is not from 1 to 12
                    2 customers | 2 clients
                    customer: 1 known, 0 not given, 2 unknown | client : 1 connu, 0 non donné, 2 inconnus
                    is before sent_at 2026-03-05T10:00:00Z | est avant sent_at 2026-03-05T10:00:00Z
                    is unknown, expected one of A, B; did you mean A? | est inconnu ; il faut l’un de A, B; did you mean A?
                    is missing from the header: id; Id is probably meant to be it | manque dans l’en-tête : id ; Id est sans doute celle-ci
                    calls.csv: 2 rows read: 2 calls; columns id, at | calls.csv : lecture de 2 lignes : 2 appels ; colonnes id, at
                    Calls.csv: 1 row read | Calls.csv : lecture de 1 ligne
                    1 of 1 rows used (100 %) | 1 ligne utilisée sur 1 (100 %)
                    2 meetings from 2026-01-01 00:00 to 2026-01-02 00:00 | 2 rendez-vous du 2026-01-01 00:00 au 2026-01-02 00:00
                    is purple | is purple
                    """)
    void whatIsInTheBookIsSaidAndWhatIsNotStaysAsItIs(String english, String said) {
        assertThat(french.say(english).replaceAll("[\u00A0\u202F]", " ")).isEqualTo(said);
        assertThat(new Phrases(Locale.GERMANY).say(english)).isEqualTo(english);
    }

    @Test
    void whatIsSaidAlreadyStaysAsItIs() {
        for (String english : List.of("customer: 1 known, 0 not given, 2 unknown", "calls.csv: 2 rows read: 2 calls")) {
            assertThat(french.say(french.say(english)))
                    .isEqualTo(french.say(english))
                    .isNotEqualTo(english);
        }
    }

    @Test
    void whatIsSaidKeepsItsPlaceInAList() {
        assertThat(french.say("    3 further rows of the same contracts"))
                .isEqualTo("    3 autres lignes des mêmes contrats");
    }

    @Test
    void namesOfColumnsThatLookLikePhrasesAreNotFollowedWithoutEnd() {
        assertThat(french.say("Deal: ".repeat(20) + "is missing")).endsWith("manque");
        String many = "Deal: ".repeat(300) + "is missing";
        assertThat(french.say(many)).endsWith(": Deal: is missing");
        String tooMany = "Deal: ".repeat(20_000) + "is missing";
        assertThat(french.say(tooMany)).isEqualTo(tooMany);
    }

    @Test
    void bothLanguagesHaveTheSamePhrasesWithTheSamePlaces() {
        assertThat(FRENCH.getLocale()).isEqualTo(Locale.FRENCH);
        assertThat(FRENCH.keySet()).isEqualTo(ENGLISH.keySet());
        assertThat(ENGLISH.keySet())
                .allSatisfy(key ->
                        assertThat(places(FRENCH.getString(key))).as(key).isEqualTo(places(ENGLISH.getString(key))));
    }

    @Test
    void frenchIsTypeset() {
        assertThat(FRENCH.keySet())
                .allSatisfy(key -> assertThat(FRENCH.getString(key))
                        .isEqualTo(Typography.set(FRENCH.getString(key), Locale.FRENCH)));
    }

    /** A reason that is worded anew and not translated anew would be English again, without anybody noticing. */
    @Test
    void everyReasonOfAProblemIsInTheBook() throws IOException {
        List<String> phrases = ENGLISH.keySet().stream().map(ENGLISH::getString).toList();
        List<String> reasons = new ArrayList<>();
        for (Path folder : List.of(CORE.resolve("sales"), INTAKE)) {
            for (Path file : files(folder)) {
                if (!file.toString().contains("/draft/")) {
                    reasons.addAll(reasons(source(file)));
                }
            }
        }
        assertThat(reasons)
                .hasSizeGreaterThan(100)
                .allSatisfy(reason -> assertThat(phrases)
                        .as(reason)
                        .anyMatch(phrase -> phrase.contains(reason) || reason.startsWith(withoutPlaces(phrase))));
    }

    /** What is wrong with a calendar, or a period of one, is told as the library says it. */
    @Test
    void whatIsWrongWithACalendarIsInTheBook() throws IOException {
        List<String> phrases = ENGLISH.keySet().stream().map(ENGLISH::getString).toList();
        for (String name : List.of("CalendarNames.java", "FiscalPeriods.java")) {
            assertThat(LITERAL.matcher(source(CORE.resolve("time").resolve(name)))
                            .results()
                            .map(found -> found.group(1).replace("\\\"", "\""))
                            .filter(text -> text.startsWith("\"%s\"")))
                    .isNotEmpty()
                    .allSatisfy(text -> assertThat(phrases)
                            .as(text)
                            .anyMatch(
                                    phrase -> phrase.matches(Pattern.quote(text).replace("%s", "\\E.+\\Q"))));
        }
    }

    private static List<String> reasons(String source) {
        return LITERAL.matcher(source)
                .results()
                .filter(found -> REASON.matcher(found.group(1)).matches())
                .filter(found -> !OF_MAPPINGS
                        .matcher(source.substring(Math.max(0, found.start() - 100), found.start()))
                        .find())
                .map(found -> found.group(1).replace("\\\"", "\"").replace("\\\\", "\\"))
                .toList();
    }

    /** The beginning of a phrase whose places hold what the code has as one text. */
    private static String withoutPlaces(String phrase) {
        int place = phrase.indexOf('{');
        return place > 0 ? phrase.substring(0, place) : phrase;
    }

    @Test
    void whatIsInTheBookIsSaidSomewhere() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path folder : SPEAKERS) {
            for (Path file : files(folder)) {
                all.append(source(file).replace("\\\"", "\"").replace("\\\\", "\\"))
                        .append('\n');
            }
        }
        String said = all.toString();
        assertThat(ENGLISH.keySet())
                .filteredOn(key -> !ENGLISH.getString(key).matches("(?:1 |\\{0#} )?[a-z ]+"))
                .allSatisfy(key -> assertThat(Stream.of(PLACE.split(ENGLISH.getString(key)))
                                .map(String::strip)
                                .filter(part -> part.length() > 3))
                        .as(key)
                        .allMatch(part -> isSaid(part, said)));
    }

    /** What is counted has an s at its end, and some texts are joined of two. */
    private static boolean isSaid(String part, String said) {
        return said.contains(part) || Stream.of(part.split("[ ,;:.()\"]+")).allMatch(said::contains);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** The source of a file without its comments, texts that are broken to fit a line being whole. */
    private static String source(Path file) throws IOException {
        String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
        return BREAK.matcher(code).replaceAll("");
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map((MatchResult place) -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
