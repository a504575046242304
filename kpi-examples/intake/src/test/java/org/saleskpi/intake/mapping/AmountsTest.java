package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saleskpi.intake.Workbook.number;
import static org.saleskpi.intake.Workbook.row;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.TestFolder;
import org.saleskpi.intake.Workbook;
import org.saleskpi.intake.csv.CsvFolder;

/** How the cells of amounts become money. */
class AmountsTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @TempDir
    Path path;

    private static String proposals(String file, String amount) {
        return """
                files:
                  FILE:
                    records:
                      - proposal: {id: Id, sent_at: Day, status: PENDING, decided_at: Day, amount: AMOUNT}
                """.replace("FILE", file).replace("AMOUNT", amount);
    }

    /** Rows of an id, a day, an amount and a currency. */
    private ImportedRecords read(String amount, String... amountsAndCurrencies) throws Exception {
        String[] lines = new String[amountsAndCurrencies.length + 1];
        lines[0] = "Id;Day;Value;Code";
        for (int i = 0; i < amountsAndCurrencies.length; i++) {
            String given = amountsAndCurrencies[i];
            lines[i + 1] = "p-" + (i + 1) + ";2026-03-02;" + (given.contains(";") ? given : given + ";");
        }
        return new Export(path).with("a.csv", lines).read("csv: {delimiter: ;}\n" + proposals("a.csv", amount));
    }

    private static List<String> amounts(ImportedRecords records) {
        return records.proposals().stream()
                .map(proposal -> proposal.id() + " " + proposal.amount())
                .toList();
    }

    private static List<String> problems(ImportedRecords records) {
        return Export.problems(records).stream()
                .map(problem -> problem.replaceFirst("Proposal (p-[0-9]+) \\(.*?\\):", "$1"))
                .toList();
    }

    @Test
    void aSignOfAnotherCurrencyIsBad() throws Exception {
        ImportedRecords fixed = read(
                "{column: Value, currency: USD, numbers: {grouping: ',', symbols: [$, €, GBP]}}",
                "$1,000",
                "€1,000",
                "5 GBP",
                "£ 7");

        assertThat(amounts(fixed)).containsExactly("p-1 USD 1000.00");
        assertThat(problems(fixed))
                .containsExactly(
                        "p-2 amount €1,000 has the sign €, which is not one of USD, the currency of the amount",
                        "p-3 amount 5 GBP has the sign GBP, which is not one of USD, the currency of the amount",
                        "p-4 amount £ 7 has the sign £, which is not one of USD, the currency of the amount");

        ImportedRecords column = read(
                "{column: Value, currency: {column: Code}, numbers: {symbols: [$, €]}}",
                "$5;USD",
                "€5;USD",
                "€5;EUR",
                "€5;");
        assertThat(amounts(column)).containsExactly("p-1 USD 5.00", "p-3 EUR 5.00");
        assertThat(problems(column))
                .containsExactly(
                        "p-2 amount €5 has the sign €, which is not one of USD, the currency of the amount",
                        "p-4 currency is missing, expected one because there is an amount");
    }

    @Test
    void aSignOfAnotherCurrencyIsBadInTheCsvFolder() throws Exception {
        new TestFolder(path)
                .with(
                        "proposals.csv",
                        "id,sent_at,status,amount,currency",
                        "p-1,2026-03-02,PENDING,€5,USD",
                        "p-2,2026-03-02,PENDING,€5,EUR");

        assertThat(problems(CsvFolder.read(path, PARIS)))
                .containsExactly(
                        "p-1 amount €5 has the sign €, which is not one of USD, the currency of the amount",
                        "p-2 amount €5 is not a number such as 1250.00");
    }

    @Test
    void theSignMaySayTheCurrency() throws Exception {
        ImportedRecords records = read(
                "{column: Value, currency: sign, numbers: {grouping: ',', symbols: {$: USD, €: EUR, CA$: CAD, kr: SEK}}}",
                "$1,000",
                "1,000 €",
                "CA$5",
                "5\u00a0kr",
                "5",
                "£5",
                "$€5",
                "");

        assertThat(amounts(records))
                .containsExactly("p-1 USD 1000.00", "p-2 EUR 1000.00", "p-3 CAD 5.00", "p-4 SEK 5.00", "p-8 null");
        assertThat(problems(records))
                .containsExactly(
                        "p-5 currency 5 has no sign of a currency, expected one of $, CA$, kr, €",
                        "p-6 amount £5 is not a number such as 1,234.50",
                        "p-6 currency £5 has no sign of a currency, expected one of $, CA$, kr, €",
                        "p-7 amount $€5 has the sign €, which is not one of USD, the currency of the amount");
    }

    @Test
    void aCodeBesideTheNumberMaySayTheCurrency() throws Exception {
        ImportedRecords records = read(
                "{column: Value, currency: code, numbers: {grouping: ',', symbols: [$]}}",
                "USD 1,234.50",
                "100.00 eur",
                "JPY5",
                "(USD 5)",
                "$5 USD",
                "$5 EUR",
                "5",
                "XXY 5",
                "USD 5 EUR");

        assertThat(amounts(records)).containsExactly("p-1 USD 1234.50", "p-2 EUR 100.00", "p-3 JPY 5", "p-5 USD 5.00");
        assertThat(problems(records).stream().map(problem -> problem.replaceFirst("; rows of.*", "")))
                .containsExactly(
                        "p-4 amount (USD 5) is negative",
                        "p-6 amount $5 EUR has the sign $, which is not one of EUR, the currency of the amount",
                        "p-7 currency 5 has no code of a currency beside the number, expected one such as EUR",
                        "p-8 amount XXY 5 is not a number such as 1,234.50",
                        "p-8 currency XXY 5 has no code of a currency beside the number, expected one such as EUR",
                        "p-9 currency USD 5 EUR has several codes of currencies, expected one");
    }

    @Test
    void numbersMayCountTheSmallestUnit() throws Exception {
        ImportedRecords records = read(
                "{column: Value, minor_units: true, currency: {column: Code, values: {usd: USD}}}",
                "1999;usd",
                "250000.00;EUR",
                "500;JPY",
                "1234;KWD",
                "19.99;EUR",
                "0;EUR");

        assertThat(amounts(records))
                .containsExactly("p-1 USD 19.99", "p-2 EUR 2500.00", "p-3 JPY 500", "p-4 KWD 1.234", "p-6 EUR 0.00");
        assertThat(problems(records))
                .containsExactly("p-5 amount 19.99 is not a whole number, expected one of the smallest unit of EUR");
    }

    @Test
    void decimalsBeyondTheCurrencyAreRefusedOrRoundedHalfToEven() throws Exception {
        String[] values = {"957.5775;EUR", "0.125;EUR", "0.135;EUR", "2.5;JPY", "3.5;JPY", "100.000;EUR", "0.004;USD"};

        ImportedRecords rounded = read("{column: Value, currency: {column: Code}, decimals: round}", values);
        assertThat(amounts(rounded))
                .containsExactly(
                        "p-1 EUR 957.58",
                        "p-2 EUR 0.12",
                        "p-3 EUR 0.14",
                        "p-4 JPY 2",
                        "p-5 JPY 4",
                        "p-6 EUR 100.00",
                        "p-7 USD 0.00");
        assertThat(rounded.summary()).contains("    6 amounts rounded, in all by 0.0025 EUR, 0 JPY, -0.004 USD");

        for (String refused : new String[] {"", ", decimals: refuse"}) {
            ImportedRecords records = read("{column: Value, currency: {column: Code}" + refused + "}", values);
            assertThat(amounts(records)).containsExactly("p-6 EUR 100.00");
            assertThat(problems(records))
                    .startsWith("p-1 amount 957.5775 has too many decimals, expected at most 2 in EUR")
                    .hasSize(6);
            assertThat(String.join("\n", records.summary())).doesNotContain("rounded");
        }
    }

    @Test
    void partsOfTheSmallestUnitAreRoundedToo() throws Exception {
        ImportedRecords records =
                read("{column: Value, currency: EUR, minor_units: true, decimals: round}", "1999.5", "1998.5");

        assertThat(amounts(records)).containsExactly("p-1 EUR 20.00", "p-2 EUR 19.98");
        assertThat(records.summary()).contains("    2 amounts rounded, in all by 0 EUR");
    }

    @Test
    void linesThatAreSummedFirstAddUpExactly() throws Exception {
        String mapping = "csv: {delimiter: ;}\n"
                + proposals("a.csv", "{column: Value, currency: {column: Code}, decimals: round}")
                        .replace("proposal: {", "proposal: {repeated: sum, ");
        new TestFolder(path)
                .with(
                        "a.csv",
                        "Id;Day;Value;Code",
                        "p-1;2026-03-02;0.4;EUR",
                        "p-1;2026-03-02;0.134;EUR",
                        "p-1;2026-03-02;0.001;EUR",
                        "p-2;2026-03-02;10;EUR",
                        "p-2;2026-03-02;(2.5);EUR",
                        "p-3;2026-03-02;1;EUR",
                        "p-3;2026-03-02;-2;EUR");

        ImportedRecords rounded = new Export(path).read(mapping);
        ImportedRecords cents =
                new Export(path).read(mapping.replace("decimals: round", "decimals: round, minor_units: true"));

        assertThat(amounts(rounded)).containsExactly("p-1 EUR 0.54", "p-2 EUR 7.50");
        assertThat(rounded.summary()).contains("    1 amount rounded, in all by 0.005 EUR");
        assertThat(problems(rounded)).singleElement().asString().startsWith("p-3 amount 1 is negative; rows of");
        assertThat(amounts(cents)).containsExactly("p-1 EUR 0.01", "p-2 EUR 0.08");
    }

    @Test
    void aNegativeAmountIsBadAndMayBeSkipped() throws Exception {
        String amount = "{column: Value, currency: USD, numbers: {grouping: ',', symbols: $}}";
        String[] values = {"\"$1,000.00\"", "($250.00)", "-5", "5-", "-0.00"};

        ImportedRecords refused = read(amount, values);

        assertThat(amounts(refused)).containsExactly("p-1 USD 1000.00", "p-5 USD 0.00");
        String remedy = " is negative; rows of credit notes are left out by skip: [{when: {Value: {negative: true}},"
                + " because: credit note}]";
        assertThat(problems(refused))
                .containsExactly("p-2 amount ($250.00)" + remedy, "p-3 amount -5" + remedy, "p-4 amount 5-" + remedy);

        ImportedRecords skipped = new Export(path)
                .read(
                        "csv: {delimiter: ;}\n"
                                + proposals("a.csv", amount)
                                        .replace(
                                                "    records:",
                                                "    skip: [{when: {Value: {negative: true}}, because: credit note}]\n    records:"));
        assertThat(problems(skipped)).isEmpty();
        assertThat(skipped.summary()).contains("  3 skipped: credit note");

        ImportedRecords kept = new Export(path)
                .read("csv: {delimiter: ;}\n"
                        + proposals("a.csv", amount)
                                .replace("proposal: {", "proposal: {when: {Value: {negative: false}}, "));
        assertThat(amounts(kept)).containsExactly("p-1 USD 1000.00", "p-5 USD 0.00");
    }

    @Test
    void numbersOfJsonAndWorkbooksAreReadByTheSameRules() throws Exception {
        String amount = "{column: Value, currency: {column: Code}, minor_units: true, decimals: round}";
        ImportedRecords json = new Export(path)
                .withJson(
                        "a.jsonl",
                        "{'Id': 'p-1', 'Day': '2026-03-02', 'Value': 1999, 'Code': 'USD'}",
                        "{'Id': 'p-2', 'Day': '2026-03-02', 'Value': -5, 'Code': 'USD'}",
                        "{'Id': 'p-3', 'Day': '2026-03-02', 'Value': 0.5, 'Code': 'JPY'}")
                .read(proposals("a.jsonl", amount));
        new Workbook()
                .sheet(
                        "A",
                        row(1, "Id", "Day", "Value", "Code"),
                        row(2, "p-1", "2026-03-02", number("1999"), "USD"),
                        row(3, "p-2", "2026-03-02", number("-5"), "USD"),
                        row(4, "p-3", "2026-03-02", number("0.5"), "JPY"))
                .write(path.resolve("a.xlsx"));
        ImportedRecords workbook = new Export(path).read(proposals("a.xlsx", amount));

        for (ImportedRecords records : Arrays.asList(json, workbook)) {
            assertThat(amounts(records)).containsExactly("p-1 USD 19.99", "p-3 JPY 0");
            assertThat(problems(records)).singleElement().asString().startsWith("p-2 amount -5 is negative;");
            assertThat(records.summary()).contains("    1 amount rounded, in all by -0.5 JPY");
        }
    }

    @Test
    void whatCannotBeSaidIsTold() {
        assertThatThrownBy(() -> read("{column: Value, currency: sign}"))
                .hasMessage("m.yaml:7: files.a.csv.records[1].proposal.amount.currency sign needs to know the signs,"
                        + " expected numbers: {symbols: {\"€\": EUR}} or the like");
        assertThatThrownBy(() -> read("{column: Value, currency: EUR, decimals: cut}"))
                .hasMessageContaining("decimals cut is unknown, expected one of refuse, round");
        assertThatThrownBy(() -> Mapping.parse(
                        "m.yaml",
                        "mapping: 1\nmoments: {formats: iso, zone: run}\n"
                                + proposals("a.csv", "{column: V, currency: EUR}")
                                        .replace(
                                                "proposal: {",
                                                "proposal: {when: {V: {negative: true, empty: false}}, ")))
                .hasMessageContaining("has empty and negative, expected one of");
    }
}
