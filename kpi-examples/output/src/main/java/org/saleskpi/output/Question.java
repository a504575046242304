package org.saleskpi.output;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.saleskpi.ComparedQuery;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.analysis.ComparisonBase;
import org.saleskpi.analysis.GroupedAnalysis;
import org.saleskpi.analysis.Targets;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.wording.DataCoverage;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;

/**
 * What was asked. Writers that show more than the answers ask further: the same facts, narrowed in the same way, over other
 * dates or grouped otherwise.
 *
 * <pre>{@code
 * Question question = Question.of(kpis, DateRange.quarter(2026, 1))
 *         .only(SalesIndicators.REVENUE, SalesIndicators.WIN_RATE)
 *         .where(Dimension.OWNER, "alice", "bruno")
 *         .every(CalendarUnit.MONTH);
 * assert question.answers().total().size() == 3;
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param kpis answers about the facts, as of the moment that was asked for
 * @param dates the dates that were asked about
 * @param filters how the question was narrowed, once for each dimension
 * @param dimensions what was grouped by; none for nothing
 * @param indicators what was asked for, in order
 * @param unit the calendar unit by which the dates were cut; null for none
 * @param base what the dates are compared with; null if comparing was not asked for
 * @param targets what answers are held against; null if there are no targets
 * @param shown how answers are shown to people
 */
public record Question(
        KpiCalculator kpis,
        DateRange dates,
        List<Filter> filters,
        List<Dimension> dimensions,
        List<Indicator<?>> indicators,
        @Nullable CalendarUnit unit,
        @Nullable ComparisonBase base,
        @Nullable Targets targets,
        Presentation shown) {

    private static final int WEEKS_OF_A_YEAR = 53;

    /**
     * Creates a question.
     *
     * @param kpis answers about the facts, as of the moment that was asked for
     * @param dates the dates that were asked about
     * @param filters how the question was narrowed, once for each dimension
     * @param dimensions what was grouped by; none for nothing
     * @param indicators what was asked for, in order
     * @param unit the calendar unit by which the dates were cut; null for none
     * @param base what the dates are compared with; null if comparing was not asked for
     * @param targets what answers are held against; null if there are no targets
     * @param shown how answers are shown to people
     */
    public Question {
        filters = List.copyOf(filters);
        dimensions = List.copyOf(dimensions);
        indicators = List.copyOf(indicators);
    }

    /**
     * Asks about some dates: about everything, in total, all indicators of the calculator's catalogue, in English.
     *
     * @param kpis answers about the facts
     * @param dates the dates
     * @return the question
     */
    public static Question of(KpiCalculator kpis, DateRange dates) {
        requireNonNull(kpis, "kpis");
        requireNonNull(dates, "dates");
        return new Question(
                kpis,
                dates,
                List.of(),
                List.of(),
                kpis.indicators(),
                null,
                null,
                null,
                Presentation.in(Locale.ENGLISH));
    }

    /**
     * Asks about some indicators alone.
     *
     * @param chosen the indicators, in order
     * @return the same question about them
     */
    public Question only(Indicator<?>... chosen) {
        return about(List.of(chosen));
    }

    /**
     * Asks about some indicators alone.
     *
     * @param chosen the indicators, in order
     * @return the same question about them
     */
    public Question about(List<Indicator<?>> chosen) {
        return new Question(kpis, dates, filters, dimensions, chosen, unit, base, targets, shown);
    }

    /**
     * Asks about some groups of a dimension alone.
     *
     * @param dimension what is grouped by
     * @param anyOf the owners or attribute values, any of which will do; null among them for what is unassigned
     * @return the same question, narrowed further
     */
    public Question where(Dimension dimension, @Nullable String... anyOf) {
        List<Filter> all = new ArrayList<>(filters);
        all.add(new Filter(requireNonNull(dimension, "dimension"), Arrays.asList(anyOf)));
        return new Question(kpis, dates, all, dimensions, indicators, unit, base, targets, shown);
    }

    /**
     * Asks group by group too.
     *
     * @param groups what is grouped by
     * @return the same question, grouped
     */
    public Question by(Dimension... groups) {
        return new Question(kpis, dates, filters, List.of(groups), indicators, unit, base, targets, shown);
    }

    /**
     * Asks piece by piece.
     *
     * @param piece the calendar unit that cuts the dates
     * @return the same question, cut
     */
    public Question every(CalendarUnit piece) {
        return new Question(
                kpis, dates, filters, dimensions, indicators, requireNonNull(piece, "piece"), base, targets, shown);
    }

    /**
     * Asks about the dates as a whole.
     *
     * @return the same question, not cut in pieces
     */
    public Question asWhole() {
        return new Question(kpis, dates, filters, dimensions, indicators, null, base, targets, shown);
    }

    /**
     * Asks to be answered in a language.
     *
     * @param language the language; where there are no words of it, they are English
     * @return the same question in that language
     */
    public Question in(Locale language) {
        return new Question(
                kpis,
                dates,
                filters,
                dimensions,
                indicators,
                unit,
                base,
                targets,
                shown.withLocale(requireNonNull(language, "language")));
    }

    /**
     * Puts a letterhead above the answers for people.
     *
     * @param letterhead what stands above them
     * @return the same question, shown so
     */
    public Question titled(Letterhead letterhead) {
        return shown(shown.withLetterhead(letterhead));
    }

    /**
     * Sorts the groups, and leaves out the last ones if their number is given.
     *
     * @param order the order
     * @return the same question, answered so
     */
    public Question sorted(GroupOrder order) {
        return shown(shown.withOrder(requireNonNull(order, "order")));
    }

    private Question shown(Presentation other) {
        return new Question(kpis, dates, filters, dimensions, indicators, unit, base, targets, other);
    }

    /**
     * Returns the language of text.
     *
     * @return the language; where there are no words of it, they are English
     */
    public Locale locale() {
        return shown.locale();
    }

    /**
     * Returns the facts, as of the moment that was asked for.
     *
     * @return the history
     */
    public SalesHistory history() {
        return kpis.history();
    }

    /**
     * Asks about other dates, narrowed in the same way.
     *
     * @param other the dates
     * @return the question to the calculator
     * @throws IllegalArgumentException if the zone skipped all of the dates
     */
    public KpiQuery during(DateRange other) {
        KpiQuery narrowed = kpis.during(other).only(indicators.toArray(Indicator<?>[]::new));
        for (Filter filter : filters) {
            narrowed = narrowed.where(filter.dimension(), filter.anyOf());
        }
        return narrowed;
    }

    /**
     * Asks about the year before, piece by piece. Where the records end within a piece, as much of the year before is asked
     * about as has passed of it.
     *
     * @param whole the dates of a series
     * @param by the unit that cuts them
     * @return a report for each piece of the series, in time order; none if the zone skipped one of either year
     */
    public List<KpiReport> yearBefore(DateRange whole, CalendarUnit by) {
        List<KpiReport> reports = new ArrayList<>();
        try {
            for (DateRange piece : history().calendar().split(whole, by)) {
                Instant known = recordsEndWithin(piece).orElse(null);
                reports.add(
                        known == null
                                ? during(piece.aYearBefore(history().calendar()))
                                        .report()
                                : askedOf(kpis.asOf(known))
                                        .during(piece)
                                        .comparedWith(ComparisonBase.YEAR)
                                        .report()
                                        .before());
            }
        } catch (IllegalArgumentException e) {
            return List.of();
        }
        return reports;
    }

    /** The end of the day of the last record, if it lies within some dates and no view was asked for. */
    private Optional<Instant> recordsEndWithin(DateRange range) {
        InstantRange period = range.atZone(history().zone());
        return history().viewedAsOf().isPresent()
                ? Optional.empty()
                : DataCoverage.knownUntil(history()).filter(period::contains);
    }

    /**
     * Tells whether some dates hold the year before themselves.
     *
     * @param range the dates
     * @return true if they are more than a year, of 53 weeks at most
     */
    public static boolean isLongerThanAYear(DateRange range) {
        return range.startInclusive().plusWeeks(WEEKS_OF_A_YEAR).isBefore(range.endExclusive());
    }

    private Question askedOf(KpiCalculator other) {
        return new Question(other, dates, filters, dimensions, indicators, unit, base, targets, shown);
    }

    /**
     * Asks to be compared with another base.
     *
     * @param other the base; null for none
     * @return the same question, compared so
     */
    public Question withBase(@Nullable ComparisonBase other) {
        return new Question(kpis, dates, filters, dimensions, indicators, unit, other, targets, shown);
    }

    /**
     * Returns the question whose answers can be compared with those of a whole period before. Where the dates go on beyond the
     * last record and no view was asked for, what comes later is not zero, but not known yet: it is asked as of the day after
     * that record. Planned meetings do not count, since they lie ahead on purpose.
     *
     * @return this question, or the same one in a view
     */
    public Question likeForLike() {
        return recordsEndWithin(dates).map(known -> askedOf(kpis.asOf(known))).orElse(this);
    }

    /**
     * The question whose answers end with the unit in which the records end, if it lies before the end of the dates and no view
     * was asked for.
     */
    Question untilRecordsEnd(CalendarUnit ofCalendar) {
        ZoneId zone = history().zone();
        return recordsEndWithin(dates)
                .map(known -> known.minusNanos(1).atZone(zone).toLocalDate())
                .map(lastDay ->
                        history().calendar().rangeOf(ofCalendar, lastDay).endExclusive())
                .filter(end -> end.isBefore(dates.endExclusive()))
                .map(end -> askedOf(kpis.asOf(end.atStartOfDay(zone).toInstant())))
                .orElse(this);
    }

    /**
     * Compares the dates as a whole, like for like: with the base that was asked for, else with the period before.
     *
     * @return the comparison; empty if the zone skipped all of the dates before
     */
    public Optional<Comparison> comparison() {
        return compared(ComparedQuery::report);
    }

    /**
     * Compares the dates as {@link #comparison} does, group by group too.
     *
     * @param groups what to group by
     * @return the comparisons; empty if the zone skipped all of the dates before
     */
    public Optional<GroupedAnalysis<Comparison>> comparisonBy(List<Dimension> groups) {
        return compared(query -> query.by(groups));
    }

    private <A> Optional<A> compared(Function<ComparedQuery, A> question) {
        try {
            return Optional.of(question.apply(
                    likeForLike().during(dates).comparedWith(base == null ? ComparisonBase.PREVIOUS : base)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Asks what was asked.
     *
     * @return the answers
     * @throws IllegalArgumentException if the unit cuts the dates in more than a million pieces, or the zone skipped all of what
     *     they are compared with
     */
    public Answers answers() {
        Answers answers = targets == null
                ? answersWithoutTargets()
                : answersWithoutTargets().withTargets(targets, history().calendar());
        GroupOrder order = shown.order();
        return order == null || !answers.isGrouped() ? answers : answers.sorted(order, this);
    }

    /**
     * Asks what was asked, for people.
     *
     * @return the answers; groups stand in the order of the language where no other was asked for
     * @throws IllegalArgumentException as {@link #answers} does
     */
    public Answers answersToRead() {
        return shown.order() == null ? answers().sortedFor(locale()) : answers();
    }

    private Answers answersWithoutTargets() {
        KpiQuery query = during(dates);
        if (base != null) {
            return compared(query.comparedWith(base));
        }
        if (unit == null) {
            return dimensions.isEmpty() ? Answers.of(query.report()) : Answers.of(query.by(dimensions));
        }
        return dimensions.isEmpty() ? Answers.of(query.every(unit)) : Answers.of(query.by(dimensions, unit));
    }

    private Answers compared(ComparedQuery query) {
        if (unit == null) {
            return dimensions.isEmpty()
                    ? Answers.compared(List.of(query.report()), false)
                    : Answers.comparedByGroup(List.of(query.by(dimensions)), false);
        }
        return dimensions.isEmpty()
                ? Answers.compared(query.every(unit), true)
                : Answers.comparedByGroup(query.by(dimensions, unit), true);
    }
}
