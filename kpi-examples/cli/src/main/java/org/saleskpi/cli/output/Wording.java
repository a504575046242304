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
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.Period;
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
     * Creates words in a language.
     *
     * @param locale the language, French or else English, with its conventions for numbers
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

    /** A value with its unit. */
    String value(KpiValue<?> value) {
        boolean isDays = value instanceof Days days && days.count() > 0;
        return value.format(locale) + (isDays ? NO_BREAK + say("d", "j") : "");
    }

    /** What a number is made of, in lines of phrases that commas join. */
    List<List<String>> details(KpiValue<?> value) {
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
     * Tells how many customers have a contract without an end: retention says nothing of them, and a reader must know.
     *
     * @param history the facts
     * @return a sentence; empty if there are none
     */
    public Optional<String> endlessCovers(SalesHistory history) {
        List<CustomerJourney> covered = history.journeys().stream()
                .filter(journey -> !journey.cover().isEmpty())
                .toList();
        long endless = covered.stream()
                .filter(journey ->
                        journey.cover().get(journey.cover().size() - 1).endsAt() == null)
                .count();
        if (endless == 0) {
            return Optional.empty();
        }
        return Optional.of(say(
                        "Customers with a contract that has no end, always retained: ",
                        "Clients avec un contrat sans fin, toujours retenus : ")
                + whole(endless)
                + say(" of ", " sur ")
                + whole(covered.size()));
    }

    /**
     * Returns a span in words, such as {@code 1 March 2026 to 31 March 2026}.
     *
     * @param period the span
     * @param zone where its days are days
     * @return the first and the last day; times where its bounds are not the start of a day
     */
    public String span(Period period, ZoneId zone) {
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
    public String shortSpan(Period period, ZoneId zone) {
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
     * Returns a moment in words.
     *
     * @param time the moment
     * @return its date and time
     */
    public String moment(ZonedDateTime time) {
        return date(time.toLocalDate()) + say(" at ", " à ") + time.toLocalTime();
    }

    String date(LocalDate date) {
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
     * Returns what a dimension is called.
     *
     * @param dimension what is grouped by
     * @return its name, on one line
     */
    public String name(Dimension dimension) {
        return dimension.equals(Dimension.OWNER)
                ? say("owner", "commercial")
                : DisplayText.oneLine(dimension.toString());
    }

    /**
     * Returns what a group is called.
     *
     * @param key the owner or attribute value; null for what is unassigned
     * @return its name, on one line
     */
    public String key(@Nullable String key) {
        return key == null ? say("(unassigned)", "(non attribué)") : DisplayText.oneLine(key);
    }

    String whole(long number) {
        return Count.of(number).format(locale);
    }

    String oneDecimal(OptionalDouble number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(number.orElseThrow());
    }

    /**
     * Chooses between the languages.
     *
     * @param english the text in English
     * @param french the text in French
     * @return one of the two
     */
    public String say(String english, String french) {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? french : english;
    }
}
