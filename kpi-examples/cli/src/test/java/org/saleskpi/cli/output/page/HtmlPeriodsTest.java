package org.saleskpi.cli.output.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The period of the page among its neighbours, and its parts. */
final class HtmlPeriodsTest {

    private static final Path SAMPLE = Path.of("../sample/data");

    @Test
    void theHeadingHasThePeriodsAroundIt() throws Exception {
        assertThat(neighbours(page("--period", "2025-03")))
                .containsExactly(
                        "a year before March 2024 €32,259.38",
                        "the period before February 2025 €25,790.56",
                        "this period March 2025 €13,574.10",
                        "the period after April 2025 €37,245.24");
        assertThat(neighbours(page("--period", "2025-03", "--lang", "fr")).get(1))
                .startsWith("la période précédente Février 2025 ");
    }

    @Test
    void onlyThoseThatTheRecordsCover() throws Exception {
        // The first contract is of January 2024, the last record of March 2026.
        assertThat(neighbours(page("--period", "2026-03")))
                .hasSize(3)
                .last()
                .asString()
                .startsWith("this period March 2026 ");
        assertThat(neighbours(page("--period", "2024-01")))
                .containsExactly("this period January 2024 €32,298.26", "the period after February 2024 €0.00");
        assertThat(neighbours(page("--period", "2025"))).hasSize(3);
        assertThat(neighbours(page("--from", "2025-03-03", "--to", "2025-03-20")))
                .hasSize(3);
    }

    @Test
    void aPeriodThatIsKnownInPartSaysSo() throws Exception {
        assertThat(neighbours(page("--period", "2026")))
                .last()
                .asString()
                .startsWith("this period 2026, known until 31 March 2026 ");
        assertThat(neighbours(page("--period", "2026-03", "--as-of", "2026-03-11")))
                .last()
                .asString()
                .startsWith("this period March 2026, known until 10 March 2026 ");
    }

    @Test
    void thePeriodsBeforeAreAsLongAsThisOneIsKnown() throws Exception {
        assertThat(neighbours(page("--period", "2026")))
                .containsExactly(
                        "a year before Q1 2025 €65,942.65", "this period 2026, known until 31 March 2026 €95,728.03");
    }

    @Test
    void whatIsSortedByIsWhatIsShown() throws Exception {
        PageFile page = page("--period", "2025-03", "--by", "owner", "--sort", "calls");
        assertThat(page.text("//div[@class='strip']/p")).isEqualTo("Prospecting calls");
    }

    @Test
    void partsOfThePeriodHaveARowEach() throws Exception {
        PageFile page = page("--period", "2026", "--every", "quarter");
        assertThat(page.all("//section[@id='periods']")).isEmpty();
        PageFile quarter = page("--period", "2026-Q1", "--every", "month");
        assertThat(quarter.all("//nav[@aria-label='By month']//a").stream().map(PageFile::text))
                .containsExactly("January 2026", "February 2026", "March 2026");
        assertThat(quarter.all("//section[@id='periods']//div[@class='panel'][1]//tr").stream()
                        .map(PageFile::text))
                .containsExactly(
                        "PeriodRevenueContracts signedAverage basketCustomers won",
                        "January 2026€68,125.3512€5,677.11€68,125.35 / 126",
                        "February 2026€6,270.001€6,270.001 case0",
                        "March 2026€21,332.684€5,333.17€21,332.68 / 42",
                        "Total€95,728.0317€5,631.06€95,728.03 / 178");
        assertThat(page("--period", "2026-Q1").all("//section[@id='periods']")).isEmpty();
        assertThat(page("--period", "2025", "--every", "day").all("//section[@id='periods']"))
                .isEmpty();
    }

    private static List<String> neighbours(PageFile page) {
        return page.all("//ol[@class='neighbours']/li").stream()
                .map(item -> page.all("//ol[@class='neighbours']/li").indexOf(item))
                .map(i -> String.join(
                        " ",
                        page.all("//ol[@class='neighbours']/li[" + (i + 1) + "]/span").stream()
                                .map(PageFile::text)
                                .toList()))
                .toList();
    }

    private static PageFile page(String... args) throws Exception {
        List<String> all = new ArrayList<>(List.of("--zone", "Europe/Paris", "--currency", "EUR"));
        all.addAll(Arrays.asList(args));
        if (!all.contains("--lang")) {
            all.addAll(List.of("--lang", "en"));
        }
        return PageFile.of(SAMPLE, all.toArray(String[]::new));
    }
}
