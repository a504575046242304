package org.saleskpi.intake.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.TestFolder;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.InvalidHistoryException;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Origin;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.Survey;

class CsvFolderTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @TempDir
    Path path;

    private TestFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new TestFolder(path);
    }

    private ImportedRecords read() throws UnreadableDataException {
        return CsvFolder.read(path, PARIS);
    }

    private List<String> problems() throws UnreadableDataException {
        return read().problems().stream().map(Problem::toString).toList();
    }

    private List<String> brokenFiles() {
        return catchThrowableOfType(UnreadableDataException.class, this::read).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void everyFileBecomesRecordsOfItsKind() throws Exception {
        folder.with("customers.csv", "id,since,owner,region", "c-1,2026-01-12T09:00:00Z,alice,EMEA")
                .with("calls.csv", "id,customer_id,at,outcome", "k-1,c-1,2026-03-02T10:30:00+01:00,DISCUSSION")
                .with("meetings.csv", "id,at,outcome", "m-1,2026-03-05T10:00:00Z,HELD")
                .with(
                        "proposals.csv",
                        "id,sent_at,status,decided_at,amount,currency",
                        "p-1,2026-03-06T10:00:00Z,ACCEPTED,2026-03-09T10:00:00Z,1200,EUR")
                .with(
                        "contracts.csv",
                        "id,customer_id,signed_at,amount,currency,ends_at,proposal_id",
                        "s-1,c-1,2026-03-09T10:00:00Z,1200.00,EUR,2027-03-09,p-1")
                .with("surveys.csv", "id,at,score,scale", "v-1,2026-05-04T10:00:00Z,4.0,CSAT_5")
                .with("rates.csv", "date,from,to,rate", "2026-01-01,USD,EUR,0.91");

        ImportedRecords records = read();

        assertThat(records.customers())
                .containsExactly(Customer.builder("c-1", Instant.parse("2026-01-12T09:00:00Z"))
                        .owner("alice")
                        .attribute("region", "EMEA")
                        .origin(Origin.of("customers.csv", 2))
                        .build());
        assertThat(records.calls())
                .containsExactly(Call.builder("k-1", Instant.parse("2026-03-02T09:30:00Z"))
                        .customer("c-1")
                        .outcome(Call.Outcome.DISCUSSION)
                        .origin(Origin.of("calls.csv", 2))
                        .build());
        assertThat(records.meetings())
                .containsExactly(Meeting.builder("m-1", Instant.parse("2026-03-05T10:00:00Z"), Meeting.Outcome.HELD)
                        .origin(Origin.of("meetings.csv", 2))
                        .build());
        assertThat(records.proposals())
                .containsExactly(Proposal.builder("p-1", Instant.parse("2026-03-06T10:00:00Z"))
                        .decided(Proposal.Status.ACCEPTED, Instant.parse("2026-03-09T10:00:00Z"))
                        .amount(Money.parse("EUR 1200.00"))
                        .origin(Origin.of("proposals.csv", 2))
                        .build());
        assertThat(records.contracts())
                .containsExactly(
                        Contract.builder("s-1", Instant.parse("2026-03-09T10:00:00Z"), Money.parse("EUR 1200.00"))
                                .customer("c-1")
                                .endsAt(Instant.parse("2027-03-08T23:00:00Z"))
                                .proposal("p-1")
                                .origin(Origin.of("contracts.csv", 2))
                                .build());
        assertThat(records.surveys())
                .containsExactly(Survey.builder("v-1", Instant.parse("2026-05-04T10:00:00Z"), Survey.Scale.CSAT_5, 4)
                        .origin(Origin.of("surveys.csv", 2))
                        .build());
        assertThat(records.rates().rate(CurrencyUnit.USD, CurrencyUnit.EUR, LocalDate.of(2026, 6, 1)))
                .contains(new BigDecimal("0.91"));
        assertThat(records.problems()).isEmpty();
        assertThat(records.currencies()).containsExactly(CurrencyUnit.EUR);
        assertThat(records.summary())
                .containsExactly(
                        "customers.csv: 1 row read: 1 customer; columns id, since, owner; attributes region",
                        "calls.csv: 1 row read: 1 call; columns id, customer_id, at, outcome",
                        "meetings.csv: 1 row read: 1 meeting; columns id, at, outcome",
                        "proposals.csv: 1 row read: 1 proposal; columns id, sent_at, status, decided_at, amount, currency",
                        "contracts.csv: 1 row read: 1 contract; columns id, customer_id, signed_at, amount, currency, ends_at, proposal_id",
                        "surveys.csv: 1 row read: 1 survey; columns id, at, score, scale",
                        "rates.csv: 1 row read: 1 exchange rate");
        assertThat(records.into(SalesHistory.builder(PARIS, CurrencyUnit.EUR)).build())
                .hasToString("SalesHistory in Europe/Paris, EUR: 1 customers, 1 calls, 1 meetings, 1 proposals,"
                        + " 1 contracts, 1 surveys");
    }

    @Test
    void aMeetingMaySayWhenItWasBookedAndAContractWhatItsAmountPaysFor() throws Exception {
        folder.with("customers.csv", "id,since", "c-1,2026-01-12T09:00:00Z")
                .with(
                        "meetings.csv",
                        "id,at,outcome,booked_at",
                        "m-1,2026-03-05,HELD,2026-02-02",
                        "m-2,2026-03-05,HELD,")
                .with(
                        "contracts.csv",
                        "billing,id,customer_id,signed_at,amount,currency",
                        "MONTHLY,s-1,c-1,2026-03-09,12,EUR",
                        "TOTAL,s-2,c-1,2026-03-09,12,EUR",
                        ",s-3,c-1,2026-03-09,12,EUR");
        ImportedRecords records = read();
        assertThat(records.meetings())
                .extracting(Meeting::bookedAt)
                .containsExactly(Instant.parse("2026-02-01T23:00:00Z"), null);
        assertThat(records.contracts())
                .extracting(Contract::billing)
                .containsExactly(Contract.Billing.MONTHLY, Contract.Billing.TOTAL, Contract.Billing.TOTAL);
        assertThat(records.contracts())
                .allMatch(contract -> contract.attributes().isEmpty());

        folder.with("meetings.csv", "id,at,outcome,booked_at", "m-1,2026-03-05,HELD,soon")
                .with(
                        "contracts.csv",
                        "billing,id,customer_id,signed_at,amount,currency",
                        "yearly,s-1,c-1,2026-03-09,12,EUR");
        assertThat(problems())
                .containsExactly(
                        "Meeting m-1 (meetings.csv:2): booked_at soon is not a moment such as 2026-03-02T09:30:00Z,"
                                + " 2026-03-02T10:30 or 2026-03-02",
                        "Contract s-1 (contracts.csv:2): billing yearly is unknown, expected one of TOTAL, MONTHLY");
    }

    @Test
    void aFolderWithoutAnyFileOfTheFormatFailsWithTheNamesThereAreAndThoseExpected() throws Exception {
        String expected =
                path + " has none of the files of the CSV folder, expected customers.csv, calls.csv, meetings.csv,"
                        + " proposals.csv, contracts.csv, surveys.csv, rates.csv; it ";
        assertThatThrownBy(this::read)
                .isInstanceOf(UnreadableDataException.class)
                .hasMessage(expected + "is empty");

        folder.with("Customers.csv", "id,since").with("notes.txt", "hello");

        assertThatThrownBy(this::read).hasMessage(expected + "has Customers.csv, notes.txt");
    }

    @Test
    void aFileOrColumnThatIsNearlyAKnownOneIsADoubtUnlessThatOneIsThereToo() throws Exception {
        folder.with("customers.csv", "id,since,Owner,Region,region", "c-1,2026-01-12,alice,North,EMEA")
                .with("Calls.csv", "id,at")
                .with("contract.csv", "id")
                .with("Customers.csv", "id")
                .with(
                        "proposals.csv",
                        "id,sent_at,status,customer,decidedAt,Amount,amount",
                        "p-1,2026-01-12,PENDING,c-1,2026-01-13,5,");

        ImportedRecords records = read();

        assertThat(records.doubts())
                .extracting(Problem::toString)
                .containsExactlyInAnyOrder(
                        "Customer without id (customers.csv): column Owner is taken as an attribute: it is probably meant to be"
                                + " owner, which the file lacks",
                        "Proposal without id (proposals.csv): column customer is taken as an attribute: it is probably meant"
                                + " to be customer_id, which the file lacks",
                        "Proposal without id (proposals.csv): column decidedAt is taken as an attribute: it is probably meant"
                                + " to be decided_at, which the file lacks",
                        "Call without id (Calls.csv): file is not read: it is probably meant to be calls.csv, which the folder"
                                + " lacks",
                        "Contract without id (contract.csv): file is not read: it is probably meant to be contracts.csv, which"
                                + " the folder lacks");
        assertThat(records.customers().get(0).attributes())
                .isEqualTo(Map.of("Owner", "alice", "Region", "North", "region", "EMEA"));
        assertThatThrownBy(() -> records.into(SalesHistory.builder(PARIS, CurrencyUnit.EUR))
                        .build())
                .isInstanceOf(InvalidHistoryException.class)
                .hasMessageContaining("Owner");
        assertThat(records.intoLenient(SalesHistory.builder(PARIS, CurrencyUnit.EUR))
                        .build()
                        .problems())
                .isEmpty();
    }

    @Test
    void theAccountEndsWithTheFirstAndLastMomentOfEachKindOfRecord() throws Exception {
        folder.with("customers.csv", "id,since", "c-2,2026-02-12T23:30:00Z", "c-1,2026-01-12", "c-3,2026-02-01")
                .with("calls.csv", "id,at");

        assertThat(read().totals())
                .containsExactly("3 of 3 rows used (100 %)", "3 customers from 2026-01-12 00:00 to 2026-02-13 00:30");
    }

    @Test
    void recordsThatCountForTheOwnerOfTheirCustomerAreCounted() throws Exception {
        folder.with("customers.csv", "id,since,owner", "c-1,2026-01-12,alice", "c-2,2026-01-12,")
                .with(
                        "calls.csv",
                        "id,at,customer_id,owner",
                        "k-1,2026-02-01,c-1,",
                        "k-2,2026-02-01,c-1,bob",
                        "k-3,2026-02-01,c-2,",
                        "k-4,2026-02-01,,");

        assertThat(read().totals()).contains("1 record without an owner counts for the owner of their customer");
    }

    @Test
    void termsOfACustomerWithAGapOfUpToOneDayAreTold() throws Exception {
        folder.with("customers.csv", "id,since", "c-1,2024-01-01", "c-2,2024-01-01", "c-3,2024-01-01", "c-4,2024-01-01")
                .with(
                        "contracts.csv",
                        "id,customer_id,signed_at,starts_at,ends_at,amount,currency",
                        "s-1,c-1,2024-01-01,2024-03-01,2025-03-30,1,EUR",
                        // The clocks were set forward that night: a day of 23 hours.
                        "s-2,c-1,2024-01-01,2025-03-31,2026-02-28,1,EUR",
                        "s-3,c-2,2024-01-01,2024-01-01,2024-12-31T23:59:59,1,EUR",
                        "s-4,c-2,2024-01-01,2025-01-01,2026-01-01,1,EUR",
                        "s-5,c-3,2024-01-01,2024-01-01,2024-12-31,1,EUR",
                        "s-6,c-3,2024-01-01,2025-01-02,2026-01-01,1,EUR",
                        "s-7,c-4,2024-01-01,2024-01-01,2024-12-31,1,EUR",
                        "s-8,c-4,2024-01-01,2024-06-01,,1,EUR",
                        "s-9,c-4,2024-01-01,2025-01-01,2026-01-01,1,EUR");

        assertThat(read().totals())
                .filteredOn(line -> line.contains("gap"))
                .singleElement()
                .asString()
                .startsWith("2 customers have terms that follow each other with a gap of up to one day: ");
    }

    @Test
    void rowsOfEmptyCellsAreNoneAndWhatDatabasesWriteForNothingIsTold() throws Exception {
        folder.with(
                "customers.csv", ",,", "id,since,region", "c-1,2026-01-12,\\N", ",,", " , ,\"\"", "c-2,2026-01-13,N");

        ImportedRecords records = read();

        assertThat(records.customers())
                .extracting(Customer::origin)
                .containsExactly(Origin.of("customers.csv", 3), Origin.of("customers.csv", 6));
        assertThat(records.summary())
                .contains(
                        "customers.csv: region: \\N is the text of 1 cell: databases write it for nothing, but here it is a"
                                + " text");
    }

    @Test
    void filesThatAreNotReadAreNamed() throws Exception {
        folder.with("calls.csv", "id,at")
                .with("call.csv", "id")
                .with("notes.txt", "hello")
                .with(".hidden", "");

        assertThat(read().summary())
                .containsExactly("calls.csv: 0 rows read: 0 calls; columns id, at", "Not read: call.csv, notes.txt");
    }

    @Test
    void whiteSpaceQuotesBlankLinesAndAByteOrderMarkChangeNothing() throws Exception {
        folder.with(
                "customers.csv",
                BYTE_ORDER_MARK
                        + "\"id\" ,since\r\n\r\n  \r\n c-1 , 2026-01-12 \r\n \"c-2, \"\"the\n2nd\"\"\" ,2026-01-13\r\nc-3,2026-01-14",
                UTF_8);

        assertThat(read().customers())
                .extracting(Customer::id, customer -> String.valueOf(customer.origin()))
                .containsExactly(
                        tuple("c-1", "customers.csv:4"),
                        tuple("c-2, \"the\n2nd\"", "customers.csv:5"),
                        tuple("c-3", "customers.csv:7"));
    }

    @Test
    void localTimesAndDatesAreReadInTheZoneOfTheRun() throws Exception {
        folder.with(
                "calls.csv",
                "id,at",
                "local,2026-03-02T10:30:00",
                "minutes,2026-03-02T10:30",
                "date,2026-03-02",
                "gap,2026-03-29T02:30:00",
                "overlap,2026-10-25T02:30:00",
                "offset,2026-03-02T10:30+02:00",
                "fraction,2026-03-02T10:30:00.5Z");

        assertThat(read().calls())
                .extracting(call -> call.at().toString())
                .containsExactly(
                        "2026-03-02T09:30:00Z",
                        "2026-03-02T09:30:00Z",
                        "2026-03-01T23:00:00Z",
                        "2026-03-29T01:30:00Z",
                        "2026-10-25T00:30:00Z",
                        "2026-03-02T08:30:00Z",
                        "2026-03-02T10:30:00.500Z");
    }

    @Test
    void anEndThatIsTheDayOfItsBeginningIsTheMomentOfItsBeginning() throws Exception {
        folder.with(
                        "customers.csv",
                        "id,since,disqualified_at",
                        "c-1,2026-01-12T09:00:00Z,2026-01-12",
                        "c-2,2026-01-12T23:30:00Z,2026-01-13",
                        "c-3,2026-01-12T09:00:00Z,2026-01-14")
                .with(
                        "proposals.csv",
                        "id,sent_at,status,decided_at",
                        "p-1,2026-03-06T10:00:00Z,REFUSED,2026-03-06",
                        "p-2,2026-03-06T10:00:00Z,REFUSED,2026-03-05");

        assertThat(read().customers())
                .extracting(customer -> String.valueOf(customer.disqualifiedAt()))
                .containsExactly("2026-01-12T09:00:00Z", "2026-01-12T23:30:00Z", "2026-01-13T23:00:00Z");
        assertThat(read().proposals())
                .extracting(proposal -> String.valueOf(proposal.decidedAt()))
                .containsExactly("2026-03-06T10:00:00Z");
        assertThat(problems())
                .containsExactly(
                        "Proposal p-2 (proposals.csv:3): decided_at 2026-03-05 is before sent_at 2026-03-06T10:00:00Z");
    }

    @Test
    void everyBadCellIsAProblemThatSaysWhatWasExpected() throws Exception {
        folder.with("customers.csv", "id,since,disqualified_at", ",2026-13-01,soon")
                .with("calls.csv", "id,at,outcome,purpose", "k-1,,discussion,SALES")
                .with("meetings.csv", "id,at,outcome", "m-1,2026-02-30,")
                .with(
                        "proposals.csv",
                        "id,sent_at,status,decided_at,amount,currency",
                        "p-1,2026-03-06,PENDING,,\"1,200\",EUR",
                        "p-2,2026-03-06,PENDING,,1200,",
                        "p-3,2026-03-06,PENDING,,,EUR",
                        "p-4,2026-03-06,PENDING,,1.234,EUR",
                        "p-5,2026-03-06,PENDING,,1e999999999,EUR",
                        "p-6,2026-03-06,PENDING,,1200,euro",
                        "p-7,2026-03-06,PENDING,,-5,EUR",
                        "p-8,2026-03-06,ACCEPTED,,5,EUR",
                        "p-9,2026-03-06,PENDING,2026-03-07,5,EUR",
                        "p-10,2026-03-06,PENDING,,1e-999999999,EUR",
                        "p-11,2026-03-06,PENDING,,1e30,EUR",
                        "p-12,2026-03-06,PENDING,,1000.000,JPY")
                .with(
                        "contracts.csv",
                        "id,customer_id,signed_at,amount,currency,starts_at,ends_at",
                        "s-1,,2026-03-09,,,,",
                        "s-2,c-1,2026-03-09,5,EUR,2026-04-01,2026-03-01",
                        "s-3,c-1,2026-03-09,,EUR,,")
                .with("surveys.csv", "id,at,score,scale", "v-1,2026-05-04,4.5,CSAT_5", "v-2,2026-05-04,6,CSAT_5");

        assertThat(problems())
                .containsExactly(
                        "Customer without id (customers.csv:2): id is missing",
                        "Customer without id (customers.csv:2): since 2026-13-01 is not a moment such as"
                                + " 2026-03-02T09:30:00Z, 2026-03-02T10:30 or 2026-03-02",
                        "Customer without id (customers.csv:2): disqualified_at soon is not a moment such as"
                                + " 2026-03-02T09:30:00Z, 2026-03-02T10:30 or 2026-03-02",
                        "Call k-1 (calls.csv:2): at is missing",
                        "Call k-1 (calls.csv:2): outcome discussion is unknown, expected one of NO_ANSWER, REFUSED,"
                                + " CALL_BACK, DISCUSSION, MEETING_BOOKED",
                        "Call k-1 (calls.csv:2): purpose SALES is unknown, expected one of PROSPECTING, OTHER",
                        "Meeting m-1 (meetings.csv:2): at 2026-02-30 is not a moment such as 2026-03-02T09:30:00Z,"
                                + " 2026-03-02T10:30 or 2026-03-02",
                        "Meeting m-1 (meetings.csv:2): outcome is missing",
                        "Proposal p-1 (proposals.csv:2): amount 1,200 is not a number such as 1250.00",
                        "Proposal p-2 (proposals.csv:3): currency is missing, expected one because there is an amount",
                        "Proposal p-3 (proposals.csv:4): amount is missing, expected one because there is a currency",
                        "Proposal p-4 (proposals.csv:5): amount 1.234 has too many decimals, expected at most 2 in EUR",
                        "Proposal p-5 (proposals.csv:6): amount 1e999999999 is too large or too small, expected at most"
                                + " 100 digits before and after the point",
                        "Proposal p-6 (proposals.csv:7): currency euro is not the code of a currency, such as EUR",
                        "Proposal p-7 (proposals.csv:8): amount -5 is negative",
                        "Proposal p-8 (proposals.csv:9): decided_at is missing, expected a moment because the proposal"
                                + " is ACCEPTED",
                        "Proposal p-9 (proposals.csv:10): decided_at 2026-03-07 is not expected because the proposal is"
                                + " PENDING",
                        "Proposal p-10 (proposals.csv:11): amount 1e-999999999 is too large or too small, expected at"
                                + " most 100 digits before and after the point",
                        "Proposal p-11 (proposals.csv:12): amount 1e30 is too large",
                        "Contract s-1 (contracts.csv:2): customer_id is missing",
                        "Contract s-1 (contracts.csv:2): amount is missing",
                        "Contract s-1 (contracts.csv:2): currency is missing",
                        "Contract s-2 (contracts.csv:3): ends_at 2026-03-01 is before starts_at 2026-03-31T22:00:00Z",
                        "Contract s-3 (contracts.csv:4): amount is missing, expected one because there is a currency",
                        "Survey v-1 (surveys.csv:2): score 4.5 is not a whole number",
                        "Survey v-2 (surveys.csv:3): score 6 is off the scale CSAT_5, expected 1 to 5");
        assertThat(read().proposals()).extracting(Proposal::amount).containsExactly(Money.parse("JPY 1000"));
        assertThat(read().summary())
                .contains(
                        "proposals.csv: 12 rows read: 1 proposal, 11 set aside; columns id, sent_at, status, decided_at, amount,"
                                + " currency");
    }

    @Test
    void aRowThatDoesNotFitTheHeaderIsAProblem() throws Exception {
        folder.with("calls.csv", "id,at,owner", "k-1,2026-03-02", "k-2,2026-03-02,alice,x", "k-3,2026-03-02,a\0b");

        assertThat(problems())
                .containsExactly(
                        "Call k-1 (calls.csv:2): row of 2 cells does not fit the header, expected 3",
                        "Call k-2 (calls.csv:3): row of 4 cells does not fit the header, expected 3",
                        "Call k-3 (calls.csv:4): owner a\\u0000b has a NUL character");
    }

    @Test
    void aValueIsShownInOneLineOfBearableLength() throws Exception {
        folder.with("calls.csv", "id,at", "k-1,\"a\nb\"", "k-2," + "x".repeat(300));

        assertThat(problems())
                .containsExactly(
                        "Call k-1 (calls.csv:2): at a\\u000ab is not a moment such as 2026-03-02T09:30:00Z,"
                                + " 2026-03-02T10:30 or 2026-03-02",
                        "Call k-2 (calls.csv:4): at " + "x".repeat(200) + "… is not a moment such as"
                                + " 2026-03-02T09:30:00Z, 2026-03-02T10:30 or 2026-03-02");
    }

    @Test
    void tenThousandBadRowsAreTenThousandProblems() throws Exception {
        folder.with(
                "calls.csv",
                "id,at\n"
                        + String.join(
                                "\n",
                                IntStream.range(0, 10_000)
                                        .mapToObj(i -> "k-" + i + ",soon")
                                        .toList()),
                UTF_8);

        assertThat(read().problems()).hasSize(10_000);
    }

    @Test
    void problemsFailAStrictHistoryAndStandInALenientOne() throws Exception {
        folder.with("calls.csv", "id,at", "k-1,soon", "k-2,2026-03-02");
        ImportedRecords records = read();

        assertThatThrownBy(() -> records.into(SalesHistory.builder(PARIS, CurrencyUnit.EUR))
                        .build())
                .isInstanceOf(InvalidHistoryException.class);
        SalesHistory lenient = records.into(SalesHistory.builder(PARIS, CurrencyUnit.EUR))
                .lenient()
                .build();
        assertThat(lenient.calls()).hasSize(1);
        assertThat(lenient.problems()).hasSize(1);
    }

    @Test
    void brokenFilesFailTheImportTogether() {
        folder.with("customers.csv", "", UTF_8)
                .with("calls.csv", "ID,at\n", UTF_8)
                .with("meetings.csv", "id,at,outcome,at\n", UTF_8)
                .with("proposals.csv", "id,sent_at,status,\n", UTF_8)
                .with("contracts.csv", "id,customer_id,signed_at,amount,currency\ns-1,c-1,\"2026\nmore", UTF_8)
                .with("surveys.csv", "id,at,score,scale,owner\n\nv-1,2026-05-04,4,CSAT_5,Zoé\n", ISO_8859_1)
                .with("rates.csv", "date,from,to\n", UTF_8);

        assertThat(brokenFiles())
                .containsExactly(
                        "Customer without id (customers.csv): file is empty, expected a header line",
                        "Call without id (calls.csv): id is missing from the header: ID, at; ID is probably meant to be it",
                        "Meeting without id (meetings.csv): at is the name of two columns",
                        "Proposal without id (proposals.csv): column 4 has no name in the header: id, sent_at, status, ",
                        "Contract without id (contracts.csv:2): file is not CSV: Unclosed quoted field at end of input"
                                + " (record starting at line 2)",
                        "Survey without id (surveys.csv:3): file is not UTF-8 text",
                        "Exchange rate without id (rates.csv): rate is missing from the header: date, from, to");
        assertThatThrownBy(this::read).hasMessage("7 files cannot be read");
    }

    @Test
    void aFolderInPlaceOfAFileIsBroken() throws Exception {
        Files.createDirectory(path.resolve("calls.csv"));

        assertThat(brokenFiles())
                .singleElement()
                .asString()
                .startsWith("Call without id (calls.csv): file is a folder, expected a file");
    }

    @Test
    void aMissingFolderIsNamed() throws Exception {
        Path missing = path.resolve("nowhere");
        folder.with("file", "");

        assertThatThrownBy(() -> CsvFolder.read(missing, PARIS))
                .isInstanceOf(UnreadableDataException.class)
                .hasMessage(missing + " does not exist, expected a folder of files");
        assertThatThrownBy(() -> CsvFolder.read(path.resolve("file"), PARIS))
                .hasMessageStartingWith(path.resolve("file") + " has none of the files of the CSV folder, expected ")
                .hasMessageEndingWith("; it has file");
    }

    @Test
    void badRatesAreProblems() throws Exception {
        folder.with(
                "rates.csv",
                "date,from,to,rate,source",
                "2026-01-01,USD,EUR,0.91,bank",
                "2026-01-02,USD,EUR,0,bank",
                "2026-01-03,USD,EUR,-1,bank",
                "2026-01-04T00:00,USD,EUR,1,bank",
                ",dollar,,1e999,bank",
                "2026-01-05,USD,EUR,1.1,bank",
                "2026-01-05,USD,EUR,1.10,bank",
                "2026-01-06,USD,EUR,1.1,bank",
                "2026-01-06,USD,EUR,1.2,bank",
                "2026-01-07,USD,EUR,1");

        assertThat(problems())
                .containsExactly(
                        "Exchange rate without id (rates.csv:3): rate 0 is not positive",
                        "Exchange rate without id (rates.csv:4): rate -1 is not positive",
                        "Exchange rate without id (rates.csv:5): date 2026-01-04T00:00 is not a date such as 2026-03-02",
                        "Exchange rate without id (rates.csv:6): date is missing",
                        "Exchange rate without id (rates.csv:6): from dollar is not the code of a currency, such as EUR",
                        "Exchange rate without id (rates.csv:6): to is missing",
                        "Exchange rate without id (rates.csv:6): rate 1e999 is too large or too small, expected at most"
                                + " 100 digits before and after the point",
                        "Exchange rate without id (rates.csv:11): row of 4 cells does not fit the header, expected 5",
                        "Exchange rate USD/EUR 2026-01-05 (rates.csv:8): rate 1.10 is repeated: an equal rate is kept",
                        "Exchange rate USD/EUR 2026-01-06 (rates.csv:9): rate 1.1 is one of 2 rates that differ",
                        "Exchange rate USD/EUR 2026-01-06 (rates.csv:10): rate 1.2 is one of 2 rates that differ");
        assertThat(read().rates().rate(CurrencyUnit.USD, CurrencyUnit.EUR, LocalDate.of(2026, 1, 9)))
                .get()
                .satisfies(rate -> assertThat(rate).isEqualByComparingTo("1.1"));
        assertThat(read().summary())
                .containsExactly("rates.csv: 10 rows read: 2 exchange rates, 8 set aside; columns not read: source");
    }

    @Test
    void theLanguageOfTheMachineDoesNotMatter() throws Exception {
        Locale before = Locale.getDefault();
        folder.with("proposals.csv", "id,sent_at,status,amount,currency", "p-1,2026-03-06,PENDING,1200.50,EUR");
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(read().proposals()).extracting(Proposal::amount).containsExactly(Money.parse("EUR 1200.50"));
        } finally {
            Locale.setDefault(before);
        }
    }
}
