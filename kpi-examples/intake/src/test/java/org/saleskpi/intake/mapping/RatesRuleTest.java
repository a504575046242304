package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.Workbook;

/** Exchange rates by a mapping. */
class RatesRuleTest {

    @TempDir
    Path path;

    private Export export;

    @BeforeEach
    void makeExport() {
        export = new Export(path).with("a.csv", "Id,Since", "1,2026-01-01");
    }

    private ImportedRecords read(String entries) throws Exception {
        return export.read("files:\n  a.csv: {records: [{customer: {id: Id, since: Since}}]}\n" + entries);
    }

    private static List<String> rates(ImportedRecords records) {
        return records.rates().rates().stream()
                .map(rate -> rate.day() + " " + rate.from() + "/" + rate.to() + " "
                        + rate.rate().toPlainString())
                .toList();
    }

    @Test
    void eachCurrencyMayHaveAColumn() throws Exception {
        export.with(
                "eurofxref-hist.csv",
                "Date,USD,JPY,TRL,ZZZ,",
                "2026-03-03,1.25,160.5,N/A,7,",
                "2026-03-02,1.28,N/A,N/A,,");

        ImportedRecords records = read("""
                  eurofxref-hist.csv: {rates: {date: Date, from: EUR, to: columns, none: N/A}}
                """);

        assertThat(rates(records))
                .containsExactly("2026-03-03 EUR/JPY 160.5", "2026-03-02 EUR/USD 1.28", "2026-03-03 EUR/USD 1.25");
        assertThat(records.problems()).isEmpty();
        assertThat(records.summary())
                .anyMatch(
                        line -> line.startsWith("eurofxref-hist.csv: 2 rows read: 3 exchange rates; columns not read: ")
                                && line.contains("ZZZ"));
    }

    @Test
    void inversesAreRatesOnlyWhereTheMappingSaysSoAndNoneIsTold() throws Exception {
        export.with("ecb.csv", "Date,USD,GBP", "2026-03-02,1.25,0.8", "2026-03-03,3,")
                .with("rates.csv", "date,from,to,rate", "2026-03-02,USD,EUR,0.79");

        ImportedRecords records = read("  ecb.csv: {rates: {date: Date, from: EUR, to: columns, inverse: true}}\n");

        assertThat(rates(records))
                .containsExactly(
                        "2026-03-02 EUR/GBP 0.8",
                        "2026-03-02 EUR/USD 1.25",
                        "2026-03-03 EUR/USD 3",
                        "2026-03-02 GBP/EUR 1.25",
                        "2026-03-02 USD/EUR 0.79",
                        "2026-03-03 USD/EUR 0.3333333333333333");
    }

    @Test
    void theUnitMayBeThatOfTheColumnsAndRowsMayNameBothCurrencies() throws Exception {
        export.with("units.csv", "Day;USD;CHF", "02.03.2026;0,8;1,05")
                .with("pairs.csv", "On,Base,Quote,Value", "2026-03-02,USD,GBP,0.5", "2026-03-03,GBP,,2");

        ImportedRecords records = read("""
                  units.csv:
                    csv: {delimiter: ;}
                    moments: {formats: dd.MM.yyyy}
                    numbers: {decimal: ","}
                    rates: {date: Day, from: columns, to: EUR}
                  pairs.csv: {rates: {date: On, from: {column: Base}, to: {column: Quote}, rate: Value}}
                """);

        assertThat(rates(records))
                .containsExactly("2026-03-02 CHF/EUR 1.05", "2026-03-02 USD/EUR 0.8", "2026-03-02 USD/GBP 0.5");
        assertThat(Export.problems(records)).containsExactly("Exchange rate without id (pairs.csv:3): to is missing");
    }

    @Test
    void workbooksHaveRatesToo() throws Exception {
        new Workbook()
                .sheet("Fx", Workbook.row(1, "Date", "USD"), Workbook.row(2, "2026-03-02", Workbook.number("1.25")))
                .write(path.resolve("Book.xlsx"));

        assertThat(rates(read(
                        "  Book.xlsx#Fx: {numbers: {decimal: ','}, rates: {date: Date, from: EUR, to: columns}}\n")))
                .containsExactly("2026-03-02 EUR/USD 1.25");
    }

    @Test
    void badRatesAreProblems() throws Exception {
        export.with(
                        "ecb.csv",
                        "Date,USD,GBP",
                        "soon,1,1",
                        "2026-03-02,-1,0.8",
                        "2026-03-03,1,none",
                        "2026-03-04,1.1,",
                        "2026-03-04,1.2,",
                        "2026-03-05,1.1")
                .with("rates.csv", "date,from,to,rate", "2026-03-04,EUR,USD,1.1");

        ImportedRecords records = read("  ecb.csv: {rates: {date: Date, from: EUR, to: columns}}\n");

        assertThat(rates(records)).isEmpty();
        assertThat(Export.problems(records))
                .containsExactly(
                        "Exchange rate without id (ecb.csv:2): date soon is not a moment, expected iso",
                        "Exchange rate without id (ecb.csv:3): USD -1 is not positive",
                        "Exchange rate without id (ecb.csv:4): GBP none is not a number such as 1234.50",
                        "Exchange rate without id (ecb.csv:7): row of 2 cells does not fit the header, expected 3",
                        "Exchange rate EUR/USD 2026-03-04 (ecb.csv:5): rate 1.1 is one of 3 rates that differ",
                        "Exchange rate EUR/USD 2026-03-04 (ecb.csv:6): rate 1.2 is one of 3 rates that differ",
                        "Exchange rate EUR/USD 2026-03-04 (rates.csv:2): rate 1.1 is one of 3 rates that differ");
        assertThat(records.summary()).contains("ecb.csv: 6 rows read: 0 exchange rates, 4 set aside");
    }

    @Test
    void aFileThatIsNotThereIsTold() throws Exception {
        assertThat(read("  ecb*.csv: {rates: {date: Date, from: EUR, to: columns}}\n")
                        .summary())
                .contains("ecb*.csv: not in the folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{from: EUR, to: columns} | ` has no key date, expected one`",
                "{date: D, from: columns, to: columns} | ` has columns for both from and to, expected them for one`",
                "{date: D, from: EUR, to: columns, rate: R} | .rate R stands beside columns, in which the rates are, expected one of both",
                "{date: D, from: EUR, to: USD} | ` has no key rate, expected one`",
                "{date: D, from: EURO, to: columns} | .from EURO is not the code of a currency, expected one such as EUR, or a column",
            })
    void faultsAreTold(String rates, String message) {
        assertThatThrownBy(() -> read("  ecb.csv: {rates: " + rates + "}\n"))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessage("m.yaml:5: files.ecb.csv.rates" + message);
    }
}
