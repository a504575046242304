package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.saleskpi.intake.ImportedRecords;

/** docs/crm/zoho.md does what it says of exports of today and of the API; {@link BuiltInMappingTest} has the older export. */
class ZohoMappingTest {

    private Export export;

    @BeforeEach
    void makeExport(@TempDir Path folder) {
        export = new Export(folder);
    }

    @Test
    void theApiLeadsFromLeadsToAccountsAndDeals() throws Exception {
        export.withText("leads.json", """
                        {"data": [
                          {"id": "1", "Created_Time": "2026-01-04T14:08:39+01:00", "Owner": {"name": "Ann Lee", "id": "9"},
                           "Lead_Source": "Web", "Lead_Status": null, "Industry": null, "$converted": true,
                           "$converted_detail": {"account": "10", "contact": "20", "deal": "30"}},
                          {"id": "2", "Created_Time": "2026-01-05T14:08:39+01:00", "Owner": {"name": "Ann Lee", "id": "9"},
                           "Lead_Source": null, "Lead_Status": "Junk Lead", "Industry": "Retail", "$converted": false,
                           "$converted_detail": {}}]}
                        """)
                .withJson(
                        "Accounts.jsonl",
                        "{'id': '10', 'Created_Time': '2026-02-01T10:00:00+01:00', 'Industry': 'Pharma', 'Owner': {'name':"
                                + " 'Bob Ray'}}")
                .withJson("Contacts.jsonl", "{'id': '20', 'Account_Name': {'name': 'Acme', 'id': '10'}}")
                .withJson(
                        "Deals.jsonl",
                        deal("30", "Closed Won", "'Amount': 22700.5, 'Account_Name': {'id': '10'}"),
                        deal(
                                "31",
                                "Closed Lost to Competition",
                                "'Amount': null, 'Account_Name': null, 'Contact_Name':" + " {'id': '20'}"),
                        deal("32", "Qualification", "'Amount': 5, 'Account_Name': null"))
                .withJson(
                        "Calls.jsonl",
                        call("40", "'Who_Id': {'id': '20'}, 'What_Id': null, 'Call_Result': 'Interested'"),
                        call("41", "'Who_Id': null, 'What_Id': {'id': '30'}, 'Call_Result': 'Not interested'"),
                        call("42", "'Who_Id': null, 'What_Id': {'id': '10'}, 'Call_Result': 'No response/Busy'"),
                        call("43", "'Who_Id': {'id': '2'}, 'What_Id': null, 'Call_Result': 'Requested more info'"),
                        call("44", "'Who_Id': null, 'What_Id': null, 'Call_Result': 'Requested call back'"),
                        call("45", "'Who_Id': null, 'What_Id': null, 'Call_Result': 'Invalid number'"),
                        call("46", "'Who_Id': null, 'What_Id': null, 'Call_Result': '-None-'"),
                        call("47", "'Who_Id': null, 'What_Id': null, 'Outgoing_Call_Status': 'Scheduled'"),
                        call("48", "'Who_Id': null, 'What_Id': null, 'Outgoing_Call_Status': 'Cancelled'"),
                        call("49", "'Who_Id': null, 'What_Id': null, 'Outgoing_Call_Status': 'Overdue'"))
                .withJson(
                        "Events.jsonl",
                        "{'id': '50', 'Start_DateTime': '2026-03-02T10:00:00+01:00', 'What_Id': {'id': '30'}, 'Owner':"
                                + " {'name': 'Ann Lee'}}");

        ImportedRecords records = export.read(BuiltInMapping.ZOHO_DEALS);

        assertThat(Shown.customers(records))
                .containsExactly(
                        "10 | 2026-01-04T13:08:39Z | - | Ann Lee | {source=Web, industry=Pharma}",
                        "2 | 2026-01-05T13:08:39Z | - | Ann Lee | {industry=Retail, lead_status=Junk Lead}");
        assertThat(Shown.proposals(records))
                .containsExactly(
                        "30 | 10 | 2026-02-10T09:00:00Z | ACCEPTED | 2026-03-04T23:00:00Z | USD 22700.50 | Ann Lee"
                                + " | {stage=Closed Won}",
                        "31 | 10 | 2026-02-10T09:00:00Z | REFUSED | 2026-03-04T23:00:00Z | - | Ann Lee"
                                + " | {stage=Closed Lost to Competition}",
                        "32 | - | 2026-02-10T09:00:00Z | PENDING | - | USD 5.00 | Ann Lee | {stage=Qualification}");
        assertThat(Shown.contracts(records))
                .containsExactly("30 | 10 | 2026-03-04T23:00:00Z | - | USD 22700.50 | 30 | Ann Lee");
        assertThat(records.calls())
                .extracting(call -> call.id() + " " + call.customerId() + " " + call.outcome())
                .containsExactly(
                        "40 10 DISCUSSION",
                        "41 10 REFUSED",
                        "42 10 NO_ANSWER",
                        "43 2 DISCUSSION",
                        "44 null CALL_BACK",
                        "45 null NO_ANSWER",
                        "46 null null");
        assertThat(records.summary()).contains("  3 skipped: scheduled, cancelled or overdue");
        assertThat(Shown.meetings(records)).containsExactly("50 | 10 | 2026-03-02T09:00:00Z | HELD | Ann Lee");
        assertThat(Export.problems(records)).isEmpty();
    }

    private static String deal(String id, String stage, String fields) {
        return "{'id': '" + id + "', 'Stage': '" + stage
                + "', 'Created_Time': '2026-02-10T10:00:00+01:00', 'Closing_Date':"
                + " '2026-03-05', 'Owner': {'name': 'Ann Lee'}, " + fields + "}";
    }

    private static String call(String id, String fields) {
        return "{'id': '" + id
                + "', 'Call_Type': 'Outbound', 'Call_Start_Time': '2026-03-01T10:00:00+01:00', 'Owner': {'name':"
                + " 'Ann Lee'}, " + fields + "}";
    }

    @ParameterizedTest
    @EnumSource(names = {"ZOHO", "ZOHO_DEALS"})
    void theStatusOfACallSaysWhetherItWasMade(BuiltInMapping mapping) throws Exception {
        export.withJson(
                "Calls.jsonl",
                call("1", "'Call_Status': 'Overdue', 'Outgoing_Call_Status': null"),
                call("2", "'Call_Status': 'Scheduled', 'Outgoing_Call_Status': 'Scheduled'"),
                call("3", "'Call_Status': 'Cancelled'"),
                call("4", "'Call_Status': 'Attended Dialled', 'Call_Result': null"),
                call("5", "'Call_Status': 'Unattended Dialled', 'Call_Result': '-None-'"),
                call("6", "'Call_Status': 'Unattended Dialled', 'Call_Result': 'Requested call back'"),
                call("7", "'Call_Status': null, 'Outgoing_Call_Status': 'Overdue'"));

        ImportedRecords records = export.read(mapping);

        assertThat(records.calls())
                .extracting(call -> call.id() + " " + call.outcome())
                .containsExactly("4 null", "5 NO_ANSWER", "6 CALL_BACK");
        assertThat(records.summary()).contains("  4 skipped: scheduled, cancelled or overdue");
    }

    @ParameterizedTest
    @EnumSource(names = {"ZOHO", "ZOHO_DEALS"})
    void callsAndMeetingsMayBeRelatedToALead(BuiltInMapping mapping) throws Exception {
        export.withJson(
                        "Leads.jsonl",
                        "{'id': 'L1', 'Created_Time': '2026-01-02T09:00:00+01:00'}",
                        "{'id': 'L2', 'Created_Time': '2026-01-02T09:00:00+01:00', '$converted_detail': {'account': 'A2'}}",
                        "{'id': 'L3', 'Created_Time': '2026-01-02T09:00:00+01:00', 'Converted_Account': {'id': 'A3'}}")
                .withJson(
                        "Calls.jsonl",
                        call("1", "'Who_Id': null, 'What_Id': {'id': 'L1'}"),
                        call("2", "'Who_Id': null, 'What_Id': {'id': 'L2'}"),
                        call("3", "'Who_Id': {'id': 'L3'}, 'What_Id': null"))
                .withJson(
                        "Events.jsonl",
                        "{'id': '4', 'Start_DateTime': '2026-03-02T10:00:00+01:00', 'Who_Id': null, 'What_Id': {'id': 'L1'}}");

        ImportedRecords records = export.read(mapping);

        assertThat(records.calls()).extracting(call -> call.customerId()).containsExactly("L1", "A2", "A3");
        assertThat(records.meetings()).extracting(one -> one.customerId()).containsExactly("L1");
        assertThat(records.summary()).noneMatch(line -> line.contains("not found"));
    }

    @ParameterizedTest
    @CsvSource({"€,EUR 7.00", "$,USD 7.00", "£,GBP 7.00", "CHF,CHF 7.00"})
    void aRecordOfTheApiHasTheSignOfItsCurrency(String sign, String amount) throws Exception {
        export.withJson(
                "Deals.jsonl",
                deal(
                        "1",
                        "Closed Won",
                        "'Amount': 7, '$currency_symbol': '" + sign + "', 'Account_Name': {'id': '10'}"));

        ImportedRecords records = export.read(BuiltInMapping.ZOHO_DEALS);

        assertThat(records.proposals())
                .extracting(one -> String.valueOf(one.amount()))
                .containsExactly(amount);
        assertThat(records.contracts())
                .extracting(one -> one.amount().toString())
                .containsExactly(amount);
    }

    @ParameterizedTest
    @EnumSource(names = {"ZOHO", "ZOHO_DEALS"})
    void ordersOfAnAccountAreContractsUnlessADealIs(BuiltInMapping mapping) throws Exception {
        export.withJson(
                        "Deals.jsonl",
                        deal("30", "Closed Won", "'Amount': 1, 'Account_Name': {'id': '10'}"),
                        deal("31", "Closed Lost", "'Amount': 1, 'Account_Name': {'id': '10'}"))
                .withJson(
                        "Sales_Orders.jsonl",
                        order("1", "'Status': 'Approved', 'Deal_Name': {'id': '30'}"),
                        order("2", "'Status': 'Delivered', 'Deal_Name': {'id': '31'}"),
                        order("3", "'Status': 'Created', 'Deal_Name': null"),
                        order("4", "'Status': 'Cancelled', 'Deal_Name': null"),
                        "{'id': '5', 'Created_Time': '2026-03-02T10:00:00+01:00', 'Grand_Total': 7, 'Account_Name': null}");

        ImportedRecords records = export.read(mapping);

        assertThat(records.contracts())
                .extracting(one -> one.id() + " " + one.customerId() + " " + one.amount())
                .containsExactly("30 10 USD 1.00", "order-2 10 EUR 7.00", "order-3 10 EUR 7.00");
        assertThat(records.summary())
                .contains(
                        "  1 skipped: cancelled",
                        "  1 skipped: of a won deal, which is the contract",
                        "  1 matched no rule");
    }

    private static String order(String id, String fields) {
        return "{'id': '" + id + "', 'Created_Time': '2026-03-02T10:00:00+01:00', 'Grand_Total': 7, '$currency_symbol':"
                + " '€', 'Account_Name': {'id': '10'}, " + fields + "}";
    }

    @Test
    void aSignOfSeveralCurrenciesIsNoneAndANameOfOneComesFirst() throws Exception {
        export.withJson(
                "Deals.jsonl",
                deal("1", "Qualification", "'Amount': 7, '$currency_symbol': '¥'"),
                deal("2", "Qualification", "'Amount': 7, '$currency_symbol': '¥', 'Currency': 'JPY'"));

        ImportedRecords records = export.read(BuiltInMapping.ZOHO_DEALS);

        assertThat(records.proposals())
                .extracting(one -> String.valueOf(one.amount()))
                .containsExactly("JPY 7");
        assertThat(Export.problems(records))
                .containsExactly("Proposal 1 (Deals.jsonl:1): currency ¥ is not the code of a currency, such as EUR");
    }

    @ParameterizedTest
    @EnumSource(names = {"ZOHO", "ZOHO_DEALS"})
    void anEventOfTheWholeDayHasItsDayAtMidnightUtc(BuiltInMapping mapping) throws Exception {
        export.withJson(
                "Events.jsonl",
                "{'id': '1', 'All_day': true, 'Start_DateTime': '2026-03-02T00:00:00+00:00'}",
                "{'id': '2', 'All_day': false, 'Start_DateTime': '2026-03-02T00:00:00+00:00'}");

        assertThat(export.read(mapping).meetings())
                .extracting(one -> one.id() + " " + one.at())
                .containsExactly("1 2026-03-01T23:00:00Z", "2 2026-03-02T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "Draft,PENDING",
        "Negotiation,PENDING",
        "Delivered,PENDING",
        "On Hold,PENDING",
        "Confirmed,ACCEPTED",
        "Closed Won,ACCEPTED",
        "Closed Lost,REFUSED",
        "Dreaming,PENDING"
    })
    void quotesOfAnExportOfTodayAreProposalsOfTheirAccount(String stage, String status) throws Exception {
        export.with(
                        "Quotes.csv",
                        "Record Id,Subject,Quote Stage,Created Time,Modified Time,Grand Total,Quote Owner,Account Name.id,Account Name",
                        "7,Offer," + stage + ",2026-03-01 10:00:00,21.03.2026 15:30,\"$2,372.00\",Ann Lee,10,Acme")
                .with(
                        "Accounts.csv",
                        "Record Id,Account Name,Created Time,Account Owner",
                        "10,Acme,2026-01-01 10:00:00,Ann Lee");

        ImportedRecords records = export.read(BuiltInMapping.ZOHO);

        assertThat(records.proposals())
                .extracting(one -> one.id() + " " + one.customerId() + " " + one.status() + " " + one.decidedAt() + " "
                        + one.amount() + " " + one.attributes().get("stage"))
                .containsExactly("7 10 " + status + " " + (status.equals("PENDING") ? null : "2026-03-21T14:30:00Z")
                        + " USD 2372.00 " + stage);
        assertThat(records.summary().contains("    status not understood, counted as PENDING: Dreaming (1)"))
                .isEqualTo(stage.equals("Dreaming"));
    }

    @Test
    void dealsOfAnExportOfTodayAreContractsOfTheirAccount() throws Exception {
        export.with(
                "Deals.csv",
                "Record Id,Deal Name,Stage,Created Time,Closing Date,Amount,Deal Owner,Account Name.id,Type,Lead Source",
                "30,One,Closed Won,\"10 Feb, 2026 10:00:00\",\"05 Mar, 2026\",\"$2,372.00\",Ann Lee,10,New,OnlineStore",
                "31,Two,Closed Lost,\"10 Feb, 2026 10:00:00\",\"05 Mar, 2026\",,Ann Lee,10,New,");

        ImportedRecords records = export.read(BuiltInMapping.ZOHO);

        assertThat(Shown.contracts(records))
                .containsExactly("30 | 10 | 2026-03-04T23:00:00Z | - | USD 2372.00 | - | Ann Lee"
                        + " | {source=Online Store, deal_type=New}");
        assertThat(records.customers()).hasSize(1);
    }

    @Test
    void leadsCallsAndMeetingsOfAnExportOfTodayLeadToAccounts() throws Exception {
        export.with(
                        "Leads.csv",
                        "Record Id,Created Time,Lead Owner,Lead Source,Industry,Lead Status,Converted Account.id",
                        "1,2026-01-04 10:00:00,Ann Lee,Web,Retail,Contacted,10",
                        "2,2026-01-05 10:00:00,Ann Lee,,,Not Contacted,")
                .with("Accounts.csv", "Record Id,Created Time,Account Owner", "10,2026-02-04 10:00:00,Bob Ray")
                .with("Contacts.csv", "Record Id,Account Name.id", "20,10")
                .with(
                        "Calls.csv",
                        "Record Id,Call Start Time,Call Type,Call Owner,Call Result,Outgoing Call Status,Contact Name.id,Related To.id",
                        "40,2026-03-01 10:00:00,Outbound,Ann Lee,Interested,Completed,20,",
                        "41,2026-03-01 10:00:00,Inbound,Ann Lee,,,,10",
                        "42,2026-03-01 10:00:00,Missed,Ann Lee,,,2,",
                        "43,2026-03-01 10:00:00,Outbound,Ann Lee,,Scheduled,20,")
                .with(
                        "Meetings.csv",
                        "Record Id,From,Host,Related To.id",
                        "50,2026-03-02 10:00:00,Ann Lee,10",
                        "51,2026-07-02 10:00:00,Ann Lee,");

        ImportedRecords records = export.read(BuiltInMapping.ZOHO);

        assertThat(Shown.customers(records))
                .containsExactly(
                        "10 | 2026-01-04T09:00:00Z | - | Ann Lee | {source=Web, industry=Retail, lead_status=Contacted}",
                        "2 | 2026-01-05T09:00:00Z | - | Ann Lee | {lead_status=Not Contacted}");
        assertThat(records.calls())
                .extracting(call -> call.id() + " " + call.customerId() + " " + call.outcome() + " " + call.purpose())
                .containsExactly("40 10 DISCUSSION PROSPECTING", "41 10 null OTHER", "42 2 null OTHER");
        assertThat(Shown.meetings(records))
                .containsExactly(
                        "50 | 10 | 2026-03-02T09:00:00Z | HELD | Ann Lee",
                        "51 | - | 2026-07-02T08:00:00Z | PLANNED | Ann Lee");
    }
}
