package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.SalesHistory;

/** What a contract is worth, and what that is a month. */
class ContractValueProperties {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final SalesHistory HISTORY =
            SalesHistory.builder(PARIS, CurrencyUnit.EUR).build();

    /** Terms from any day, ends of months among them, to any day up to some years later. */
    @Provide
    Arbitrary<Contract> contracts() {
        Arbitrary<LocalDate> starts = Arbitraries.integers()
                .between(0, 48)
                .flatMap(month -> Arbitraries.integers()
                        .between(1, 31)
                        .map(day -> LocalDate.of(2023, 1, 1)
                                .plusMonths(month)
                                .plusDays(Math.min(
                                                day,
                                                LocalDate.of(2023, 1, 1)
                                                        .plusMonths(month)
                                                        .lengthOfMonth())
                                        - 1)));
        return Combinators.combine(
                        starts,
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(-2, 31),
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.of(Contract.Billing.class))
                .as((start, months, days, minorUnits, billing) -> {
                    LocalDate end = start.plusMonths(months).plusDays(days);
                    return contract(
                            Money.ofMinor(CurrencyUnit.EUR, minorUnits),
                            billing,
                            start,
                            end.isBefore(start) ? start : end);
                });
    }

    private static Contract contract(Money amount, Contract.Billing billing, LocalDate start, LocalDate end) {
        return Contract.builder("s-1", start.atStartOfDay(PARIS).toInstant(), amount)
                .customer("c-1")
                .billing(billing)
                .endsAt(end.atStartOfDay(PARIS).toInstant())
                .build();
    }

    @Property
    void theValuesAreThoseOfTheOracle(@ForAll("contracts") Contract contract) {
        long minorUnits = contract.amount().getAmountMinorLong();
        assertThat(minorUnits(HISTORY.valueOf(contract)))
                .isEqualTo(ContractValueOracle.value(contract, minorUnits, PARIS));
        assertThat(HISTORY.monthlyValueOf(contract).map(ContractValueProperties::minorUnits))
                .isEqualTo(Optional.ofNullable(ContractValueOracle.monthlyValue(contract, minorUnits, PARIS)));
    }

    private static BigInteger minorUnits(Money money) {
        return BigInteger.valueOf(money.getAmountMinorLong());
    }

    @Domain(SalesDomain.class)
    @Domain(DomainContext.Global.class)
    @Property
    void theValuesOfAHistoryAreThoseOfTheOracle(@ForAll Situation situation) {
        SalesHistory history = situation.raw().build();
        for (Contract contract : history.contracts()) {
            long converted =
                    history.convert(contract.amount(), contract.signedAt()).getAmountMinorLong();
            assertThat(minorUnits(history.valueOf(contract)))
                    .isEqualTo(ContractValueOracle.value(contract, converted, history.zone()));
            assertThat(history.monthlyValueOf(contract).map(ContractValueProperties::minorUnits))
                    .isEqualTo(
                            Optional.ofNullable(ContractValueOracle.monthlyValue(contract, converted, history.zone())));
        }
    }

    @Property(tries = 200)
    void monthlyAmountsGrowByOneForEachMonth(@ForAll("contracts") Contract contract) {
        Money amount = contract.amount();
        LocalDate start = LocalDate.ofInstant(contract.startsAt(), PARIS);
        for (int months = 1; months <= 14; months++) {
            Contract longer = contract(amount, Contract.Billing.MONTHLY, start, start.plusMonths(months));
            assertThat(HISTORY.valueOf(longer)).isEqualTo(amount.multipliedBy(months));
            Contract total =
                    contract(amount.multipliedBy(months), Contract.Billing.TOTAL, start, start.plusMonths(months));
            assertThat(HISTORY.monthlyValueOf(total)).contains(amount);
        }
    }

    @Property(tries = 50)
    void whatCannotBeRepresentedIsAnError(@ForAll("contracts") Contract contract) {
        Money most = Money.ofMinor(CurrencyUnit.EUR, Long.MAX_VALUE);
        LocalDate start = LocalDate.ofInstant(contract.startsAt(), PARIS);
        assertThat(HISTORY.valueOf(contract(most, Contract.Billing.MONTHLY, start, start.plusMonths(1))))
                .isEqualTo(most);
        assertThatThrownBy(() -> HISTORY.valueOf(contract(most, Contract.Billing.MONTHLY, start, start.plusMonths(2))))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageMatching("EUR 92233720368547758\\.07 times \\d+/\\d+ months is too large to represent");
    }
}
