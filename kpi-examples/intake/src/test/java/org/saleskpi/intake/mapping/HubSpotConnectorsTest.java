package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;

/** Forms that connectors give to records of HubSpot. */
class HubSpotConnectorsTest {

    private Export export;

    @BeforeEach
    void makeExport(@TempDir Path folder) {
        export = new Export(folder);
    }

    private ImportedRecords read() throws Exception {
        return export.read(BuiltInMapping.HUBSPOT);
    }

    @Test
    void aConnectorCallsTheFlagOfClosedStagesClosedWon() throws Exception {
        export.with(
                        "deal_data.csv",
                        "deal_id,is_deleted,deal_pipeline_stage_id,property_amount,property_createdate,property_closedate",
                        "1,FALSE,won,10,2026-02-03 09:00:00,2026-03-03 09:00:00",
                        "2,FALSE,lost,20,2026-02-03 09:00:00,2026-03-03 09:00:00",
                        "3,FALSE,open,30,2026-02-03 09:00:00,2026-03-03 09:00:00",
                        "4,FALSE,bare,40,2026-02-03 09:00:00,2026-03-03 09:00:00")
                .with("deal_company_data.csv", "deal_id,company_id", "1,10", "2,10", "3,10", "4,10")
                .with(
                        "deal_pipeline_stage_data.csv",
                        "stage_id,closed_won,probability",
                        "won,TRUE,1.0",
                        "lost,TRUE,0.0",
                        "open,FALSE,0.6",
                        "bare,TRUE,");

        ImportedRecords records = read();

        assertThat(records.proposals())
                .extracting(one -> one.id() + " " + one.status())
                .containsExactly("1 ACCEPTED", "2 REFUSED", "3 PENDING", "4 PENDING");
        assertThat(records.contracts()).extracting(one -> one.id()).containsExactly("1");
        assertThat(records.summary()).contains("    status not understood, counted as PENDING: bare (1)");
    }

    @Test
    void associationsMayBeListsOfIds() throws Exception {
        export.withJson(
                        "deals.jsonl",
                        "{'id': '1', 'properties': {'createdate': '2026-02-03T00:00:00Z', 'closedate': '2026-03-03T00:00:00Z',"
                                + " 'dealstage': 'closedwon', 'amount': '5'}, 'companies': ['10', '10'], 'contacts': []}",
                        "{'id': '2', 'properties': {'createdate': '2026-02-03T00:00:00Z', 'dealstage': 'contractsent'},"
                                + " 'companies': [], 'contacts': ['20']}")
                .withJson(
                        "calls.jsonl",
                        "{'id': '3', 'properties': {'hs_timestamp': '2026-03-03T00:00:00Z'}, 'companies': [], 'contacts':"
                                + " [20, 21]}")
                .withJson(
                        "contacts.jsonl",
                        "{'id': '20', 'properties': {'createdate': '2026-02-01T00:00:00Z'}, 'companies': [11]}");

        ImportedRecords records = read();

        assertThat(records.proposals())
                .extracting(one -> one.id() + " " + one.customerId())
                .containsExactly("1 company-10", "2 company-11");
        assertThat(records.contracts()).extracting(one -> one.customerId()).containsExactly("company-10");
        assertThat(records.calls()).extracting(one -> one.customerId()).containsExactly("company-11");
    }

    @Test
    void rowsMayBeWrappedAndPipelinesHoldTheirStages() throws Exception {
        export.withJson(
                        "deals.jsonl",
                        wrapped("1", "s1"),
                        wrapped("2", "s2"),
                        "{'type': 'RECORD', 'record': {'id': '3', 'properties': {'createdate': '2026-02-03T00:00:00Z', 'dealstage':"
                                + " 's3'}}}")
                .withJson(
                        "deal_pipelines.jsonl",
                        "{'stream': 'deal_pipelines', 'data': {'id': 'p', 'stages': ["
                                + "{'id': 's1', 'metadata': {'isClosed': 'true', 'probability': '1.0'}},"
                                + " {'id': 's2', 'metadata': {'isClosed': 'true', 'probability': '0.0'}},"
                                + " {'id': 's3', 'metadata': {'isClosed': 'false', 'probability': '0.5'}}]}}");

        ImportedRecords records = read();

        assertThat(records.proposals())
                .extracting(one -> one.id() + " " + one.status() + " " + one.customerId())
                .containsExactly("1 ACCEPTED company-10", "2 REFUSED company-10", "3 PENDING null");
    }

    private static String wrapped(String id, String stage) {
        return "{'stream': 'deals', 'data': {'id': '" + id + "', 'properties': {'createdate': '2026-02-03T00:00:00Z',"
                + " 'closedate': '2026-03-03T00:00:00Z', 'amount': '5', 'dealstage': '" + stage
                + "'}, 'companies': ['10']}, 'emitted_at': 1}";
    }

    @Test
    void ofSeveralCompaniesTheFirstCountsAndTheOthersAreTold() throws Exception {
        String deal =
                "{'id': '%s', 'properties': {'createdate': '2026-02-03T00:00:00Z', 'dealstage': 'contractsent'}, %s}";
        export.withJson(
                "deals.jsonl",
                deal.formatted("1", "'companies': ['10', '11', '10', '12']"),
                deal.formatted("2", "'associations': {'companies': {'results': [{'id': '13'}, {'id': '14'}]}}"),
                deal.formatted("3", "'associations': {'companies': {'results': [{'id': '15'}, {'id': '15'}]}}"));

        ImportedRecords records = read();

        assertThat(records.proposals())
                .extracting(one -> one.customerId())
                .containsExactly("company-10", "company-13", "company-15");
        assertThat(records.summary()).anyMatch(line -> line.contains("3 further"));
    }

    @Test
    void namesOfColumnsMayBeInCapitals() throws Exception {
        export.with(
                        "deal_data.csv",
                        "DEAL_ID,IS_DELETED,DEAL_PIPELINE_STAGE_ID,PROPERTY_AMOUNT,PROPERTY_CREATEDATE,PROPERTY_CLOSEDATE",
                        "1,FALSE,closedwon,10,2026-02-03 09:00:00,2026-03-03 09:00:00")
                .with("deal_company_data.csv", "DEAL_ID,COMPANY_ID", "1,10");

        ImportedRecords records = read();

        assertThat(records.contracts()).extracting(one -> one.customerId()).containsExactly("company-10");
        assertThat(records.summary()).contains("    currency not given, taken as USD by the mapping: 1");
    }

    @Test
    void thePipelinesOfTheApiAreOneAnswer() throws Exception {
        export.withJson(
                        "deals.jsonl",
                        "{'id': '1', 'properties': {'createdate': '2026-02-03T00:00:00Z', 'closedate': '2026-03-03T00:00:00Z',"
                                + " 'amount': '5', 'dealstage': 's9'}, 'companies': ['10']}")
                .withText("pipelines.json", """
                        {"results": [
                          {"id": "a", "stages": [{"id": "s1", "metadata": {"isClosed": "false", "probability": "0.2"}}]},
                          {"id": "b", "stages": [{"id": "s9", "metadata": {"isClosed": "true", "probability": "1.0"}}]}]}
                        """);

        assertThat(read().contracts()).extracting(one -> one.id()).containsExactly("1");
    }
}
