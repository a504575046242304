package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.sales.Contract;

/** From where a won opportunity has its term. */
class SalesforceTermsTest {

    private Export export;

    @BeforeEach
    void makeExport(@TempDir Path folder) {
        export = new Export(folder);
    }

    private ImportedRecords read() throws Exception {
        return export.read(BuiltInMapping.SALESFORCE);
    }

    private static String term(Contract contract) {
        return contract.id() + " " + contract.startsAt() + " " + contract.endsAt();
    }

    @Test
    void aContractGivesStartAndEndOrElseItsMonths() throws Exception {
        export.with(
                        "Contract.csv",
                        "Id,StartDate,EndDate,ContractTerm",
                        "800A0000000000aAAA,2026-01-01,2026-12-31,12",
                        "800B0000000000bAAA,2026-01-01,,6",
                        "800C0000000000cAAA,2026-01-01,,")
                .with(
                        "Opportunity.csv",
                        "Id,AccountId,CreatedDate,CloseDate,StageName,IsClosed,IsWon,Amount,ContractId",
                        "006A0000000000aAAA,001,2025-12-01T00:00:00Z,2026-02-10,Won,true,true,1,800A0000000000a",
                        "006B0000000000bAAA,001,2025-12-01T00:00:00Z,2026-02-10,Won,true,true,1,800B0000000000b",
                        "006C0000000000cAAA,001,2025-12-01T00:00:00Z,2026-02-10,Won,true,true,1,800C0000000000c",
                        "006D0000000000dAAA,001,2025-12-01T00:00:00Z,2026-02-10,Won,true,true,1,");

        assertThat(read().contracts())
                .extracting(SalesforceTermsTest::term)
                .containsExactly(
                        "006A0000000000a 2025-12-31T23:00:00Z 2026-12-31T23:00:00Z",
                        "006B0000000000b 2025-12-31T23:00:00Z 2026-06-30T22:00:00Z",
                        "006C0000000000c 2025-12-31T23:00:00Z null",
                        "006D0000000000d 2026-02-09T23:00:00Z null");
    }

    @Test
    void copiesOfAConnectorPutAMidnightBehindTheDays() throws Exception {
        export.with(
                        "sf_contract_data.csv",
                        "id,start_date,end_date,contract_term",
                        "800A0000000000aAAA,2026-01-01 00:00:00,2026-12-31 00:00:00,12")
                .with(
                        "sf_opportunity_data.csv",
                        "id,account_id,created_date,close_date,stage_name,is_closed,is_won,amount,contract_id",
                        "006A0000000000aAAA,001,2025-12-01 00:00:00,2026-02-10 00:00:00,Won,TRUE,TRUE,1,800A0000000000aAAA");

        assertThat(read().contracts())
                .extracting(SalesforceTermsTest::term)
                .containsExactly("006A0000000000a 2025-12-31T23:00:00Z 2026-12-31T23:00:00Z");
    }

    @Test
    void aContractOrAnOrderMayNameTheOpportunity() throws Exception {
        export.with(
                        "Contract.csv",
                        "Id,StartDate,EndDate,SBQQ__Opportunity__c",
                        "800A0000000000aAAA,2026-03-01,2027-02-28,006A0000000000aAAA")
                .with(
                        "Order.csv",
                        "Id,OpportunityId,EffectiveDate,EndDate",
                        "801B0000000000bAAA,006B0000000000bAAA,2026-04-01,2026-09-30")
                .with(
                        "Opportunity.csv",
                        "Id,AccountId,CreatedDate,CloseDate,StageName,IsClosed,IsWon,Amount",
                        "006A0000000000aAAA,001,2025-12-01T00:00:00Z,2026-02-10,Won,true,true,1",
                        "006B0000000000bAAA,001,2025-12-01T00:00:00Z,2026-02-10,Won,true,true,1",
                        "006C0000000000cAAA,001,2025-12-01T00:00:00Z,2026-02-10,Won,true,true,1");

        ImportedRecords records = read();

        assertThat(records.contracts())
                .extracting(SalesforceTermsTest::term)
                .containsExactly(
                        "006A0000000000a 2026-02-28T23:00:00Z 2027-02-28T23:00:00Z",
                        "006B0000000000b 2026-03-31T22:00:00Z 2026-09-30T22:00:00Z",
                        "006C0000000000c 2026-02-09T23:00:00Z null");
        assertThat(records.summary()).noneMatch(line -> line.contains("not found"));
    }

    @Test
    void anEventOfTheWholeDayHasItsDayAtMidnightUtc() throws Exception {
        export.withJson(
                "Event.jsonl",
                "{'Id': 'e1', 'IsAllDayEvent': true, 'StartDateTime': '2026-03-02T00:00:00.000+0000', 'ActivityDate':"
                        + " '2026-03-02'}",
                "{'Id': 'e2', 'IsAllDayEvent': true, 'StartDateTime': '2026-03-02T00:00:00.000+0000', 'ActivityDate':"
                        + " null}",
                "{'Id': 'e3', 'IsAllDayEvent': false, 'StartDateTime': '2026-03-02T00:00:00.000+0000', 'ActivityDate':"
                        + " '2026-03-02'}");

        assertThat(read().meetings())
                .extracting(one -> one.id() + " " + one.at())
                .containsExactly("e1 2026-03-01T23:00:00Z", "e2 2026-03-01T23:00:00Z", "e3 2026-03-02T00:00:00Z");
    }
}
