package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.TestFolder;
import org.saleskpi.sales.SalesRecord;

/**
 * The examples at the end of docs/mapping.md: of some files, a mapping makes the records that the page shows, each with the
 * fields that it shows, and the account has the lines that it shows.
 */
class MappingExamplesTest {

    private static final Pattern FILE = Pattern.compile("`([^`]+)`:\\n\\n```[a-z]+\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern RECORD = Pattern.compile("([a-z]+) (\\S+): (.*)");

    @TestFactory
    Stream<DynamicTest> theExamplesOfThePageYieldWhatItShows(@TempDir Path folder) throws Exception {
        String page = Files.readString(Path.of("../../docs/mapping.md"));
        String examples = page.substring(page.indexOf("\n## Examples\n"));
        List<DynamicTest> tests = new ArrayList<>();
        String[] sections = examples.split("\n### ");
        for (String section : Arrays.asList(sections).subList(1, sections.length)) {
            String title = section.lines().findFirst().orElseThrow();
            Path path = Files.createDirectory(folder.resolve(String.valueOf(tests.size())));
            tests.add(DynamicTest.dynamicTest(title, () -> check(section, path)));
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static void check(String section, Path folder) throws Exception {
        for (MatchResult file : FILE.matcher(section).results().toList()) {
            new TestFolder(folder).with(file.group(1), file.group(2).strip().split("\n"));
        }
        ImportedRecords records = MappedFolder.read(
                folder,
                Mapping.parse("m.yaml", "mapping: 1\nmoments: {formats: iso, zone: run}\n" + block(section, "yaml")),
                ZoneId.of("UTC"),
                Instant.parse("2026-06-01T00:00:00Z"));

        List<String> shown = block(section, "records").lines().toList();
        List<SalesRecord> made = all(records);
        assertThat(made.stream().map(one -> type(one) + " " + one.id()))
                .containsExactlyElementsOf(shown.stream()
                        .map(line -> line.substring(0, line.indexOf(": ")))
                        .toList());
        for (int i = 0; i < shown.size(); i++) {
            MatchResult line =
                    RECORD.matcher(shown.get(i)).results().findFirst().orElseThrow();
            for (String field : line.group(3).split(", ", -1)) {
                String[] parts = field.split(" ", 2);
                Object value = made.get(i).getClass().getMethod(parts[0]).invoke(made.get(i));
                assertThat(String.valueOf(value)).as(shown.get(i)).isEqualTo(parts[1]);
            }
        }
        if (section.contains("```summary")) {
            List<String> account = new ArrayList<>(records.summary());
            account.addAll(records.totals());
            assertThat(account).containsAll(block(section, "summary").lines().toList());
        }
    }

    private static List<SalesRecord> all(ImportedRecords records) {
        return Stream.of(
                        records.customers(),
                        records.calls(),
                        records.meetings(),
                        records.proposals(),
                        records.contracts(),
                        records.surveys())
                .<SalesRecord>flatMap(List::stream)
                .toList();
    }

    private static String type(SalesRecord one) {
        return one.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String block(String section, String language) {
        int from = section.indexOf("```" + language + "\n") + language.length() + 4;
        return section.substring(from, section.indexOf("```", from));
    }
}
