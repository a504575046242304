package org.saleskpi.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.SalesHistory;

class EndlessCoversTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");

    private final List<Contract> contracts = new ArrayList<>();

    private EndlessCoversTest with(String customer, @Nullable Instant endsAt) {
        contracts.add(Contract.builder("s-" + contracts.size(), MARCH, Money.parse("EUR 5.00"))
                .customer(customer)
                .endsAt(endsAt)
                .build());
        return this;
    }

    private EndlessCovers covers() {
        return EndlessCovers.of(SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .customers(List.of(
                        Customer.builder("c-1", MARCH).build(),
                        Customer.builder("c-2", MARCH).build(),
                        Customer.builder("c-3", MARCH).build()))
                .contracts(contracts)
                .build());
    }

    @Test
    void customersAreCountedAndNotContracts() {
        with("c-1", null).with("c-1", APRIL).with("c-2", APRIL);

        assertThat(covers()).isEqualTo(new EndlessCovers(1, 2));
        assertThat(covers().areAll()).isFalse();
        assertThat(covers())
                .hasToString("Customers with a contract that has no end: 1 of 2; they count as retained for ever, so"
                        + " retention and churn say nothing of them");
    }

    @Test
    void withoutAnyEndAllAreEndless() {
        with("c-1", null).with("c-2", null);

        assertThat(covers()).isEqualTo(new EndlessCovers(2, 2));
        assertThat(covers().areAll()).isTrue();
    }

    @Test
    void withoutContractsThereIsNothingThatIsEndless() {
        assertThat(covers()).isEqualTo(new EndlessCovers(0, 0));
        assertThat(covers().areAll()).isFalse();
    }

    @Test
    void countsFitEachOther() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EndlessCovers(3, 2))
                .withMessage("EndlessCovers: endless 3 is not within 0 to covered 2");
        assertThatIllegalArgumentException().isThrownBy(() -> new EndlessCovers(-1, 2));
    }
}
