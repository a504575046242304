package org.saleskpi.analysis;

import com.google.common.collect.ImmutableMap;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.sales.RecordType;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.Unit;
import org.saleskpi.value.ValuePart;
import org.saleskpi.words.Words;

/**
 * An explanation in one language.
 *
 * @param explained what is said
 * @param locale the language
 */
record ExplanationLines(Explanation<?> explained, Locale locale) {

    Map<String, String> all() {
        KpiValue<?> value = explained.value();
        ReportTerms terms = explained.terms();
        ImmutableMap.Builder<String, String> lines = ImmutableMap.builder();
        lines.put(say("explain.value"), value());
        lines.put(say("explain.definition"), explained.indicator().definition(locale));
        lines.put(say("explain.population"), explained.indicator().population(locale));
        lines.put(say("explain.formula"), explained.indicator().formula(locale));
        lines.put(say("explain.counts"), value.accept(new CountWords(locale)));
        if (explained.indicator().unit() == Unit.RATE && value.accept(OpenCases.VISITOR)) {
            lines.put(
                    say("explain.bounds"),
                    say(
                            "explain.bounds-of-rate",
                            value.format(locale, ValuePart.DECIDED),
                            value.format(locale, ValuePart.CEILING)));
        }
        lines.put(say("explain.period"), period());
        if (!terms.scope().keys().isEmpty()) {
            lines.put(say("explain.part"), part());
        }
        lines.put(say("explain.view"), known());
        lines.put(say("explain.currency"), terms.currency().getCode());
        lines.put(say("explain.set-aside"), setAside());
        lines.put(say("explain.outlook"), outlook());
        return lines.buildOrThrow();
    }

    private String say(String key, String... arguments) {
        return Words.say(locale, key, arguments);
    }

    private String value() {
        String number = explained.value().format(locale);
        if (ExactValue.of(explained.value()).divisor().signum() == 0) {
            return say("explain.undefined");
        }
        return switch (explained.indicator().unit()) {
            case DAYS -> say("explain.days", number);
            case HOURS -> say("explain.hours", number);
            case CURRENCY_PER_DAY -> say("explain.per-day", number);
            case COUNT, CURRENCY, RATE, RATIO, SCORE -> number;
        };
    }

    private String period() {
        ReportTerms terms = explained.terms();
        ZonedDateTime start = terms.period().startInclusive().atZone(terms.zone());
        ZonedDateTime end = terms.period().endExclusive().atZone(terms.zone());
        String zone = terms.zone().getId();
        return isStartOfDay(start) && isStartOfDay(end)
                ? say(
                        "explain.dates",
                        date(start.toLocalDate()),
                        date(end.toLocalDate().minusDays(1)),
                        zone)
                : say("explain.dates", moment(start), moment(end), zone);
    }

    private static boolean isStartOfDay(ZonedDateTime time) {
        return time.equals(time.toLocalDate().atStartOfDay(time.getZone()));
    }

    private String date(LocalDate date) {
        String text = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(date);
        // Java does not know that in French the first of a month is an ordinal.
        return text.startsWith("1 ") ? say("explain.first-of-month") + text.substring(1) : text;
    }

    private String moment(Instant moment) {
        return moment(moment.atZone(explained.terms().zone()));
    }

    private String moment(ZonedDateTime time) {
        return isStartOfDay(time) ? date(time.toLocalDate()) : date(time.toLocalDate()) + " " + time.toLocalTime();
    }

    private String part() {
        return explained.terms().scope().keys().entrySet().stream()
                .map(entry -> say("explain.condition", Words.dimension(locale, entry.getKey()), keys(entry.getValue())))
                .reduce((first, second) -> say("explain.conditions", first, second))
                .orElseThrow();
    }

    private String keys(List<? extends @Nullable String> keys) {
        return keys.isEmpty()
                ? say("explain.nothing-set-aside")
                : keys.stream()
                        .map(key -> key == null ? say("members.no-key") : key)
                        .collect(Collectors.joining(" " + say("members.or") + " "));
    }

    private String known() {
        Instant view = explained.terms().asOf();
        if (view != null) {
            return say("explain.as-of", moment(view));
        }
        Instant last = explained.lastRecord();
        return last == null ? say("explain.no-record") : say("explain.last-record", moment(last));
    }

    private String setAside() {
        return explained.setAside().isEmpty()
                ? say("explain.nothing-set-aside")
                : explained.setAside().entrySet().stream()
                        .map(entry -> say(records(entry.getKey())) + " "
                                + NumberFormat.getIntegerInstance(locale).format(entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String records(RecordType type) {
        return switch (type) {
            case CUSTOMER -> "members.journeys";
            case CALL -> "members.calls";
            case MEETING -> "members.meetings";
            case PROPOSAL -> "members.proposals";
            case CONTRACT -> "members.contracts";
            case SURVEY -> "members.surveys";
            case EXCHANGE_RATE -> "members.rates";
        };
    }

    private String outlook() {
        return switch (explained.outlook()) {
            case PERIOD_NOT_OVER ->
                explained.terms().asOf() == null && explained.lastRecord() == null
                        ? say("explain.no-record")
                        : say("explain.period-not-over", moment(knownUntil()));
            case CASES_OPEN -> say("explain.cases-open");
            case SETTLED -> say("explain.settled");
        };
    }

    private Instant knownUntil() {
        Instant view = explained.terms().asOf();
        Instant last = explained.lastRecord();
        return view != null ? view : last != null ? last : Instant.EPOCH;
    }
}
