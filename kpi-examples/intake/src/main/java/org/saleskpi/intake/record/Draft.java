package org.saleskpi.intake.record;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Moment;
import org.saleskpi.sales.Origin;
import org.saleskpi.sales.Problem;

/** A record on its way: the values of its fields, and what is bad among them. Not thread-safe. */
final class Draft {

    private final RecordSchema<?> schema;
    private final RecordFields row;
    private final ZoneId zone;
    private final Consumer<Problem> problems;
    private final @Nullable Object[] values;
    private Set<String> bad = Set.of();

    Draft(RecordSchema<?> schema, RecordFields row, ZoneId zone, Consumer<Problem> problems) {
        this.schema = schema;
        this.row = row;
        this.zone = zone;
        this.problems = problems;
        this.values = new Object[schema.fields().size()];
    }

    /** Reads all fields in their order. Returns whether a record can be made of them. */
    boolean read() {
        for (int i = 0; i < values.length; i++) {
            values[i] = read(schema.fields().get(i));
        }
        return bad.isEmpty();
    }

    private <V> @Nullable V read(Field<?, V> field) {
        V value = attempt(field.name(), () -> field.read(this));
        if (value == null && field.isRequired() && field.columns().stream().noneMatch(bad::contains)) {
            field.columns().forEach(column -> problem(column, null, "is missing"));
        }
        return value;
    }

    private interface Attempt<V> {
        @Nullable
        V read() throws BadCellException;
    }

    private <V> @Nullable V attempt(String column, Attempt<V> attempt) {
        try {
            return attempt.read();
        } catch (BadCellException e) {
            problem(column, e.value(), e.reason());
            return null;
        }
    }

    void problem(String column, @Nullable String value, String reason) {
        if (bad.isEmpty()) {
            bad = new HashSet<>();
        }
        bad.add(column);
        problems.accept(Problem.builder(schema.type(), column)
                .id(get(RecordSchema.ID))
                .value(RecordMaker.shown(value))
                .origin(row.origin())
                .reason(reason));
    }

    /** The value of a field that has been read, or what it means that there is none; null for that. */
    <V> @Nullable V get(Field<?, V> field) {
        List<? extends Field<?, ?>> fields = schema.fields();
        for (int i = 0; i < values.length; i++) {
            if (fields.get(i) == field) {
                Object value = values[i];
                return value == null ? field.absent() : field.type().cast(value);
            }
        }
        throw new IllegalArgumentException(schema.noun() + " has no field " + field);
    }

    /** The value of a field that a record must have, or of one for which another stands. */
    <V> V required(Field<?, V> field) {
        return requireNonNull(get(field), field.name());
    }

    Map<String, String> attributes() {
        return row.attributes();
    }

    Origin origin() {
        return row.origin();
    }

    boolean countsEarlyDecision() {
        return row.countsEarlyDecision();
    }

    @Nullable
    String text(Field<?, String> field) throws BadCellException {
        return row.text(field);
    }

    @Nullable
    Instant moment(Field<?, Instant> field) throws BadCellException {
        Moment moment = row.moment(field);
        return moment == null ? null : moment.instant();
    }

    /** The moment of an end that may be given as the day of its beginning. */
    @Nullable
    Instant end(Field<?, Instant> field, Field<?, Instant> beginning) throws BadCellException {
        Moment moment = row.moment(field);
        if (moment == null) {
            return null;
        }
        Instant began = get(beginning);
        return began == null ? moment.instant() : moment.notBefore(began, zone);
    }

    <E extends Enum<E>> @Nullable E word(Field<?, E> field) throws BadCellException {
        return row.word(field);
    }

    @Nullable
    Integer number(Field<?, Integer> field) throws BadCellException {
        BigDecimal number = row.number(field);
        if (number == null) {
            return null;
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            throw new BadCellException(row.written(field), "is not a whole number");
        }
    }

    /** An amount and its currency, which go together. */
    @Nullable
    Money amount(Field<?, Money> field, String currencyColumn) {
        String column = field.name();
        BigDecimal amount = attempt(column, () -> row.amount(field));
        CurrencyUnit currency = attempt(currencyColumn, () -> currency(field));
        if (amount == null || currency == null) {
            if (amount != null && !bad.contains(currencyColumn)) {
                problem(currencyColumn, null, "is missing, expected one because there is an amount");
            }
            if (currency != null && !bad.contains(column)) {
                problem(column, null, "is missing, expected one because there is a currency");
            }
            return null;
        }
        if (amount.signum() < 0) {
            problem(column, row.written(field), "is negative" + row.remedyForNegative());
            return null;
        }
        try {
            AmountForm.Read read = row.amountForm().read(amount, currency);
            if (read.rounding().signum() != 0) {
                row.rounded(currency, read.rounding());
            }
            return read.amount();
        } catch (ArithmeticException e) {
            problem(column, row.written(field), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private @Nullable CurrencyUnit currency(Field<?, Money> field) throws BadCellException {
        String code = row.currency(field);
        if (code == null) {
            return null;
        }
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException e) {
            throw new BadCellException(code, "is not the code of a currency, such as EUR");
        }
    }
}
