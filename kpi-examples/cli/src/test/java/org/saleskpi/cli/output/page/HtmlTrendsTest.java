package org.saleskpi.cli.output.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.cli.SampleFolder;
import org.w3c.dom.Element;

/** Which periods the page draws, and what it says of those that are not whole. */
final class HtmlTrendsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSample() {
        SampleFolder.write(folder);
    }

    @Test
    void behindEachChartIsATableOfItsNumbers() throws Exception {
        PageFile page = page("en", "--period", "2026-03");
        List<Element> charts = page.all("//section[@id='trends']//figure");
        assertThat(charts).hasSize(15);
        assertThat(page.all("//section[@id='trends']//figure//tbody/tr")).hasSize(12 * charts.size());
        assertThat(page.all("//section[@id='trends']//figure[1]//tbody/tr[12]").stream()
                        .map(PageFile::text))
                .containsExactly("March 2026€1,200.50");
        assertThat(page.all("//section[@id='groups']//figure//table")).isNotEmpty();
    }

    @Test
    void aPeriodThatIsNotWholeIsMarked() throws Exception {
        PageFile page = page("en", "--period", "2026", "--every", "month");
        assertThat(page.all("//section[@id='trends']//figure[1]//*[@class='now-marks']/*[@class='partial']"))
                .hasSize(1);
        assertThat(page.text("//section[@id='trends']"))
                .contains("Incomplete, and not comparable with the others: March 2026, known until 21 March 2026.");
        PageFile day = page("en", "--period", "2026-03-10");
        assertThat(day.text("//section[@id='trends']"))
                .contains("Incomplete, and not comparable with the others: 1 March 2026 to 10 March 2026.");
        assertThat(page("en", "--period", "2026-02").all("//*[@class='partial']"))
                .isEmpty();
    }

    @Test
    void aWindowOfMoreThanAYearHoldsTheYearBeforeItself() throws Exception {
        SampleFolder.file(folder, "customers.csv", "id,since\nc1,2016-01-02\nc2,2026-03-05\nc3,2025-12-01\n");
        assertThat(page("en", "--from", "2017-01-01", "--to", "2027-01-01").all("//*[@class='before']"))
                .isEmpty();
        assertThat(page("en", "--period", "2027", "--as-of", "2028-01-01").all("//*[@class='before']"))
                .isNotEmpty();
    }

    @Test
    void aWindowOfMoreThanAYearBeginsWithTheRecords() throws Exception {
        PageFile page = page("en", "--from", "2010-01-01", "--to", "2027-01-01");
        assertThat(page.text("//section[@id='trends']"))
                .contains("From 1 January 2025 to 31 December 2026, by year.")
                .contains("The records begin on 1 December 2025 and end on 21 March 2026.");
        assertThat(page("en", "--from", "1990-01-01", "--to", "2000-01-01").text("//section[@id='trends']"))
                .contains("From 1 January 1990 to 31 December 1999, by quarter.");
    }

    @Test
    void linesBeginWithTheRecordsOfTheirKind() throws Exception {
        PageFile page = page("en", "--period", "2026", "--every", "month");
        assertThat(page.all("//figure[.//*[@id='trend-revenue-t']]//*[@class='now-marks']/*"))
                .hasSize(3);
        assertThat(page.all("//figure[.//*[@id='trend-calls-t']]//*[@class='now-marks']/*"))
                .hasSize(1);
        PageFile next = page("en", "--period", "2027", "--every", "month", "--as-of", "2028-01-01");
        assertThat(next.all("//figure[.//*[@id='trend-revenue-t']]//*[@class='before-marks']/*"))
                .hasSize(12);
        assertThat(next.all("//figure[.//*[@id='trend-calls-t']]//*[@class='before-marks']/*"))
                .hasSize(10);
    }

    @Test
    void periodsBeyondTheRecordsAreToldAndNotDrawn() throws Exception {
        PageFile page = page("en", "--period", "2026", "--every", "month");
        assertThat(page.all("//section[@id='trends']//figure[1]//*[@class='now-marks']/*"))
                .hasSize(3);
        assertThat(page.all("//section[@id='trends']//figure[1]//tbody/tr")).hasSize(12);
        PageFile view = page("en", "--period", "2026", "--every", "month", "--as-of", "2026-06-10");
        assertThat(view.all("//section[@id='trends']//figure[1]//*[@class='now-marks']/*"))
                .hasSize(6);
    }

    @Test
    void plannedMeetingsLieAheadAndAreNoRecords() throws Exception {
        SampleFolder.file(folder, "meetings.csv", """
                id,at,outcome
                m1,2026-03-10T10:00:00Z,SALE
                m4,2026-11-20T10:00:00Z,PLANNED
                """);
        PageFile page = page("en", "--period", "2026", "--every", "month");
        assertThat(page.all("//section[@id='trends']//figure[1]//*[@class='now-marks']/*"))
                .hasSize(3);
    }

    private PageFile page(String lang, String... args) throws Exception {
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--lang";
        all[args.length + 1] = lang;
        return PageFile.of(folder, all);
    }
}
