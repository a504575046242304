package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.TestFolder;
import org.saleskpi.sales.Problem;

/** The example of docs/mapping.md does what the page says. */
class MappingGuideTest {

    private static final Pattern FILE = Pattern.compile("`([A-Za-z]+\\.csv)`:\\n\\n```csv\\n(.*?)```", Pattern.DOTALL);

    @Test
    void theExampleYieldsTheAccountAndTheProblemsOfThePage(@TempDir Path folder) throws Exception {
        String page = Files.readString(Path.of("../../docs/mapping.md"));
        page = page.substring(0, page.indexOf("\n## Examples\n"));
        for (MatchResult file : FILE.matcher(page).results().toList()) {
            new TestFolder(folder).with(file.group(1), file.group(2).strip().split("\n"));
        }

        ImportedRecords records = MappedFolder.read(
                folder,
                Mapping.parse("mapping.yaml", block(page, "yaml")),
                ZoneId.of("Europe/Paris"),
                Instant.parse("2026-06-01T00:00:00Z"));

        assertThat(records.summary())
                .containsExactlyElementsOf(block(page, "summary").lines().toList());
        assertThat(records.problems())
                .extracting(Problem::toString)
                .containsExactlyElementsOf(block(page, "problems").lines().toList());
        assertThat(records.contracts()).hasToString("[" + CONTRACT + "]");
    }

    private static final String CONTRACT = "Contract[id=d-1, customerId=c-1, signedAt=2026-03-02T23:00:00Z,"
            + " startsAt=2026-03-02T23:00:00Z, endsAt=2027-03-02T23:00:00Z, amount=EUR 3500.00, billing=TOTAL,"
            + " proposalId=d-1, owner=null, attributes={}, origin=Deals.csv:2]";

    private static String block(String page, String language) {
        int from = page.indexOf("```" + language + "\n") + language.length() + 4;
        return page.substring(from, page.indexOf("```", from));
    }
}
