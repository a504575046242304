package org.saleskpi.intake.mapping;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Moment;
import org.saleskpi.intake.record.AmountForm;
import org.saleskpi.intake.record.BadCellException;
import org.saleskpi.intake.record.Field;
import org.saleskpi.intake.record.RecordFields;
import org.saleskpi.intake.record.RecordSchema;
import org.saleskpi.sales.Origin;
import org.saleskpi.sales.Proposal;

/**
 * What several rows say about one record, such as the lines of an order: its amount is the sum of theirs, and each other field
 * is that of the first row which has it. Not thread-safe.
 */
final class SummedFields implements RecordFields {

    private final List<MappedFields> rows = new ArrayList<>(1);

    SummedFields(MappedFields first) {
        rows.add(first);
    }

    void add(MappedFields further) {
        rows.add(further);
    }

    private MappedFields first() {
        return rows.get(0);
    }

    @Override
    public Origin origin() {
        return first().origin();
    }

    private interface Reader<T> {
        @Nullable
        T read(MappedFields row) throws BadCellException;
    }

    /** What the first row says that says anything. A row that lacks what it must have may be followed by one that has it. */
    private <T> @Nullable T firstOf(Reader<T> reader) throws BadCellException {
        BadCellException missing = null;
        for (MappedFields row : rows) {
            try {
                T found = reader.read(row);
                if (found != null) {
                    return found;
                }
            } catch (BadCellException e) {
                if (e.value() != null) {
                    throw in(row, e);
                }
                missing = missing == null ? e : missing;
            }
        }
        if (missing != null) {
            throw missing;
        }
        return null;
    }

    /** Says which row is bad, if that is not the one by which the record is told. */
    private BadCellException in(MappedFields row, BadCellException bad) {
        return row == first() ? bad : new BadCellException(bad.value(), bad.reason() + " (" + row.origin() + ")");
    }

    @Override
    public @Nullable String written(Field<?, ?> field) {
        for (MappedFields row : rows) {
            String text = row.written(field);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    @Override
    public @Nullable String text(Field<?, String> field) throws BadCellException {
        return firstOf(row -> row.text(field));
    }

    @Override
    public @Nullable String currency(Field<?, Money> field) throws BadCellException {
        String currency = null;
        for (MappedFields row : rows) {
            String found = row.currency(field);
            if (currency != null && found != null && !currency.equals(found)) {
                throw in(row, new BadCellException(found, "is a second currency of one record, expected " + currency));
            }
            currency = currency == null ? found : currency;
        }
        return currency;
    }

    @Override
    public @Nullable Moment moment(Field<?, Instant> field) throws BadCellException {
        if (field.kind() == Field.Kind.TERM) {
            Instant start = start();
            return firstOf(row -> row.endsAt(start));
        }
        if (field != RecordSchema.DECIDED_AT) {
            return firstOf(row -> row.momentAsWritten(field));
        }
        if (saying(RecordSchema.STATUS).isPending()) {
            return null;
        }
        Moment decided = firstOf(row -> row.momentAsWritten(field));
        return decided == null ? firstOf(MappedFields::momentOfUndatedDecision) : decided;
    }

    /** When the term of a contract starts. Null if that is bad, which is then told elsewhere. */
    private @Nullable Instant start() {
        try {
            Moment start = moment(RecordSchema.STARTS_AT);
            if (start == null) {
                start = moment(RecordSchema.SIGNED_AT);
            }
            return start == null ? null : start.instant();
        } catch (BadCellException e) {
            return null;
        }
    }

    @Override
    public @Nullable BigDecimal number(Field<?, Integer> field) throws BadCellException {
        return firstOf(row -> row.number(field));
    }

    @Override
    public @Nullable BigDecimal amount(Field<?, Money> field) throws BadCellException {
        BigDecimal sum = null;
        for (MappedFields row : rows) {
            try {
                BigDecimal amount = row.amount(field);
                sum = sum == null ? amount : amount == null ? sum : sum.add(amount);
            } catch (BadCellException e) {
                throw in(row, e);
            }
        }
        return sum;
    }

    @Override
    public AmountForm amountForm() {
        return first().amountForm();
    }

    @Override
    public void rounded(CurrencyUnit currency, BigDecimal difference) {
        first().rounded(currency, difference);
    }

    @Override
    public String remedyForNegative() {
        return first().remedyForNegative();
    }

    @Override
    public <E extends Enum<E>> @Nullable E word(Field<?, E> field) throws BadCellException {
        MappedFields saying = saying(field);
        try {
            E word = saying.wordAsWritten(field);
            if (field == RecordSchema.STATUS && first().keepsUndatedOpen() && !saying.isPending() && isUndated()) {
                first().keptOpen();
                return Enum.valueOf(field.type(), Proposal.Status.PENDING.name());
            }
            return word;
        } catch (BadCellException e) {
            throw in(saying, e);
        }
    }

    /** The first row that says which of a few words a field is. */
    private MappedFields saying(Field<?, ?> field) {
        return rows.stream().filter(row -> row.says(field)).findFirst().orElse(first());
    }

    private boolean isUndated() {
        try {
            return firstOf(row -> row.momentAsWritten(RecordSchema.DECIDED_AT)) == null;
        } catch (BadCellException e) {
            return false; // Told elsewhere.
        }
    }

    @Override
    public Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        rows.forEach(row -> row.attributes().forEach(attributes::putIfAbsent));
        return attributes;
    }
}
