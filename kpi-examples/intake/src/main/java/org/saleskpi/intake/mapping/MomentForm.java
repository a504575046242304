package org.saleskpi.intake.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Moment;

/** One way to write moments, by the name that mappings have for it. Immutable and thread-safe. */
sealed interface MomentForm {

    /** What the mapping calls it. */
    String name();

    /** Reads a text; throws DateTimeException for one of another form. */
    Moment read(String text, ZoneId zone);

    /** Writes a date or time in this form; throws DateTimeException when the form needs more than is there. */
    String write(TemporalAccessor moment);

    /** Parses the name of a form, or a pattern whose names are those of a language. */
    static MomentForm parse(Yaml yaml, @Nullable MomentNames names) throws InvalidMappingException {
        String name = yaml.text();
        return switch (name) {
            case "iso" -> new Iso();
            case "excel-serial" -> new Serial();
            case "epoch-seconds" -> new Epoch(name, 1);
            case "epoch-millis" -> new Epoch(name, 1_000);
            case "epoch-micros" -> new Epoch(name, 1_000_000);
            case "epoch-nanos" -> new Epoch(name, NANOS);
            default -> new OfPattern(name, MomentPattern.parse(yaml, names));
        };
    }

    /** Nanoseconds of a second. */
    long NANOS = 1_000_000_000;

    /** ISO as systems write it: with a space for the T, and offsets without a colon. */
    record Iso() implements MomentForm {

        private static final Pattern BARE_OFFSET = Pattern.compile("(:[0-9.]+[+-][0-9]{2})([0-9]{2})$");

        @Override
        public String name() {
            return "iso";
        }

        @Override
        public Moment read(String text, ZoneId zone) {
            String strict = text.length() > 10 && text.charAt(10) == ' '
                    ? text.substring(0, 10) + 'T' + text.substring(11)
                    : text;
            return Moment.iso(
                    mayHaveBareOffset(strict) ? BARE_OFFSET.matcher(strict).replaceFirst("$1:$2") : strict, zone);
        }

        /** Whether there is a sign where that of an offset without a colon would be: few texts have one. */
        private static boolean mayHaveBareOffset(String text) {
            int at = text.length() - 5;
            return at > 10 && (text.charAt(at) == '+' || text.charAt(at) == '-');
        }

        @Override
        public String write(TemporalAccessor moment) {
            return moment instanceof LocalDate date
                    ? date.toString()
                    : Instant.from(moment).toString();
        }
    }

    /** A whole number of parts of a second since 1970. */
    record Epoch(String name, long partsOfSecond) implements MomentForm {

        private static final Pattern WHOLE = Pattern.compile("(-?[0-9]{1,19})(?:\\.0+)?");

        @Override
        public Moment read(String text, ZoneId zone) {
            Matcher found = WHOLE.matcher(text);
            if (!found.matches()) {
                throw new DateTimeException("not an integer");
            }
            try {
                long parts = Long.parseLong(found.group(1));
                Instant instant = Instant.ofEpochSecond(
                        Math.floorDiv(parts, partsOfSecond),
                        Math.floorMod(parts, partsOfSecond) * (NANOS / partsOfSecond));
                return Moment.from(instant.atOffset(ZoneOffset.UTC), ZoneOffset.UTC);
            } catch (NumberFormatException e) {
                throw new DateTimeException("too large", e);
            }
        }

        @Override
        public String write(TemporalAccessor moment) {
            return String.valueOf(Instant.from(moment).getEpochSecond() * partsOfSecond);
        }
    }

    /** The days that a spreadsheet counts from 1900, as it does without a format: the fraction is the local time of the day. */
    record Serial() implements MomentForm {

        private static final Pattern DECIMAL = Pattern.compile("([0-9]{1,7})(?:[.,]([0-9]{1,30}))?");

        /** Day 60 is a 29 February 1900 that never was; every later day is right with this one as the zeroth. */
        private static final LocalDate ZEROTH = LocalDate.of(1899, 12, 30);

        private static final int NEVER = 60;

        @Override
        public String name() {
            return "excel-serial";
        }

        @Override
        public Moment read(String text, ZoneId zone) {
            Matcher found = DECIMAL.matcher(text);
            if (!found.matches() || Integer.parseInt(found.group(1)) == NEVER) {
                throw new DateTimeException("not a day");
            }
            LocalDate date = day(Integer.parseInt(found.group(1)));
            String fraction = found.group(2);
            if (fraction == null || fraction.matches("0*")) {
                return new Moment(date.atStartOfDay(zone).toInstant(), date);
            }
            // A spreadsheet keeps some eleven decimals of a day, which is a millisecond.
            long millis = new BigDecimal("0." + fraction)
                    .multiply(BigDecimal.valueOf(86_400_000))
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact();
            return new Moment(
                    date.plusDays(millis / 86_400_000)
                            .atTime(LocalTime.ofNanoOfDay(millis % 86_400_000 * 1_000_000))
                            .atZone(zone)
                            .toInstant(),
                    null);
        }

        private static LocalDate day(int number) {
            return ZEROTH.plusDays(number < NEVER ? number + 1 : number);
        }

        @Override
        public String write(TemporalAccessor moment) {
            long days = LocalDate.from(moment).toEpochDay() - ZEROTH.toEpochDay();
            return moment instanceof LocalDate ? String.valueOf(days) : days + ".5";
        }
    }

    /** A pattern. */
    record OfPattern(String name, MomentPattern pattern) implements MomentForm {

        @Override
        public Moment read(String text, ZoneId zone) {
            return pattern.read(text, zone);
        }

        @Override
        public String write(TemporalAccessor moment) {
            return pattern.write(moment);
        }
    }
}
