package org.saleskpi.output.wording;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiCalculator;
import org.saleskpi.analysis.EndlessCovers;
import org.saleskpi.indicator.Formula;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.Population;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.RecordedSpan;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.KpiValue;

/**
 * What the records of a history can tell, and from when to when: where they end, a zero is no zero. Immutable and thread-safe.
 */
public final class DataCoverage {

    /** A base that misses more of its start than this part is not compared with. */
    private static final int PART_OF_BASE = 10;

    /** Decisions may be recorded for later than the last record. */
    private static final Duration BEYOND_RECORDS = Duration.ofDays(100 * 366L);

    private final SalesHistory history;
    private final @Nullable RecordedSpan recorded;
    private final Map<RecordType, RecordedSpan> spans = new EnumMap<>(RecordType.class);
    private final Set<RecordType> absent;
    private final EndlessCovers covers;
    private final Set<Indicator<?>> neverMissed;

    private DataCoverage(KpiCalculator kpis, List<Indicator<?>> indicators) {
        this.history = kpis.history();
        this.recorded = history.recorded().orElse(null);
        for (RecordType type : RecordType.values()) {
            history.recorded(type).ifPresent(span -> spans.put(type, span));
        }
        this.absent = absent(history);
        this.covers = EndlessCovers.of(history);
        this.neverMissed = recorded == null || indicators.isEmpty()
                ? Set.of()
                : neverMissed(kpis.during(new InstantRange(
                                recorded.first(), recorded.last().plus(BEYOND_RECORDS)))
                        .only(indicators.toArray(Indicator<?>[]::new))
                        .report());
    }

    /**
     * Returns what the records tell about some indicators.
     *
     * @param kpis answers about the history, or a view of it
     * @param indicators the indicators
     * @return the coverage
     */
    public static DataCoverage of(KpiCalculator kpis, List<Indicator<?>> indicators) {
        return new DataCoverage(requireNonNull(kpis, "kpis"), List.copyOf(indicators));
    }

    private static Set<RecordType> absent(SalesHistory history) {
        Set<RecordType> absent = EnumSet.noneOf(RecordType.class);
        addIfEmpty(absent, RecordType.CUSTOMER, history.customers());
        addIfEmpty(absent, RecordType.CALL, history.calls());
        addIfEmpty(absent, RecordType.MEETING, history.meetings());
        addIfEmpty(absent, RecordType.PROPOSAL, history.proposals());
        addIfEmpty(absent, RecordType.CONTRACT, history.contracts());
        addIfEmpty(absent, RecordType.SURVEY, history.surveys());
        return Collections.unmodifiableSet(absent);
    }

    private static void addIfEmpty(Set<RecordType> absent, RecordType type, List<?> records) {
        if (records.isEmpty()) {
            absent.add(type);
        }
    }

    /** The rates that never missed though cases are open: nobody seems to record what did not happen. */
    private static Set<Indicator<?>> neverMissed(KpiReport everything) {
        Set<Indicator<?>> never = new HashSet<>();
        for (Indicator<?> indicator : everything.indicators()) {
            Figure figure = Figure.of(answer(everything, indicator));
            if (figure.rateParts() != null && figure.isOpen() && misses(figure).signum() == 0) {
                never.add(indicator);
            }
        }
        return Collections.unmodifiableSet(never);
    }

    static KpiValue<?> answer(KpiReport report, Indicator<?> indicator) {
        return report.get(indicator);
    }

    private static BigDecimal misses(Figure rate) {
        return number(rate.denominator()).subtract(number(rate.numerator())).subtract(number(rate.open()));
    }

    private static BigDecimal number(Figure.@Nullable Measure measure) {
        return requireNonNull(requireNonNull(measure).number());
    }

    /**
     * Returns until when anything is known: the moment of the view, or the end of the day of the last record. Planned meetings do
     * not count, since they lie ahead on purpose.
     *
     * @param history the history
     * @return the moment; empty without records and without a view
     */
    public static Optional<Instant> knownUntil(SalesHistory history) {
        ZoneId zone = history.zone();
        return history.viewedAsOf()
                .or(() -> history.recorded()
                        .map(span -> span.last()
                                .atZone(zone)
                                .toLocalDate()
                                .plusDays(1)
                                .atStartOfDay(zone)
                                .toInstant()));
    }

    /**
     * Returns from when to when anything is known.
     *
     * @return the span of the records, which ends with the view if there is one; empty without records
     */
    public Optional<RecordedSpan> recorded() {
        return Optional.ofNullable(recorded);
    }

    /**
     * Returns from when to when there are records of one kind.
     *
     * @param type the kind
     * @return the span; empty without such records
     */
    public Optional<RecordedSpan> recorded(RecordType type) {
        return Optional.ofNullable(spans.get(requireNonNull(type, "type")));
    }

    /**
     * Returns the indicators that the records can tell anything about.
     *
     * @param indicators some indicators
     * @return those whose records the history has; all of them if it has those of none
     */
    public List<Indicator<?>> measurable(List<Indicator<?>> indicators) {
        List<Indicator<?>> measurable = indicators.stream()
                .filter(indicator -> Collections.disjoint(types(indicator), absent))
                .toList();
        return measurable.isEmpty() ? List.copyOf(indicators) : measurable;
    }

    /**
     * Returns the kinds of record without which some of the indicators cannot be measured.
     *
     * @param indicators some indicators
     * @return the kinds in their order; none if all indicators can be measured, or none of them
     */
    public List<RecordType> missing(List<Indicator<?>> indicators) {
        Set<RecordType> missing = EnumSet.noneOf(RecordType.class);
        if (measurable(indicators).size() < indicators.size()) {
            indicators.forEach(indicator -> missing.addAll(types(indicator)));
            missing.retainAll(absent);
        }
        return List.copyOf(missing);
    }

    /** Whether there is no record of a kind at all. */
    boolean lacks(RecordType type) {
        return absent.contains(type);
    }

    /**
     * Tells whether an indicator needs records of a kind.
     *
     * @param indicator the indicator
     * @param type the kind
     * @return true if it does
     */
    public boolean needs(Indicator<?> indicator, RecordType type) {
        return types(indicator).contains(type);
    }

    static Set<RecordType> types(Indicator<?> indicator) {
        return indicator.formula().accept(RecordTypes.VISITOR);
    }

    /**
     * Returns the kind of record without which a population is empty.
     *
     * @param population the population
     * @return the kind; empty if the history has records of it
     */
    public Optional<RecordType> missing(Population<?> population) {
        return RecordTypes.of(population).stream().filter(absent::contains).findFirst();
    }

    /**
     * Tells whether a period has a part of which an indicator is known.
     *
     * @param indicator the indicator
     * @param period the period
     * @return false if it ends before the first record that the indicator needs, or begins after the last one of all
     */
    public boolean isKnown(Indicator<?> indicator, InstantRange period) {
        return isKnown(period) && first(indicator).isBefore(period.endExclusive());
    }

    /**
     * Tells whether a period has a part of which anything is known.
     *
     * @param period the period
     * @return false if it ends before the first record, or begins after the last
     */
    public boolean isKnown(InstantRange period) {
        return recorded != null && recorded.overlaps(period);
    }

    /**
     * Tells whether a period is known in part only, because the records, or the view of them, end within it.
     *
     * @param period the period
     * @return true if so
     */
    public boolean endsWithin(InstantRange period) {
        return knownUntil(history)
                .filter(known -> known.isAfter(period.startInclusive()) && known.isBefore(period.endExclusive()))
                .isPresent();
    }

    /**
     * Tells whether an indicator can be compared with a period before: whether the records that it needs begin with it, or
     * little later.
     *
     * @param indicator the indicator
     * @param base the period
     * @return false if they begin after the first day and the first tenth of it
     */
    public boolean covers(Indicator<?> indicator, InstantRange base) {
        Duration tenth =
                Duration.between(base.startInclusive(), base.endExclusive()).dividedBy(PART_OF_BASE);
        Duration day = Duration.ofDays(1);
        return recorded != null
                && first(indicator).isBefore(base.startInclusive().plus(tenth.compareTo(day) > 0 ? tenth : day));
    }

    /** The first moment from which all records that an indicator counts are there. */
    private Instant first(Indicator<?> indicator) {
        return ofCases(indicator).stream()
                .flatMap(type -> recorded(type).stream())
                .map(RecordedSpan::first)
                .reduce((one, other) -> one.isAfter(other) ? one : other)
                .orElse(Instant.MAX);
    }

    /** The kinds of record that an indicator counts: prospects are recorded before any contract tells what became of them. */
    private static Set<RecordType> ofCases(Indicator<?> indicator) {
        boolean isOfProspects = indicator.formula() instanceof Formula.Split<?> split
                && split.population().factType().equals(CustomerJourney.class);
        return isOfProspects ? Set.of(RecordType.CUSTOMER) : types(indicator);
    }

    /**
     * Returns which kind of record an indicator counts and has the latest.
     *
     * @param indicator the indicator
     * @return the kind; empty if the history has no record that it counts
     */
    public Optional<RecordType> latest(Indicator<?> indicator) {
        Instant first = first(indicator);
        return ofCases(indicator).stream()
                .filter(type -> recorded(type)
                        .filter(span -> span.first().equals(first))
                        .isPresent())
                .findFirst();
    }

    /**
     * Tells whether a rate says anything of the cases that are decided. It does not if nobody records what did not happen: if
     * nobody was ever disqualified, all of those who are decided are customers.
     *
     * @param indicator the rate
     * @return false if it never missed in the whole history, and cases are open
     */
    public boolean hasMisses(Indicator<?> indicator) {
        return !neverMissed.contains(indicator);
    }

    /**
     * Returns how many customers have a cover without an end.
     *
     * @return the counts
     */
    public EndlessCovers covers() {
        return covers;
    }

    /**
     * Tells why an answer is no measure.
     *
     * @param indicator the indicator
     * @param value its answer
     * @return why; empty if it is one, or undefined
     */
    public Optional<Unmeasured> unmeasured(Indicator<?> indicator, KpiValue<?> value) {
        Figure figure = Figure.of(value);
        if (figure.value().number() == null) {
            return Optional.empty();
        }
        if (covers.areAll() && needsEnds(indicator)) {
            return Optional.of(Unmeasured.NO_END);
        }
        Figure.RateParts parts = figure.rateParts();
        if (parts == null || parts.decided() != null) {
            return Optional.empty();
        }
        Set<RecordType> types = types(indicator);
        return Optional.of(
                types.contains(RecordType.CALL) || types.contains(RecordType.MEETING)
                        ? Unmeasured.NOT_RECORDED
                        : Unmeasured.NONE_DECIDED);
    }

    /**
     * Tells whether anybody can leave.
     *
     * @return false if there are contracts and none has an end
     */
    public boolean hasEnds() {
        return !covers.areAll();
    }

    /**
     * Tells whether there is something to draw.
     *
     * @param indicator the indicator
     * @param reports where its answers are
     * @return false if some of the answers are no measures, and the others are undefined
     */
    public boolean isToBeDrawn(Indicator<?> indicator, Stream<KpiReport> reports) {
        List<KpiValue<?>> defined = reports.<KpiValue<?>>map(report -> report.get(indicator))
                .filter(value -> Figure.of(value).value().number() != null)
                .toList();
        return defined.isEmpty()
                || defined.stream()
                        .anyMatch(value -> unmeasured(indicator, value).isEmpty());
    }

    static boolean needsEnds(Indicator<?> indicator) {
        Formula<?> formula = indicator.formula();
        return formula instanceof Formula.Retained
                || formula instanceof Formula.GrossRetained
                || formula instanceof Formula.NetRetained
                || (formula instanceof Formula.Counted<?> counted
                        && counted.population().equals(SalesPopulations.COVER_ENDED));
    }
}
