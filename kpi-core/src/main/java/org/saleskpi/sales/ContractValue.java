package org.saleskpi.sales;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.joda.money.Money;

/** What a contract is worth, and what that is a month, from its amount in the reporting currency. */
final class ContractValue {

    private ContractValue() {}

    /** A positive number, kept exactly. */
    private record Quotient(BigInteger dividend, BigInteger divisor) {

        /** The months between two local dates: whole ones, and of the one that they break off in the share of its days. */
        static Quotient ofMonths(LocalDate start, LocalDate end) {
            long whole = ChronoUnit.MONTHS.between(start, end);
            LocalDate lastWhole = start.plusMonths(whole);
            long daysLeft = ChronoUnit.DAYS.between(lastWhole, end);
            long daysOfMonth = ChronoUnit.DAYS.between(lastWhole, start.plusMonths(whole + 1));
            return new Quotient(BigInteger.valueOf(whole * daysOfMonth + daysLeft), BigInteger.valueOf(daysOfMonth));
        }

        Quotient inverse() {
            return new Quotient(divisor, dividend);
        }

        boolean isLessThanOne() {
            return dividend.compareTo(divisor) < 0;
        }
    }

    /** The value of a contract whose amount, converted, is given. Fails if it is too large to represent. */
    static Money ofTerm(Contract contract, Money amount, ZoneId zone) {
        if (contract.billing() == Contract.Billing.TOTAL) {
            return amount;
        }
        return monthsOf(contract, zone)
                .map(months -> timesQuotient(amount, months))
                .orElse(amount);
    }

    /** The monthly value of a contract whose amount, converted, is given. */
    static Optional<Money> ofMonth(Contract contract, Money amount, ZoneId zone) {
        if (contract.billing() == Contract.Billing.MONTHLY) {
            return Optional.of(amount);
        }
        return monthsOf(contract, zone).map(months -> timesQuotient(amount, months.inverse()));
    }

    /** The months of a term; empty if it has no end or is shorter than a month. */
    private static Optional<Quotient> monthsOf(Contract contract, ZoneId zone) {
        Instant endsAt = contract.endsAt();
        if (endsAt == null) {
            return Optional.empty();
        }
        Quotient months =
                Quotient.ofMonths(LocalDate.ofInstant(contract.startsAt(), zone), LocalDate.ofInstant(endsAt, zone));
        return months.isLessThanOne() ? Optional.empty() : Optional.of(months);
    }

    private static Money timesQuotient(Money amount, Quotient factor) {
        BigInteger product = BigInteger.valueOf(amount.getAmountMinorLong()).multiply(factor.dividend());
        BigInteger minorUnits = new BigDecimal(product)
                .divide(new BigDecimal(factor.divisor()), 0, RoundingMode.HALF_EVEN)
                .toBigInteger();
        if (minorUnits.bitLength() >= Long.SIZE) {
            throw new ArithmeticException(amount + " times " + factor.dividend() + "/" + factor.divisor()
                    + " months is too large to represent");
        }
        return Money.ofMinor(amount.getCurrencyUnit(), minorUnits.longValue());
    }
}
