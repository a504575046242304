package org.saleskpi.cli.output.workbook;

import java.util.OptionalDouble;
import org.joda.money.Money;
import org.saleskpi.cli.output.Wording;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.Ratio;

/**
 * An answer as cells: its value, and what it is made of. What does not apply is empty, and so is what is undefined.
 *
 * @param value what is reported
 * @param numerator what is divided
 * @param denominator what it is divided by
 * @param open how many cases are not settled
 * @param decided the rate among the settled cases
 * @param ceiling the rate if every open case succeeded
 * @param median the middle of the values
 */
record ValueCells(Cell value, Cell numerator, Cell denominator, Cell open, Cell decided, Cell ceiling, Cell median) {

    private static final Cell NO_COUNT = Cell.empty(Form.COUNT);
    private static final Cell NO_RATE = Cell.empty(Form.RATE);
    private static final Cell NO_DAYS = Cell.empty(Form.DAYS);

    static ValueCells of(KpiValue<?> value) {
        if (value instanceof MeanAmount mean) {
            return quotient(value(mean), money(mean.total().money()), mean.count(), NO_DAYS);
        } else if (value instanceof Days days) {
            return quotient(value(days), count(days.total()), days.count(), Cell.number(days.median(), Form.DAYS));
        } else if (value instanceof Ratio ratio) {
            return quotient(value(ratio), count(ratio.dividend()), ratio.divisor(), NO_DAYS);
        } else if (value instanceof Rate rate) {
            return new ValueCells(
                    value(rate),
                    count(rate.hits()),
                    count(rate.total()),
                    count(rate.open()),
                    Cell.number(rate.decided(), Form.RATE),
                    Cell.number(rate.ceiling(), Form.RATE),
                    NO_DAYS);
        }
        return new ValueCells(value(value), NO_COUNT, NO_COUNT, NO_COUNT, NO_RATE, NO_RATE, NO_DAYS);
    }

    private static ValueCells quotient(Cell value, Cell numerator, long denominator, Cell median) {
        return new ValueCells(value, numerator, count(denominator), NO_COUNT, NO_RATE, NO_RATE, median);
    }

    /** What is reported, in one cell. */
    static Cell value(KpiValue<?> value) {
        if (value instanceof Count count) {
            return count(count.value());
        } else if (value instanceof Amount amount) {
            return money(amount.money());
        } else if (value instanceof MeanAmount mean) {
            return mean.mean().map(ValueCells::money).orElse(Cell.empty(Form.MONEY));
        } else if (value instanceof Days days) {
            return Cell.number(days.mean(), Form.DAYS);
        } else if (value instanceof Rate rate) {
            return Cell.number(rate.value(), Form.RATE);
        } else if (value instanceof Ratio ratio) {
            return Cell.number(ratio.value(), Form.RATIO);
        }
        throw new AssertionError("no cell for " + value.getClass());
    }

    /** What the numbers of an answer are in. */
    static String unit(KpiValue<?> value, Wording wording) {
        if (value instanceof Count) {
            return wording.say("measured-in.count");
        } else if (value instanceof Amount amount) {
            return amount.currency().getCode();
        } else if (value instanceof MeanAmount mean) {
            return mean.currency().getCode();
        } else if (value instanceof Days) {
            return wording.say("measured-in.days");
        } else if (value instanceof Rate) {
            return "%";
        } else if (value instanceof Ratio) {
            return wording.say("measured-in.ratio");
        }
        throw new AssertionError("no unit for " + value.getClass());
    }

    private static Cell count(long count) {
        // Spreadsheets have doubles only: beyond 2^53 they round.
        return Cell.number((double) count, Form.COUNT);
    }

    private static Cell money(Money money) {
        return Cell.number(OptionalDouble.of(money.getAmount().doubleValue()), Form.MONEY);
    }
}
