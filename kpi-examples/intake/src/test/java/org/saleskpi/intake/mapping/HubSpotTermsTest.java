package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;

/** From where a won deal of HubSpot has its term, and when it was decided. */
class HubSpotTermsTest {

    private Export export;

    @BeforeEach
    void makeExport(@TempDir Path folder) {
        export = new Export(folder);
    }

    private ImportedRecords read() throws Exception {
        return export.read(BuiltInMapping.HUBSPOT);
    }

    private static String won(String id, String properties) {
        return "{'id': '" + id + "', 'properties': {'createdate': '2026-02-03T00:00:00Z', 'closedate':"
                + " '2026-03-03T00:00:00Z', 'amount': '5', 'hs_is_closed_won': 'true', 'hs_is_closed': 'true'"
                + properties
                + "}, 'companies': ['10']}";
    }

    private static String line(String id, String deal, String period, String start) {
        return "{'id': '" + id + "', 'properties': {'hs_recurring_billing_period': " + period
                + ", 'hs_recurring_billing_start_date': " + start + "}, 'associations': {'deals': {'results': [{'id': '"
                + deal + "'}]}}}";
    }

    @Test
    void recurringRevenueEndsWithItsInactiveDate() throws Exception {
        export.withJson(
                "deals.jsonl",
                won("1", ", 'recurring_revenue_inactive_date': '2026-09-15'"),
                won("2", ", 'recurring_revenue_inactive_date': '2026-09-15T00:00:00Z'"),
                won("3", ", 'recurring_revenue_inactive_date': null"),
                won("4", ", 'recurring_revenue_inactive_date': '1789430400000'"));

        assertThat(read().contracts())
                .extracting(one -> one.id() + " " + one.endsAt())
                .containsExactly(
                        "1 2026-09-14T22:00:00Z", "2 2026-09-14T22:00:00Z", "3 null", "4 2026-09-14T22:00:00Z");
    }

    @Test
    void aDealLastsAsLongAsItsLines() throws Exception {
        export.withJson(
                        "deals.jsonl",
                        won(
                                "1",
                                ", 'hs_line_item_global_term_hs_recurring_billing_period': 'P12M',"
                                        + " 'hs_line_item_global_term_hs_recurring_billing_start_date': '2026-04-01'"),
                        won("2", ""),
                        won("3", ""),
                        won("4", ""))
                .withJson(
                        "line_items.jsonl",
                        line("a", "2", "'P6M'", "'2026-05-01'"),
                        line("b", "2", "null", "null"),
                        line("c", "3", "'P6M'", "null"),
                        line("d", "3", "'P12M'", "null"));

        ImportedRecords records = read();

        assertThat(records.contracts())
                .extracting(one -> one.id() + " " + one.startsAt() + " " + one.endsAt())
                .containsExactly(
                        "1 2026-03-31T22:00:00Z 2027-03-31T22:00:00Z",
                        "2 2026-04-30T22:00:00Z 2026-10-31T23:00:00Z",
                        "3 2026-03-03T00:00:00Z null",
                        "4 2026-03-03T00:00:00Z null");
        assertThat(records.summary())
                .anyMatch(line -> line.startsWith("line_items.jsonl: 1 found with several values"));
    }

    @Test
    void withoutACloseDateADealWasDecidedWhenItCameIntoTheLastStage() throws Exception {
        export.withJson(
                "deals.jsonl",
                won("1", ", 'closedate': null, 'hs_v2_date_entered_closedwon': '2026-03-07T10:00:00Z'")
                        .replace("'closedate': '2026-03-03T00:00:00Z', ", ""),
                "{'id': '2', 'properties': {'createdate': '2026-02-03T00:00:00Z', 'hs_is_closed_won': 'false', 'hs_is_closed':"
                        + " 'true', 'hs_date_entered_closedwon': '2026-03-08T10:00:00Z', 'hs_date_entered_closedlost':"
                        + " '2026-03-09T10:00:00Z'}}");

        ImportedRecords records = read();

        assertThat(records.proposals())
                .extracting(one -> one.id() + " " + one.status() + " " + one.decidedAt())
                .containsExactly("1 ACCEPTED 2026-03-07T10:00:00Z", "2 REFUSED 2026-03-09T10:00:00Z");
        assertThat(records.contracts())
                .extracting(one -> String.valueOf(one.signedAt()))
                .containsExactly("2026-03-07T10:00:00Z");
    }
}
