package org.saleskpi.cli.output.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.cli.SampleFolder;

/** What a page tells beside the answers: what changed most, what became of those who entered, who is kept, what looks odd. */
final class HtmlSectionsTest {

    @TempDir
    private Path folder;

    private PageFile page(String... args) throws Exception {
        return PageFile.of(folder, args);
    }

    private static List<String> texts(PageFile page, String path) throws Exception {
        return page.all(path).stream()
                .map(PageFile::text)
                .map(text -> text.replace('\u00A0', ' '))
                .toList();
    }

    /** Calls of a rep on one day, the first of them with success. */
    private static String calls(String day, String rep, int hits, int calls) {
        StringBuilder rows = new StringBuilder();
        IntStream.range(0, calls)
                .forEach(i -> rows.append("k-%s-%s-%d,%sT10:00:00Z,%s,%s\n"
                        .formatted(day, rep, i, day, i < hits ? "MEETING_BOOKED" : "NO_ANSWER", rep)));
        return rows.toString();
    }

    /** Writes calls, after one that shows that there were none before. */
    private void writeCalls(String... rows) {
        SampleFolder.file(
                folder,
                "calls.csv",
                "id,at,outcome,owner\n" + calls("2025-12-20", "alice", 0, 1) + String.join("", rows));
    }

    @Test
    void aRateThatChangedByMoreThanChanceIsToldWithItsReason() throws Exception {
        // Neither rep got better, but the better one made more of the calls.
        writeCalls(
                calls("2026-01-15", "alice", 5, 50),
                calls("2026-01-16", "bob", 25, 50),
                calls("2026-02-15", "alice", 1, 10),
                calls("2026-02-16", "bob", 45, 90));

        assertThat(texts(page("--period", "2026-02", "--currency", "EUR"), "//section[@id='highlights']//li"))
                .containsExactly("Call success rate: +16.0 pts, from 30.0% to 46.0%, more than chance."
                        + " Of that, 0.0 pts comes from results within the groups (by owner),"
                        + " +16.0 pts from their changed shares of the whole.");
    }

    @Test
    void aCountIsToldIfItGrewByAPartThatSaysSomething() throws Exception {
        writeCalls(calls("2026-01-15", "alice", 5, 20), calls("2026-02-15", "alice", 6, 24));
        assertThat(texts(page("--period", "2026-02", "--currency", "EUR"), "//section[@id='highlights']//li"))
                .containsExactly("Prospecting calls: +20.0%, from 20 to 24.");
        PageFile page = page("--period", "2026-02", "--currency", "EUR");
        assertThat(texts(page, "//nav//a")).startsWith("What changed most");
        // The last of the calls is of the 15th: as much of the month before.
        assertThat(page.text("//section[@id='highlights']/p"))
                .isEqualTo("Compared with 1 January 2026 to 15 January 2026.");
    }

    @Test
    void aFewMoreOrLessAreNoNews() throws Exception {
        // Of ten calls as of a hundred: half as many again, and 4 % more.
        writeCalls(calls("2026-01-15", "alice", 2, 9), calls("2026-02-15", "alice", 3, 14));
        assertThat(page("--period", "2026-02", "--currency", "EUR").all("//section[@id='highlights']"))
                .isEmpty();
        writeCalls(calls("2026-01-15", "alice", 20, 100), calls("2026-02-15", "alice", 21, 104));
        PageFile page = page("--period", "2026-02", "--currency", "EUR");
        assertThat(page.all("//section[@id='highlights']")).isEmpty();
        assertThat(page.all("//a[@href='#highlights']")).isEmpty();
    }

    @Test
    void thatNothingIsRecordedYetIsNoChange() throws Exception {
        writeCalls(calls("2026-01-15", "alice", 5, 20), calls("2026-02-15", "alice", 6, 24));
        PageFile page = page("--period", "2027-02", "--currency", "EUR", "--compare", "year");
        assertThat(page.text("//header")).contains("No record lies in this period.");
        assertThat(page.all("//section[@id='highlights']")).isEmpty();
    }

    @Test
    void thoseWhoEnteredAreFollowedFromStageToStage() throws Exception {
        SampleFolder.write(folder);
        PageFile page = page("--period", "2026-03");
        assertThat(page.text("//section[@id='entered']/p"))
                .isEqualTo(
                        "Customers who entered in the period, that is whose first trace in the records lies in it: 2."
                                + " How far they came, and how long it takes to win one.");
        assertThat(texts(page, "//section[@id='entered']//tbody/tr"))
                .containsExactly(
                        "Entered2100.0%0.0 d",
                        "Called2100.0%100.0%100.0%1.0 d",
                        "Reached21 skipped it100.0%100.0%100.0%1.0 d",
                        "Met2100.0%100.0%100.0%7.0 d",
                        "Proposal sent2100.0%100.0%100.0%7.0 d",
                        "Signed150.0%50.0%50.0%10.0 d");
        assertThat(texts(page, "//section[@id='entered']//dl/div"))
                .containsExactly(
                        "25 % won after10 d",
                        "50 % won after10 d",
                        "75 % won afternot reached",
                        "Won within 30 days50.0% (1 of 2)",
                        "Won within 60 days50.0% (1 of 2)",
                        "Won within 90 days50.0% (1 of 2)");
    }

    @Test
    void stagesThatTheDataCannotHaveAreLeftOut() throws Exception {
        SampleFolder.write(folder);
        Files.delete(folder.resolve("calls.csv"));
        assertThat(texts(page("--period", "2026-03"), "//section[@id='entered']//tbody/tr/th"))
                .containsExactly("Entered", "Met", "Proposal sent", "Signed");
        // There are calls, but not of these customers.
        SampleFolder.file(folder, "calls.csv", "id,at,outcome\nk1,2026-03-03T10:00:00Z,DISCUSSION\n");
        PageFile page = page("--period", "2026-03");
        assertThat(texts(page, "//section[@id='entered']//tbody/tr/th"))
                .containsExactly("Entered", "Met", "Proposal sent", "Signed");
        assertThat(page.text("//section[@id='entered']")).doesNotContain("skipped it");
    }

    @Test
    void whoIsWonOnTheDayOfTheEntryIsNotFollowed() throws Exception {
        SampleFolder.file(folder, "contracts.csv", """
                id,customer_id,signed_at,amount,currency,ends_at
                s1,c1,2026-03-12,10,EUR,2026-06-01
                s2,c2,2026-03-14,10,EUR,2026-06-01
                """);
        SampleFolder.file(folder, "customers.csv", "id,since\nc1,2026-03-12\nc2,2026-03-14\n");
        PageFile page = page("--period", "2026-03");
        assertThat(page.all("//section[@id='entered']")).isEmpty();
        // March is not over in these records: nobody knows yet who is in force at its end.
        assertThat(page.all("//section[@id='cohorts']")).isEmpty();
    }

    @Test
    void contractsWithoutEndTellNothingOfWhoIsKept() throws Exception {
        SampleFolder.write(folder);
        SampleFolder.file(folder, "contracts.csv", """
                id,customer_id,signed_at,amount,currency
                s1,c1,2026-03-12T12:00:00Z,10,EUR
                s2,c2,2026-02-14,10,EUR
                """);
        PageFile page = page("--period", "2026-03");
        assertThat(page.all("//section[@id='cohorts']")).isEmpty();
        assertThat(page.all("//section[@id='entered']")).hasSize(1);
    }

    @Test
    void cohortsAreATriangleOfWholeUnits() throws Exception {
        SampleFolder.write(folder);
        SampleFolder.file(folder, "calls.csv", "id,at\nk1,2026-04-01T10:00:00Z\n");
        PageFile page = page("--from", "2026-01-10", "--to", "2026-03-20");
        assertThat(texts(page, "//section[@id='cohorts']//tbody/tr"))
                .containsExactly("2026-011100.0%100.0%0.0%", "2026-020––", "2026-031100.0%");
    }

    @Test
    void cohortsEndWithTheLastUnitThatIsKnown() throws Exception {
        SampleFolder.write(folder);
        SampleFolder.file(folder, "calls.csv", "id,at\nk1,2026-05-31T10:00:00Z\n");
        assertThat(texts(page("--period", "2026-12"), "//section[@id='cohorts']//tbody/tr"))
                .containsExactly(
                        "2026-011100.0%100.0%0.0%0.0%0.0%",
                        "2026-020––––", "2026-031100.0%100.0%100.0%", "2026-040––", "2026-050–");
    }

    @Test
    void longerDatesHaveCohortsOfLargerUnits() throws Exception {
        SampleFolder.write(folder);
        SampleFolder.file(folder, "calls.csv", "id,at\nk1,2023-05-03T10:00:00Z\nk2,2026-04-15T10:00:00Z\n");
        assertThat(texts(page("--from", "2023-01-01", "--to", "2026-04-01"), "//section[@id='cohorts']//tbody/tr"))
                .containsExactly("2026-Q1250.0%");
    }

    @Test
    void ofDatesWithoutEndThereAreNoCohorts() throws Exception {
        SampleFolder.write(folder);
        assertThat(page("--from", "2026-01-01", "--to", "9999-12-31").all("//section[@id='cohorts']"))
                .isEmpty();
    }

    @Test
    void whatLooksOddIsAnAppendix() throws Exception {
        SampleFolder.write(folder);
        PageFile page = page("--period", "2026-03");
        assertThat(texts(page, "//section[@id='findings']//tbody/tr"))
                .containsExactly(
                        "Records without an owner, their own or that of their customer."
                                + "4 of 11customer c3, call k3, contract s3, survey v2",
                        "Calls and held meetings whose result is not recorded.2 of 6call k3, meeting m2");
        // What is found is of all records, so that a page for one rep would show those of others.
        assertThat(page("--period", "2026-03", "--where", "owner=alice").all("//section[@id='findings']"))
                .isEmpty();
    }

    @Test
    void aPageOfOtherIndicatorsTellsNothingOfThem() throws Exception {
        SampleFolder.write(folder);
        PageFile page = page("--period", "2026-03", "--indicators", "calls,revenue");
        for (String section : Arrays.asList("entered", "cohorts")) {
            assertThat(page.all("//section[@id='" + section + "']")).isEmpty();
            assertThat(page.all("//a[@href='#" + section + "']")).isEmpty();
        }
    }
}
