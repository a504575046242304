package org.saleskpi.output.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.saleskpi.analysis.Cycle;
import org.saleskpi.analysis.FindingKind;
import org.saleskpi.analysis.FunnelStages;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.sales.RecordType;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.value.Unit;

/** A language is a file that says everything, and nothing that the code does not ask for. */
class TextsTest {

    private static final String BUNDLE = "org.saleskpi.output.wording.Words";

    /** What speaks with these words. */
    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("../workbook/src/main/java"));

    private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*\"([^\"]+)\"([,)])");

    private static final Pattern LITERAL = Pattern.compile("\"([a-z.-]+)\"");

    /** What is said of each constant of an enumeration. */
    private static final Set<String> FAMILIES = Set.of(
            "unit.",
            "sheet.",
            "theme.",
            "measured-in.",
            "set-aside.",
            "records.",
            "unmeasured.",
            "never-missed.",
            "funnel-stage.",
            "losses.",
            "facts.",
            "fact.",
            "outcome.",
            "finding.");

    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle(BUNDLE, Locale.ROOT);

    @Test
    void whatVariesStandsInItsPlace() {
        assertThat(new Texts(Locale.FRENCH).say("span", "$1", "{0}\\")).isEqualTo("du $1 au {0}\\");
        assertThat(new Texts(Locale.GERMANY).say("date")).isEqualTo("d. MMMM uuuu");
        assertThatThrownBy(() -> new Texts(Locale.ENGLISH).say("nonsense"))
                .isInstanceOf(MissingResourceException.class)
                .hasMessageContaining("nonsense");
    }

    @Test
    void wordsAgreeWithTheNumberBeforeThem() {
        ResourceBundle counted = new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {{"read", "{1}: {0} {0:row|rows}{0: was|} read"}};
            }

            @Override
            public Locale getLocale() {
                return Locale.ENGLISH;
            }
        };
        Texts texts = new Texts(Locale.ENGLISH, language -> counted);
        assertThat(texts.say("read", "1", "$a")).isEqualTo("$a: 1 row was read");
        assertThat(texts.say("read", "1,000", "{0}")).isEqualTo("{0}: 1,000 rows read");
    }

    @Test
    void aLanguageThatIsMissingIsEnglishWhateverTheSystemSpeaks() {
        Locale system = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRANCE);
            Texts italian = new Texts(Locale.ITALY);
            assertThat(italian.say("period")).isEqualTo("Period");
            assertThat(italian.language()).isEqualTo(Locale.ENGLISH);
            assertThat(new Texts(Locale.UK).say("period")).isEqualTo("Period");
            assertThat(new Texts(Locale.CANADA_FRENCH).language()).isEqualTo(Locale.FRENCH);
        } finally {
            Locale.setDefault(system);
        }
    }

    @Test
    void everyLanguageOfTheCatalogueHasTheSameTextsWithTheSamePlaces() throws IOException {
        assertThat(SalesIndicators.languages()).allSatisfy(language -> {
            assertThat(new Texts(language).language()).isEqualTo(language);
            assertThat(ownKeys(language)).as(language.toString()).containsExactlyElementsOf(ownKeys(Locale.ENGLISH));
            ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, language);
            assertThat(ENGLISH.keySet())
                    .allSatisfy(key -> assertThat(places(bundle.getString(key)))
                            .as(key)
                            .isEqualTo(places(ENGLISH.getString(key))));
        });
    }

    /** The bundle of a language also has what English has: its file alone has its own. */
    private static List<String> ownKeys(Locale language) throws IOException {
        String suffix = language.equals(Locale.ENGLISH) ? "" : "_" + language;
        Path file = Path.of("src/main/resources", BUNDLE.replace('.', '/') + suffix + ".properties");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf(" = ")))
                    .toList();
        }
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTextThatIsAskedForIsThereAndNoOther() throws IOException {
        Set<String> said = new TreeSet<>();
        Set<String> literals = new TreeSet<>();
        for (Path file : sources()) {
            String source = Files.readString(file);
            SAID.matcher(source).results().map(match -> match.group(1)).forEach(said::add);
            LITERAL.matcher(source).results().map(match -> match.group(1)).forEach(literals::add);
        }
        assertThat(said).hasSizeGreaterThan(100).allMatch(ENGLISH::containsKey);
        assertThat(ENGLISH.keySet())
                .filteredOn(key -> FAMILIES.stream().noneMatch(key::startsWith))
                .allMatch(literals::contains);
    }

    @Test
    void everyUnitOfTheCalendarHasItsNames() {
        assertThat(CalendarUnit.values()).allSatisfy(unit -> {
            String name = unit.name().toLowerCase(Locale.ROOT);
            assertThat(ENGLISH.containsKey("unit." + name)).isTrue();
            assertThat(ENGLISH.containsKey("sheet." + name)).isTrue();
        });
    }

    @Test
    void everyKindOfFindingIsDescribed() {
        assertThat(FindingKind.values())
                .allSatisfy(kind ->
                        assertThat(ENGLISH.containsKey("finding." + kind.key())).isTrue());
    }

    @Test
    void everyUnitOfAnswersHasItsName() {
        for (Unit unit : EnumSet.complementOf(EnumSet.of(Unit.CURRENCY, Unit.CURRENCY_PER_DAY, Unit.RATE))) {
            assertThat(ENGLISH.containsKey("measured-in." + unit.name().toLowerCase(Locale.ROOT)))
                    .as("%s", unit)
                    .isTrue();
        }
    }

    @Test
    void everyKindOfRecordHasItsNames() {
        for (RecordType type : EnumSet.complementOf(EnumSet.of(RecordType.EXCHANGE_RATE))) {
            assertThat(ENGLISH.keySet()).contains("records." + type.plural(), "set-aside." + type.plural());
        }
    }

    @Test
    void everyReasonWhyAnAnswerIsNoMeasureIsSaid() {
        assertThat(Unmeasured.values())
                .allSatisfy(why -> assertThat(ENGLISH.keySet())
                        .contains("unmeasured."
                                + why.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    @Test
    void everyStageAndEveryKindOfLossHasItsText() {
        assertThat(FunnelStages.STANDARD.keys()).allMatch(key -> ENGLISH.containsKey("funnel-stage." + key));
        assertThat(Cycle.Losses.values())
                .allMatch(
                        losses -> ENGLISH.containsKey("losses." + losses.name().toLowerCase(Locale.ROOT)));
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path root : SOURCES) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }
}
