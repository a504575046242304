package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.TestFolder;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.Proposal;

class BuiltInMappingTest {

    private static final Instant NOW = Instant.parse("2021-06-01T00:00:00Z");

    @TempDir
    Path path;

    @BeforeEach
    void makeExport() {
        new TestFolder(path)
                .with(
                        "Leads.csv",
                        "LEADID,Email,Lead Owner,Industry,Lead Source,Lead Status,Created Time",
                        "1001,a@x.com,David Love,Pharma,Online Store,Contacted,\"15 Apr, 2021 00:03:00\"",
                        "1002,b@x.com,Tina Thomas,,Cold Call,Junk Lead,\"02 Sep, 2020 10:00:00\"")
                .with("Contacts.csv", "CONTACTID,Email", "2001,b@x.com")
                .with(
                        "Calls.csv",
                        "TASKID,Call Start Time,Call Owner,Call Type,Call Purpose,CONTACTID,LEADID",
                        "1,2021-04-15 23:03:00,Lazar Mathew,Outbound,Prospecting,2001,",
                        "2,2021-04-15 23:04:00,Lazar Mathew,Inbound,Prospecting,,1001",
                        "3,2021-04-15 23:05:00,,Outbound,,,")
                .with(
                        "Events.csv",
                        "EVENTID,Event Owner,Start DateTime,End DateTime,CONTACTID,LEADID",
                        "25842000000262376,Rozario Diego,2021-04-15 21:02:00,2021-08-18 21:07:00,,1001",
                        "25842000000262377,Rozario Diego,2021-06-15 21:02:00,2021-08-18 21:07:00,2001,")
                .with(
                        "Quotes.csv",
                        "QUOTEID,Created Time,Quote Owner,Quote Stage,Modified Time,Sales Status,Grand Total",
                        "7,\"19 Apr, 2021 09:39:35\",Lazar Mathew,Confirmed,\"20 Apr, 2021 08:01:17\",Won,\"$2,372.00\"",
                        "8,\"19 Apr, 2021 09:39:35\",Lazar Mathew,Closed Lost,\"19 Apr, 2021 08:01:17\",Lost,$10.00",
                        "9,\"19 Apr, 2021 09:39:35\",Lazar Mathew,On Hold,\"19 Apr, 2021 08:01:17\",Open,$30.00")
                .with(
                        "Potentials.csv",
                        "Potential Owner,Created Time,Closing Date,Amount,Stage,Forecast Type,Type,Lead Source,LEADID",
                        "Pete Z,\"16 Apr, 2021 00:02:00\",\"20 Apr, 2021 00:03:00\",\"$22,700.00\",Closed Won,Won,New"
                                + " Business,OnlineStore,1001",
                        "Pete Z,\"16 Apr, 2021 00:02:00\",\"20 Apr, 2021 00:03:00\",$5.00,Qualification,Open,New"
                                + " Business,Partner,1002");
    }

    private ImportedRecords read(BuiltInMapping mapping) throws Exception {
        return MappedFolder.read(path, mapping.mapping(), ZoneOffset.UTC, NOW);
    }

    @Test
    void mappingsHaveNames() {
        assertThat(BuiltInMapping.names())
                .containsExactly("salesforce", "hubspot", "pipedrive", "nextlead", "zoho", "zoho-deals");
        assertThat(BuiltInMapping.named("zoho-deals")).contains(BuiltInMapping.ZOHO_DEALS);
        assertThat(BuiltInMapping.named("Zoho")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyMappingCanBeRead(BuiltInMapping mapping) {
        assertThat(mapping.mapping().files()).isNotEmpty();
        assertThat(mapping.text()).contains(page(mapping).toString().substring("../../".length()));
    }

    /**
     * A column counts as told when the page has one of its names. Of the paths of an API and of the copies that connectors make
     * the page gives the rule: a prefix, and capitals or underscores.
     */
    @ParameterizedTest
    @EnumSource
    void everyColumnThatAMappingReadsIsOnItsPage(BuiltInMapping mapping) throws Exception {
        String page = plain(Files.readString(page(mapping)));

        assertThat(mapping.mapping().files().stream()
                        .flatMap(FileRule::sources)
                        .flatMap(source -> Stream.concat(
                                source.columns().stream(),
                                source.through().stream().flatMap(lookup -> lookup.columns().stream())))
                        .distinct())
                .allSatisfy(column -> assertThat(column.names())
                        .anySatisfy(name ->
                                assertThat(page).contains(plain(name.replaceFirst("^(properties[.]|property_)", "")))));
    }

    private static String plain(String text) {
        return text.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static Path page(BuiltInMapping mapping) {
        return Path.of("../../docs/crm/" + mapping.toString().replace("-deals", "") + ".md");
    }

    @ParameterizedTest
    @EnumSource(names = {"ZOHO", "ZOHO_DEALS"})
    void aZohoExportBecomesCustomersCallsMeetingsAndContracts(BuiltInMapping mapping) throws Exception {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRANCE);
            ImportedRecords records = read(mapping);

            assertThat(records.customers())
                    .extracting(Customer::id, customer -> customer.since().toString(), Customer::owner)
                    .containsExactly(
                            tuple("1001", "2021-04-15T00:03:00Z", "David Love"),
                            tuple("1002", "2020-09-02T10:00:00Z", "Tina Thomas"));
            assertThat(records.calls())
                    .extracting(Call::id, Call::customerId, Call::purpose, Call::outcome, Call::attributes)
                    .containsExactly(
                            tuple(
                                    "1",
                                    "1002",
                                    Call.Purpose.PROSPECTING,
                                    null,
                                    Map.of("direction", "Outbound", "call_purpose", "Prospecting")),
                            tuple(
                                    "2",
                                    "1001",
                                    Call.Purpose.OTHER,
                                    null,
                                    Map.of("direction", "Inbound", "call_purpose", "Prospecting")),
                            tuple("3", null, Call.Purpose.PROSPECTING, null, Map.of("direction", "Outbound")));
            assertThat(records.meetings())
                    .extracting(Meeting::id, Meeting::customerId, Meeting::outcome)
                    .containsExactly(
                            tuple("25842000000262376", "1001", Meeting.Outcome.HELD),
                            tuple("25842000000262377", "1002", Meeting.Outcome.PLANNED));
            assertThat(records.contracts())
                    .extracting(
                            Contract::id,
                            Contract::customerId,
                            contract -> contract.signedAt().toString(),
                            contract -> contract.amount().toString(),
                            Contract::endsAt,
                            Contract::attributes)
                    .containsExactly(tuple(
                            "deal-1001",
                            "1001",
                            "2021-04-20T00:03:00Z",
                            "USD 22700.00",
                            null,
                            Map.of("source", "Online Store", "deal_type", "New Business")));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void zohoTakesQuotesAsProposals() throws Exception {
        ImportedRecords records = read(BuiltInMapping.ZOHO);

        assertThat(records.proposals())
                .extracting(Proposal::id, Proposal::customerId, Proposal::status, p -> String.valueOf(p.decidedAt()))
                .containsExactly(
                        tuple("7", null, Proposal.Status.ACCEPTED, "2021-04-20T08:01:17Z"),
                        tuple("9", null, Proposal.Status.PENDING, "null"));
        assertThat(records.problems())
                .extracting(Problem::toString)
                .containsExactly("Proposal 8 (Quotes.csv:3): decided_at 19 Apr, 2021 08:01:17 is before sent_at"
                        + " 2021-04-19T09:39:35Z");
    }

    @Test
    void zohoDealsTakesDealsAsProposals() throws Exception {
        ImportedRecords records = read(BuiltInMapping.ZOHO_DEALS);

        assertThat(records.proposals())
                .extracting(Proposal::id, Proposal::customerId, Proposal::status, p -> String.valueOf(p.decidedAt()))
                .containsExactly(
                        tuple("deal-1001", "1001", Proposal.Status.ACCEPTED, "2021-04-20T00:03:00Z"),
                        tuple("deal-1002", "1002", Proposal.Status.PENDING, "null"));
        assertThat(records.contracts()).extracting(Contract::proposalId).containsExactly("deal-1001");
        assertThat(records.problems()).isEmpty();
    }

    /**
     * The demo organisation of github.com/rahulanilnair/Analysis-of-ZOHO-CRM-Analytics-using-SQL at 1b9bcd46; not part of
     * this project. Its own figures: quotes 866 won, 444 lost, 1,690 open; deals 1,425 won for 89,066,200, 485 lost, 1,722
     * open. Of the quotes, two won and two lost were last changed before they were made.
     */
    @Test
    @EnabledIfSystemProperty(named = "zoho.demo", matches = ".+")
    void theDemoOrganisationComesOutWithItsPublishedFigures() throws Exception {
        Path demo = Path.of(System.getProperty("zoho.demo"));
        ImportedRecords quotes = MappedFolder.read(demo, BuiltInMapping.ZOHO.mapping(), ZoneOffset.UTC, NOW);
        ImportedRecords deals = MappedFolder.read(demo, BuiltInMapping.ZOHO_DEALS.mapping(), ZoneOffset.UTC, NOW);

        assertThat(count(quotes, Proposal.Status.ACCEPTED)).isEqualTo(866 - 2);
        assertThat(count(quotes, Proposal.Status.REFUSED)).isEqualTo(444 - 2);
        assertThat(count(quotes, Proposal.Status.PENDING)).isEqualTo(1690);
        assertThat(quotes.problems()).hasSize(4);
        assertThat(count(deals, Proposal.Status.ACCEPTED)).isEqualTo(1425);
        assertThat(count(deals, Proposal.Status.REFUSED)).isEqualTo(485);
        assertThat(count(deals, Proposal.Status.PENDING)).isEqualTo(1722);
        assertThat(deals.problems()).isEmpty();
        assertThat(deals.customers()).hasSize(3900);
        assertThat(deals.meetings()).hasSize(2978);
        assertThat(deals.calls()).hasSize(4100);
        assertThat(deals.calls().stream().filter(Call::isProspecting)).hasSize(540);
        assertThat(deals.contracts()).hasSize(1425);
        assertThat(deals.contracts().stream().map(Contract::amount).reduce(Money::plus))
                .hasToString("Optional[USD 89066200.00]");
    }

    private static long count(ImportedRecords records, Proposal.Status status) {
        return records.proposals().stream()
                .filter(proposal -> proposal.status() == status)
                .count();
    }
}
