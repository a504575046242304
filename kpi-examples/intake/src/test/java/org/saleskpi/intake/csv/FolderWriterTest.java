package org.saleskpi.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.ExchangeRates;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesHistoryBuilder;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;

class FolderWriterTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final CurrencyUnit FRANC = CurrencyUnit.of("CHF");
    private static final Instant SPRING = Instant.parse("2026-03-02T09:30:00.5Z");
    private static final Instant SUMMER = Instant.parse("2026-07-02T09:30:00Z");

    @TempDir
    Path folder;

    private static SalesHistoryBuilder empty() {
        return SalesHistory.builder(PARIS, CurrencyUnit.EUR);
    }

    private static SalesHistory everything() {
        return empty().addAll(List.of(
                        Customer.builder("c1", SPRING)
                                .owner("Zoé, \"la star\"")
                                .attributes(Map.of("region", "Sud\nEst", "size", "007"))
                                .build(),
                        Customer.builder("c2", SPRING).disqualifiedAt(SUMMER).build(),
                        Call.builder("k1", SPRING).build(),
                        Call.builder("k2", SPRING)
                                .customer("c1")
                                .outcome(Call.Outcome.MEETING_BOOKED)
                                .purpose(Call.Purpose.OTHER)
                                .build(),
                        Meeting.builder("m1", SUMMER, Meeting.Outcome.SALE)
                                .customer("c1")
                                .bookedAt(SPRING)
                                .build(),
                        Proposal.builder("p1", SUMMER)
                                .customer("c1")
                                .decided(Proposal.Status.ACCEPTED, SUMMER)
                                .amount(Money.parse("JPY 1200"))
                                .build(),
                        Proposal.builder("p2", SUMMER).build(),
                        Contract.builder("s1", SUMMER, Money.parse("CHF 1200.50"))
                                .customer("c1")
                                .endsAt(Instant.parse("2027-07-02T09:30:00Z"))
                                .billing(Contract.Billing.MONTHLY)
                                .proposal("p1")
                                .build(),
                        Survey.builder("v1", SUMMER, Survey.Scale.NPS, 9)
                                .customer("c1")
                                .build()))
                .exchangeRates(ExchangeRates.builder()
                        .rate(LocalDate.of(2026, 1, 1), FRANC, CurrencyUnit.EUR, new BigDecimal("1.0520"))
                        .rate(LocalDate.of(2026, 1, 1), CurrencyUnit.JPY, CurrencyUnit.EUR, new BigDecimal("0.0060"))
                        .build())
                .build();
    }

    private SalesHistory written(SalesHistory history) throws Exception {
        CsvFolder.write(history, folder);
        ImportedRecords read = CsvFolder.read(folder, PARIS);
        return read.into(empty()).build();
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        SalesHistory history = everything();
        SalesHistory read = written(history);
        assertThat(read.records())
                .usingRecursiveFieldByFieldElementComparator(RecursiveComparisonConfiguration.builder()
                        .withIgnoredFields("origin")
                        .withEqualsForType(Money::equals, Money.class)
                        .build())
                .containsExactlyElementsOf(history.records());
        assertThat(read.exchangeRates().rates())
                .isEqualTo(history.exchangeRates().rates());
    }

    @Test
    void aFileHasTheColumnsThatSayMoreThanTheirAbsence() throws Exception {
        CsvFolder.write(everything(), folder);
        assertThat(folder.resolve("customers.csv"))
                .content()
                .startsWith("id,since,disqualified_at,owner,region,size\n");
        assertThat(folder.resolve("calls.csv")).content().isEqualTo("""
                id,customer_id,at,outcome,purpose
                k1,,2026-03-02T10:30:00.5+01:00,,PROSPECTING
                k2,c1,2026-03-02T10:30:00.5+01:00,MEETING_BOOKED,OTHER
                """);
        assertThat(folder.resolve("meetings.csv")).content().startsWith("id,customer_id,at,outcome,booked_at\n");
        assertThat(folder.resolve("surveys.csv")).content().startsWith("id,customer_id,at,score,scale\n");
    }

    @Test
    void nothingIsHeadersAlone() throws Exception {
        assertThat(written(empty().build()).records()).isEmpty();
        assertThat(folder.resolve("contracts.csv")).content().isEqualTo("id,customer_id,signed_at,amount,currency\n");
        assertThat(folder.resolve("rates.csv")).content().isEqualTo("date,from,to,rate\n");
    }

    @Test
    void anAttributeThatWouldBeReadAsAFieldIsRefused() {
        SalesRecord call =
                Call.builder("k1", SPRING).attributes(Map.of("outcome", "busy")).build();
        SalesHistory history = empty().addAll(List.of(call)).build();
        assertThatThrownBy(() -> CsvFolder.write(history, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("k1: attribute outcome is called like a column of calls.csv");
        assertThat(Files.exists(folder.resolve("calls.csv"))).isFalse();
    }
}
