package org.saleskpi.cli.output;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.Ratio;

/** How reports speak to people: names, spans and values in English or French. Immutable and thread-safe. */
public final class Wording {

    /** The same in both languages. */
    public static final String TOTAL = "Total";

    private static final String NO_BREAK = "\u00A0";

    private final Locale locale;

    /**
     * Creates the words of a language, with its conventions for numbers.
     *
     * @param locale the language, French or else English
     */
    public Wording(Locale locale) {
        this.locale = locale;
    }

    /**
     * Returns the language.
     *
     * @return French or another locale, for English
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
        boolean isDays = value instanceof Days days && days.count() > 0;
        return value.format(locale) + (isDays ? NO_BREAK + say("d", "j") : "");
    }

    /**
     * Writes what a number is made of.
     *
     * @param value the value
     * @return lines of phrases that commas join; one empty phrase for what is made of itself
     */
    public List<List<String>> details(KpiValue<?> value) {
        if (value instanceof MeanAmount mean) {
            return List.of(List.of(mean.total().format(locale) + " / " + whole(mean.count())));
        } else if (value instanceof Ratio ratio) {
            return List.of(List.of(whole(ratio.dividend()) + " / " + whole(ratio.divisor())));
        } else if (value instanceof Days days) {
            String quotient = whole(days.total()) + NO_BREAK + say("d", "j") + " / " + whole(days.count());
            return List.of(
                    days.count() == 0
                            ? List.of(quotient)
                            : List.of(quotient, say("median ", "médiane ") + oneDecimal(days.median())));
        } else if (value instanceof Rate rate) {
            String hits = whole(rate.hits()) + say(" of ", " sur ") + whole(rate.total());
            return rate.open() == 0
                    ? List.of(List.of(hits))
                    : List.of(
                            List.of(hits, whole(rate.open()) + say(" open", " en suspens")),
                            List.of(decided(rate), ceiling(rate)));
        }
        return List.of(List.of(""));
    }

    private String decided(Rate rate) {
        Rate settled = Rate.of(rate.hits(), rate.misses(), 0);
        return settled.total() == 0
                ? say("none decided", "aucun tranché")
                : settled.format(locale) + say(" of the decided", " des tranchés");
    }

    private String ceiling(Rate rate) {
        return say("at most ", "max. ")
                + Rate.of(rate.hits() + rate.open(), rate.misses(), 0).format(locale);
    }

    /**
     * Writes of how many customers retention says nothing, because their contracts never end: a reader must know.
     *
     * @param history the facts
     * @return the note; empty if there are none
     */
    public Optional<String> endlessCovers(SalesHistory history) {
        EndlessCovers covers = EndlessCovers.of(history);
        if (covers.endless() == 0) {
            return Optional.empty();
        }
        return Optional.of(say(
                        "Customers with a contract that has no end, always retained: ",
                        "Clients avec un contrat sans fin, toujours retenus : ")
                + whole(covers.endless())
                + say(" of ", " sur ")
                + whole(covers.covered()));
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
            return moment(start) + say(" to ", " à ") + moment(end) + say(" (excluded)", " (exclu)");
        }
        LocalDate lastDay = end.toLocalDate().minusDays(1);
        return start.toLocalDate().equals(lastDay)
                ? date(lastDay)
                : say("", "du ") + date(start.toLocalDate()) + say(" to ", " au ") + date(lastDay);
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
                ? start.toLocalDate() + " " + say("to", "au") + NO_BREAK + lastDay
                : range.replace("Q", say("Q", "T")).replace("W", say("W", "S"));
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
        return date(time.toLocalDate()) + say(" at ", " à ") + time.toLocalTime();
    }

    /**
     * Writes a date.
     *
     * @param date the date
     * @return the text, such as {@code 1 March 2026}
     */
    public String date(LocalDate date) {
        String day = say("d", date.getDayOfMonth() == 1 ? "d'er'" : "d");
        return DateTimeFormatter.ofPattern(day + " MMMM uuuu", locale).format(date);
    }

    /** What a column of small bars is called, which says when a bar stands for more than one period. */
    String trend(int periodsInABar) {
        return say("Trend", "Tendance")
                + (periodsInABar == 1
                        ? ""
                        : ", " + whole(periodsInABar) + NO_BREAK + say("periods a bar", "périodes par barre"));
    }

    /**
     * Writes what is grouped by.
     *
     * @param dimension the owner or an attribute
     * @return its name on one line
     */
    public String name(Dimension dimension) {
        return dimension.equals(Dimension.OWNER)
                ? say("owner", "commercial")
                : DisplayText.oneLine(dimension.toString());
    }

    /**
     * Writes which group is meant.
     *
     * @param key the owner or attribute value; null for what is unassigned
     * @return the key on one line
     */
    public String key(@Nullable String key) {
        return key == null ? say("(unassigned)", "(non attribué)") : DisplayText.oneLine(key);
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
     * Chooses between languages.
     *
     * @param english what to say in English
     * @param french what to say in French
     * @return one of the two
     */
    public String say(String english, String french) {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? french : english;
    }
}
