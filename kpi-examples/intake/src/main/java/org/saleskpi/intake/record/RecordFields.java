package org.saleskpi.intake.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Moment;
import org.saleskpi.sales.Origin;

/**
 * What one row says about one record, by the fields of its {@link RecordSchema}. An absent value is null.
 */
public interface RecordFields {

    /**
     * Returns where the row stands.
     *
     * @return such as {@code calls.csv:17}
     */
    Origin origin();

    /**
     * Returns a field as it is written in the row, for messages.
     *
     * @param field the field; of an amount the number is told
     * @return the text of its cell; null when there is none
     */
    @Nullable
    String written(Field<?, ?> field);

    /**
     * Reads a text.
     *
     * @param field the field
     * @return the text
     * @throws BadCellException if the row gives no usable one
     */
    @Nullable
    String text(Field<?, String> field) throws BadCellException;

    /**
     * Reads a moment.
     *
     * @param field the field
     * @return the moment
     * @throws BadCellException if the cell holds something else
     */
    @Nullable
    Moment moment(Field<?, Instant> field) throws BadCellException;

    /**
     * Says what becomes of a proposal that was decided before it was sent, by what the row says; asked of such alone.
     *
     * @return whether it counts as sent when it was decided; otherwise it is bad
     */
    default boolean countsEarlyDecision() {
        return false;
    }

    /**
     * Reads a number.
     *
     * @param field the field
     * @return the number
     * @throws BadCellException if the cell holds something else
     */
    @Nullable
    BigDecimal number(Field<?, Integer> field) throws BadCellException;

    /**
     * Reads the number of an amount.
     *
     * @param field the field
     * @return the number
     * @throws BadCellException if the cell holds something else
     */
    @Nullable
    BigDecimal amount(Field<?, Money> field) throws BadCellException;

    /**
     * Reads the currency of an amount.
     *
     * @param field the field
     * @return its code, not yet known to be one
     * @throws BadCellException if the row gives no usable one
     */
    @Nullable
    String currency(Field<?, Money> field) throws BadCellException;

    /**
     * Returns what the number of an amount means.
     *
     * @return its form
     */
    AmountForm amountForm();

    /**
     * Is told of an amount that had more decimals than its currency.
     *
     * @param currency the currency
     * @param difference how much more the amount is than what was written
     */
    void rounded(CurrencyUnit currency, BigDecimal difference);

    /**
     * Says how rows with a negative amount can be left out.
     *
     * @return to be read after what is wrong; empty if there is no way
     */
    String remedyForNegative();

    /**
     * Reads one of a few words.
     *
     * @param field the field
     * @param <E> the kind of word
     * @return the word
     * @throws BadCellException if the cell holds something else
     */
    <E extends Enum<E>> @Nullable E word(Field<?, E> field) throws BadCellException;

    /**
     * Reads the free attributes.
     *
     * @return the values by name
     */
    Map<String, String> attributes();
}
