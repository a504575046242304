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
    static final List<String> WORDS = List.of(
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

    private static final String OF_THE_CALENDAR = "FY";

    private final CommandLine command;
    private final Messages messages;

    /** Creates a reader of the words of one command, which answers in the language that the command was told to speak. */
    Arguments(CommandLine command) {
        this.command = command;
        this.messages = Messages.of(command);
    }

    /** What is said to whoever runs the command. */
    Messages messages() {
        return messages;
    }

    /** What the help calls a value that no option names. */
    String label(String key) {
        return messages.help().getString(key);
    }

    /** Whether an option is on the command line: what it says elsewhere is not about this question alone. */
    boolean isGiven(String option) {
        return command.getParseResult().hasMatchedOption(option);
    }

    /** What to throw for a command line that is bad as a whole: the message of a key. */
    ParameterException bad(String key, String... parts) {
        return new ParameterException(command, ProblemLines.onOneLine(messages.say(key, parts)));
    }

    /** What to throw for the value of one option: the message of a key says what is wrong with it. */
    ParameterException badValue(String option, String value, String key, String... parts) {
        return bad("value", option, value, messages.say(key, parts));
    }

    /** What to throw for the value of one option that the library refused. */
    ParameterException refused(String option, IllegalArgumentException reason) {
        return bad("says", option, messages.phrase(String.valueOf(reason.getMessage())));
    }

    ZoneId zone(String option, String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw badValue(option, text, "zone.not", zoneMeant(text));
        }
    }

    /** A question about a zone that is nearly one, or a city: whoever writes a city means its zone. */
    private String zoneMeant(String text) {
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        String city = "/" + text.replace(' ', '_').toLowerCase(Locale.ROOT);
        return zones.stream()
                .filter(zone -> zone.toLowerCase(Locale.ROOT).endsWith(city))
                .findFirst()
                .map(zone -> messages.say("did-you-mean", zone))
                .orElseGet(() -> messages.didYouMean(text, zones));
    }

    SalesCalendar calendar(String option, String text) {
        try {
            return SalesCalendar.parse(text);
        } catch (IllegalArgumentException e) {
            throw refused(option, e);
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
            throw bad("period.both");
        }
        if (period != null) {
            return holding(named(period, calendar, today), period, zone);
        }
        if (from == null && to == null) {
            throw bad("period.none");
        }
        if (from == null || to == null) {
            throw bad("period.half", from == null ? "--from" : "--to");
        }
        LocalDate start = date("--from", from);
        LocalDate end = date("--to", to);
        if (!start.isBefore(end)) {
            throw bad("period.order", start.toString(), end.toString());
        }
        return holding(DateRange.of(start, end), messages.say("period.dates", from, to), zone);
    }

    private DateRange named(String text, SalesCalendar calendar, LocalDate today) {
        if (text.startsWith(OF_THE_CALENDAR)) {
            try {
                return calendar.parsePeriod(text);
            } catch (IllegalArgumentException e) {
                throw refused("--period", e);
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
        throw badValue("--period", text, "period.not", messages.didYouMean(text, WORDS));
    }

    /** Makes sure that dates hold an instant in a zone. */
    private DateRange holding(DateRange dates, String text, ZoneId zone) {
        try {
            dates.atZone(zone);
            return dates;
        } catch (IllegalArgumentException e) {
            throw bad("period.skipped", text, zone.getId());
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
        throw badValue(option, text, "date.not");
    }

    Instant moment(String option, String text, ZoneId zone) {
        try {
            return Moment.iso(text, zone).instant();
        } catch (DateTimeException e) {
            throw badValue(option, text, "moment.not");
        }
    }

    CurrencyUnit currency(String option, String code) {
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException e) {
            List<String> known = CurrencyUnit.registeredCurrencies().stream()
                    .map(CurrencyUnit::getCode)
                    .sorted()
                    .toList();
            throw badValue(option, code, "currency.not", messages.didYouMean(code, known));
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

    /** Reads the name of a format. */
    <F extends Enum<F>> F format(String text, F[] choices) {
        List<String> words = words(choices);
        if (text.equalsIgnoreCase("pdf")) {
            throw badValue("--format", text, "unknown", Messages.list(words), messages.pdf(words));
        }
        return choice("--format", text, choices);
    }

    /** The names of constants as they are written on a command line. */
    static <E extends Enum<E>> List<String> words(E[] choices) {
        return Arrays.stream(choices)
                .map(choice -> choice.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    ParameterException unknown(String option, String text, List<String> known) {
        return badValue(option, text, "unknown", Messages.list(known), messages.didYouMean(text, known));
    }

    /** Whether a language was asked for. */
    boolean hasLanguage() {
        return languageAskedFor() != null;
    }

    private @Nullable String languageAskedFor() {
        return command.getCommandSpec().findOption(Messages.OPTION).getValue();
    }

    /** Reads the language of text; numbers then follow the conventions of that language. */
    Locale locale() {
        String text = languageAskedFor();
        if (text == null) {
            return Messages.ofSystem();
        }
        Locale language = Locale.forLanguageTag(text);
        if (!Messages.isSpoken(language)) {
            throw unknown(
                    Messages.OPTION,
                    text,
                    SalesIndicators.languages().stream()
                            .map(Locale::toLanguageTag)
                            .toList());
        }
        return language;
    }

    /** Reads the names of what is grouped by, with commas between them. */
    List<Dimension> dimensions(String option, String text) {
        List<Dimension> dimensions = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            Dimension dimension = dimension(option, name);
            if (dimensions.contains(dimension)) {
                throw badValue(option, text, "dimension.twice", dimension.name());
            }
            dimensions.add(dimension);
        }
        return dimensions;
    }

    private Dimension dimension(String option, String text) {
        String name = clean(text);
        if (name.isEmpty()) {
            throw badValue(option, text, "dimension.blank");
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
                throw badValue(option, text, "filter.no-key");
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
        throw badValue(option, text, "path.not");
    }
}
