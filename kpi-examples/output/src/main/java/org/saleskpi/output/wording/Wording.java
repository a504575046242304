package org.saleskpi.output.wording;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.FindingKind;
import org.saleskpi.analysis.FunnelStages;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.GroupKey;
import org.saleskpi.report.Scope;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.Unit;
import org.saleskpi.value.ValuePart;

/** How reports speak to people: names, spans and values in their language. Immutable and thread-safe. */
public final class Wording {

    private final Locale locale;
    private final Texts texts;

    /**
     * Creates the words of a language, with its conventions for numbers.
     *
     * @param locale the language; where it has no words, they are English
     */
    public Wording(Locale locale) {
        this.locale = locale;
        this.texts = new Texts(locale);
    }

    /**
     * Returns the language, whose conventions numbers and dates follow.
     *
     * @return the locale that was asked for
     */
    public Locale locale() {
        return locale;
    }

    /**
     * Writes a value with its unit.
     *
     * @param value the value
     * @return the text; a dash for what is undefined
     */
    public String value(KpiValue<?> value) {
        String number = value.format(locale);
        Figure.Measure measure = Figure.of(value).value();
        if (measure.number() == null) {
            return number;
        }
        return switch (measure.unit()) {
            case DAYS -> say("days", number);
            case HOURS -> say("hours", number);
            case CURRENCY_PER_DAY -> say("per-day", number);
            case COUNT, CURRENCY, RATE, RATIO, SCORE -> number;
        };
    }

    /**
     * Writes what a number is a number of.
     *
     * @param measure the number
     * @return the unit, such as {@code days} or {@code EUR}
     */
    public String unit(Figure.Measure measure) {
        CurrencyUnit currency = measure.currency();
        if (currency != null) {
            return measure.unit() == Unit.CURRENCY_PER_DAY ? say("per-day", currency.getCode()) : currency.getCode();
        }
        return measure.unit() == Unit.RATE
                ? "%"
                : say("measured-in." + measure.unit().name().toLowerCase(Locale.ROOT));
    }

    /**
     * Writes what a number is made of.
     *
     * @param value the value
     * @return lines of phrases that commas join; one empty phrase for what is made of itself
     */
    public List<List<String>> details(KpiValue<?> value) {
        return value.accept(new Details(this));
    }

    /**
     * Writes the last day before a moment, or the moment itself if it is no start of a day.
     *
     * @param end the moment
     * @param zone the time zone of days
     * @return the text
     */
    public String lastDay(Instant end, ZoneId zone) {
        ZonedDateTime time = end.atZone(zone);
        return isStartOfDay(time) ? date(time.toLocalDate().minusDays(1)) : moment(time);
    }

    /**
     * Writes how many records were set aside, and why: a reader must know.
     *
     * @param history the facts
     * @return the note; empty if there are none
     */
    public Optional<String> setAside(SalesHistory history) {
        return Optional.of(SetAside.of(history).note(this)).filter(note -> !note.isEmpty());
    }

    /**
     * Writes the first and the last day of a period, or its bounds where they are within a day.
     *
     * @param period the period
     * @param zone the time zone of days
     * @return the text
     */
    public String span(InstantRange period, ZoneId zone) {
        ZonedDateTime start = period.startInclusive().atZone(zone);
        ZonedDateTime end = period.endExclusive().atZone(zone);
        if (!isStartOfDay(start) || !isStartOfDay(end)) {
            return say("span.moments", moment(start), moment(end));
        }
        return span(start.toLocalDate(), end.toLocalDate().minusDays(1));
    }

    /**
     * Writes two days.
     *
     * @param firstDay the first day
     * @param lastDay the last day
     * @return the text; one date if they are the same
     */
    public String span(LocalDate firstDay, LocalDate lastDay) {
        return firstDay.equals(lastDay) ? date(lastDay) : say("span", date(firstDay), date(lastDay));
    }

    /**
     * Returns a span as narrow as it goes.
     *
     * @param period the span
     * @param zone where its days are days
     * @return {@code 2026-03} for a whole month, else the first and the last day
     */
    public String shortSpan(InstantRange period, ZoneId zone) {
        ZonedDateTime start = period.startInclusive().atZone(zone);
        ZonedDateTime end = period.endExclusive().atZone(zone);
        LocalDate lastDay = end.toLocalDate().minusDays(1);
        if (start.toLocalDate().equals(lastDay)) {
            return lastDay.toString();
        }
        String range = DateRange.of(start.toLocalDate(), end.toLocalDate()).toString();
        return range.contains("/")
                ? say("span.short", start.toLocalDate().toString(), lastDay.toString())
                : range.replace("H", say("half.sign"))
                        .replace("Q", say("quarter.sign"))
                        .replace("W", say("week.sign"));
    }

    private static boolean isStartOfDay(ZonedDateTime time) {
        return time.equals(time.toLocalDate().atStartOfDay(time.getZone()));
    }

    /**
     * Writes a date and a time.
     *
     * @param time the moment, in the zone of the text
     * @return the text
     */
    public String moment(ZonedDateTime time) {
        return say(
                "moment",
                date(time.toLocalDate()),
                time.toLocalTime().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /**
     * Writes a date.
     *
     * @param date the date
     * @return the text, such as {@code 1 March 2026}
     */
    public String date(LocalDate date) {
        return date(date.getDayOfMonth() == 1 ? "date.first-of-month" : "date", date);
    }

    /**
     * Writes parts of a date.
     *
     * @param key which parts: the key of their pattern
     * @param date the date
     * @return the text
     */
    public String date(String key, LocalDate date) {
        return DateTimeFormatter.ofPattern(say(key), locale).format(date);
    }

    /**
     * Writes what is grouped by.
     *
     * @param dimension the name of a dimension
     * @return its name on one line
     */
    public String dimension(String dimension) {
        return dimension.equals(Dimension.OWNER.name()) ? say("owner") : DisplayText.oneLine(dimension);
    }

    /**
     * Writes what is grouped by.
     *
     * @param dimensions the names of dimensions
     * @return their names on one line
     */
    public String dimensions(List<String> dimensions) {
        return dimensions.stream()
                .map(this::dimension)
                .reduce((some, last) -> say("and", some, last))
                .orElse("");
    }

    /**
     * Writes how a question was narrowed.
     *
     * @param scope the part that was asked about
     * @return what each dimension must be, such as {@code owner: alice or bob}; none for everything
     */
    public List<String> conditions(Scope scope) {
        return scope.keys().entrySet().stream()
                .map(condition -> say("labelled", dimension(condition.getKey()), anyOf(condition.getValue())))
                .toList();
    }

    private String anyOf(List<@Nullable String> keys) {
        return keys.isEmpty()
                ? say("none-of-them")
                : keys.stream()
                        .map(this::key)
                        .reduce((some, last) -> say("or", some, last))
                        .orElseThrow();
    }

    /**
     * Writes what an indicator is called.
     *
     * @param indicator the indicator
     * @return its name, set as the language sets texts
     */
    public String name(Indicator<?> indicator) {
        return Typography.set(indicator.name(locale), language());
    }

    /**
     * Writes what an indicator means.
     *
     * @param indicator the indicator
     * @return its definition, set as the language sets texts
     */
    public String definition(Indicator<?> indicator) {
        return Typography.set(indicator.definition(locale), language());
    }

    /**
     * Writes a text that comes from elsewhere than from these words, such as an explanation.
     *
     * @param text a text in the language
     * @return the text, set as the language sets it
     */
    public String set(String text) {
        return Typography.set(text, language());
    }

    /**
     * Writes what a series is cut in.
     *
     * @param unit the unit
     * @return its name in the singular
     */
    public String name(CalendarUnit unit) {
        return say("unit." + unit.name().toLowerCase(Locale.ROOT));
    }

    /**
     * Says what is suspicious.
     *
     * @param kind the kind of finding
     * @return a sentence
     */
    public String finding(FindingKind kind) {
        return say("finding." + kind.key());
    }

    /**
     * Writes which stage of a funnel is meant.
     *
     * @param key the key of the stage
     * @return the name of a standard stage; of others the key on one line
     */
    public String stage(String key) {
        return FunnelStages.STANDARD.keys().contains(key) ? say("funnel-stage." + key) : DisplayText.oneLine(key);
    }

    /**
     * Writes the middle of some numbers of days with its unit.
     *
     * @param days the numbers
     * @return the text; a dash if there are none
     */
    public String median(Days days) {
        String number = days.format(locale, ValuePart.MEDIAN);
        return days.count() == 0 ? number : say("days", number);
    }

    /**
     * Writes which group is meant.
     *
     * @param key its key in each dimension
     * @return the keys on one line
     */
    public String key(GroupKey key) {
        return key.parts().stream().map(this::key).collect(Collectors.joining(", "));
    }

    private String key(@Nullable String key) {
        return key == null ? say("unassigned") : DisplayText.oneLine(key);
    }

    /**
     * Lets a text begin as a sentence does.
     *
     * @param text the text, not empty
     * @return the text with a capital letter
     */
    public String sentence(String text) {
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(locale) + text.substring(first);
    }

    /**
     * Writes a whole number.
     *
     * @param number the number
     * @return the text, in groups of digits
     */
    public String whole(long number) {
        return Count.of(number).format(locale);
    }

    /**
     * Writes a number with one decimal.
     *
     * @param number the number, which is there
     * @return the text
     */
    public String oneDecimal(OptionalDouble number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(number.orElseThrow());
    }

    /**
     * Writes a share as a percentage with one decimal.
     *
     * @param share the share, 1 for all
     * @return the text
     */
    public String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    /**
     * Returns the language of the words, which is not that asked for where it has none.
     *
     * @return the language alone, without a country
     */
    public Locale language() {
        return texts.language();
    }

    /**
     * Says something.
     *
     * @param key the key of the text
     * @param arguments what stands in its places, in the order of their numbers
     * @return the text
     */
    public String say(String key, String... arguments) {
        return texts.say(key, arguments);
    }
}
