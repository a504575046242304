package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeRecords() {
        SampleFolder.file(folder, "customers.csv", """
                id,since
                c1,2026-01-05
                c2,2026-03-02
                """);
        SampleFolder.file(folder, "meetings.csv", """
                id,customer_id,at,outcome
                m1,c1,2026-01-10,PLANNED
                m2,c2,2026-03-05,NEXT_STEP
                "=m3",c2,2026-02-20,PLANNED
                m4,c2,2026-02-21,PLANNED
                m5,c2,2026-02-22,PLANNED
                """);
    }

    private Run run(String... options) {
        List<String> args = new ArrayList<>(List.of("findings", "--data", folder.toString(), "--lang", "en"));
        args.addAll(List.of(options));
        return Run.of(args.toArray(String[]::new));
    }

    @Test
    void textShowsTheFirstRecordsOfEachFinding() {
        assertThat(run().text()).isEqualTo("""
                meeting-still-planned  4 of 5
                Meetings whose time has come, and that are still planned.
                  meeting m1 (meetings.csv:2)
                  meeting =m3 (meetings.csv:4)
                  meeting m4 (meetings.csv:5)
                  and 1 more: JSON and CSV list all

                unassigned-owner  7 of 7
                Records without an owner, their own or that of their customer.
                  customer c1 (customers.csv:2)
                  customer c2 (customers.csv:3)
                  meeting m1 (meetings.csv:2)
                  and 4 more: JSON and CSV list all

                Nothing was repaired.
                """);
    }

    @Test
    void kindsOfRecordsAreNamedInTheLanguage() {
        assertThat(Run.of("findings", "--data", folder.toString(), "--lang", "fr")
                        .text())
                .startsWith("Rendez-vous passés encore prévus (meeting-still-planned)  4 sur 5\n")
                .contains("\nSans commercial (unassigned-owner)  7 sur 7\n")
                .contains("  rendez-vous m1 (meetings.csv:2)\n", "  client c1 (customers.csv:2)\n")
                .doesNotContain("  meeting", "  customer");
    }

    @Test
    void jsonListsAllRecords() {
        assertThat(run("--format", "json", "--as-of", "2026-01-20").text().replaceAll("\\s+", ""))
                .isEqualTo("""
                        {"asOf":"2026-01-20T00:00:00Z","findings":[
                        {"key":"meeting-still-planned","count":1,"of":1,"records":[
                        {"type":"meeting","id":"m1","origin":"meetings.csv:2"}]},
                        {"key":"unassigned-owner","count":2,"of":2,"records":[
                        {"type":"customer","id":"c1","origin":"customers.csv:2"},
                        {"type":"meeting","id":"m1","origin":"meetings.csv:2"}]}]}
                        """.replaceAll("\\s+", ""));
    }

    @Test
    void csvHasARowForEachRecordAndRunsInNoSpreadsheet() {
        assertThat(run("--format", "csv").text().lines().limit(3))
                .containsExactly(
                        "\ufeffasOf,key,count,of,type,id,origin",
                        ",meeting-still-planned,4,5,meeting,m1,meetings.csv:2",
                        ",meeting-still-planned,4,5,meeting,'=m3,meetings.csv:4");
    }

    @Test
    void recordsWithoutAnythingSuspiciousSaySo() {
        SampleFolder.file(folder, "customers.csv", """
                id,since,owner
                c1,2026-01-05,alice
                c2,2026-03-02,bob
                """);
        SampleFolder.file(folder, "meetings.csv", """
                id,customer_id,at,outcome
                m2,c2,2026-03-05,NEXT_STEP
                """);
        assertThat(run().text()).isEqualTo("Nothing suspicious was found.\n");
    }

    @Test
    void aWrongWordIsNamed() {
        Run run = run("--format", "xlsx");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.complaints()).first().asString().contains("--format").contains("xlsx");
    }
}
