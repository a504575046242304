package org.saleskpi.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.intake.Moment;
import org.saleskpi.output.Filter;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.SalesCalendar;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Reads the words of a command line. What cannot be read is a {@link ParameterException} that names the option, its value
 * and what was expected.
 */
final class Arguments {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** Years have four digits here, and two dates are for --from and --to. */
    private static final Pattern PERIOD = Pattern.compile("\\d{4}(-[^/]*)?");

    private static final Pattern ABOUT_TODAY = Pattern.compile("\\p{L}[^/]*");

    /** Words for periods about today, of which others are told that they may be meant. */
    private static final List<String> WORDS = List.of(
            "today",
            "yesterday",
            "this-week",
            "this-month",
            "this-quarter",
            "this-year",
            "last-week",
            "last-month",
            "last-quarter",
            "last-year",
            "month-to-date",
            "quarter-to-date",
            "year-to-date",
            "mtd",
            "qtd",
            "ytd",
            "last-30d",
            "last-12-months");

    private final CommandLine command;

    private static final String OF_THE_CALENDAR = "FY";

    /** Creates a reader of the words of one command. */
    Arguments(CommandLine command) {
        this.command = command;
    }

    /** Whether an option is on the command line: what it says elsewhere is not about this question alone. */
    boolean isGiven(String option) {
        return command.getParseResult().hasMatchedOption(option);
    }

    /** What to throw for a command line that is bad as a whole. */
    ParameterException bad(String message) {
        return new ParameterException(command, ProblemLines.onOneLine(message));
    }

    /** What to throw for the value of one option. */
    ParameterException bad(String option, String value, String expectation) {
        return bad(option + " \"" + value + "\" " + expectation);
    }

    ZoneId zone(String option, String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw bad(option, text, "is not a time zone, expected one such as Europe/Paris, UTC or +02:00");
        }
    }

    SalesCalendar calendar(String option, String text) {
        try {
            return SalesCalendar.parse(text);
        } catch (IllegalArgumentException e) {
            throw bad(option + " " + e.getMessage());
        }
    }

    /** Reads a period given in one of its two ways, on some day. */
    DateRange dates(
            @Nullable String period,
            @Nullable String from,
            @Nullable String to,
            SalesCalendar calendar,
            ZoneId zone,
            LocalDate today) {
        if (period != null && (from != null || to != null)) {
            throw bad("--period does not go with --from and --to: give either the period or the two dates");
        }
        if (period != null) {
            return holding(named(period, calendar, today), period, zone);
        }
        if (from == null && to == null) {
            throw bad("There is no period to report on: give --period, or --from and --to");
        }
        if (from == null || to == null) {
            throw bad((from == null ? "--from" : "--to") + " is missing: --from and --to go together");
        }
        LocalDate start = date("--from", from);
        LocalDate end = date("--to", to);
        if (!start.isBefore(end)) {
            throw bad("--from " + start + " is not before --to " + end + ", the day after the last one");
        }
        return holding(DateRange.of(start, end), from + " to " + to, zone);
    }

    private DateRange named(String text, SalesCalendar calendar, LocalDate today) {
        if (text.startsWith(OF_THE_CALENDAR)) {
            try {
                return calendar.parsePeriod(text);
            } catch (IllegalArgumentException e) {
                throw bad("--period " + e.getMessage());
            }
        }
        try {
            if (PERIOD.matcher(text).matches()) {
                return DateRange.parse(text);
            }
            if (ABOUT_TODAY.matcher(text).matches()) {
                return calendar.parsePeriod(text, today);
            }
        } catch (IllegalArgumentException e) {
            // Said below, in the words of the command.
        }
        throw bad(
                "--period",
                text,
                "is not a period, expected a day (2026-03-15), an ISO week (2026-W12), a month (2026-03), a quarter"
                        + " (2026-Q1), a half (2026-H1), a year (2026), a year of the calendar (FY2026) or a part of one"
                        + " (FY2026-Q1), or one told from today (last-month, ytd, last-30d)"
                        + Nearest.question(text, WORDS));
    }

    /** Makes sure that dates hold an instant in a zone. */
    private DateRange holding(DateRange dates, String text, ZoneId zone) {
        try {
            dates.atZone(zone);
            return dates;
        } catch (IllegalArgumentException e) {
            throw bad("The period " + text + " is empty: the time zone " + zone + " skipped all of it");
        }
    }

    private LocalDate date(String option, String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw bad(option, text, "is not a date, expected one such as 2026-03-01");
    }

    Instant moment(String option, String text, ZoneId zone) {
        try {
            return Moment.iso(text, zone).instant();
        } catch (DateTimeException e) {
            throw bad(
                    option,
                    text,
                    "is not a moment, expected a date such as 2026-04-01 or an instant such as 2026-04-01T08:00:00Z");
        }
    }

    CurrencyUnit currency(String option, String code) {
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException e) {
            throw bad(option, code, "is not the code of a currency, expected one such as EUR");
        }
    }

    /** Reads the name of a constant, with dashes, in small or capital letters. */
    <E extends Enum<E>> E choice(String option, String text, E[] choices) {
        List<String> words = words(choices);
        int position = words.indexOf(text.toLowerCase(Locale.ROOT));
        if (position < 0) {
            throw unknown(option, text, words);
        }
        return choices[position];
    }

    /** The names of constants as they are written on a command line. */
    <E extends Enum<E>> List<String> words(E[] choices) {
        return Arrays.stream(choices)
                .map(choice -> choice.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    ParameterException unknown(String option, String text, List<String> known) {
        return bad(
                option,
                text,
                "is unknown, expected one of " + String.join(", ", known) + Nearest.question(text, known));
    }

    /** Reads the language of text; numbers then follow the conventions of that language. */
    Locale locale(String option, @Nullable String text) {
        if (text == null) {
            Locale system = Locale.getDefault(Locale.Category.DISPLAY);
            // In other languages there are no words: their numbers would stand in English text.
            return isSpoken(system) ? system : Locale.ENGLISH;
        }
        Locale language = Locale.forLanguageTag(text);
        if (!isSpoken(language)) {
            throw unknown(
                    option,
                    text,
                    SalesIndicators.languages().stream()
                            .map(Locale::toLanguageTag)
                            .toList());
        }
        return language;
    }

    private static boolean isSpoken(Locale locale) {
        return new Wording(locale).language().getLanguage().equals(locale.getLanguage());
    }

    /** Reads the names of what is grouped by, with commas between them. */
    List<Dimension> dimensions(String option, String text) {
        List<Dimension> dimensions = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            Dimension dimension = dimension(option, name);
            if (dimensions.contains(dimension)) {
                throw bad(option, text, "names " + dimension.name() + " twice");
            }
            dimensions.add(dimension);
        }
        return dimensions;
    }

    private Dimension dimension(String option, String text) {
        String name = clean(text);
        if (name.isEmpty()) {
            throw bad(option, text, "is blank, expected owner or the name of an attribute");
        }
        return name.equals(Dimension.OWNER.name()) ? Dimension.OWNER : Dimension.attribute(name);
    }

    /**
     * Reads names and keys such as {@code owner=alice}; no key is what is unassigned. Those of one dimension mean any of them,
     * those of several dimensions all.
     */
    List<Filter> filters(String option, List<String> texts) {
        Map<Dimension, List<@Nullable String>> filters = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 0) {
                throw bad(option, text, "has no key, expected a name and a key such as owner=alice");
            }
            String key = clean(text.substring(equals + 1));
            filters.computeIfAbsent(dimension(option, text.substring(0, equals)), dimension -> new ArrayList<>())
                    .add(key.isEmpty() ? null : key);
        }
        return filters.entrySet().stream()
                .map(filter -> new Filter(filter.getKey(), filter.getValue()))
                .toList();
    }

    /** A text as imports keep those of files, so that it can be found among them. */
    private static String clean(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }

    Path path(String option, String text) {
        try {
            if (!text.isEmpty()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            // Said below.
        }
        throw bad(option, text, "is not the name of a file or folder");
    }
}
