package org.saleskpi.sales;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.order.WhiteSpace;

/** The rules that all kinds of record share, and how one that is broken is told. */
final class Rules {

    // Within these years every instant has a local date in every zone, so that no question can fail on a moment.
    private static final Instant EARLIEST = Instant.parse("-999999-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+999999-12-31T23:59:59Z");

    /** What has more digits on one side of the point is too large or too fine in any currency, and may take gigabytes when written out. */
    private static final int DIGITS_OF_LONG = 19;

    private final RecordType type;
    private final @Nullable String id;
    private final @Nullable Origin origin;

    private Rules(RecordType type, @Nullable String id, @Nullable Origin origin) {
        this.type = type;
        this.id = id;
        this.origin = origin;
    }

    /** Checks the id and owner of a record, and returns the rules for the rest of it. */
    static Rules of(RecordType type, @Nullable String id, @Nullable String owner, @Nullable Origin origin) {
        Rules rules = new Rules(type, id, origin);
        if (id == null || WhiteSpace.isBlank(id)) {
            throw rules.broken("id", id == null ? null : "\"" + id + "\"", "is missing or blank, expected a text");
        }
        rules.notBlank("owner", owner);
        return rules;
    }

    InvalidRecordException broken(String field, @Nullable Object value, String reason) {
        return new InvalidRecordException(
                Problem.builder(type, field).id(id).value(value).origin(origin).reason(reason));
    }

    <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw broken(field, null, "is missing");
        }
        return value;
    }

    void notBlank(String field, @Nullable String text) {
        if (text != null && WhiteSpace.isBlank(text)) {
            throw broken(field, "\"" + text + "\"", "is blank, expected a text or nothing");
        }
    }

    void moment(String field, @Nullable Instant moment) {
        optionalMoment(field, present(field, moment));
    }

    void optionalMoment(String field, @Nullable Instant moment) {
        if (moment != null && (moment.isBefore(EARLIEST) || moment.isAfter(LATEST))) {
            throw broken(field, moment, "is not within the years -999999 to 999999");
        }
    }

    void notBefore(String field, @Nullable Instant moment, String earlierField, Instant earlier) {
        if (moment != null && moment.isBefore(earlier)) {
            throw broken(field, moment, "is before " + earlierField + " " + earlier);
        }
    }

    /** An amount in the two parts that tables have, which go together; null without both. */
    @Nullable
    Money amount(@Nullable BigDecimal number, @Nullable String currency) {
        if (number == null && currency == null) {
            return null;
        }
        if (number == null) {
            throw broken("amount", null, "is missing, expected one because there is a currency");
        }
        if (currency == null) {
            throw broken("currency", null, "is missing, expected one because there is an amount");
        }
        CurrencyUnit unit;
        try {
            unit = CurrencyUnit.of(currency);
        } catch (IllegalCurrencyException e) {
            InvalidRecordException broken = broken(
                    "currency",
                    WhiteSpace.isBlank(currency) ? "\"" + currency + "\"" : currency,
                    "is not the code of a currency, such as EUR");
            broken.initCause(e);
            throw broken;
        }
        BigDecimal exact = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if ((long) exact.precision() - exact.scale() > DIGITS_OF_LONG) {
            throw broken("amount", unit + " " + number, "is too large");
        }
        if (exact.scale() > unit.getDecimalPlaces()) {
            throw broken(
                    "amount",
                    exact.scale() > DIGITS_OF_LONG ? number.toString() : number.toPlainString(),
                    "has too many decimals, expected at most " + unit.getDecimalPlaces() + " in " + unit);
        }
        return Money.of(unit, exact);
    }

    void amount(String field, @Nullable Money amount) {
        if (amount == null) {
            return;
        }
        if (amount.isNegative()) {
            throw broken(field, amount, "is negative");
        }
        try {
            amount.getAmountMinorLong();
        } catch (ArithmeticException e) {
            InvalidRecordException broken = broken(field, amount, "is too large");
            broken.initCause(e);
            throw broken;
        }
    }

    /** Returns an unmodifiable copy. */
    ImmutableMap<String, String> attributes(@Nullable Map<String, String> attributes) {
        for (Map.Entry<String, String> attribute :
                present("attributes", attributes).entrySet()) {
            String name = attribute.getKey();
            String value = attribute.getValue();
            if (name == null || WhiteSpace.isBlank(name) || value == null || WhiteSpace.isBlank(value)) {
                throw broken("attributes", name + "=" + value, "has a blank name or value, expected texts");
            }
        }
        return ImmutableMap.copyOf(present("attributes", attributes));
    }
}
