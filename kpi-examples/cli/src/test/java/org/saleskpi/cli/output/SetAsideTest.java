package org.saleskpi.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saleskpi.cli.Run;
import org.saleskpi.cli.SampleFolder;

/** Every report says what a lenient import set aside: a number that looks whole may lack half of the revenue. */
class SetAsideTest {

    private static final String NOTE =
            "Records with errors, left out of all numbers: customers: 1 (since is not a moment such as"
                    + " … 1); calls: 1 (customer_id is a customer that was set aside 1); contracts: 4 (customer_id is missing 2,"
                    + " amount is not a number such as … 1, currency is not the code of a currency 1, …)";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSample() {
        SampleFolder.write(folder);
        SampleFolder.file(folder, "customers.csv", """
                id,since,owner
                c1,2026-03-02,alice
                c3,2025-12-01,bob
                c2,soon,bob
                """);
        SampleFolder.file(folder, "contracts.csv", """
                id,customer_id,signed_at,amount,currency
                s1,c1,2026-03-12,1200.50,EUR
                s2,c1,2026-03-12,much,EUR
                s3,,,5,EUR
                s4,,2026-03-12,5,EUR
                s5,c1,2026-03-12,5,euros
                """);
        SampleFolder.file(folder, "calls.csv", "id,at,customer_id\nk1,2026-03-03,c2\n");
        SampleFolder.file(folder, "meetings.csv", "id,at,outcome\n");
        SampleFolder.file(folder, "proposals.csv", "id,sent_at,status\n");
    }

    private Run march(String... args) {
        List<String> all =
                new ArrayList<>(List.of("report", "--data", folder.toString(), "--period", "2026-03", "--lang", "en"));
        all.addAll(Arrays.asList(args));
        return Run.of(all.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--by owner", "--every week", "--by owner --every week"})
    void theOutermostObjectOfJsonHasTheCountsByKindOnce(String args) {
        List<String> words = new ArrayList<>(List.of("--lenient", "--format", "json"));
        Arrays.stream(args.split(" ")).filter(word -> !word.isEmpty()).forEach(words::add);

        String json = march(words.toArray(String[]::new)).out().replaceAll("\\s+", "");

        String counts = "\"setAside\":{\"customers\":1,\"calls\":1,\"contracts\":4},\"";
        assertThat(json).containsOnlyOnce("\"setAside\"").contains(counts);
        assertThat(json.substring(json.indexOf(counts) + counts.length()))
                .startsWith(args.startsWith("--by") ? "groups" : args.startsWith("--every") ? "series" : "indicators");
    }

    @Test
    void whereNothingWasSetAsideNothingIsSaid() {
        SampleFolder.write(folder);
        assertThat(march("--lenient", "--format", "json").out()).doesNotContain("setAside");
        assertThat(march("--lenient").out()).doesNotContain("set aside");
    }

    @Test
    void textPageAndStandardErrorHaveANoteWithTheReasons() {
        assertThat(march("--lenient").text().replaceAll("\\s+", " ")).contains(NOTE);
        assertThat(march("--lenient", "--format", "json").complaints()).contains(NOTE);
        assertThat(march("--lenient", "--format", "html").out()).contains("<p class=\"note\">" + NOTE + ".</p>");
    }
}
