package org.saleskpi.sales;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The currency that the amounts of a history are converted to, at the rate of each amount's local day. */
record ReportingCurrency(CurrencyUnit currency, ZoneId zone, ExchangeRates rates) {

    /** The amount in this currency; empty if there is no rate. Fails if it is too large to represent. */
    Optional<Money> convert(Money amount, Instant moment) {
        if (isOf(amount)) {
            return Optional.of(amount);
        }
        return rates.rate(amount.getCurrencyUnit(), currency, localDate(moment))
                .map(rate -> representable(amount.convertedTo(currency, rate, RoundingMode.HALF_EVEN)));
    }

    /** The amount that belongs to a fact in this currency, at the rate of the day that the fact's amounts go by. */
    Optional<Money> convert(Money amount, Fact fact) {
        return isOf(amount) ? Optional.of(amount) : convert(amount, momentOfRate(fact));
    }

    /**
     * The moment whose local day's rate converts the amounts of a fact. Whatever else an indicator goes by, it stays the same:
     * so an amount is the same in all indicators.
     */
    static Instant momentOfRate(Fact fact) {
        return fact instanceof CustomerJourney journey && journey.firstContract() != null
                ? journey.firstContract().signedAt()
                : fact.moment();
    }

    /** What a contract is worth in this currency; empty if there is no rate. Fails if it is too large to represent. */
    Optional<Money> valueOf(Contract contract) {
        return convert(contract.amount(), contract).map(amount -> ContractValue.ofTerm(contract, amount, zone));
    }

    boolean isOf(Money amount) {
        return amount.getCurrencyUnit().equals(currency);
    }

    private static Money representable(Money amount) {
        amount.getAmountMinorLong(); // throws unless it is
        return amount;
    }

    /** What is wrong with an amount that has no rate. Tables of central banks have the inverse of what is needed. */
    String noRate(Money amount, Instant moment) {
        CurrencyUnit from = amount.getCurrencyUnit();
        boolean hasInverse = rates.rate(currency, from, LocalDate.MAX).isPresent();
        return "has no exchange rate " + from + "/" + currency + " on or before " + localDate(moment)
                + (hasInverse ? "; there is " + currency + "/" + from + ", its inverse" : "");
    }

    private LocalDate localDate(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
