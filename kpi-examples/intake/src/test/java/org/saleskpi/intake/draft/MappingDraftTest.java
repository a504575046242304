package org.saleskpi.intake.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.saleskpi.intake.Workbook.number;
import static org.saleskpi.intake.Workbook.row;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.TestFolder;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.intake.Workbook;
import org.saleskpi.intake.mapping.BuiltInMapping;
import org.saleskpi.intake.mapping.InvalidMappingException;
import org.saleskpi.intake.mapping.MappedFolder;
import org.saleskpi.intake.mapping.Mapping;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;

class MappingDraftTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @TempDir
    Path path;

    private TestFolder folder() {
        return new TestFolder(path);
    }

    private MappingDraft draft() {
        try {
            return MappingDraft.of(path);
        } catch (UnreadableDataException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** Reads the export by the mapping that was drafted of it. */
    private ImportedRecords imported() {
        String text = draft().text();
        try {
            return MappedFolder.read(
                    path, Mapping.parse("draft.yaml", text), PARIS, Instant.parse("2026-06-01T00:00:00Z"));
        } catch (InvalidMappingException | UnreadableDataException e) {
            throw new AssertionError(e.getMessage() + "\n" + text, e);
        }
    }

    private ColumnProfile column(String file, String name) {
        return draft().files().stream()
                .filter(profile -> profile.file().equals(file))
                .findFirst()
                .orElseThrow()
                .column(name)
                .orElseThrow();
    }

    /** A CRM that nobody has described: German and French ways of writing, texts in another encoding. */
    private void writeEuropeanExport() throws IOException {
        Charset windows = Charset.forName("windows-1252");
        Files.write(
                path.resolve("Kunden.csv"),
                "Kunden-Nr;Name;Erstellt;Region\r\n1001;Müller;05.01.2026;Süd\r\n1002;Straße;06.01.2026;Nord\r\n1003;Ärzte;07.01.2026;Süd\r\n"
                        .getBytes(windows));
        Files.write(
                path.resolve("Angebote.csv"),
                "Angebot-Nr;Kunde;Erstellt;Abschluss;Status;Betrag\r\nA1;1001;02.02.2026;13.03.2026;Gewonnen;1.234,50 €\r\nA2;1002;03.02.2026;;Offen;900,00 €\r\nA3;1002;04.02.2026;14.03.2026;Verloren;20,00 €\r\n"
                        .getBytes(windows));
    }

    @Test
    void whatWasWrittenTheEuropeanWayIsRead() throws IOException {
        writeEuropeanExport();
        ImportedRecords records = imported();
        assertThat(records.problems()).isEmpty();
        assertThat(records.customers())
                .extracting(customer -> customer.id() + " " + customer.attributes())
                .containsExactly("1001 {region=Süd}", "1002 {region=Nord}", "1003 {region=Süd}");
        assertThat(records.proposals())
                .extracting(Proposal::id, Proposal::status, Proposal::amount)
                .containsExactly(
                        tuple("A1", Proposal.Status.ACCEPTED, Money.parse("EUR 1234.50")),
                        tuple("A2", Proposal.Status.PENDING, Money.parse("EUR 900")),
                        tuple("A3", Proposal.Status.REFUSED, Money.parse("EUR 20")));
        assertThat(records.contracts())
                .extracting(Contract::id, Contract::customerId)
                .containsExactly(tuple("A1", "1001"));
    }

    @Test
    void textsOfTheExportAreInNeitherButForStages() throws IOException {
        writeEuropeanExport();
        MappingDraft draft = draft();
        assertThat(draft.text())
                .contains("\"Gewonnen\": ACCEPTED", "\"Offen\"")
                .doesNotContain("Müller", "1001", "Süd", "A1", "1.234");
        assertThat(draft.files().toString()).contains("Verloren=1").doesNotContain("Müller", "1001", "Süd", "A1");
        assertThat(column("Kunden.csv", "Name").shapes()).containsExactly("Xxxxxx", "Xxxxx");
        assertThat(column("Angebote.csv", "Status").words())
                .isEqualTo(Map.of("Gewonnen", 1, "Offen", 1, "Verloren", 1));
        assertThat(column("Kunden.csv", "Region").words()).isEmpty();
    }

    @Test
    void aProfileSaysHowColumnsAreWritten() throws IOException {
        writeEuropeanExport();
        FileProfile file = draft().files().get(0);
        assertThat(file.file()).isEqualTo("Angebote.csv");
        assertThat(file.rows()).isEqualTo(3);
        assertThat(file.form()).containsExactly("csv: {delimiter: \";\", encoding: windows-1252}");
        ColumnProfile closed = column("Angebote.csv", "Abschluss");
        assertThat(closed.moments()).containsExactly("dd.MM.yyyy");
        assertThat(closed.filled()).isEqualTo(2);
        assertThat(closed.empty()).isEqualTo(1);
        assertThat(column("Angebote.csv", "Betrag").numbers()).isEqualTo(new NumberStyle(",", ".", Set.of("€")));
        ColumnProfile customer = column("Angebote.csv", "Kunde");
        assertThat(customer.reference()).isEqualTo(new ColumnProfile.Reference("Kunden.csv", "Kunden-Nr"));
        assertThat(customer.distinct()).isEqualTo(2);
        assertThat(customer.isUnique()).isFalse();
        assertThat(column("Kunden.csv", "Kunden-Nr").isUnique()).isTrue();
    }

    @Test
    void whereNoFileIsAboutCustomersTheyAreThoseOfTheDeals() {
        folder().with(
                        "Sales pipeline.csv",
                        "Report of March",
                        "",
                        "opportunity_id,account,sales_agent,deal_stage,engage_date,close_date,close_value",
                        "o1,Acme,Ann,Won,01/31/2026,03/13/2026,\"$1,200.00\"",
                        "o2,Acme,Bob,Lost,02/10/2026,03/01/2026,$5.00",
                        "o3,,Bob,Talking,02/11/2026,,");
        ImportedRecords records = imported();
        assertThat(records.customers()).extracting(customer -> customer.id()).containsExactly("Acme");
        assertThat(records.proposals()).extracting(Proposal::owner).containsExactly("Ann", "Bob", "Bob");
        assertThat(records.contracts()).extracting(Contract::amount).containsExactly(Money.parse("USD 1200"));
        assertThat(draft().text()).contains("header: 3", "formats: [\"MM/dd/yyyy\"]");
    }

    @Test
    void factsFindCustomersByNameAndOwnersInOtherFiles() {
        folder().with("accounts.csv", "Id,Account Name,Created", "7001,Acme,2026-01-01", "7002,Umbrella,2026-01-02")
                .with("users.csv", "User Id,Full Name", "u-1,Ann", "u-2,Bob")
                .with(
                        "calls.csv",
                        "Call Id,Account,Call Date,Outcome,Owner Id",
                        "k1,Acme,2026-02-01 09:30,Connected,u-1",
                        "k2,Umbrella,2026-02-02 10:00,No answer,u-2",
                        "k3,Acme,2026-02-03 11:00,Weird,u-1");
        ImportedRecords records = imported();
        assertThat(records.calls()).extracting(Call::customerId).containsExactly("7001", "7002", "7001");
        assertThat(records.calls()).extracting(Call::owner).containsExactly("Ann", "Bob", "Ann");
        assertThat(records.calls())
                .extracting(Call::outcome)
                .containsExactly(Call.Outcome.DISCUSSION, Call.Outcome.NO_ANSWER, null);
        assertThat(draft().text()).contains("the draft does not know: \"Weird\"");
    }

    @Test
    void jsonIsFollowedToItsRows() {
        folder().with(
                        "meetings.json",
                        "{\"data\": {\"items\": [",
                        "{\"id\": 1, \"company\": {\"id\": \"c1\"}, \"start\": \"2026-02-01T09:00:00Z\", \"status\": \"completed\", \"tags\": [\"a\"]},",
                        "{\"id\": 2, \"company\": {\"id\": \"c1\"}, \"start\": \"2026-12-01T09:00:00Z\", \"status\": \"open\"}]}}")
                .with(
                        "companies.jsonl",
                        "{\"id\": \"c1\", \"created\": 1767225600000, \"industry\": \"x\"}",
                        "{\"id\": \"c2\", \"created\": 1767312000000, \"industry\": \"y\"}");
        ImportedRecords records = imported();
        assertThat(records.problems()).isEmpty();
        assertThat(records.customers()).hasSize(2);
        assertThat(records.meetings())
                .extracting(Meeting::outcome)
                .containsExactly(Meeting.Outcome.HELD, Meeting.Outcome.PLANNED);
        assertThat(records.meetings()).extracting(Meeting::customerId).containsExactly("c1", "c1");
        assertThat(column("companies.jsonl", "created").moments()).containsExactly("epoch-millis");
        assertThat(column("meetings.json", "tags.0").empty()).isEqualTo(1);
    }

    @Test
    void everySheetOfAWorkbookIsATable() {
        new Workbook()
                .format("14")
                .sheet(
                        "Clients",
                        row(1, "id", "since"),
                        row(2, "c1", number("46000", 1)),
                        row(3, "c2", number("46001", 1)))
                .sheet(
                        "Contracts",
                        row(1, "id", "client", "signed", "ends", "amount"),
                        row(2, "s1", "c1", number("46010", 1), number("46400", 1), number("99.5")))
                .write(path.resolve("Export.xlsx"));
        ImportedRecords records = imported();
        assertThat(records.problems()).isEmpty();
        assertThat(records.customers()).hasSize(2);
        assertThat(records.contracts()).singleElement().satisfies(contract -> {
            assertThat(contract.amount()).isEqualTo(Money.parse("EUR 99.50"));
            assertThat(contract.endsAt()).isNotNull();
        });
        assertThat(draft().files())
                .extracting(FileProfile::file)
                .containsExactly("Export.xlsx#Clients", "Export.xlsx#Contracts");
    }

    @Test
    void surveysHaveAScoreAndAScale() {
        folder().with("nps_survey.csv", "response id,date,score", "r1,2026-02-01,10", "r2,2026-02-02,6");
        assertThat(imported().surveys())
                .extracting(survey -> survey.scale() + " " + survey.score())
                .containsExactly("NPS 10", "NPS 6");
    }

    @Test
    void anExportOfABuiltInSystemIsToldAsSuch() {
        folder().with(
                        "Deals.csv",
                        "Record ID,Deal Name,Deal Stage,Pipeline,Close Date,Create Date,Amount,Deal owner,Associated Company",
                        "1,A,Closed Won,Sales,2026-03-01 10:00,2026-02-01 10:00,100,Ann,Acme");
        List<BuiltInMapping> builtIns = draft().builtIns();
        if (builtIns.isEmpty()) {
            assertThat(imported().proposals()).hasSize(1);
        } else {
            assertThat(draft().text())
                    .startsWith("# " + builtIns.get(0))
                    .contains("--source " + builtIns.get(0))
                    .endsWith(builtIns.get(0).text());
        }
    }

    @Test
    void whatSaysNothingRunsToo() {
        folder().with("numbers.csv", "year,percent", "0,100.0", "1,63.1");
        ImportedRecords records = imported();
        assertThat(records.records()).isEmpty();
        assertThat(records.problems()).hasSize(2);
    }

    @Test
    void awkwardNamesOfColumnsAndFilesAreQuoted() {
        folder().with(
                        "deals: \"2026\".csv",
                        "deal id,\"a: b # c\",Created,Created,it's {won},\"say \"\"hi\"\" \\\",Stage,Amount: \u00A0net",
                        "1,x,2026-01-01,2026-01-02,,,\"Won: \"\"yes\"\"\",5",
                        "2,y,2026-01-01,2026-01-02,,,#2,6");
        ImportedRecords records = imported();
        assertThat(records.proposals()).hasSize(2);
        assertThat(records.problems()).isEmpty();
    }

    @Test
    void withoutATableThereIsNoDraft() {
        assertThatThrownBy(() -> MappingDraft.of(path))
                .hasMessage(path + " has no table that can be read, expected CSV, JSON or workbooks; it is empty");
        folder().with("readme.md", "a,b,c", "d,e,f");
        assertThatThrownBy(() -> MappingDraft.of(path)).hasMessageEndingWith("; it has readme.md");
        folder().with("deals.json", "17");
        assertThatThrownBy(() -> MappingDraft.of(path))
                .isInstanceOf(UnreadableDataException.class)
                .hasMessageEndingWith("; deals.json cannot be read: is neither an array nor an object");
        assertThatThrownBy(() -> MappingDraft.of(path.resolve("nowhere"))).isInstanceOf(UnreadableDataException.class);
    }

    @Test
    void currenciesAreThoseOfTheCells() {
        folder().with(
                        "deals.csv",
                        "deal id,created,status,amount",
                        "1,2026-01-01,open,\"USD 1,200.00\"",
                        "2,2026-01-02,open,EUR 5.00");
        assertThat(imported().proposals())
                .extracting(Proposal::amount)
                .containsExactly(Money.parse("USD 1200"), Money.parse("EUR 5"));
        folder().with(
                        "deals.csv",
                        "deal id,created,status,amount",
                        "1,2026-01-01,open,$1200.00",
                        "2,2026-01-02,open,€5.00");
        assertThat(imported().proposals())
                .extracting(Proposal::amount)
                .containsExactly(Money.parse("USD 1200"), Money.parse("EUR 5"));
    }
}
