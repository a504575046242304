package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.saleskpi.intake.ImportAccount;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.sales.ExchangeRates;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;

class ProblemLinesTest {

    private static final Problem OF_IMPORT = Problem.builder(RecordType.CALL, "dealId")
            .origin("calls.csv:1")
            .reason("is read by the mapping, but missing from the header: createdAt, ownerId");

    private static final Problem OF_HISTORY = Problem.builder(RecordType.PROPOSAL, "decidedAt")
            .id("p-1")
            .value("2026-01-01")
            .origin("proposals.csv:2")
            .reason("is before sentAt 2026-03-05T10:00:00Z");

    @Test
    void whatTheLibraryFoundIsToldInTheWordsOfFilesAndColumnsAreNamedAsTheFilesDo() {
        ImportedRecords records = new ImportedRecords(
                List.of(), ExchangeRates.none(), List.of(OF_IMPORT), List.of(), ImportAccount.empty(ZoneOffset.UTC));

        assertThat(ProblemLines.of(List.of(OF_IMPORT, OF_HISTORY), records, Messages.ENGLISH))
                .containsExactly(
                        "calls.csv:1: -: dealId: -: is read by the mapping, but missing from the header: createdAt, ownerId",
                        "proposals.csv:2: p-1: decided_at: 2026-01-01: is before sent_at 2026-03-05T10:00:00Z");
    }

    private static Problem noRate(String id, String pair, String day) {
        return Problem.builder(RecordType.CONTRACT, "amount")
                .id(id)
                .value(pair.substring(0, 3) + " 5.00")
                .origin("contracts.csv:" + id)
                .reason("has no exchange rate " + pair + " on or before " + day);
    }

    @Test
    void amountsWithoutARateAreToldOnceForEachPairOfCurrencies() {
        ExchangeRates rates = ExchangeRates.builder()
                .rate(LocalDate.of(2026, 1, 1), CurrencyUnit.JPY, CurrencyUnit.EUR, new BigDecimal("0.006"))
                .build();
        ImportedRecords records = new ImportedRecords(
                List.of(), rates, List.of(OF_IMPORT), List.of(), ImportAccount.empty(ZoneOffset.UTC));

        assertThat(ProblemLines.of(
                        List.of(
                                noRate("2", "USD/EUR", "2026-02-01"),
                                noRate("3", "USD/EUR", "2026-01-05"),
                                noRate("4", "GBP/EUR", "2026-02-01"),
                                noRate("5", "USD/EUR", "2026-03-01")),
                        records,
                        Messages.ENGLISH))
                .containsExactly(
                        "contracts.csv:3: 3: amount: USD 5.00: has no exchange rate USD/EUR on or before 2026-01-05; nor have 2"
                                + " other amounts, of that day or later; there are rates of JPY/EUR (1)",
                        "contracts.csv:4: 4: amount: GBP 5.00: has no exchange rate GBP/EUR on or before 2026-02-01; there are"
                                + " rates of JPY/EUR (1)");
    }
}
