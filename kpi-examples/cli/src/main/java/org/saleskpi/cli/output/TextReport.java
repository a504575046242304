package org.saleskpi.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.ReportTerms;
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

/**
 * Reports as text for a person to read, in English or French, at most 80 columns wide. One report shows each number with
 * what it is made of; several stand side by side, indicator by indicator.
 */
public final class TextReport implements ReportWriter {

    private static final int NARROWEST_DETAILS = 20;
    /** The same in both languages. */
    private static final String TOTAL = "Total";

    private static final String NO_BREAK = "\u00A0";

    private final SalesHistory history;
    private final List<Filter> filters;
    private final Locale locale;

    /**
     * Creates a writer.
     *
     * @param history the facts that were asked about
     * @param filters how the question was narrowed
     * @param locale the language, French or else English, and the conventions for numbers
     */
    public TextReport(SalesHistory history, List<Filter> filters, Locale locale) {
        this.history = history;
        this.filters = List.copyOf(filters);
        this.locale = locale;
    }

    @Override
    public void write(Answers answers, OutputStream out) throws IOException {
        List<String> lines = new ArrayList<>(heading(answers));
        if (!answers.isSeries() && answers.dimension() == null) {
            lines.add("");
            lines.addAll(single(answers.total().get(0)));
        } else if (answers.dimension() == null) {
            lines.add("");
            lines.addAll(periods(answers.total()));
        } else if (!answers.isSeries()) {
            lines.add("");
            lines.addAll(groups(answers, answers.dimension()));
        } else {
            for (Answers.Group group : answers.groups()) {
                lines.add("");
                String key = key(group.key());
                lines.addAll(DisplayText.wrap(name(answers.dimension()) + ": " + key, TextTable.SCREEN));
                lines.add("");
                lines.addAll(periods(group.reports()));
            }
            lines.add("");
            lines.add(TOTAL);
            lines.add("");
            lines.addAll(periods(answers.total()));
        }
        lines.addAll(notes());
        lines.add("");
        out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private List<String> heading(Answers answers) {
        ReportTerms first = answers.total().get(0).terms();
        ReportTerms last = answers.total().get(answers.total().size() - 1).terms();
        Period whole = new Period(first.period().startInclusive(), last.period().endExclusive());
        List<String> lines = new ArrayList<>();
        line(lines, say("Period", "Période"), span(whole, first.zone()));
        line(lines, say("Time zone", "Fuseau"), first.zone().getId());
        Instant asOf = first.asOf();
        if (asOf != null) {
            line(lines, say("As of", "État au"), moment(asOf.atZone(first.zone())));
        }
        line(lines, say("Currency", "Devise"), first.currency().getCode());
        for (Filter filter : filters) {
            line(lines, say("Only", "Filtre"), name(filter.dimension()) + ": " + key(filter.key()));
        }
        return lines;
    }

    private static void line(List<String> lines, String label, String text) {
        int indent = 11;
        List<String> wrapped = DisplayText.wrap(text, TextTable.SCREEN - indent);
        for (int i = 0; i < wrapped.size(); i++) {
            lines.add(DisplayText.padEnd(i == 0 ? label : "", indent) + wrapped.get(i));
        }
    }

    private List<String> single(KpiReport report) {
        List<String> names = names(report);
        List<String> values = values(report);
        String nameHeading = say("Indicator", "Indicateur");
        String valueHeading = say("Value", "Valeur");
        String detailsHeading = say("Made of", "Détail");
        int nameWidth = widest(nameHeading, names);
        int valueWidth = widest(valueHeading, values);
        int indent = nameWidth + valueWidth + 2 * TextTable.GAP.length();
        int detailsWidth = Math.max(NARROWEST_DETAILS, TextTable.SCREEN - indent);

        List<String> lines = new ArrayList<>();
        lines.add(DisplayText.padEnd(nameHeading, nameWidth)
                + TextTable.GAP
                + DisplayText.padStart(valueHeading, valueWidth)
                + TextTable.GAP
                + detailsHeading);
        lines.add(TextTable.rule(TextTable.SCREEN));
        for (int i = 0; i < names.size(); i++) {
            String start = DisplayText.padEnd(names.get(i), nameWidth)
                    + TextTable.GAP
                    + DisplayText.padStart(values.get(i), valueWidth)
                    + TextTable.GAP;
            for (List<String> phrases : details(report.get(report.indicators().get(i)))) {
                for (String details : lines(phrases, detailsWidth)) {
                    lines.add((start + details).stripTrailing());
                    start = " ".repeat(indent);
                }
            }
        }
        return lines;
    }

    private static int widest(String heading, List<String> cells) {
        return Math.max(
                DisplayText.width(heading),
                cells.stream().mapToInt(DisplayText::width).max().orElse(0));
    }

    private List<String> periods(List<KpiReport> reports) {
        TextTable table = new TextTable(say("Indicator", "Indicateur"), names(reports.get(0)));
        for (KpiReport report : reports) {
            table.add(shortSpan(report.terms().period(), report.terms().zone()), values(report));
        }
        return table.lines();
    }

    private List<String> groups(Answers answers, Dimension dimension) {
        KpiReport total = answers.total().get(0);
        TextTable table = new TextTable(say("By ", "Par ") + name(dimension), names(total));
        for (Answers.Group group : answers.groups()) {
            table.add(key(group.key()), values(group.reports().get(0)));
        }
        table.add(TOTAL, values(total));
        return table.lines();
    }

    private List<String> names(KpiReport report) {
        return report.indicators().stream()
                .map(indicator -> indicator.name(locale))
                .toList();
    }

    private List<String> values(KpiReport report) {
        List<String> values = new ArrayList<>();
        for (Indicator<?> indicator : report.indicators()) {
            KpiValue<?> value = report.get(indicator);
            boolean isDays = value instanceof Days days && days.count() > 0;
            values.add(value.format(locale) + (isDays ? NO_BREAK + say("d", "j") : ""));
        }
        return values;
    }

    /** What a number is made of, in lines of phrases that commas join. */
    private List<List<String>> details(KpiValue<?> value) {
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

    /** Joins phrases with commas, on one line if they fit there. */
    private static List<String> lines(List<String> phrases, int width) {
        String whole = String.join(", ", phrases);
        if (DisplayText.width(whole) <= width) {
            return List.of(whole);
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < phrases.size(); i++) {
            lines.addAll(DisplayText.wrap(phrases.get(i) + (i < phrases.size() - 1 ? "," : ""), width));
        }
        return lines;
    }

    /** Retention of customers whose contracts never end says nothing: a reader must know. */
    private List<String> notes() {
        List<CustomerJourney> covered = history.journeys().stream()
                .filter(journey -> !journey.cover().isEmpty())
                .toList();
        long endless = covered.stream()
                .filter(journey ->
                        journey.cover().get(journey.cover().size() - 1).endsAt() == null)
                .count();
        if (endless == 0) {
            return List.of();
        }
        return List.of(
                "",
                say(
                                "Customers with a contract that has no end, always retained: ",
                                "Clients avec un contrat sans fin, toujours retenus : ")
                        + whole(endless)
                        + say(" of ", " sur ")
                        + whole(covered.size()));
    }

    private String span(Period period, ZoneId zone) {
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

    /** A span as narrow as it goes: {@code 2026-03} for a whole month, else the first and the last day. */
    private String shortSpan(Period period, ZoneId zone) {
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

    private String moment(ZonedDateTime time) {
        return date(time.toLocalDate()) + say(" at ", " à ") + time.toLocalTime();
    }

    private String date(LocalDate date) {
        String day = say("d", date.getDayOfMonth() == 1 ? "d'er'" : "d");
        return DateTimeFormatter.ofPattern(day + " MMMM uuuu", locale).format(date);
    }

    private String name(Dimension dimension) {
        return dimension.equals(Dimension.OWNER)
                ? say("owner", "commercial")
                : DisplayText.oneLine(dimension.toString());
    }

    private String key(@Nullable String key) {
        return key == null ? say("(unassigned)", "(non attribué)") : DisplayText.oneLine(key);
    }

    private String whole(long number) {
        return Count.of(number).format(locale);
    }

    private String oneDecimal(OptionalDouble number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(number.orElseThrow());
    }

    private String say(String english, String french) {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? french : english;
    }
}
