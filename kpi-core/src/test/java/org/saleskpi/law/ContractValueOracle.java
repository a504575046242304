package org.saleskpi.law;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Contract;

/** What contracts are worth, counted month by month and day by day as the definition reads, in whole minor units. */
final class ContractValueOracle {

    private ContractValueOracle() {}

    /** The months of a term as a fraction. */
    private record Months(long numerator, long denominator) {}

    /** What the contract adds to revenue, from its amount in the reporting currency. */
    static BigInteger value(Contract contract, long convertedMinorUnits, ZoneId zone) {
        Months months = months(contract, zone);
        return contract.billing() == Contract.Billing.TOTAL || months == null
                ? BigInteger.valueOf(convertedMinorUnits)
                : roundedHalfEven(convertedMinorUnits, months.numerator(), months.denominator());
    }

    /** What it adds to the monthly revenue while it is in force; null if it has no monthly value. */
    static @Nullable BigInteger monthlyValue(Contract contract, long convertedMinorUnits, ZoneId zone) {
        if (contract.billing() == Contract.Billing.MONTHLY) {
            return BigInteger.valueOf(convertedMinorUnits);
        }
        Months months = months(contract, zone);
        return months == null ? null : roundedHalfEven(convertedMinorUnits, months.denominator(), months.numerator());
    }

    /** The months of a term; null if it has no end, or less than one. */
    private static @Nullable Months months(Contract contract, ZoneId zone) {
        Instant endsAt = contract.endsAt();
        if (endsAt == null) {
            return null;
        }
        LocalDate start = contract.startsAt().atZone(zone).toLocalDate();
        LocalDate end = endsAt.atZone(zone).toLocalDate();
        long whole = 0;
        while (isWholeMonth(start, whole + 1, end)) {
            whole++;
        }
        LocalDate brokenOff = start.plusMonths(whole);
        long days = daysFrom(brokenOff, end);
        long daysOfMonth = daysFrom(brokenOff, start.plusMonths(whole + 1));
        long numerator = whole * daysOfMonth + days;
        return numerator < daysOfMonth ? null : new Months(numerator, daysOfMonth);
    }

    /** Whether so many months are over: the end's month is a later one, or its day of the month is the start's or later. */
    private static boolean isWholeMonth(LocalDate start, long months, LocalDate end) {
        YearMonth month = YearMonth.from(start).plusMonths(months);
        return YearMonth.from(end).isAfter(month)
                || (YearMonth.from(end).equals(month) && end.getDayOfMonth() >= start.getDayOfMonth());
    }

    private static long daysFrom(LocalDate start, LocalDate end) {
        long days = 0;
        for (LocalDate day = start; day.isBefore(end); day = day.plusDays(1)) {
            days++;
        }
        return days;
    }

    private static BigInteger roundedHalfEven(long amount, long multiplier, long divisor) {
        BigInteger product = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(multiplier));
        BigInteger[] parts = product.divideAndRemainder(BigInteger.valueOf(divisor));
        int half = parts[1].shiftLeft(1).compareTo(BigInteger.valueOf(divisor));
        boolean up = half > 0 || (half == 0 && parts[0].testBit(0));
        return up ? parts[0].add(BigInteger.ONE) : parts[0];
    }
}
