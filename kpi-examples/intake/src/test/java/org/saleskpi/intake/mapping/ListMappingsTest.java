package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;

/** The mappings of docs/crm that read lists do what their pages say, on small lists of the same shape. */
class ListMappingsTest {

    private Export export;

    @BeforeEach
    void makeExport(@TempDir Path folder) {
        export = new Export(folder);
    }

    private ImportedRecords read(String name) throws Exception {
        return export.read(Mapping.read(Path.of("../../docs/crm", name)));
    }

    @Test
    void aPipelineSheetBecomesCustomersProposalsAndContracts() throws Exception {
        export.with(
                        "sales_pipeline.csv",
                        "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value",
                        "O1,Ann Lee,GTXPro,Acme,Won,2026-01-10,2026-03-01,1054",
                        "O2,Bob Ray,MG,Acme,Lost,2026-01-05,2026-03-11,0",
                        "O3,Bob Ray,MG,,Engaging,2026-01-06,,",
                        "O4,Bob Ray,MG,,Prospecting,,,",
                        "O5,Ann Lee,MG,Bolt,Won,2026-02-10,2026-03-02,50")
                .with("accounts.csv", "account,sector,office_location", "Acme,retail,Kenya", "Bolt,,")
                .with(
                        "sales_teams.csv",
                        "sales_agent,manager,regional_office",
                        "Ann Lee,Max Poe,East",
                        "Bob Ray,Max Poe,West");

        ImportedRecords records = read("pipeline-sheet.yaml");

        assertThat(Shown.customers(records))
                .containsExactly(
                        "Acme | 2026-01-04T23:00:00Z | - | Bob Ray | {sector=retail, country=Kenya}",
                        "Bolt | 2026-02-09T23:00:00Z | - | Ann Lee");
        assertThat(Shown.proposals(records))
                .containsExactly(
                        "O1 | Acme | 2026-01-09T23:00:00Z | ACCEPTED | 2026-02-28T23:00:00Z | USD 1054.00 | Ann Lee"
                                + " | {product=GTX Pro, region=East, manager=Max Poe}",
                        "O2 | Acme | 2026-01-04T23:00:00Z | REFUSED | 2026-03-10T23:00:00Z | - | Bob Ray"
                                + " | {product=MG, region=West, manager=Max Poe}",
                        "O3 | - | 2026-01-05T23:00:00Z | PENDING | - | - | Bob Ray"
                                + " | {product=MG, region=West, manager=Max Poe}",
                        "O5 | Bolt | 2026-02-09T23:00:00Z | ACCEPTED | 2026-03-01T23:00:00Z | USD 50.00 | Ann Lee"
                                + " | {product=MG, region=East, manager=Max Poe}");
        assertThat(records.contracts())
                .extracting(one -> one.id() + " " + one.customerId() + " " + one.amount() + " " + one.proposalId())
                .containsExactly("O1 Acme USD 1054.00 O1", "O5 Bolt USD 50.00 O5");
        assertThat(records.summary())
                .contains(
                        "    2 customers made",
                        "    1 further row of the same customers",
                        "  1 skipped: not engaged yet, so without any date");
    }

    @Test
    void aStageThatTheSheetDoesNotKnowIsAnError() throws Exception {
        export.with(
                "sales_pipeline.csv",
                "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value",
                "O1,Ann Lee,MG,Acme,Parked,2026-01-10,2026-03-01,1054");

        assertThat(Export.problems(read("pipeline-sheet.yaml")))
                .containsExactly(
                        "Proposal O1 (sales_pipeline.csv:2): status Parked is not among the words of the mapping,"
                                + " expected one of Engaging, Lost, Won");
    }

    @Test
    void leadsAndDealsBecomeCustomersAndContracts() throws Exception {
        export.with(
                        "olist_marketing_qualified_leads_dataset.csv",
                        "mql_id,first_contact_date,landing_page_id,origin",
                        "m1,2026-02-01,p1,social",
                        "m2,2026-02-02,p1,")
                .with(
                        "olist_closed_deals_dataset.csv",
                        "mql_id,sdr_id,sr_id,won_date,business_segment,lead_type",
                        "m1,d1,s1,2026-02-26 19:58:54,pet,online_big");

        ImportedRecords records = read("leads-and-deals.yaml");

        assertThat(Shown.customers(records))
                .containsExactly(
                        "m1 | 2026-01-31T23:00:00Z | - | - | {origin=social, landing_page=p1}",
                        "m2 | 2026-02-01T23:00:00Z | - | - | {landing_page=p1}");
        assertThat(Shown.contracts(records))
                .containsExactly("m1 | m1 | 2026-02-26T18:58:54Z | - | BRL 0.00 | - | s1"
                        + " | {segment=pet, lead_type=online_big, sdr=d1}");
    }

    @Test
    void subscriptionsBecomeCustomersAndContractsWithAnEnd() throws Exception {
        export.with(
                "subscriptions.csv",
                "customer_id,created_date,canceled_date,subscription_cost,subscription_interval,was_subscription_paid",
                "1,2026-02-01,,39,month,Yes",
                "2,2026-02-01,2026-02-01,39,month,No",
                "2,2026-02-01,2026-02-20,39,month,Yes",
                "2,2026-01-01,2026-01-09,39,month,Yes");

        ImportedRecords records = read("subscriptions.yaml");

        assertThat(Shown.customers(records))
                .containsExactly("1 | 2026-01-31T23:00:00Z | - | -", "2 | 2025-12-31T23:00:00Z | - | -");
        assertThat(Shown.contracts(records))
                .containsExactly(
                        "1 2026-02-01 | 1 | 2026-01-31T23:00:00Z | - | USD 39.00 | - | - | {paid=Yes, interval=month}",
                        "2 2026-02-01 2026-02-01 | 2 | 2026-01-31T23:00:00Z | 2026-01-31T23:00:00Z | USD 39.00 | - | -"
                                + " | {paid=No, interval=month}",
                        "2 2026-02-01 2026-02-20 | 2 | 2026-01-31T23:00:00Z | 2026-02-19T23:00:00Z | USD 39.00 | - | -"
                                + " | {paid=Yes, interval=month}",
                        "2 2026-01-01 2026-01-09 | 2 | 2025-12-31T23:00:00Z | 2026-01-08T23:00:00Z | USD 39.00 | - | -"
                                + " | {paid=Yes, interval=month}");
        assertThat(Export.problems(records)).isEmpty();
    }
}
