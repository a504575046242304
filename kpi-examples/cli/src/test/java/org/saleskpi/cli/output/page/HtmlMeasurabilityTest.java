package org.saleskpi.cli.output.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.cli.SampleFolder;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;

/** What the page says of numbers that the data cannot tell. */
final class HtmlMeasurabilityTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSample() {
        SampleFolder.write(folder);
    }

    @Test
    void whereThereIsNoRecordNothingIsDrawn() throws Exception {
        for (String file : new String[] {"calls", "meetings", "proposals", "contracts", "surveys"}) {
            java.nio.file.Files.delete(folder.resolve(file + ".csv"));
        }
        SampleFolder.file(folder, "customers.csv", "id,since\n");
        PageFile page = page("en", "--period", "2026-03");
        assertThat(page.text("//header")).contains("No record lies in this period.");
        assertThat(page.text("//section[@id='figures']/p")).isEqualTo("There is no period before to compare with.");
        assertThat(page.text("//section[@id='trends']")).contains("There are no records.");
        assertThat(page.all("//figure | //section[@id='funnel']")).isEmpty();
    }

    @Test
    void coversWithoutAnEndAreToldBecauseRetentionSaysNothingAboutThem() throws Exception {
        assertThat(page("en", "--period", "2026-03").text("//header")).doesNotContain("no end date");
        SampleFolder.file(
                folder,
                "contracts.csv",
                "id,customer_id,signed_at,amount,currency,ends_at\ns1,c1,2026-03-12,10,EUR,\ns3,c3,2026-03-12,10,EUR,2026-05-01\n");
        assertThat(page("en", "--period", "2026-03").text("//header"))
                .contains("Customers whose contract has no end date, always counted as kept: 1 of 2");
    }

    @Test
    void whereNoContractEndsTheCardOfRetentionSaysThatItIsNoMeasure() throws Exception {
        SampleFolder.file(
                folder, "contracts.csv", "id,customer_id,signed_at,amount,currency\ns1,c1,2026-02-12,10,EUR\n");
        PageFile page = page("en", "--period", "2026-03");
        assertThat(page.text("//article[@id='retention-rate']/p[1]")).isEqualTo("not measurable");
        assertThat(card(page, SalesIndicators.RETENTION_RATE))
                .contains("1 of 1, no contract has an end")
                .doesNotContain("interval");
        assertThat(page.text("//header")).doesNotContain("always counted as kept");
        assertThat(page.all("//*[@id='trend-retention-rate-t']")).isEmpty();
    }

    @Test
    void aRateOfWhichNothingIsRecordedIsNotZero() throws Exception {
        SampleFolder.file(
                folder, "calls.csv", "id,customer_id,at\nk1,c1,2026-03-03T10:00:00Z\nk2,c2,2026-03-06T10:00:00Z\n");
        PageFile page = page("en", "--period", "2026-03");
        assertThat(page.text("//article[@id='call-success-rate']/p[1]")).isEqualTo("not recorded");
        assertThat(card(page, SalesIndicators.CALL_SUCCESS_RATE))
                .contains("0 of 2, 2 open")
                .doesNotContain("0.0%");
        assertThat(page.all("//*[@id='trend-call-success-rate-t'] | //*[@id='bars-call-success-rate-t']"))
                .isEmpty();
        assertThat(card(page, SalesIndicators.MEETING_SUCCESS_RATE))
                .contains("1 of 2, 1 openno failure is ever recorded")
                .doesNotContain("of the decided", "interval");
    }

    @Test
    void whatTheDataCannotHaveIsLeftOutAndSaidOnce() throws Exception {
        for (String file : new String[] {"calls", "meetings", "surveys"}) {
            java.nio.file.Files.delete(folder.resolve(file + ".csv"));
        }
        PageFile page = page("en", "--period", "2026-03");
        assertThat(page.text("//header")).contains("Not in this data, and left out: calls, meetings, survey answers.");
        assertThat(page.all("//article | //dt[starts-with(@id, 'def-')]")).hasSize(2 * 12);
        assertThat(page.all("//section[@id='trends']//figure")).hasSize(10);
        assertThat(page.text("//section[@id='groups']"))
                .doesNotContain("Prospecting", "Sales meetings", "Satisfaction");
        assertThat(page.all("//section[@id='funnel']//tbody/tr").stream().map(PageFile::text))
                .containsExactly("Proposals sent2", "Contracts signed10.501 / 2");
    }

    private static String card(PageFile page, Indicator<?> indicator) {
        return page.text("//article[@id='" + indicator.key() + "']");
    }

    private PageFile page(String lang, String... args) throws Exception {
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--lang";
        all[args.length + 1] = lang;
        return PageFile.of(folder, all);
    }
}
