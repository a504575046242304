package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;

/** docs/crm/salesforce.md does what it says. */
class SalesforceMappingTest {

    private Export export;

    @BeforeEach
    void makeExport(@TempDir Path folder) {
        export = new Export(folder);
    }

    private ImportedRecords read() throws Exception {
        return export.read(BuiltInMapping.SALESFORCE);
    }

    /** Answers of the REST API, one object a line. */
    private void writeApi() {
        export.withJson(
                        "Account.jsonl",
                        "{'Id': '001A0000000000aAAA', 'IsDeleted': false, 'Type': 'Customer - Direct', 'Industry': 'Retail',"
                                + " 'OwnerId': '005A0000000000aAAA', 'CreatedDate': '2026-02-01T09:00:00.000+0000'}",
                        "{'Id': '001B0000000000bAAA', 'IsDeleted': true, 'Type': null, 'Industry': null,"
                                + " 'OwnerId': '005A0000000000aAAA', 'CreatedDate': '2026-02-01T09:00:00.000+0000'}")
                .withJson(
                        "Lead.jsonl",
                        "{'Id': '00QA0000000000aAAA', 'IsConverted': true, 'ConvertedAccountId': '001A0000000000aAAA',"
                                + " 'CreatedDate': '2026-01-10T09:00:00.000+0000', 'LeadSource': 'Web', 'Status': 'Qualified',"
                                + " 'OwnerId': '005A0000000000aAAA', 'IsDeleted': false}",
                        "{'Id': '00QB0000000000bAAA', 'IsConverted': false, 'ConvertedAccountId': null,"
                                + " 'CreatedDate': '2026-01-11T09:00:00.000+0000', 'LeadSource': null, 'Status': 'New',"
                                + " 'OwnerId': '005Z0000000000zAAA', 'IsDeleted': false}",
                        "{'Id': '00QC0000000000cAAA', 'IsConverted': true, 'ConvertedAccountId': null,"
                                + " 'CreatedDate': '2026-01-11T09:00:00.000+0000', 'LeadSource': null, 'Status': 'New',"
                                + " 'OwnerId': null, 'IsDeleted': false}")
                .withJson("User.jsonl", "{'Id': '005A0000000000aAAA', 'Name': 'Ann Lee'}")
                .withJson("Contract.jsonl", "{'Id': '800A0000000000aAAA', 'EndDate': '2027-03-04'}")
                .withJson(
                        "Opportunity.jsonl",
                        opportunity(
                                "006A",
                                "'StageName': 'Signed!', 'IsClosed': true, 'IsWon': true, 'Amount': 1200.5,"
                                        + " 'ContractId': '800A0000000000aAAA', 'CurrencyIsoCode': 'EUR'"),
                        opportunity("006B", "'StageName': 'Gone', 'IsClosed': true, 'IsWon': false, 'Amount': null"),
                        opportunity("006C", "'StageName': 'Talking', 'IsClosed': false, 'IsWon': false, 'Amount': 10"),
                        opportunity(
                                "006D",
                                "'StageName': 'Signed!', 'IsClosed': true, 'IsWon': true, 'Amount': 1,"
                                        + " 'IsDeleted': true"));
    }

    private static String opportunity(String id, String fields) {
        return "{'Id': '" + id + "0000000000aAAA', 'AccountId': '001A0000000000aAAA', 'CloseDate': '2026-03-05',"
                + " 'CreatedDate': '2026-03-05T21:03:23.000+0000', 'LeadSource': 'Web', 'Type': 'New', 'OwnerId':"
                + " '005A0000000000aAAA', " + fields + "}";
    }

    @Test
    void accountsAndTheLeadsThatBecameThemAreOneCustomer() throws Exception {
        writeApi();

        ImportedRecords records = read();

        assertThat(Shown.customers(records))
                .containsExactly(
                        "001A0000000000a | 2026-01-10T09:00:00Z | - | Ann Lee"
                                + " | {source=Web, lead_status=Qualified, account_type=Customer - Direct, industry=Retail}",
                        "00QB0000000000b | 2026-01-11T09:00:00Z | - | 005Z0000000000zAAA | {lead_status=New}");
        assertThat(records.summary())
                .contains(
                        "  1 skipped: deleted",
                        "  1 skipped: converted, to an account that is not named",
                        "    1 customer made",
                        "    1 further row of the same customers",
                        "    3 further rows of the same customers");
    }

    @Test
    void opportunitiesAreWonAndLostByTheirFlags() throws Exception {
        writeApi();

        ImportedRecords records = read();

        assertThat(Shown.proposals(records))
                .containsExactly(
                        "006A0000000000a | 001A0000000000a | 2026-03-05T21:03:23Z | ACCEPTED | 2026-03-05T21:03:23Z"
                                + " | EUR 1200.50 | Ann Lee | {source=Web, deal_type=New, stage=Signed!}",
                        "006B0000000000a | 001A0000000000a | 2026-03-05T21:03:23Z | REFUSED | 2026-03-05T21:03:23Z | -"
                                + " | Ann Lee | {source=Web, deal_type=New, stage=Gone}",
                        "006C0000000000a | 001A0000000000a | 2026-03-05T21:03:23Z | PENDING | - | USD 10.00 | Ann Lee"
                                + " | {source=Web, deal_type=New, stage=Talking}");
        assertThat(Shown.contracts(records))
                .containsExactly("006A0000000000a | 001A0000000000a | 2026-03-04T23:00:00Z | 2027-03-04T23:00:00Z"
                        + " | EUR 1200.50 | 006A0000000000a | Ann Lee | {source=Web, deal_type=New}");
        assertThat(Export.problems(records)).isEmpty();
    }

    @Test
    void aReportOfOpportunitiesHasLabelsAndItsStagesDecide() throws Exception {
        export.with(
                "Opportunities.csv",
                "Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Close Date,Created Date,Opportunity Owner,Lead Source,Type",
                "006A0000000000a,One,Acme,Closed Won,100.00,2026-03-05,2026-02-05,Ann Lee,Web,New",
                "006B0000000000a,Two,Acme,Closed Lost,,2026-03-05,2026-01-05,Ann Lee,,New",
                "006C0000000000a,Three,Bolt,Negotiation/Review,7,2026-09-05,2026-02-05,Bob Ray,,New",
                "006D0000000000a,Four,,Kick-off,7,2026-09-05,2026-02-05,Bob Ray,,New");

        ImportedRecords records = read();

        assertThat(records.customers())
                .extracting(customer -> customer.id() + " " + customer.since())
                .containsExactly("Acme 2026-01-04T23:00:00Z", "Bolt 2026-02-04T23:00:00Z");
        assertThat(records.proposals())
                .extracting(proposal -> proposal.id() + " " + proposal.customerId() + " " + proposal.status())
                .containsExactly(
                        "006A0000000000a Acme ACCEPTED",
                        "006B0000000000a Acme REFUSED",
                        "006C0000000000a Bolt PENDING",
                        "006D0000000000a null PENDING");
        assertThat(Shown.contracts(records))
                .containsExactly(
                        "006A0000000000a | Acme | 2026-03-04T23:00:00Z | - | USD 100.00 | 006A0000000000a | Ann Lee"
                                + " | {source=Web, deal_type=New}");
        assertThat(records.summary()).contains("    status not understood, counted as PENDING: Kick-off (1)");
    }

    @Test
    void everyStandardStageIsKnown() throws Exception {
        export.with(
                "Opportunity.csv",
                "Id,AccountId,StageName,Amount,CloseDate,CreatedDate",
                "1,a,Prospecting,1,2026-03-05,2026-02-05",
                "2,a,Qualification,1,2026-03-05,2026-02-05",
                "3,a,Needs Analysis,1,2026-03-05,2026-02-05",
                "4,a,Value Proposition,1,2026-03-05,2026-02-05",
                "5,a,Id. Decision Makers,1,2026-03-05,2026-02-05",
                "6,a,Perception Analysis,1,2026-03-05,2026-02-05",
                "7,a,Proposal/Price Quote,1,2026-03-05,2026-02-05",
                "8,a,Negotiation/Review,1,2026-03-05,2026-02-05",
                "9,a,Closed Won,1,2026-03-05,2026-02-05",
                "10,a,Closed Lost,1,2026-03-05,2026-02-05");

        assertThat(read().summary()).noneMatch(line -> line.contains("not understood"));
    }

    @Test
    void doneTasksOfTheSubtypeCallAreCalls() throws Exception {
        export.with(
                        "Task.csv",
                        "Id,IsDeleted,IsRecurrence,TaskSubtype,Type,Status,IsClosed,CallType,CallDisposition,CompletedDateTime,ActivityDate,AccountId,WhoId,OwnerId",
                        "t1,false,false,Call,,Completed,true,Outbound,Interested,2026-03-02T08:00:00.000Z,2026-03-09,001A0000000000aAAA,,005",
                        "t2,false,false,Task,Call,Completed,true,Inbound,Not Interested,,2026-03-09,,00QB0000000000bAAA,005",
                        "t3,false,false,Call,,Not Started,false,,,,2026-03-09,,,005",
                        "t4,true,false,Call,,Completed,true,,,,2026-03-09,,,005",
                        "t5,false,true,Call,,Completed,true,,,,2026-03-09,,,005",
                        "t6,false,false,Email,,Completed,true,,,,2026-03-09,,,005",
                        "t7,false,false,Call,,Completed,true,Internal,Call Back,,2026-03-09,,003,005",
                        "t8,false,false,Call,,Completed,true,,Left Voicemail,,2026-03-09,,,005",
                        "t9,false,false,Call,,Completed,true,,No Answer,,2026-03-09,,,005",
                        "t10,false,false,Call,,Completed,true,,Meeting Booked,,2026-03-09,,,005",
                        "t11,false,false,Call,,Completed,true,,Sent a fax,,2026-03-09,,,005")
                .with("Account.csv", "Id,CreatedDate", "001A0000000000aAAA,2026-01-01T00:00:00.000Z")
                .with("Lead.csv", "Id,CreatedDate,IsConverted", "00QB0000000000bAAA,2026-01-01T00:00:00.000Z,false");

        ImportedRecords records = read();

        assertThat(Shown.calls(records))
                .containsExactly(
                        "t1 | 001A0000000000a | 2026-03-02T08:00:00Z | DISCUSSION | PROSPECTING | 005 | {direction=Outbound}",
                        "t2 | 00QB0000000000b | 2026-03-08T23:00:00Z | REFUSED | OTHER | 005 | {direction=Inbound}",
                        "t7 | - | 2026-03-08T23:00:00Z | CALL_BACK | OTHER | 005 | {direction=Internal}",
                        "t8 | - | 2026-03-08T23:00:00Z | NO_ANSWER | PROSPECTING | 005",
                        "t9 | - | 2026-03-08T23:00:00Z | NO_ANSWER | PROSPECTING | 005",
                        "t10 | - | 2026-03-08T23:00:00Z | MEETING_BOOKED | PROSPECTING | 005",
                        "t11 | - | 2026-03-08T23:00:00Z | - | PROSPECTING | 005");
        assertThat(records.summary())
                .contains(
                        "  1 skipped: not done",
                        "  1 skipped: deleted",
                        "  1 skipped: definition of a series, not one of its tasks",
                        "  1 matched no rule",
                        "    outcome not understood, counted as not recorded: Sent a fax (1)");
    }

    @Test
    void aReportOfTasksHasAStatusInPlaceOfTheFlag() throws Exception {
        export.with(
                "Tasks.csv",
                "Activity ID,Task Subtype,Status,Due Date,Assigned To,Call Result,Call Type,Account ID",
                "t1,Call,Completed,2026-03-09,Ann Lee,Interested,Outbound,",
                "t2,Call,In Progress,2026-03-09,Ann Lee,,,");

        ImportedRecords records = read();

        assertThat(Shown.calls(records))
                .containsExactly(
                        "t1 | - | 2026-03-08T23:00:00Z | DISCUSSION | PROSPECTING | Ann Lee | {direction=Outbound}");
        assertThat(records.summary()).contains("  1 skipped: not done");
    }

    @Test
    void eventsAreMeetings() throws Exception {
        export.with(
                "event_data.csv",
                "id,is_deleted,is_child,is_recurrence,start_date_time,activity_date,account_id,who_id,owner_id,type,no_show_c",
                "e1,FALSE,FALSE,FALSE,2026-03-02 08:00:00,2026-03-02 00:00:00,,,005,Meeting,FALSE",
                "e2,FALSE,FALSE,FALSE,,2026-07-02 00:00:00,,,005,,",
                "e3,FALSE,FALSE,FALSE,2026-03-02 08:00:00,2026-03-02 00:00:00,,,005,Meeting,TRUE",
                "e4,FALSE,TRUE,FALSE,2026-03-02 08:00:00,2026-03-02 00:00:00,,,005,Meeting,FALSE",
                "e5,FALSE,FALSE,TRUE,2026-03-02 08:00:00,2026-03-02 00:00:00,,,005,Meeting,FALSE",
                "e6,TRUE,FALSE,FALSE,2026-03-02 08:00:00,2026-03-02 00:00:00,,,005,Meeting,FALSE");

        ImportedRecords records = read();

        assertThat(Shown.meetings(records))
                .containsExactly(
                        "e1 | - | 2026-03-02T08:00:00Z | HELD | 005 | {type=Meeting}",
                        "e2 | - | 2026-07-01T22:00:00Z | PLANNED | 005",
                        "e3 | - | 2026-03-02T08:00:00Z | NO_SHOW | 005 | {type=Meeting}");
        assertThat(records.summary())
                .contains(
                        "  1 skipped: copy for somebody who was invited",
                        "  1 skipped: definition of a series, not one of its events",
                        "  1 skipped: deleted");
    }

    @Test
    void reportsOfAccountsLeadsAndEventsHaveLabels() throws Exception {
        export.with(
                        "Accounts.csv",
                        "Account ID,Created Date,Account Owner,Type,Industry",
                        "001A0000000000a,2026-02-01,Ann Lee,Prospect,Retail",
                        "001B0000000000b,,Ann Lee,,")
                .with(
                        "Leads.csv",
                        "Lead ID,Created Date,Converted,Converted Account ID,Lead Owner,Industry,Lead Source,Lead Status",
                        "00QA0000000000a,2026-01-01,1,001A0000000000aAAA,Bob Ray,Retail,Web,Qualified",
                        "00QB0000000000b,2026-01-02,0,,Bob Ray,,,New")
                .with(
                        "Events.csv",
                        "Activity ID,Start,Date,Assigned,Account ID,Lead ID",
                        "e1,2026-03-02 09:00,2026-03-02,Ann Lee,001A0000000000a,",
                        "e2,,2026-03-02,Ann Lee,,00QB0000000000b");

        ImportedRecords records = read();

        assertThat(Shown.customers(records))
                .containsExactly(
                        "001A0000000000a | 2025-12-31T23:00:00Z | - | Bob Ray"
                                + " | {industry=Retail, source=Web, lead_status=Qualified, account_type=Prospect}",
                        "00QB0000000000b | 2026-01-01T23:00:00Z | - | Bob Ray | {lead_status=New}");
        assertThat(Shown.meetings(records))
                .containsExactly(
                        "e1 | 001A0000000000a | 2026-03-02T08:00:00Z | HELD | Ann Lee",
                        "e2 | 00QB0000000000b | 2026-03-01T23:00:00Z | HELD | Ann Lee");
        assertThat(records.summary()).contains("  1 matched no rule");
    }

    @Test
    void aDealWonWithoutAmountIsBadDataAndOneClosedBeforeItWasMadeTookNoTime() throws Exception {
        export.with(
                "Opportunity.csv",
                "Id,AccountId,StageName,IsWon,IsClosed,Amount,CloseDate,CreatedDate",
                "o1,a,Signed,true,true,,2026-03-05,2026-02-05T00:00:00Z",
                "o2,a,Gone,false,true,1,2026-01-05,2026-02-05T00:00:00Z");

        ImportedRecords records = read();

        assertThat(Export.problems(records))
                .containsExactly(
                        "Contract o1 (Opportunity.csv:2): amount is missing",
                        "Contract o1 (Opportunity.csv:2): currency is missing");
        assertThat(records.proposals())
                .extracting(one -> one.id() + " " + one.status() + " " + one.sentAt() + " " + one.decidedAt())
                .containsExactly(
                        "o1 ACCEPTED 2026-02-05T00:00:00Z 2026-03-04T23:00:00Z",
                        "o2 REFUSED 2026-01-04T23:00:00Z 2026-01-04T23:00:00Z");
        assertThat(records.summary()).contains("    decided before sent, counted as sent when decided (zero days): 1");
    }
}
