package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;

/** docs/crm/hubspot.md does what it says. */
class HubSpotMappingTest {

    private Export export;

    @BeforeEach
    void makeExport(@TempDir Path folder) {
        export = new Export(folder);
    }

    private ImportedRecords read() throws Exception {
        return export.read(BuiltInMapping.HUBSPOT);
    }

    private static String deal(String id, String properties) {
        return "{'id': '" + id + "', 'archived': false, 'properties': {'createdate': '2026-02-03T15:43:17.850Z',"
                + " 'closedate': '2026-03-07T17:08:33.843Z', 'pipeline': 'default', 'hubspot_owner_id': '7', "
                + properties
                + "}, 'associations': {'companies': {'results': [{'id': '10', 'type': 'deal_to_company'}]}}}";
    }

    @Test
    void dealsOfTheApiAreWonAndLostByFlagByStageTableOrByTheFirstPipeline() throws Exception {
        export.withJson(
                        "deals.jsonl",
                        deal(
                                "1",
                                "'dealstage': '991', 'amount': '12.50', 'hs_is_closed_won': 'true', 'hs_is_closed': 'true'"),
                        deal(
                                "2",
                                "'dealstage': '991', 'amount': null, 'hs_is_closed_won': 'false', 'hs_is_closed': 'true'"),
                        deal("3", "'dealstage': 'closedwon', 'amount': '7', 'hs_is_closed': 'false'"),
                        deal("4", "'dealstage': '992', 'amount': '100', 'deal_currency_code': 'EUR'"),
                        deal("5", "'dealstage': '993', 'amount': '100'"),
                        deal("6", "'dealstage': '994', 'amount': '100'"),
                        deal("7", "'dealstage': 'closedwon', 'amount': '100'"),
                        deal("8", "'dealstage': 'closedlost', 'amount': '100'"),
                        deal("9", "'dealstage': 'demo', 'amount': '100'"))
                .withText("stages.json", """
                        {"results": [
                          {"id": "992", "label": "Signed", "metadata": {"isClosed": "true", "probability": "1.0"}},
                          {"id": "993", "label": "Gone", "metadata": {"isClosed": "true", "probability": "0.0"}},
                          {"id": "994", "label": "Talking", "metadata": {"isClosed": "false", "probability": "0.4"}}]}
                        """)
                .withJson("owners.jsonl", "{'id': '7', 'firstName': 'Ann', 'lastName': 'Lee', 'archived': false}")
                .withJson(
                        "companies.jsonl",
                        "{'id': '10', 'archived': false, 'properties': {'createdate': '2026-01-03T00:00:00Z', 'industry':"
                                + " 'RETAIL', 'hubspot_owner_id': '7', 'hs_merged_object_ids': '11;12'}}",
                        "{'id': '11', 'archived': false, 'properties': {'createdate': '2026-01-02T00:00:00Z'}}",
                        "{'id': '13', 'archived': true, 'properties': {'createdate': '2026-01-02T00:00:00Z'}}");

        ImportedRecords records = read();

        assertThat(Shown.customers(records))
                .containsExactly("company-10 | 2026-01-03T00:00:00Z | - | Ann Lee | {industry=RETAIL}");
        assertThat(records.proposals())
                .extracting(one ->
                        one.id() + " " + one.customerId() + " " + one.status() + " " + one.amount() + " " + one.owner())
                .containsExactly(
                        "1 company-10 ACCEPTED USD 12.50 Ann Lee",
                        "2 company-10 REFUSED null Ann Lee",
                        "3 company-10 PENDING USD 7.00 Ann Lee",
                        "4 company-10 ACCEPTED EUR 100.00 Ann Lee",
                        "5 company-10 REFUSED USD 100.00 Ann Lee",
                        "6 company-10 PENDING USD 100.00 Ann Lee",
                        "7 company-10 ACCEPTED USD 100.00 Ann Lee",
                        "8 company-10 REFUSED USD 100.00 Ann Lee",
                        "9 company-10 PENDING USD 100.00 Ann Lee");
        assertThat(Shown.contracts(records))
                .containsExactly(
                        "1 | company-10 | 2026-03-07T17:08:33.843Z | - | USD 12.50 | 1 | Ann Lee | {pipeline=default}",
                        "4 | company-10 | 2026-03-07T17:08:33.843Z | - | EUR 100.00 | 4 | Ann Lee | {pipeline=default}",
                        "7 | company-10 | 2026-03-07T17:08:33.843Z | - | USD 100.00 | 7 | Ann Lee | {pipeline=default}");
        assertThat(Export.problems(records)).isEmpty();
        assertThat(records.summary())
                .contains(
                        "    status not understood, counted as PENDING: demo (1)",
                        "  1 skipped: merged into another",
                        "  1 skipped: deleted");
    }

    @Test
    void anExportHasLabelsAndNamesTheCompany() throws Exception {
        export.with(
                        "hubspot-crm-exports-all-deals-2026-05-01.csv",
                        "Record ID,Deal Name,Deal Stage,Pipeline,Close Date,Create Date,Amount,Deal owner,Associated Company",
                        "1,One,Closed Won,Sales,2026-03-07 18:08,2026-02-03 16:43,12.50,Ann Lee,Acme",
                        "2,Two,Closed Lost,Sales,2026-03-07 18:08,2026-02-03 16:43,,Ann Lee,Acme",
                        "3,Three,Appointment Scheduled,Sales,,2026-02-03 16:43,5,,Bolt",
                        "4,Four,Qualified To Buy,Sales,,2026-02-03 16:43,5,,",
                        "5,Five,Presentation Scheduled,Sales,,2026-02-03 16:43,5,,",
                        "6,Six,Decision Maker Bought-In,Sales,,2026-02-03 16:43,5,,",
                        "7,Seven,Contract Sent,Sales,,2026-02-03 16:43,5,,")
                .with(
                        "hubspot-crm-exports-all-companies-2026-05-01.csv",
                        "Record ID,Company name,Create Date,Company owner,Industry",
                        "10,Acme,2026-01-05 10:00,Bob Ray,Retail");

        ImportedRecords records = read();

        assertThat(Shown.customers(records))
                .containsExactly(
                        "company-10 | 2026-01-05T09:00:00Z | - | Bob Ray | {industry=Retail}",
                        "company-Bolt | 2026-02-03T15:43:00Z | - | -");
        assertThat(records.proposals())
                .extracting(one -> one.id() + " " + one.customerId() + " " + one.status() + " " + one.owner())
                .containsExactly(
                        "1 company-10 ACCEPTED Ann Lee",
                        "2 company-10 REFUSED Ann Lee",
                        "3 company-Bolt PENDING null",
                        "4 null PENDING null",
                        "5 null PENDING null",
                        "6 null PENDING null",
                        "7 null PENDING null");
        assertThat(Shown.contracts(records))
                .containsExactly(
                        "1 | company-10 | 2026-03-07T17:08:00Z | - | USD 12.50 | 1 | Ann Lee | {pipeline=Sales}");
        assertThat(records.summary()).noneMatch(line -> line.contains("not understood"));
    }

    @Test
    void aConnectorHasTablesOfAssociationsStagesAndMergedDeals() throws Exception {
        export.with(
                        "deal_data.csv",
                        "deal_id,is_deleted,deal_pipeline_id,deal_pipeline_stage_id,owner_id,property_amount,property_closedate,property_createdate",
                        "1,false,p,s1,7,10,2026-03-07 12:00:00,2026-02-03 12:00:00",
                        "2,false,p,s2,,,2026-03-07 12:00:00,2026-02-03 12:00:00",
                        "3,true,p,s1,7,10,2026-03-07 12:00:00,2026-02-03 12:00:00",
                        "4,false,p,s1,7,10,2026-03-07 12:00:00,2026-02-03 12:00:00",
                        "5,false,,,7,,,2026-02-03 12:00:00")
                .with(
                        "deal_pipeline_stage_data.csv",
                        "stage_id,closed_won,is_closed,probability",
                        "s1,TRUE,TRUE,1.0",
                        "s2,FALSE,TRUE,0.0")
                .with("merged_deal_data.csv", "deal_id,merged_deal_id", "1,4")
                .with("deal_company_data.csv", "deal_id,company_id", "1,10")
                .with("deal_contact_data.csv", "deal_id,contact_id", "2,20")
                .with("owner_data.csv", "owner_id,first_name,last_name", "7,Ann,Lee")
                .with("company_data.csv", "id,is_deleted,property_createdate", "10,false,2026-01-15 3:15:52")
                .with(
                        "contact_data.csv",
                        "id,_fivetran_deleted,property_createdate,property_hs_merged_object_ids",
                        "20,FALSE,2026-01-01 00:00:00,21;22",
                        "22,FALSE,2026-01-01 00:00:00,");

        ImportedRecords records = read();

        assertThat(Shown.customers(records))
                .containsExactly(
                        "company-10 | 2026-01-15T03:15:52Z | - | -", "contact-20 | 2026-01-01T00:00:00Z | - | -");
        assertThat(Shown.proposals(records))
                .containsExactly(
                        "1 | company-10 | 2026-02-03T12:00:00Z | ACCEPTED | 2026-03-07T12:00:00Z | USD 10.00 | Ann Lee"
                                + " | {pipeline=p}",
                        "2 | contact-20 | 2026-02-03T12:00:00Z | REFUSED | 2026-03-07T12:00:00Z | - | - | {pipeline=p}",
                        "5 | - | 2026-02-03T12:00:00Z | PENDING | - | - | Ann Lee");
        assertThat(records.contracts()).hasSize(1);
        assertThat(records.summary()).contains("  1 skipped: deleted", "  1 skipped: merged into another");
    }

    @Test
    void aContactIsItsCompany() throws Exception {
        export.withJson(
                        "contacts.jsonl",
                        "{'id': '10', 'properties': {'createdate': '2026-01-01T00:00:00Z', 'associatedcompanyid': '10',"
                                + " 'lifecyclestage': 'customer'}}",
                        "{'id': '11', 'properties': {'createdate': '2026-01-02T00:00:00Z', 'associatedcompanyid': null}}")
                .withJson("companies.jsonl", "{'id': '10', 'properties': {'createdate': '2026-01-09T00:00:00Z'}}")
                .withJson(
                        "calls.jsonl",
                        "{'id': '1', 'properties': {'hs_timestamp': '2026-03-01T10:00:00Z'}, 'associations': {'contacts':"
                                + " {'results': [{'id': '10'}]}}}",
                        "{'id': '2', 'properties': {'hs_timestamp': '2026-03-01T10:00:00Z'}, 'associations': {'contacts':"
                                + " {'results': [{'id': '11'}]}}}");

        ImportedRecords records = read();

        assertThat(Shown.customers(records))
                .containsExactly(
                        "company-10 | 2026-01-01T00:00:00Z | - | - | {lifecycle_stage=customer}",
                        "contact-11 | 2026-01-02T00:00:00Z | - | -");
        assertThat(records.calls()).extracting(call -> call.customerId()).containsExactly("company-10", "contact-11");
    }

    @Test
    void callsHaveOutcomesByIdAndByLabel() throws Exception {
        export.with(
                "calls.csv",
                "Record ID,Activity date,Call outcome,Call direction,Call status,Activity assigned to",
                "1,2026-03-01 10:00,f240bbac-87c9-4f6e-bf70-924b57d47db7,OUTBOUND,COMPLETED,Ann Lee",
                "2,2026-03-01 10:00,a4c4c377-d246-4b32-a13b-75a56a4cd0ff,INBOUND,COMPLETED,",
                "3,2026-03-01 10:00,9d9162e7-6cf3-4944-bf63-4dff82258764,,,",
                "4,2026-03-01 10:00,b2cf5968-551e-4856-9783-52b3da59a7d0,,,",
                "5,2026-03-01 10:00,73a0d17f-1163-4015-bdd5-ec830791da20,,,",
                "6,2026-03-01 10:00,17b47fee-58de-441e-a44c-c6300d46f273,,,",
                "7,2026-03-01 10:00,Connected,Outbound,,",
                "8,2026-03-01 10:00,Left live message,Inbound,,",
                "9,2026-03-01 10:00,Busy,,,",
                "10,2026-03-01 10:00,Left voicemail,,,",
                "11,2026-03-01 10:00,No answer,,,",
                "12,2026-03-01 10:00,Wrong number,,,",
                "13,2026-03-01 10:00,Hung up,,COMPLETED,",
                "14,2026-03-01 10:00,,,BUSY,",
                "15,2026-03-01 10:00,,,NO_ANSWER,",
                "16,2026-03-01 10:00,,,FAILED,",
                "17,2026-03-01 10:00,,,MISSED,",
                "18,2026-03-01 10:00,,,COMPLETED,",
                "19,2026-03-01 10:00,,,CANCELED,",
                "20,2026-03-01 10:00,,,QUEUED,",
                "21,2026-03-01 10:00,,,RINGING,",
                "22,2026-03-01 10:00,,,CONNECTING,",
                "23,2026-03-01 10:00,,,CALLING_CRM_USER,",
                "24,2026-03-01 10:00,,,IN_PROGRESS,",
                "25,2026-03-01 10:00,,,HOLD,");

        ImportedRecords records = read();

        assertThat(Shown.calls(records).subList(0, 2))
                .containsExactly(
                        "1 | - | 2026-03-01T09:00:00Z | DISCUSSION | PROSPECTING | Ann Lee | {direction=OUTBOUND}",
                        "2 | - | 2026-03-01T09:00:00Z | CALL_BACK | OTHER | - | {direction=INBOUND}");
        assertThat(records.calls().subList(2, 18))
                .extracting(call -> call.id() + " " + call.outcome() + " " + call.purpose())
                .containsExactly(
                        "3 NO_ANSWER PROSPECTING",
                        "4 NO_ANSWER PROSPECTING",
                        "5 NO_ANSWER PROSPECTING",
                        "6 NO_ANSWER PROSPECTING",
                        "7 DISCUSSION PROSPECTING",
                        "8 CALL_BACK OTHER",
                        "9 NO_ANSWER PROSPECTING",
                        "10 NO_ANSWER PROSPECTING",
                        "11 NO_ANSWER PROSPECTING",
                        "12 NO_ANSWER PROSPECTING",
                        "13 null PROSPECTING",
                        "14 NO_ANSWER PROSPECTING",
                        "15 NO_ANSWER PROSPECTING",
                        "16 NO_ANSWER PROSPECTING",
                        "17 NO_ANSWER PROSPECTING",
                        "18 null PROSPECTING");
        assertThat(records.calls()).hasSize(18);
        assertThat(records.summary())
                .contains(
                        "  7 skipped: canceled, or not over yet",
                        "    outcome not understood, counted as not recorded: Hung up (1)");
    }

    @Test
    void meetingsWithoutOutcomeWereHeldIfTheyArePast() throws Exception {
        export.withJson(
                "meetings.jsonl",
                meeting("1", "'2026-03-01T10:00:00Z'", "'COMPLETED'"),
                meeting("2", "'2026-03-01T10:00:00Z'", "'NO_SHOW'"),
                meeting("3", "'2026-03-01T10:00:00Z'", "'CANCELED'"),
                meeting("4", "'2026-03-01T10:00:00Z'", "'RESCHEDULED'"),
                meeting("5", "'2026-03-01T10:00:00Z'", "'SCHEDULED'"),
                meeting("6", "'2026-07-01T10:00:00Z'", "'SCHEDULED'"),
                meeting("7", "1772359200000", "null"),
                meeting("8", "null", "'NO SHOW'"),
                meeting("9", "null", "'BORING'"));

        ImportedRecords records = read();

        assertThat(records.meetings())
                .extracting(meeting -> meeting.id() + " " + meeting.at() + " " + meeting.outcome())
                .containsExactly(
                        "1 2026-03-01T10:00:00Z HELD",
                        "2 2026-03-01T10:00:00Z NO_SHOW",
                        "3 2026-03-01T10:00:00Z CANCELLED",
                        "4 2026-03-01T10:00:00Z CANCELLED",
                        "5 2026-03-01T10:00:00Z HELD",
                        "6 2026-07-01T10:00:00Z PLANNED",
                        "7 2026-03-01T10:00:00Z HELD",
                        "8 2026-03-02T10:00:00Z NO_SHOW",
                        "9 2026-03-02T10:00:00Z HELD");
        assertThat(records.summary()).contains("    outcome not understood, counted as HELD: BORING (1)");
    }

    private static String meeting(String id, String start, String outcome) {
        return "{'id': '" + id + "', 'properties': {'hs_timestamp': '2026-03-02T10:00:00Z', 'hs_meeting_start_time': "
                + start + ", 'hs_meeting_outcome': " + outcome + "}}";
    }

    @Test
    void answersToSurveysOfRecommendationAndSatisfactionAreSurveys() throws Exception {
        export.withJson(
                        "feedback_submissions.jsonl",
                        "{'id': '1', 'properties': {'hs_survey_type': 'NPS', 'hs_value': '9', 'hs_submission_timestamp':"
                                + " '2026-03-02T10:00:00Z', 'hs_contact_id': '20'}}",
                        answer("2", "'CSAT'", "'PROMOTER'"),
                        answer("3", "'CSAT'", "'PASSIVE'"),
                        answer("4", "'CUSTOM'", "'DETRACTOR'"),
                        answer("5", "'CSAT'", "null"),
                        answer("6", "'CES'", "'PROMOTER'"))
                .withJson("contacts.jsonl", "{'id': '20', 'properties': {'createdate': '2026-02-01T00:00:00Z'}}");

        ImportedRecords records = read();

        assertThat(records.surveys())
                .extracting(survey -> survey.id() + " " + survey.at() + " " + survey.scale() + " " + survey.score())
                .containsExactly(
                        "1 2026-03-02T10:00:00Z NPS 9",
                        "2 2026-03-02T10:00:00Z CSAT_5 5",
                        "3 2026-03-02T10:00:00Z CSAT_5 3",
                        "4 2026-03-02T10:00:00Z CSAT_5 1");
        assertThat(records.surveys())
                .element(0)
                .extracting(one -> one.customerId())
                .isEqualTo("contact-20");
        assertThat(records.summary())
                .contains(
                        "  1 skipped: no survey of recommendation or satisfaction",
                        "  1 skipped: answer without a class");
    }

    private static String answer(String id, String type, String group) {
        return "{'id': '" + id + "', 'properties': {'hs_survey_type': " + type
                + ", 'hs_value': '2', 'hs_response_group': " + group
                + ", 'hs_submission_timestamp': '2026-03-02T10:00:00Z'}}";
    }

    @Test
    void exportsOfContactsMeetingsAndSurveysHaveLabels() throws Exception {
        export.with(
                        "hubspot-crm-exports-all-contacts-2026-05-01.csv",
                        "Record ID,Create Date,Contact owner,Primary Associated Company ID,Lifecycle Stage",
                        "20,2026-01-05 10:00,Ann Lee,10,Customer",
                        "21,2026-01-05 10:00,Ann Lee,,Lead")
                .with(
                        "hubspot-crm-exports-all-meetings-2026-05-01.csv",
                        "Record ID,Meeting start time,Meeting outcome,Activity assigned to,Associated Contact IDs",
                        "1,2026-03-05 10:00,Completed,Ann Lee,20",
                        "2,2026-03-05 10:00,No show,Ann Lee,21",
                        "3,2026-03-05 10:00,Canceled,Ann Lee,",
                        "4,2026-03-05 10:00,Rescheduled,Ann Lee,",
                        "5,2026-07-05 10:00,Scheduled,Ann Lee,")
                .with(
                        "hubspot-feedback.csv",
                        "Record ID,Submission date,Survey type,Rating,Associated Contact IDs",
                        "1,2026-03-05 10:00,NPS,6,20");

        ImportedRecords records = read();

        assertThat(Shown.customers(records))
                .containsExactly(
                        "company-10 | 2026-01-05T09:00:00Z | - | Ann Lee | {lifecycle_stage=Customer}",
                        "contact-21 | 2026-01-05T09:00:00Z | - | Ann Lee | {lifecycle_stage=Lead}");
        assertThat(records.meetings())
                .extracting(one -> one.id() + " " + one.customerId() + " " + one.outcome() + " " + one.owner())
                .containsExactly(
                        "1 company-10 HELD Ann Lee",
                        "2 contact-21 NO_SHOW Ann Lee",
                        "3 null CANCELLED Ann Lee",
                        "4 null CANCELLED Ann Lee",
                        "5 null PLANNED Ann Lee");
        assertThat(records.surveys())
                .extracting(one -> one.customerId() + " " + one.score())
                .containsExactly("company-10 6");
    }

    @Test
    void mergesAreFollowedToTheLastAndOfSeveralAssociationsTheFirstCounts() throws Exception {
        export.with(
                        "companies.csv",
                        "Record ID,Company name,Create Date,Merged object IDs",
                        "7,Old,2026-01-01,",
                        "8,Older,2026-01-01,7",
                        "9,Acme,2026-01-01,7;8",
                        "5,Other,2026-01-01,")
                .with(
                        "contacts.csv",
                        "Record ID,Create Date,Primary Associated Company ID,Merged object IDs",
                        "21,2026-01-02,8;5,20",
                        "30,2026-01-02,,")
                .with(
                        "deals.csv",
                        "Record ID,Create Date,Deal Stage,Close Date,Amount,Deal Currency Code,Associated Company IDs,Associated"
                                + " Contact IDs",
                        "1,2026-02-01,Closed Won,2026-03-01,10,EUR,7;5,",
                        "2,2026-02-01,Closed Won,2026-03-01,10,EUR,5;9,",
                        "3,2026-02-01,Closed Won,2026-03-01,10,EUR,,20;30",
                        "4,2026-02-01,Closed Won,2026-03-01,10,EUR,,30;20");

        ImportedRecords records = export.read(BuiltInMapping.HUBSPOT);

        assertThat(records.contracts())
                .extracting(contract -> contract.id() + " " + contract.customerId())
                .containsExactly("1 company-9", "2 company-5", "3 company-9", "4 contact-30");
        assertThat(records.customers())
                .extracting(customer -> customer.id())
                .containsExactlyInAnyOrder("company-9", "company-5", "contact-30");
        assertThat(records.doubts()).isEmpty();
        assertThat(records.summary()).contains("  2 skipped: merged into another");
    }
}
