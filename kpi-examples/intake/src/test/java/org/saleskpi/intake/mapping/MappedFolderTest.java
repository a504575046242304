package org.saleskpi.intake.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.TestFolder;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.intake.Workbook;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.Survey;

class MappedFolderTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    Path path;

    private TestFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new TestFolder(path);
    }

    private ImportedRecords read(String mapping) throws Exception {
        return MappedFolder.read(
                path,
                Mapping.parse("m.yaml", "mapping: 1\nmoments: {formats: iso, zone: run}\n" + mapping),
                PARIS,
                NOW);
    }

    private static List<String> problems(ImportedRecords records) {
        return records.problems().stream().map(Problem::toString).toList();
    }

    /** A mapping of the one file People.csv to customers. */
    private static final String PEOPLE = """
            files:
              People.csv:
                records:
                  - customer: {id: Id, since: Since}
            """;

    @Test
    void oneFileBecomesSeveralKindsOfRecordAndSeveralFilesOneKind() throws Exception {
        folder.with("Leads.csv", "Id,Since", "1,2026-01-01")
                .with("Accounts.csv", "Id,Since,Signed,Value", "1,2026-01-02,2026-02-01,100", "2,2026-01-03,,");

        ImportedRecords records = read("""
                files:
                  Leads.csv:
                    records:
                      - customer: {id: {column: Id, prefix: lead-}, since: Since}
                  Accounts.csv:
                    records:
                      - customer: {id: {column: Id, prefix: account-}, since: Since}
                      - contract:
                          when: {Signed: {empty: false}}
                          id: Id
                          customer: {columns: {column: Id, prefix: account-}, unknown: reject}
                          signed_at: Signed
                          term: {months: 12}
                          amount: {column: Value, currency: EUR}
                """);

        assertThat(records.customers())
                .extracting(Customer::id, customer -> String.valueOf(customer.origin()))
                .containsExactly(
                        tuple("lead-1", "Leads.csv:2"),
                        tuple("account-1", "Accounts.csv:2"),
                        tuple("account-2", "Accounts.csv:3"));
        assertThat(records.contracts())
                .extracting(Contract::customerId, contract -> String.valueOf(contract.endsAt()))
                .containsExactly(tuple("account-1", "2027-01-31T23:00:00Z"));
        assertThat(records.problems()).isEmpty();
    }

    @Test
    void theAccountOfTheImportCoversEveryRow() throws Exception {
        folder.with("People.csv", "Id,Since", "1,2026-01-01", "2,soon")
                .with(
                        "Calls.csv",
                        "Id,Who,At,Result,Deleted,Kind",
                        "k-1,1,2026-03-01,Yes,,Call",
                        "k-2,,2026-03-01,Perhaps,,Call",
                        "k-3,9,2026-03-01,Perhaps,,Call",
                        "k-4,1,never,No,,Call",
                        "k-5,1,2026-03-01,No,true,Call",
                        "k-6,1,2026-03-01,,,Mail",
                        "k-7,1,2026-03-01",
                        "k-8,2,2026-03-01,Hm,,Call")
                .with("Other.csv", "Id");

        ImportedRecords records = read("""
                files:
                  Calls.csv:
                    skip:
                      - {when: {Deleted: "true"}, because: deleted in the CRM}
                      - {when: {Deleted: merged}, because: merged into another}
                    records:
                      - call:
                          when: {Kind: Call}
                          id: Id
                          customer: {columns: Who, unknown: none}
                          at: At
                          purpose: PROSPECTING
                          outcome: {column: Result, words: {"Yes": DISCUSSION, "No": REFUSED}}
                  People.csv:
                    records:
                      - customer: {id: Id, since: Since}
                  Deals.csv:
                    records:
                      - customer: {id: Id, since: Since}
                """);

        assertThat(records.summary())
                .containsExactly(
                        "Calls.csv: 8 rows read",
                        "  5 used",
                        "    4 calls made",
                        "    1 call set aside for at (1)",
                        "    customer: 3 known, 1 not given, 1 unknown",
                        "    customer unknown, counted without one: 9 (1)",
                        "    outcome not understood, counted as not recorded: Perhaps (2), Hm (1)",
                        "  1 skipped: deleted in the CRM",
                        "  0 skipped: merged into another",
                        "  1 matched no rule",
                        "  1 set aside: not a whole row",
                        "People.csv: 2 rows read",
                        "  2 used",
                        "    1 customer made",
                        "    1 customer set aside for since (1)",
                        "Deals.csv: not in the folder",
                        "Not read: Other.csv");
        assertRowsAddUp(records.summary());
        assertThat(records.calls())
                .extracting(Call::id, Call::customerId, Call::outcome)
                .containsExactly(
                        tuple("k-1", "1", Call.Outcome.DISCUSSION),
                        tuple("k-2", null, null),
                        tuple("k-3", null, null),
                        tuple("k-8", "2", null));
        assertThat(problems(records))
                .containsExactly(
                        "Call k-4 (Calls.csv:5): at never is not a moment, expected iso",
                        "Call without id (Calls.csv:8): row of 3 cells does not fit the header, expected 6",
                        "Customer 2 (People.csv:3): since soon is not a moment, expected iso");
        assertThat(records.into(SalesHistory.builder(PARIS, CurrencyUnit.EUR))
                        .lenient()
                        .build()
                        .problems())
                .extracting(Problem::toString)
                .contains("Call k-8 (Calls.csv:9): customerId 2 is a customer that was set aside");
    }

    /** For each file: the rows read are those used, skipped, without a rule and unfit; the records used are made or not. */
    private static void assertRowsAddUp(List<String> summary) {
        Pattern counted = Pattern.compile("( *)([0-9]+) (.*)");
        int rows = 0;
        int used = 0;
        int records = 0;
        for (String line : summary) {
            Matcher file = Pattern.compile("\\S+: ([0-9]+) rows? read").matcher(line);
            Matcher count = counted.matcher(line);
            if (file.matches()) {
                assertThat(rows).isZero();
                assertThat(records).isEqualTo(used);
                rows = Integer.parseInt(file.group(1));
                records = 0;
            } else if (count.matches() && count.group(1).length() == 2) {
                rows -= Integer.parseInt(count.group(2));
                used = count.group(3).equals("used") ? Integer.parseInt(count.group(2)) : used;
            } else if (count.matches()) {
                records += Integer.parseInt(count.group(2));
            }
        }
        assertThat(rows).isZero();
        assertThat(records).isEqualTo(used);
    }

    @Test
    void aContractIsSetAsideWithoutACustomerThatAFileDefines() throws Exception {
        folder.with("People.csv", "Id,Since", "1,2026-01-01")
                .with(
                        "Deals.csv",
                        "Id,Who,Signed,Value",
                        "d-1,,2026-02-01,1",
                        "d-2,9,2026-02-01,1",
                        "d-3,1,2026-02-01,1");

        ImportedRecords records = read(PEOPLE + """
                  Deals.csv:
                    records:
                      - contract:
                          id: Id
                          customer: {columns: Who, unknown: reject}
                          signed_at: Signed
                          term: open-ended
                          amount: {column: Value, currency: EUR}
                """);

        assertThat(problems(records))
                .containsExactly(
                        "Contract d-1 (Deals.csv:2): customer_id is missing",
                        "Contract d-2 (Deals.csv:3): customer_id 9 is unknown, expected the id of a customer");
        assertThat(records.contracts()).extracting(Contract::customerId).containsExactly("1");
        assertThat(records.summary())
                .contains(
                        "    1 contract made",
                        "    2 contracts set aside for customer_id (2)",
                        "    customer: 1 known, 1 not given, 1 unknown",
                        "    customer unknown, set aside: 9 (1)");
    }

    @Test
    void aTermIsTakenFromMonthsOrAnEndThatIsInclusiveOrExclusive() throws Exception {
        folder.with("People.csv", "Id,Since", "1,2026-01-01")
                .with(
                        "Deals.csv",
                        "Id,Who,Signed,Starts,Months,End",
                        "d-1,1,2026-01-31,,1,2026-03-31",
                        "d-2,1,2026-01-31,2026-02-15,12.0,2026-03-31T18:00:00",
                        "d-3,1,2026-01-31,,,",
                        "d-4,1,2026-01-31,,x,x");
        String deals = PEOPLE + """
                  Deals.csv:
                    records:
                      - contract:
                          id: Id
                          customer: {columns: Who, unknown: reject}
                          signed_at: Signed
                          starts_at: Starts
                          term: %s
                          amount: {column: Who, currency: EUR}
                """;

        ImportedRecords months = read(deals.formatted("{months: {column: Months}, empty: open-ended}"));
        assertThat(months.contracts())
                .extracting(Contract::id, contract -> String.valueOf(contract.endsAt()))
                .containsExactly(
                        tuple("d-1", "2026-02-28T23:00:00Z"),
                        tuple("d-2", "2027-02-14T23:00:00Z"),
                        tuple("d-3", "null"));
        assertThat(problems(months))
                .containsExactly("Contract d-4 (Deals.csv:5): ends_at x is not a number of months, expected 1 to 9999");

        ImportedRecords inclusive = read(deals.formatted("{end: End, ends: inclusive, empty: reject}"));
        assertThat(inclusive.contracts())
                .extracting(contract -> String.valueOf(contract.endsAt()))
                .containsExactly("2026-03-31T22:00:00Z", "2026-03-31T22:00:00Z");
        assertThat(problems(inclusive))
                .containsExactly(
                        "Contract d-3 (Deals.csv:4): ends_at is missing, expected the end of the term",
                        "Contract d-4 (Deals.csv:5): ends_at x is not a moment, expected iso");

        ImportedRecords exclusive = read(deals.formatted("{end: End, ends: exclusive, empty: open-ended}"));
        assertThat(exclusive.contracts())
                .extracting(contract -> String.valueOf(contract.endsAt()))
                .containsExactly("2026-03-30T22:00:00Z", "2026-03-31T16:00:00Z", "null");
    }

    @Test
    void wonAndLostComeFromFlagsOrSetsOfStages() throws Exception {
        folder.with(
                "Deals.csv",
                "Id,Made,Won,Closed,Stage,WonOn,LostOn",
                "d-1,2026-02-01,true,true,Signed,2026-03-01,",
                "d-2,2026-02-01,false,true,Gone,,2026-03-02",
                "d-3,2026-02-01,false,false,Talks,,2026-03-03",
                "d-4,2026-02-01,false,false,Frozen,,");
        String deals = """
                files:
                  Deals.csv:
                    records:
                      - proposal:
                          id: Id
                          sent_at: Made
                          status: %s
                          decided_at: [WonOn, LostOn]
                """;

        ImportedRecords flags = read(
                deals.formatted(
                        "{cases: [{when: {Won: 'true'}, is: ACCEPTED}, {when: {Closed: 'true'}, is: REFUSED}], otherwise: PENDING}"));
        ImportedRecords stages = read(deals.formatted(
                "{cases: [{when: {Stage: [Signed, Paid]}, is: ACCEPTED}], column: Stage, words: {Gone: REFUSED, Talks: PENDING},"
                        + " otherwise: PENDING}"));
        ImportedRecords strict =
                read(deals.formatted("{column: Stage, words: {Signed: ACCEPTED, Gone: REFUSED, Talks: PENDING}}"));

        assertThat(flags.proposals())
                .extracting(Proposal::status, proposal -> String.valueOf(proposal.decidedAt()))
                .containsExactly(
                        tuple(Proposal.Status.ACCEPTED, "2026-02-28T23:00:00Z"),
                        tuple(Proposal.Status.REFUSED, "2026-03-01T23:00:00Z"),
                        tuple(Proposal.Status.PENDING, "null"),
                        tuple(Proposal.Status.PENDING, "null"));
        assertThat(stages.proposals()).isEqualTo(flags.proposals());
        assertThat(stages.summary()).contains("    status not understood, counted as PENDING: Frozen (1)");
        assertThat(problems(strict))
                .containsExactly(
                        "Proposal d-4 (Deals.csv:5): status Frozen is not among the words of the mapping, expected"
                                + " one of Gone, Signed, Talks");
    }

    @Test
    void theOutcomeOfAMeetingMayDependOnWhetherItIsPast() throws Exception {
        folder.with(
                "Events.csv",
                "Id,At,Result",
                "m-1,2026-05-31,",
                "m-2,2026-06-02,",
                "m-3,2026-06-02,Off",
                "m-4,2026-05-31,What");
        String events = """
                files:
                  Events.csv:
                    records:
                      - meeting: {id: Id, at: At, purpose: SALES, outcome: %s}
                """;

        assertThat(read(events.formatted("{past: HELD, future: PLANNED}")).meetings())
                .extracting(Meeting::outcome)
                .containsExactly(
                        Meeting.Outcome.HELD, Meeting.Outcome.PLANNED, Meeting.Outcome.PLANNED, Meeting.Outcome.HELD);
        ImportedRecords byWord = read(events.formatted(
                "{column: Result, words: {'Off': CANCELLED}, otherwise: {past: HELD, future: PLANNED}}"));
        assertThat(byWord.meetings())
                .extracting(Meeting::outcome)
                .containsExactly(
                        Meeting.Outcome.HELD, Meeting.Outcome.PLANNED, Meeting.Outcome.CANCELLED, Meeting.Outcome.HELD);
        assertThat(byWord.summary()).contains("    outcome not understood, counted as HELD: What (1)");
        assertThat(problems(read(events.formatted("{column: Result, words: {'Off': CANCELLED}}"))))
                .containsExactly(
                        "Meeting m-1 (Events.csv:2): outcome is missing",
                        "Meeting m-2 (Events.csv:3): outcome is missing",
                        "Meeting m-4 (Events.csv:5): outcome What is not among the words of the mapping, expected one of"
                                + " Off");
    }

    @Test
    void wordsThatAreNotKnownAreToldOnceEachAndCountedAsTheFieldAllows() throws Exception {
        folder.with("Calls.csv", "Id,At,Result", "k-1,2026-05-01,Hm", "k-2,2026-05-01,Yes", "k-3,2026-05-01,Hm")
                .with("Events.csv", "Id,At,Result", "m-1,2026-05-01,Hm", "m-2,2026-05-01,", "m-3,2026-07-01,Off");

        ImportedRecords records = read("""
                files:
                  Calls.csv:
                    records:
                      - call: {id: Id, at: At, purpose: PROSPECTING, outcome: {column: Result, words: {"Yes": DISCUSSION}}}
                  Events.csv:
                    records:
                      - meeting:
                          id: Id
                          at: At
                          purpose: SALES
                          outcome: {column: Result, words: {"Off": CANCELLED}, otherwise: HELD}
                """);

        assertThat(records.calls()).extracting(Call::outcome).containsExactly(null, Call.Outcome.DISCUSSION, null);
        assertThat(records.meetings())
                .extracting(Meeting::outcome)
                .containsExactly(Meeting.Outcome.HELD, Meeting.Outcome.HELD, Meeting.Outcome.CANCELLED);
        assertThat(records.summary())
                .contains(
                        "    outcome not understood, counted as not recorded: Hm (2)",
                        "    outcome not understood, counted as HELD: Hm (1)");
        assertThat(records.problems()).isEmpty();
    }

    @Test
    void aWorkbookIsReadAsAnyOtherFile() throws Exception {
        new Workbook()
                .format("dd/mm/yyyy hh:mm")
                .sheet("Notes", Workbook.row(1, "nothing"))
                .sheet(
                        "People",
                        Workbook.row(1, "Id", "Since"),
                        Workbook.row(2, "4970762000000348004", Workbook.number("46083.5", 1)),
                        Workbook.row(3, Workbook.number("4970762000000348004"), Workbook.number("46083.5", 1)),
                        Workbook.row(4, Workbook.number("7"), "soon"))
                .write(path.resolve("People.xlsx"));
        folder.with("~$People.xlsx", "open in a spreadsheet program");

        ImportedRecords records = read("""
                files:
                  "*.xlsx":
                    sheet: People
                    records: [{customer: {id: Id, since: Since}}]
                """);

        assertThat(records.customers())
                .extracting(
                        Customer::id,
                        customer -> customer.since().toString(),
                        customer -> String.valueOf(customer.origin()))
                .containsExactly(tuple("4970762000000348004", "2026-03-02T11:00:00Z", "People.xlsx:2"));
        assertThat(problems(records))
                .containsExactly(
                        "Customer without id (People.xlsx:3): Id 4970762000000348004 has lost digits: a spreadsheet keeps 15"
                                + " of a number, expected a cell of text",
                        "Customer 7 (People.xlsx:4): since soon is not a moment, expected iso");
        assertThat(records.summary())
                .containsExactly(
                        "People.xlsx: 3 rows read",
                        "  2 used",
                        "    1 customer made",
                        "    1 customer set aside for since (1)",
                        "  1 set aside: not a whole row",
                        "People.xlsx: sheets not read: Notes");
    }

    @Test
    void numbersThatAreNoTextsHaveAPointWhateverTheTextsOfTheFileHave() throws Exception {
        new Workbook()
                .sheet(
                        "A",
                        Workbook.row(1, "Id", "Made", "Value"),
                        Workbook.row(2, "x-1", "2026-02-01", Workbook.number("150.125")),
                        Workbook.row(3, "x-2", "2026-02-01", "150.125"))
                .write(path.resolve("quotes.xlsx"));
        folder.with(
                        "quotes.jsonl",
                        "{\"Id\": \"j-1\", \"Made\": \"2026-02-01\", \"Value\": 150.125}",
                        "{\"Id\": \"j-2\", \"Made\": \"2026-02-01\", \"Value\": \"150.125\"}")
                .with("quotes.csv", "Id,Made,Value", "c-1,2026-02-01,150.125", "c-2,2026-02-01,\"2,5\"");

        ImportedRecords records = read("""
                numbers: {decimal: ",", grouping: "."}
                files:
                  quotes.*:
                    records:
                      - proposal:
                          {id: Id, sent_at: Made, status: PENDING, decided_at: Made, amount: {column: Value, currency: TND}}
                """);

        assertThat(records.proposals())
                .extracting(Proposal::id, proposal -> String.valueOf(proposal.amount()))
                .containsExactly(
                        tuple("c-1", "TND 150125.000"),
                        tuple("c-2", "TND 2.500"),
                        tuple("j-1", "TND 150.125"),
                        tuple("j-2", "TND 150125.000"),
                        tuple("x-1", "TND 150.125"),
                        tuple("x-2", "TND 150125.000"));
    }

    @Test
    void textsAreLookedUpJoinedCutReplacedAndPrefixed() throws Exception {
        folder.with(
                        "People.csv",
                        "Id,Since,Owner,City,Area,Day,Hour",
                        "0015000000AbCdEQAV,,u-1,Lyon,,2026-01-01,12:30",
                        "2,,u-9,-None-,South,2026-01-02,",
                        "3,,u-3,,,2026-01-03,")
                .with("Users.csv", "Id,First,Last", "u-1,Ann,Lee", "u-2,Bob,", "u-3,Cy,A", "u-3,Cy,B");

        ImportedRecords records = read("""
                files:
                  People.csv:
                    records:
                      - customer:
                          id: {column: Id, first: 15, prefix: "p-"}
                          since: {join: [Day, Hour], formats: [yyyy-MM-dd HH:mm, iso], zone: UTC}
                          owner: {column: Owner, through: {file: Users.csv, key: Id, value: [First, Last]}}
                          attributes:
                            place: [{column: City, none: [-None-], values: {Lyon: LYS}}, Area]
                            ghost: {column: Nowhere, optional: true}
                """);

        assertThat(records.customers())
                .extracting(
                        Customer::id, customer -> customer.since().toString(), Customer::owner, Customer::attributes)
                .containsExactly(
                        tuple("p-0015000000AbCdE", "2026-01-01T12:30:00Z", "Ann Lee", Map.of("place", "LYS")),
                        tuple("p-2", "2026-01-02T00:00:00Z", null, Map.of("place", "South")),
                        tuple("p-3", "2026-01-03T00:00:00Z", null, Map.of()));
        assertThat(records.summary())
                .containsExactly(
                        "Users.csv: 4 rows read to look things up",
                        "People.csv: 3 rows read",
                        "  3 used",
                        "    3 customers made",
                        "Users.csv: 1 not found: Id u-9",
                        "Users.csv: 1 found with several values: Id u-3");
    }

    @Test
    void aCustomerIsTheFirstOfSeveralColumnsAndMayBeLookedUp() throws Exception {
        folder.with("People.csv", "Id,Since,Mail", "1,2026-01-01,a@x", "2,2026-01-01,b@x")
                .with("Contacts.csv", "Id,Mail", "c-1,b@x", "c-2,z@x")
                .with(
                        "Calls.csv",
                        "Id,At,Lead,Contact",
                        "k-1,2026-02-01,1,c-1",
                        "k-2,2026-02-01,0,c-1",
                        "k-3,2026-02-01,,c-2");

        ImportedRecords records = read(PEOPLE + """
                  Calls.csv:
                    records:
                      - call:
                          id: Id
                          at: At
                          purpose: {column: Lead, words: {"1": OTHER}, otherwise: PROSPECTING}
                          customer:
                            unknown: none
                            columns:
                              - {column: Lead, none: "0"}
                              - column: Contact
                                through:
                                  - {file: Contacts.csv, key: Id, value: Mail}
                                  - {file: People.csv, key: Mail, value: Id}
                """);

        assertThat(records.calls()).extracting(Call::customerId).containsExactly("1", "2", null);
        assertThat(records.calls())
                .extracting(Call::purpose)
                .containsExactly(Call.Purpose.OTHER, Call.Purpose.PROSPECTING, Call.Purpose.PROSPECTING);
        assertThat(records.summary())
                .contains(
                        "    customer: 2 known, 0 not given, 1 unknown",
                        "    customer unknown, counted without one: c-2 (1)",
                        "People.csv: 1 not found: Mail z@x");
    }

    @Test
    void amountsHaveAFixedCurrencyOrThatOfAColumn() throws Exception {
        folder.with(
                "Quotes.csv",
                "Id,Made,Value,Code,Europe",
                "q-1,2026-02-01,\"$22,700.00\",CAD,\"€ 3.500,50\"",
                "q-2,2026-02-01,$342.09K,USD,\"1.234.567,00\u00a0€\"",
                "q-3,2026-02-01,,USD,",
                "q-4,2026-02-01,\"$22,70\",USD,\"3,5.0\"",
                "q-5,2026-02-01,\"-$1,000\",USD,-5");
        String quotes = """
                numbers: {grouping: ",", symbols: $, multiples: {K: 1000}}
                files:
                  Quotes.csv:
                    records:
                      - proposal: {id: Id, sent_at: Made, status: PENDING, decided_at: Made, amount: %s}
                """;

        ImportedRecords fixed = read(quotes.formatted("{column: Value, currency: USD}"));
        ImportedRecords column = read(quotes.formatted("{column: Value, currency: {column: Code}}"));
        ImportedRecords europe = read(quotes.formatted(
                "{column: Europe, currency: EUR, numbers: {decimal: ',', grouping: '.', symbols: €, multiples: {}}}"));

        assertThat(fixed.proposals())
                .extracting(proposal -> String.valueOf(proposal.amount()))
                .containsExactly("USD 22700.00", "USD 342090.00", "null");
        assertThat(column.proposals())
                .extracting(proposal -> String.valueOf(proposal.amount()))
                .containsExactly("CAD 22700.00", "USD 342090.00", "null");
        assertThat(europe.proposals())
                .extracting(proposal -> String.valueOf(proposal.amount()))
                .containsExactly("EUR 3500.50", "EUR 1234567.00", "null");
        assertThat(problems(fixed))
                .containsExactly(
                        "Proposal q-4 (Quotes.csv:5): amount $22,70 is not a number such as 1,234.50",
                        "Proposal q-5 (Quotes.csv:6): amount -$1,000 is negative; rows of credit notes are left out by"
                                + " skip: [{when: {Value: {negative: true}}, because: credit note}]");
        assertThat(problems(europe))
                .containsExactly(
                        "Proposal q-4 (Quotes.csv:5): amount 3,5.0 is not a number such as 1.234,50",
                        "Proposal q-5 (Quotes.csv:6): amount -5 is negative; rows of credit notes are left out by"
                                + " skip: [{when: {Europe: {negative: true}}, because: credit note}]");
    }

    @Test
    void momentsHaveManyFormsWhateverTheLanguageOfTheMachine() throws Exception {
        folder.with(
                "People.csv",
                "Id,Since",
                "1,\"15 Apr, 2021 00:02:00\"",
                "2,\"15 SEP, 2021 00:02:00\"",
                "3,03-07-2021 12:59",
                "4,1622505600000",
                "5,2021-06-01T00:00:00.000+0000",
                "6,2021-06-01 08:30:00",
                "7,2021-06-01 00:00:00.5+02",
                "8,\"31 Feb, 2021 00:02:00\"",
                "9,\"15 avr., 2021 00:02:00\"");
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRANCE);
            ImportedRecords records = read(PEOPLE.replace(
                    "records:",
                    "moments: {formats: ['dd MMM, yyyy HH:mm:ss', dd-MM-yyyy HH:mm, iso, epoch-millis], zone: America/New_York}\n"
                            + "    records:"));

            assertThat(records.customers())
                    .extracting(customer -> customer.since().toString())
                    .containsExactly(
                            "2021-04-15T04:02:00Z",
                            "2021-09-15T04:02:00Z",
                            "2021-07-03T16:59:00Z",
                            "2021-06-01T00:00:00Z",
                            "2021-06-01T00:00:00Z",
                            "2021-06-01T12:30:00Z",
                            "2021-05-31T22:00:00.500Z");
            assertThat(problems(records))
                    .containsExactly(
                            "Customer 8 (People.csv:9): since 31 Feb, 2021 00:02:00 is not a moment, expected dd MMM, yyyy"
                                    + " HH:mm:ss or dd-MM-yyyy HH:mm or iso or epoch-millis",
                            "Customer 9 (People.csv:10): since 15 avr., 2021 00:02:00 is not a moment, expected dd MMM, yyyy"
                                    + " HH:mm:ss or dd-MM-yyyy HH:mm or iso or epoch-millis");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void momentsBeyondAnyCalendarAreBad() throws Exception {
        folder.with("People.csv", "Id,Since", "1,+999999999-12-31", "2,31556889864403199", "3,999999999999999999");

        ImportedRecords records =
                read(PEOPLE.replace("records:", "moments: {formats: [iso, epoch-seconds]}\n    records:"));

        assertThat(records.customers()).isEmpty();
        assertThat(records.problems()).hasSize(3);
    }

    @Test
    void surveysHaveAScoreAndAScale() throws Exception {
        folder.with(
                "Answers.csv",
                "Id,At,Score,Kind",
                "v-1,2026-05-01,9,nps",
                "v-2,2026-05-01,x,nps",
                "v-3,2026-05-01,4,csat");

        ImportedRecords records = read("""
                files:
                  Answers.csv:
                    records:
                      - survey: {id: Id, at: At, score: Score, scale: {column: Kind, words: {nps: NPS, csat: CSAT_5}}}
                """);

        assertThat(records.surveys())
                .extracting(Survey::score, Survey::scale)
                .containsExactly(tuple(9, Survey.Scale.NPS), tuple(4, Survey.Scale.CSAT_5));
        assertThat(problems(records))
                .containsExactly("Survey v-2 (Answers.csv:3): score x is not a number such as 1234.50");
    }

    @Test
    void filesMayHaveOtherDelimitersAndEncodings() throws Exception {
        folder.with("People.csv", "Id;Since;Ville\n1;2026-01-01;Orléans €\n", Charset.forName("windows-1252"));

        ImportedRecords records = read("csv: {delimiter: ;, encoding: windows-1252}\n"
                + PEOPLE.replace("since: Since", "since: Since, attributes: {city: Ville}"));

        assertThat(records.customers()).extracting(Customer::attributes).containsExactly(Map.of("city", "Orléans €"));
    }

    @Test
    void ratesAreReadAsInTheCsvFolder() throws Exception {
        folder.with("People.csv", "Id,Since", "1,2026-01-01")
                .with("rates.csv", "date,from,to,rate", "2026-01-01,USD,EUR,0.9");

        assertThat(read(PEOPLE).summary())
                .containsExactly(
                        "People.csv: 1 row read",
                        "  1 used",
                        "    1 customer made",
                        "rates.csv: 1 row read: 1 exchange rate");
    }

    @Test
    void filesThatCannotBeReadFailTheImport() {
        folder.with("People.csv", "Id,Created", "1,2026-01-01")
                .with("Users.csv", "Key,Name")
                .with("Calls.csv", "Id,At,At,Owner");
        String mapping = PEOPLE + """
                  Calls.csv:
                    records:
                      - call:
                          id: Id
                          at: At
                          purpose: OTHER
                          owner: {column: Owner, through: {file: Users.csv, key: Id, value: Name}}
                """;

        UnreadableDataException broken = catchThrowableOfType(UnreadableDataException.class, () -> read(mapping));

        assertThat(broken).hasMessage("3 files cannot be read");
        assertThat(broken.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "Call without id (Users.csv): Id is read by the mapping, but missing from the header: Key, Name",
                        "Customer without id (People.csv): Since is read by the mapping, but missing from the header: Id,"
                                + " Created",
                        "Call without id (Calls.csv): At is read by the mapping, but the name of two columns, expected At#1 or At#2 in"
                                + " the mapping");
    }

    @Test
    void unnamedAndRepeatedColumnsThatTheMappingDoesNotReadAreNoTrouble() throws Exception {
        folder.with("People.csv", "Id,Since,,,X,X", "1,2026-01-01,a,b,c,d");

        assertThat(read(PEOPLE).customers()).hasSize(1);
    }

    @Test
    void aFolderWithoutAnyFileOfTheMappingIsNamed() {
        folder.with("Other.csv", "Id");

        assertThatThrownBy(() -> read(PEOPLE))
                .isInstanceOf(UnreadableDataException.class)
                .hasMessage(path + " has none of the files that the mapping reads: People.csv; it has Other.csv");
    }

    @Test
    void aLookupFileThatIsMissingIsToldAndNothingIsFoundInIt() throws Exception {
        folder.with("People.csv", "Id,Since,Owner", "1,2026-01-01,u-1");

        ImportedRecords records = read(PEOPLE.replace(
                "since: Since",
                "since: Since, owner: [{column: Owner, through: {file: Users.csv, key: Id, value: Name}}, Owner]"));

        assertThat(records.customers()).extracting(Customer::owner).containsExactly("u-1");
        assertThat(records.summary())
                .contains(
                        "Users.csv: not in the folder, nothing can be looked up there",
                        "Users.csv: 1 not found: Id u-1");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws Exception {
        folder.with("People.csv", "\uFEFFId,Since\n1,2026-01-01\n", UTF_8);

        assertThat(read(PEOPLE).customers()).hasSize(1);
    }
}
