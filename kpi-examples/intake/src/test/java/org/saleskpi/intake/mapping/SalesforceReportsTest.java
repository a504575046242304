package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;

/** What reports of Salesforce have that its records do not: names in place of ids, and currencies beside amounts. */
class SalesforceReportsTest {

    private Export export;

    @BeforeEach
    void makeExport(@TempDir Path folder) {
        export = new Export(folder);
    }

    private ImportedRecords read() throws Exception {
        return export.read(BuiltInMapping.SALESFORCE);
    }

    private void writeOpportunities() {
        export.with(
                "Opportunity.csv",
                "Opportunity ID,Account Name,Stage,Amount,Close Date,Created Date",
                "006A0000000000a,North Sea Ferries of Bergen,Closed Won,100,2026-03-05,2026-02-05",
                "006B0000000000a,North Sea Ferries of Hull,Prospecting,200,2026-03-05,2026-02-05");
    }

    @Test
    void namesOfAccountsCountWhole() throws Exception {
        writeOpportunities();

        ImportedRecords records = read();

        assertThat(records.customers())
                .extracting(one -> one.id())
                .containsExactly("North Sea Ferries of Bergen", "North Sea Ferries of Hull");
        assertThat(records.proposals())
                .extracting(one -> one.customerId())
                .containsExactly("North Sea Ferries of Bergen", "North Sea Ferries of Hull");
        assertThat(records.contracts())
                .extracting(one -> one.customerId())
                .containsExactly("North Sea Ferries of Bergen");
    }

    @Test
    void theNameLeadsToTheIdThatTheReportOfAccountsHas() throws Exception {
        writeOpportunities();
        export.with(
                        "Account.csv",
                        "Account ID,Account Name,Created Date",
                        "001A0000000000aAAA,North Sea Ferries of Bergen,2026-01-01",
                        "001B0000000000b,Another,2026-01-01")
                .with(
                        "Task.csv",
                        "Activity ID,Task Subtype,Status,Due Date,Company / Account,Lead ID",
                        "t1,Call,Completed,2026-03-09,North Sea Ferries of Bergen,",
                        "t2,Call,Completed,2026-03-09,North Sea Ferries of Hull,",
                        "t3,Call,Completed,2026-03-09,A lead's company,00QB0000000000bAAA")
                .with("Lead.csv", "Lead ID,Created Date", "00QB0000000000b,2026-01-01")
                .with(
                        "Event.csv",
                        "Activity ID,Start,Date,Company / Account",
                        "e1,2026-03-09,2026-03-09,North Sea Ferries of Bergen");

        ImportedRecords records = read();

        assertThat(records.customers())
                .extracting(one -> one.id())
                .containsExactlyInAnyOrder(
                        "001A0000000000a", "001B0000000000b", "00QB0000000000b", "North Sea Ferries of Hull");
        assertThat(records.contracts()).extracting(one -> one.customerId()).containsExactly("001A0000000000a");
        assertThat(records.calls())
                .extracting(one -> one.customerId())
                .containsExactly("001A0000000000a", "North Sea Ferries of Hull", "00QB0000000000b");
        assertThat(records.meetings()).extracting(one -> one.customerId()).containsExactly("001A0000000000a");
        assertThat(records.summary())
                .contains("Account.csv: 1 not found: Account Name or Name or name" + " North Sea Ferries of Hull");
    }

    @Test
    void aQueryOfTheApiMayNameTheAccountToo() throws Exception {
        export.withJson(
                        "Opportunity.jsonl",
                        "{'Id': '006A0000000000aAAA', 'Account': {'Name': 'Ferries'}, 'StageName': 'Prospecting', 'Amount': 1,"
                                + " 'CloseDate': '2026-03-05', 'CreatedDate': '2026-02-05T00:00:00.000+0000'}")
                .withJson(
                        "Account.jsonl",
                        "{'Id': '001A0000000000aAAA', 'Name': 'Ferries', 'CreatedDate':"
                                + " '2026-01-05T00:00:00.000+0000'}");

        assertThat(read().proposals()).extracting(one -> one.customerId()).containsExactly("001A0000000000a");
    }

    @Test
    void anAmountHasTheCurrencyBesideIt() throws Exception {
        export.with(
                "Opportunity.csv",
                "Opportunity ID,Account ID,Stage,Amount Currency,Amount,Amount (converted) Currency,Amount (converted),Close"
                        + " Date,Created Date",
                "006A0000000000a,001,Closed Won,JPY,15000,USD,100.00,2026-03-05,2026-02-05");

        ImportedRecords records = read();

        assertThat(records.proposals())
                .extracting(one -> String.valueOf(one.amount()))
                .containsExactly("JPY 15000");
        assertThat(records.contracts())
                .extracting(one -> one.amount().toString())
                .containsExactly("JPY 15000");
    }

    @Test
    void convertedAmountsCountWhereThereAreNoOthers() throws Exception {
        export.with(
                "Opportunity.csv",
                "Opportunity ID,Account ID,Stage,Amount (converted) Currency,Amount (converted),Close Date,Created Date",
                "006A0000000000a,001,Closed Won,EUR,100.00,2026-03-05,2026-02-05");

        assertThat(read().contracts())
                .extracting(one -> one.amount().toString())
                .containsExactly("EUR 100.00");
    }

    @Test
    void namesOfTheApiHaveNoCase() throws Exception {
        export.with(
                        "Opportunity.csv",
                        "ID,ISDELETED,ACCOUNTID,STAGENAME,AMOUNT,CLOSEDATE,ISCLOSED,ISWON,OWNERID,CREATEDDATE",
                        "006A0000000000aAAA,false,001A0000000000aAAA,Won,500.0,2026-03-09,true,true,005A,2026-03-01T08:00:00.000Z")
                .withJson(
                        "Task.jsonl",
                        "{'ID': 't1', 'TASKSUBTYPE': 'Call', 'ISCLOSED': true, 'ACTIVITYDATE': '2026-03-02', 'accountid':"
                                + " '001A0000000000aAAA', 'OWNER': {'NAME': 'Ann Lee'}}")
                .with(
                        "sf_event_data.csv",
                        "ID,IS_DELETED,START_DATE_TIME,ACTIVITY_DATE",
                        "e1,FALSE,2026-03-02 08:00:00,2026-03-02 00:00:00",
                        "e2,TRUE,2026-03-02 08:00:00,2026-03-02 00:00:00");

        ImportedRecords records = read();

        assertThat(Shown.contracts(records))
                .containsExactly("006A0000000000a | 001A0000000000a | 2026-03-08T23:00:00Z | - | USD 500.00"
                        + " | 006A0000000000a | 005A");
        assertThat(Shown.calls(records))
                .containsExactly("t1 | 001A0000000000a | 2026-03-01T23:00:00Z | - | PROSPECTING | Ann Lee");
        assertThat(records.meetings()).extracting(one -> one.id()).containsExactly("e1");
    }
}
