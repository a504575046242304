package org.saleskpi.intake.mapping;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Moment;
import org.saleskpi.intake.table.CleanText;

/**
 * A pattern of moments, such as {@code dd MMM, yyyy HH:mm:ss}. One that would lose a part of what it reads is refused when
 * it is parsed. Immutable and thread-safe.
 */
final class MomentPattern {

    private static final int LONGEST = 100;

    /** The first year that two digits stand for. */
    private static final int YEARS_OF_TWO_DIGITS = 1950;

    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2026, 9, 28, 15, 4, 5, 0, ZoneOffset.UTC);

    /** A quoted text, or a run of one letter. */
    private static final Pattern PART = Pattern.compile("'[^']*'|([A-Za-z])\\1*");

    private static final Set<String> YEARS = Set.of("yyyy", "uuuu", "yy");
    private static final String TIME = "HhKkmsSAnN";

    private final DateTimeFormatter formatter;
    private final @Nullable MomentNames names;
    private final List<MomentNames.Field> fields = new ArrayList<>();
    private final List<TextStyle> styles = new ArrayList<>();

    private MomentPattern(List<String> runs, DateTimeFormatter formatter, @Nullable MomentNames names) {
        this.formatter = formatter;
        this.names = names;
        for (String run : runs) {
            MomentNames.Field field = MomentNames.Field.of(run.charAt(0), run.length());
            if (field != null) {
                fields.add(field);
                styles.add(run.length() == 4 ? TextStyle.FULL : TextStyle.SHORT);
            }
        }
    }

    /** Parses a pattern whose names are those of a language; null for English ones as the pattern says them. */
    static MomentPattern parse(Yaml yaml, @Nullable MomentNames names) throws InvalidMappingException {
        String pattern = CleanText.withPlainSpaces(yaml.text());
        if (pattern.length() > LONGEST) {
            throw yaml.error("is too long for a format of moments, expected at most " + LONGEST + " characters");
        }
        List<String> runs = PART.matcher(pattern)
                .results()
                .map(MatchResult::group)
                .filter(part -> part.charAt(0) != '\'')
                .toList();
        checkYear(yaml, runs);
        checkHalf(yaml, runs);
        MomentPattern parsed;
        TemporalAccessor sample;
        try {
            parsed = new MomentPattern(runs, formatter(pattern), names);
            sample = parsed.formatter.parse(parsed.formatter.format(SAMPLE));
            Moment.from(sample, ZoneOffset.UTC);
        } catch (RuntimeException e) {
            // A pattern may fail in many ways, and not all of them are stated.
            throw yaml.error("is not a format of moments, expected iso, excel-serial, epoch-seconds, epoch-millis,"
                    + " epoch-micros, epoch-nanos or a pattern with a year, month and day such as dd/MM/yyyy HH:mm");
        }
        if (runs.stream().anyMatch(run -> TIME.indexOf(run.charAt(0)) >= 0)
                && !sample.isSupported(ChronoField.NANO_OF_DAY)) {
            throw yaml.error("has a time that cannot be told, expected an hour such as HH");
        }
        return parsed;
    }

    private static void checkYear(Yaml yaml, List<String> runs) throws InvalidMappingException {
        List<String> years =
                runs.stream().filter(run -> "yuY".indexOf(run.charAt(0)) >= 0).toList();
        for (String year : years) {
            if (!YEARS.contains(year)) {
                throw yaml.error("has the year " + year + ", expected yyyy, or yy for the years " + YEARS_OF_TWO_DIGITS
                        + " to " + (YEARS_OF_TWO_DIGITS + 99));
            }
        }
        if (years.isEmpty() && runs.stream().anyMatch(run -> "ML".indexOf(run.charAt(0)) >= 0)) {
            throw yaml.error("has a month without a year, expected one such as yyyy");
        }
    }

    private static void checkHalf(Yaml yaml, List<String> runs) throws InvalidMappingException {
        boolean hasHalf = runs.stream().anyMatch(run -> run.charAt(0) == 'a' || run.charAt(0) == 'B');
        for (String run : runs) {
            if ("hK".indexOf(run.charAt(0)) >= 0 && !hasHalf) {
                throw yaml.error("has the hour " + run + " without a, so that nothing tells morning from evening;"
                        + " expected HH, or a for AM and PM");
            }
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        Matcher part = PART.matcher(pattern);
        int from = 0;
        while (part.find()) {
            if (part.group().equals("yy")) {
                builder.appendPattern(pattern.substring(from, part.start()))
                        .appendValueReduced(ChronoField.YEAR_OF_ERA, 2, 2, YEARS_OF_TWO_DIGITS);
                from = part.end();
            }
        }
        return builder.appendPattern(pattern.substring(from))
                .parseDefaulting(ChronoField.ERA, 1)
                // English names of months, whatever the machine speaks.
                .toFormatter(Locale.ENGLISH)
                .withChronology(IsoChronology.INSTANCE)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Reads a moment; throws DateTimeException for a text of another form. */
    Moment read(String text, ZoneId zone) {
        if (names == null || fields.isEmpty()) {
            return Moment.from(formatter.parse(text), zone);
        }
        try {
            return Moment.from(formatter.parse(names.inEnglish(text, fields, styles, false)), zone);
        } catch (DateTimeException e) {
            // Perhaps the point behind a name separates it from what follows.
            return Moment.from(formatter.parse(names.inEnglish(text, fields, styles, true)), zone);
        }
    }

    /** Writes a date or time as the pattern does; throws DateTimeException when it needs more than is there. */
    String write(TemporalAccessor moment) {
        return formatter.format(moment);
    }
}
