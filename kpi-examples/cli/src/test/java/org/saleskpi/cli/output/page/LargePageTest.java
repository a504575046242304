package org.saleskpi.cli.output.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.cli.SampleFolder;
import org.saleskpi.indicator.SalesIndicators;

final class LargePageTest {

    private static final int MOST_BYTES = 2_000_000;

    @TempDir
    private Path folder;

    @Test
    void fiftyRepsOverSixtyMonthsAreAllInTheTables() throws Exception {
        write(50, 60);
        PageFile page = PageFile.of(
                folder,
                "--from",
                "2021-01-01",
                "--to",
                "2026-01-01",
                "--by",
                "owner",
                "--every",
                "month",
                "--lang",
                "fr");
        assertThat(bytes(page)).isLessThan(MOST_BYTES);
        // As text: a tree of this size is slow to search.
        String trends = page.html().substring(page.html().indexOf("<section id=\"group-trends\""));
        assertThat(occurrences("<figure", trends)).isEqualTo(12);
        assertThat(trends).contains("38 sur 50 ne sont pas tracés.");
        assertThat(occurrences("<details", trends)).isEqualTo(50);
        assertThat(occurrences("<th scope=\"row\">", trends)).isEqualTo(50 * 60);
        assertThat(occurrences("<td>", trends))
                .isEqualTo(50 * 60 * (SalesIndicators.all().size() - 1)); // There are no surveys.
    }

    @Test
    void whatAPageCannotHoldIsSaidToBeElsewhere() throws Exception {
        write(25, 12);
        PageFile page = PageFile.of(folder, "--period", "2021", "--by", "owner", "--every", "day", "--lang", "en");
        assertThat(bytes(page)).isLessThan(MOST_BYTES);
        assertThat(page.text("//section[@id='group-trends']"))
                .contains("9,125 rows of numbers are more than a page can hold: JSON and CSV have them.");
    }

    @Test
    void ofMorePeriodsThanCanBeDrawnLargerOnesAre() throws Exception {
        write(1, 24);
        PageFile page =
                PageFile.of(folder, "--from", "2021-01-01", "--to", "2023-01-01", "--every", "day", "--lang", "en");
        assertThat(page.text("//section[@id='trends']"))
                .contains("1 January 2021 to 31 December 2022, by week.")
                .contains("more than 400 pieces: a larger one is drawn");
    }

    @Test
    void moreGroupsThanATableTakesAreCounted() throws Exception {
        write(1200, 1);
        PageFile page = PageFile.of(
                folder, "--period", "2021-01", "--by", "owner", "--every", "week", "--interactive", "--lang", "en");
        assertThat(bytes(page)).isLessThan(MOST_BYTES);
        assertThat(page.text("//section[@id='groups']"))
                .contains("200 of 1,200 are not in these tables; JSON and CSV have them.");
        // Who filters a thousand rows is not told that they are all.
        assertThat(page.one("//section[@id='groups']").getAttribute("data-shown"))
                .isEqualTo("Shown: {0} of the {1} on this page; there are 1,200 in all. The total is that of all.");
        assertThat(page.one("//section[@id='groups']").getAttribute("data-all"))
                .isEqualTo("All {0} on this page are shown; there are 1,200 in all.");
    }

    @Test
    void controlsAndFactsHaveRoom() throws Exception {
        write(50, 60);
        PageFile page = PageFile.of(
                folder,
                "--from",
                "2021-01-01",
                "--to",
                "2026-01-01",
                "--by",
                "owner",
                "--every",
                "month",
                "--interactive",
                "--facts",
                "--lang",
                "en");
        assertThat(bytes(page)).isLessThan(MOST_BYTES);
        assertThat(occurrences("<details", page.html().substring(page.html().indexOf("<section id=\"group-trends\""))))
                .isEqualTo(50);
    }

    private static int occurrences(String part, String text) {
        return text.split(part, -1).length - 1;
    }

    private static int bytes(PageFile page) {
        return page.html().getBytes(StandardCharsets.UTF_8).length;
    }

    /** One call, meeting, proposal and contract for each rep and month. */
    private void write(int reps, int months) {
        StringBuilder customers = new StringBuilder("id,since,owner\n");
        StringBuilder calls = new StringBuilder("id,customer_id,at,outcome\n");
        StringBuilder meetings = new StringBuilder("id,customer_id,at,outcome\n");
        StringBuilder proposals = new StringBuilder("id,customer_id,sent_at,status,decided_at\n");
        StringBuilder contracts = new StringBuilder("id,customer_id,signed_at,amount,currency,ends_at\n");
        for (int rep = 0; rep < reps; rep++) {
            for (int month = 0; month < months; month++) {
                String id = rep + "-" + month;
                String date = "%d-%02d".formatted(2021 + month / 12, 1 + month % 12);
                customers.append("%s,%s-02,Rep number %d\n".formatted(id, date, rep));
                calls.append("%s,%s,%s-03,DISCUSSION\n".formatted(id, id, date));
                meetings.append("%s,%s,%s-05,SALE\n".formatted(id, id, date));
                proposals.append("%s,%s,%s-06,ACCEPTED,%s-09\n".formatted(id, id, date, date));
                contracts.append(
                        "%s,%s,%s-10,%d.50,EUR,2027-01-01\n".formatted(id, id, date, 10_000 + 37 * rep + month));
            }
        }
        SampleFolder.file(folder, "customers.csv", customers.toString());
        SampleFolder.file(folder, "calls.csv", calls.toString());
        SampleFolder.file(folder, "meetings.csv", meetings.toString());
        SampleFolder.file(folder, "proposals.csv", proposals.toString());
        SampleFolder.file(folder, "contracts.csv", contracts.toString());
    }
}
