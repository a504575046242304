package org.saleskpi.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.cli.Run;
import org.saleskpi.cli.SampleFolder;

final class JsonReportTest {

    private static final String MARCH = """
            {
              "from": "2026-03-01T00:00:00Z", "to": "2026-04-01T00:00:00Z", "zone": "UTC", "asOf": null,
              "currency": "EUR",
              "indicators": {
                "calls": {"count": 3},
                "meetings": {"count": 2},
                "proposals": {"count": 2},
                "contracts": {"count": 1},
                "revenue": {"amount": "1200.50", "currency": "EUR"},
                "average-basket": {"total": "1200.50", "currency": "EUR", "count": 1, "mean": "1200.50"},
                "sales-cycle": {"count": 1, "totalDays": 10, "meanDays": 10.0, "medianDays": 10.0},
                "conversion-rate": {"hits": 1, "misses": 1, "open": 0, "total": 2,
                                    "rate": 0.5, "decided": 0.5, "ceiling": 0.5},
                "meeting-success-rate": {"hits": 1, "misses": 0, "open": 1, "total": 2,
                                         "rate": 0.5, "decided": 1.0, "ceiling": 1.0},
                "satisfaction-rate": {"hits": 1, "misses": 1, "open": 0, "total": 2,
                                      "rate": 0.5, "decided": 0.5, "ceiling": 0.5},
                "retention-rate": {"hits": 0, "misses": 1, "open": 0, "total": 1,
                                   "rate": 0.0, "decided": 0.0, "ceiling": 0.0},
                "call-success-rate": {"hits": 1, "misses": 1, "open": 1, "total": 3,
                                      "rate": 0.3333333333333333, "decided": 0.5, "ceiling": 0.6666666666666666},
                "proposal-acceptance-rate": {"hits": 1, "misses": 0, "open": 1, "total": 2,
                                             "rate": 0.5, "decided": 1.0, "ceiling": 1.0},
                "churn-rate": {"hits": 1, "misses": 0, "open": 0, "total": 1,
                               "rate": 1.0, "decided": 1.0, "ceiling": 1.0},
                "proposals-per-meeting": {"dividend": 2, "divisor": 2, "ratio": 1.0},
                "customers-won": {"count": 1},
                "win-rate": {"hits": 1, "misses": 0, "open": 0, "total": 1,
                             "rate": 1.0, "decided": 1.0, "ceiling": 1.0},
                "deal-cycle": {"count": 1, "totalDays": 2, "meanDays": 2.0, "medianDays": 2.0}
              }
            }
            """;

    private static final String NOTHING = """
            {
              "from": "2026-02-28T23:00:00Z", "to": "2026-03-31T22:00:00Z", "zone": "Europe/Paris",
              "asOf": "2025-12-31T23:00:00Z", "currency": "JPY",
              "indicators": {
                "calls": {"count": 0},
                "meetings": {"count": 0},
                "proposals": {"count": 0},
                "contracts": {"count": 0},
                "revenue": {"amount": "0", "currency": "JPY"},
                "average-basket": {"total": "0", "currency": "JPY", "count": 0, "mean": null},
                "sales-cycle": {"count": 0, "totalDays": 0, "meanDays": null, "medianDays": null},
                "conversion-rate": {"hits": 0, "misses": 0, "open": 0, "total": 0,
                                    "rate": null, "decided": null, "ceiling": null},
                "meeting-success-rate": {"hits": 0, "misses": 0, "open": 0, "total": 0,
                                         "rate": null, "decided": null, "ceiling": null},
                "satisfaction-rate": {"hits": 0, "misses": 0, "open": 0, "total": 0,
                                      "rate": null, "decided": null, "ceiling": null},
                "retention-rate": {"hits": 0, "misses": 0, "open": 0, "total": 0,
                                   "rate": null, "decided": null, "ceiling": null},
                "call-success-rate": {"hits": 0, "misses": 0, "open": 0, "total": 0,
                                      "rate": null, "decided": null, "ceiling": null},
                "proposal-acceptance-rate": {"hits": 0, "misses": 0, "open": 0, "total": 0,
                                             "rate": null, "decided": null, "ceiling": null},
                "churn-rate": {"hits": 0, "misses": 0, "open": 0, "total": 0,
                               "rate": null, "decided": null, "ceiling": null},
                "proposals-per-meeting": {"dividend": 0, "divisor": 0, "ratio": null},
                "customers-won": {"count": 0},
                "win-rate": {"hits": 0, "misses": 0, "open": 0, "total": 0,
                             "rate": null, "decided": null, "ceiling": null},
                "deal-cycle": {"count": 0, "totalDays": 0, "meanDays": null, "medianDays": null}
              }
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSample() {
        SampleFolder.write(folder);
    }

    @Test
    void aReportHasItsTermsAndEveryIndicatorInCatalogueOrder() {
        Run run = json("--period", "2026-03");
        assertThat(run.exitCode()).isZero();
        assertThat(run.complaints()).isEmpty();
        assertThat(compact(run.out())).isEqualTo(compact(MARCH));
    }

    @Test
    void undefinedValuesAreNullBesideTheirCounts(@TempDir Path empty) {
        SampleFolder.file(empty, "customers.csv", "id,since\n");
        Run run = Run.of(
                "report",
                "--data",
                empty.toString(),
                "--period",
                "2026-03",
                "--as-of",
                "2026-01-01",
                "--zone",
                "Europe/Paris",
                "--currency",
                "JPY",
                "--format",
                "json");
        assertThat(compact(run.out())).isEqualTo(compact(NOTHING));
    }

    @Test
    void aSeriesIsAListOfReportsCutAtTheBounds() {
        String out = compact(json("--from", "2026-02-10", "--to", "2026-04-01", "--every", "month")
                .out());
        assertThat(out)
                .startsWith("{\"series\":[{\"from\":\"2026-02-10T00:00:00Z\",\"to\":\"2026-03-01T00:00:00Z\",")
                .endsWith("}," + compact(MARCH) + "]}");
    }

    @Test
    void groupsComeInOrderWithTheUnassignedLastAndThenTheTotal() {
        String out = compact(json("--period", "2026-03", "--by", "owner").out());
        assertThat(out)
                .startsWith("{\"by\":[\"owner\"],\"groups\":[{\"key\":\"alice\",\"report\":{\"from\"")
                .containsSubsequence("{\"key\":\"bob\",\"report\":{", "{\"key\":null,\"report\":{")
                .endsWith("],\"total\":" + compact(MARCH) + "}");
    }

    @Test
    void groupsOfSeriesHoldListsAndSoDoesTheirTotal() {
        String out = compact(
                json("--period", "2026-03", "--by", "owner", "--every", "month").out());
        assertThat(out)
                .startsWith("{\"by\":[\"owner\"],\"groups\":[{\"key\":\"alice\",\"series\":[{\"from\"")
                .contains("{\"key\":null,\"series\":[{")
                .doesNotContain("\"report\"")
                .endsWith("],\"total\":[" + compact(MARCH) + "]}");
    }

    @Test
    void aPartSaysOfWhichKeysItIs() {
        assertThat(calls("--where", "owner=alice"))
                .isEqualTo(terms("\"where\":{\"owner\":[\"alice\"]},") + "{\"calls\":{\"count\":1}}}");
        assertThat(calls("--where", "region=", "--where", "owner=bob", "--where", "owner=", "--where", "owner=alice"))
                .isEqualTo(terms("\"where\":{\"owner\":[\"alice\",\"bob\",null],\"region\":[null]},")
                        + "{\"calls\":{\"count\":2}}}");
    }

    @Test
    void groupsOfSeveralDimensionsHaveAListForAKeyAndAreParts() {
        String out = calls("--by", "region, owner", "--where", "owner=alice");
        assertThat(out)
                .startsWith("{\"by\":[\"region\",\"owner\"],\"groups\":[{\"key\":[\"APAC\",null],\"report\":"
                        + terms("\"where\":{\"owner\":[],\"region\":[\"APAC\"]},")
                        + "{\"calls\":{\"count\":0}}}},{\"key\":[\"EMEA\",\"alice\"],\"report\":"
                        + terms("\"where\":{\"owner\":[\"alice\"],\"region\":[\"EMEA\"]},")
                        + "{\"calls\":{\"count\":1}}}},")
                .endsWith("],\"total\":" + terms("\"where\":{\"owner\":[\"alice\"]},") + "{\"calls\":{\"count\":1}}}}");
    }

    private String calls(String... args) {
        String[] all = Arrays.copyOf(args, args.length + 4);
        System.arraycopy(new String[] {"--period", "2026-03", "--indicators", "calls"}, 0, all, args.length, 4);
        Run run = json(all);
        assertThat(run.complaints()).isEmpty();
        return compact(run.out());
    }

    private static String terms(String where) {
        return "{\"from\":\"2026-03-01T00:00:00Z\",\"to\":\"2026-04-01T00:00:00Z\",\"zone\":\"UTC\",\"asOf\":null,"
                + "\"currency\":\"EUR\"," + where + "\"indicators\":";
    }

    @Test
    void textIsUtf8WithEscapedQuotes() {
        SampleFolder.file(folder, "calls.csv", "id,at,owner\nk1,2026-03-03,\"Zoé, la \"\"star\"\"\"\n");
        assertThat(json("--period", "2026-03", "--by", "owner").out()).contains("\"Zoé, la \\\"star\\\"\"");
    }

    private Run json(String... args) {
        return Run.of(args(folder, "json", args));
    }

    static String[] args(Path folder, String format, String... args) {
        String[] all = new String[args.length + 5];
        all[0] = "report";
        all[1] = "--data";
        all[2] = folder.toString();
        all[3] = "--format";
        all[4] = format;
        System.arraycopy(args, 0, all, 5, args.length);
        return all;
    }

    private static String compact(String json) {
        return json.replaceAll("\\s", "");
    }
}
