package org.saleskpi.intake.mapping;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Moment;
import org.saleskpi.intake.record.BadCellException;
import org.saleskpi.intake.table.Decimals;

/** What a number or a moment is compared with. */
sealed interface Bound {

    /** The keys of comparisons. */
    Map<String, Order> KEYS =
            Map.of("above", Order.ABOVE, "below", Order.BELOW, "at_least", Order.AT_LEAST, "at_most", Order.AT_MOST);

    /** Where a value may be, seen from a bound. */
    enum Order {
        ABOVE,
        BELOW,
        AT_LEAST,
        AT_MOST;

        /** Whether a value may be there, by the result of comparing it with the bound. */
        private boolean allows(int result) {
            return switch (this) {
                case ABOVE -> result > 0;
                case BELOW -> result < 0;
                case AT_LEAST -> result >= 0;
                case AT_MOST -> result <= 0;
            };
        }
    }

    /** Whether a text is on the right side; null if it is nothing that can be compared. */
    @Nullable
    Boolean holds(String text, boolean isNumber, ZoneId run);

    /** What the text should be, to be read after "is no". */
    String expected();

    /** A number. */
    record OfNumber(Order order, BigDecimal value, NumberForms forms) implements Bound {

        @Override
        public @Nullable Boolean holds(String text, boolean isNumber, ZoneId run) {
            try {
                BigDecimal number = (isNumber ? NumberForms.PLAIN : forms).read(text);
                return order.allows(number.compareTo(value));
            } catch (BadCellException e) {
                return null;
            }
        }

        @Override
        public String expected() {
            return "number";
        }
    }

    /** A day, with which the day of a moment is compared. */
    record OfDay(Order order, LocalDate value, MomentForms forms) implements Bound {

        @Override
        public @Nullable Boolean holds(String text, boolean isNumber, ZoneId run) {
            try {
                Moment moment = forms.read(text, run);
                LocalDate day = moment.date() == null ? LocalDate.ofInstant(moment.instant(), run) : moment.date();
                return order.allows(day.compareTo(value));
            } catch (BadCellException e) {
                return null;
            }
        }

        @Override
        public String expected() {
            return "moment";
        }
    }

    /** A moment, as ISO has it. */
    record OfMoment(Order order, String value, MomentForms forms) implements Bound {

        @Override
        public @Nullable Boolean holds(String text, boolean isNumber, ZoneId run) {
            try {
                return order.allows(forms.read(text, run)
                        .instant()
                        .compareTo(Moment.iso(value, run).instant()));
            } catch (BadCellException e) {
                return null;
            }
        }

        @Override
        public String expected() {
            return "moment";
        }
    }

    /** Parses the bound of a comparison: a number, a date or a date and time. */
    static Bound parse(Yaml yaml, Order order, Forms forms) throws InvalidMappingException {
        String text = yaml.cellText();
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return new OfDay(order, day(yaml, text), forms.moments());
        }
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ].*")) {
            String iso = text.replace(' ', 'T');
            moment(yaml, iso);
            return new OfMoment(order, iso, forms.moments());
        }
        return new OfNumber(order, number(yaml, text, forms.numbers()), forms.numbers());
    }

    private static LocalDate day(Yaml yaml, String text) throws InvalidMappingException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw yaml.error("is not a date, expected one such as 2026-03-31");
        }
    }

    private static void moment(Yaml yaml, String iso) throws InvalidMappingException {
        try {
            Moment.iso(iso, ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw yaml.error("is not a moment, expected one such as 2026-03-31T18:00");
        }
    }

    /** A number, with a point or as the file has them: what these read as two numbers is none. */
    private static BigDecimal number(Yaml yaml, String text, NumberForms forms) throws InvalidMappingException {
        BigDecimal plain = plainNumber(text);
        BigDecimal own = numberOf(text, forms);
        if (plain != null && own != null && plain.compareTo(own) != 0) {
            throw yaml.error("may be " + plain.toPlainString() + " or " + own.toPlainString()
                    + ", expected a number without marks between its digits");
        }
        if (plain != null) {
            return plain;
        }
        if (own != null) {
            return own;
        }
        throw yaml.error("is not a number or a date, expected one such as 1000 or 2026-03-31");
    }

    private static @Nullable BigDecimal plainNumber(String text) {
        try {
            return Decimals.parse(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable BigDecimal numberOf(String text, NumberForms forms) {
        try {
            return forms.read(text);
        } catch (BadCellException e) {
            return null;
        }
    }
}
