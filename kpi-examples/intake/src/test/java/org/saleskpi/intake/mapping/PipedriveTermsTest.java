package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;

/** From where a won deal of Pipedrive has its term, and what its list exports may be called. */
class PipedriveTermsTest {

    private Export export;

    @BeforeEach
    void makeExport(@TempDir Path folder) {
        export = new Export(folder);
    }

    private ImportedRecords read() throws Exception {
        return export.read(BuiltInMapping.PIPEDRIVE);
    }

    private static String won(int id) {
        return "{'id': " + id
                + ", 'user_id': 7, 'org_id': 10, 'value': 5, 'currency': 'EUR', 'status': 'won', 'add_time':"
                + " '2026-02-01 10:00:00', 'won_time': '2026-03-01 10:00:00'}";
    }

    private static String product(int deal, String frequency, String cycles, String start) {
        return "{'deal_id': " + deal + ", 'billing_frequency': '" + frequency + "', 'billing_frequency_cycles': "
                + cycles + ", 'billing_start_date': " + start + "}";
    }

    @Test
    void recurringProductsAreBilledSoManyTimes() throws Exception {
        export.withJson("deals.jsonl", won(1), won(2), won(3), won(4))
                .withJson(
                        "deal_products.jsonl",
                        product(1, "monthly", "12", "'2026-04-01'"),
                        product(1, "one-time", "null", "null"),
                        product(2, "semi-annually", "2", "null"),
                        product(3, "annually", "null", "'2026-04-01'"));

        assertThat(read().contracts())
                .extracting(one -> one.id() + " " + one.startsAt() + " " + one.endsAt())
                .containsExactly(
                        "1 2026-03-31T22:00:00Z 2027-03-31T22:00:00Z",
                        "2 2026-03-01T10:00:00Z 2027-03-01T10:00:00Z",
                        "3 2026-03-31T22:00:00Z null",
                        "4 2026-03-01T10:00:00Z null");
    }

    @Test
    void subscriptionsHaveACadence() throws Exception {
        export.withJson("deals.jsonl", won(1), won(2))
                .withJson(
                        "subscriptions.jsonl",
                        "{'deal_id': 1, 'cadence_type': 'quarterly', 'cycles_count': 4, 'infinite': false, 'start_date':"
                                + " '2026-04-01'}",
                        "{'deal_id': 2, 'cadence_type': 'yearly', 'cycles_count': null, 'infinite': true, 'start_date':"
                                + " '2026-04-01'}");

        assertThat(read().contracts())
                .extracting(one -> one.id() + " " + one.startsAt() + " " + one.endsAt())
                .containsExactly("1 2026-03-31T22:00:00Z 2027-03-31T22:00:00Z", "2 2026-03-31T22:00:00Z null");
    }

    @Test
    void headersMayLackTheObjectAndIdsLeadWhereNamesDo() throws Exception {
        export.with(
                        "deals-1.csv",
                        "ID,Title,Value,Currency of value,Status,Owner,Organization,Contact person,Deal created,Won time,Lost time",
                        "1,One,1500,EUR,Won,Ann Lee,Acme,,2026-02-01 10:00:00,2026-03-01 10:00:00,",
                        "2,Two,1500,EUR,Lost,Ann Lee,,Joan,2026-02-01 10:00:00,,2026-03-02 10:00:00")
                .with(
                        "organizations-1.csv",
                        "Organization - ID,Organization - Name,Organization - Organization created",
                        "10,Acme,2026-01-09 10:00:00")
                .with(
                        "people-1.csv",
                        "Person - ID,Person - Name,Person - Organization,Person - Person created",
                        "21,Joan,Acme,2026-01-03 10:00:00")
                .with(
                        "activities-1.csv",
                        "ID,Type,Done,Due date,Due time,Assigned to user,Organization - ID",
                        "1,Call,Done,2026-03-02,,Ann Lee,10",
                        "2,Call,Undone,2026-03-02,,Ann Lee,",
                        "3,Meeting,Undone,2026-03-02,09:00,Ann Lee,");

        ImportedRecords records = read();

        assertThat(Shown.customers(records)).containsExactly("org-10 | 2026-01-03T09:00:00Z | - | -");
        assertThat(records.proposals())
                .extracting(one -> one.customerId() + " " + one.status() + " " + one.amount() + " " + one.owner())
                .containsExactly("org-10 ACCEPTED EUR 1500.00 Ann Lee", "org-10 REFUSED EUR 1500.00 Ann Lee");
        assertThat(records.calls()).extracting(one -> one.customerId()).containsExactly("org-10");
        assertThat(records.meetings())
                .extracting(one -> one.outcome().toString())
                .containsExactly("PLANNED");
        assertThat(Export.problems(records)).isEmpty();
    }

    @Test
    void namesOfAListLeadToTheIdsOfTheApi() throws Exception {
        export.with(
                        "deals-1.csv",
                        "Deal - ID,Deal - Value,Deal - Currency,Deal - Status,Deal - Organization,Deal - Deal created",
                        "1,1,EUR,Open,Acme,2026-02-01 10:00:00")
                .withJson("organizations.jsonl", "{'id': 10, 'name': 'Acme', 'add_time': '2026-01-09 10:00:00'}");

        assertThat(read().proposals()).extracting(one -> one.customerId()).containsExactly("org-10");
    }

    @Test
    void tablesOfAConnectorAreCalledByOneObject() throws Exception {
        export.with(
                        "deal.csv",
                        "id,org_id,value,currency,status,add_time,won_time,_fivetran_deleted",
                        "1,10,5,EUR,won,2026-02-01 10:00:00,2026-03-01 10:00:00,false",
                        "2,10,5,EUR,won,2026-02-01 10:00:00,2026-03-01 10:00:00,true")
                .with("organization.csv", "id,add_time", "10,2026-01-01 10:00:00");

        ImportedRecords records = read();

        assertThat(records.contracts()).extracting(one -> one.id()).containsExactly("1");
        assertThat(records.summary()).contains("  1 skipped: deleted");
    }
}
