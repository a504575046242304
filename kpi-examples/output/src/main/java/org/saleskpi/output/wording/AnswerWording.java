package org.saleskpi.output.wording;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.sales.RecordType;
import org.saleskpi.value.Interval;
import org.saleskpi.value.KpiValue;

/**
 * How the answers of one history are said: what its records cannot tell is not said as a number. Immutable and thread-safe.
 */
public final class AnswerWording {

    private final DataCoverage coverage;
    private final Wording wording;

    /**
     * Creates the words for the answers of a history.
     *
     * @param coverage what its records can tell
     * @param wording the words
     */
    public AnswerWording(DataCoverage coverage, Wording wording) {
        this.coverage = requireNonNull(coverage, "coverage");
        this.wording = requireNonNull(wording, "wording");
    }

    /**
     * Writes an answer with its unit.
     *
     * @param indicator what was asked
     * @param value the answer
     * @return the text; a dash for what is undefined, words for what is no measure
     */
    public String value(Indicator<?> indicator, KpiValue<?> value) {
        return coverage.unmeasured(indicator, value)
                .map(why -> wording.say("unmeasured." + key(why)))
                .orElse(wording.value(value));
    }

    private static String key(Unmeasured why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Writes what an answer is made of.
     *
     * @param indicator what was asked
     * @param value the answer
     * @return lines of phrases that commas join; one empty phrase for what is made of itself
     */
    public List<List<String>> details(Indicator<?> indicator, KpiValue<?> value) {
        List<List<String>> details = wording.details(value);
        if (coverage.unmeasured(indicator, value).orElse(null) == Unmeasured.NO_END) {
            List<String> counts = details.get(0).get(0).isEmpty() ? List.of() : details.get(0);
            List<String> first = new ArrayList<>(counts);
            first.add(wording.say("unmeasured.no-end.why"));
            return List.of(first);
        }
        return isOneSided(indicator, value)
                ? List.of(details.get(0), List.of(wording.say("never-missed." + missed(indicator))))
                : details;
    }

    /** Whether cases are open, and those that are decided say nothing because none of them ever missed. */
    private boolean isOneSided(Indicator<?> indicator, KpiValue<?> value) {
        return !coverage.hasMisses(indicator) && Figure.of(value).isOpen() && isMeasured(indicator, value);
    }

    private String missed(Indicator<?> indicator) {
        return Stream.of(RecordType.CUSTOMER, RecordType.PROPOSAL)
                .filter(type -> coverage.needs(indicator, type))
                .map(RecordType::plural)
                .findFirst()
                .orElse("outcomes");
    }

    /**
     * Returns the number of an answer, to draw it.
     *
     * @param indicator what was asked
     * @param value the answer
     * @return the nearest double; null for what is undefined or no measure
     */
    public @Nullable Double number(Indicator<?> indicator, KpiValue<?> value) {
        return isMeasured(indicator, value) ? Figure.of(value).value().toDouble() : null;
    }

    /**
     * Tells whether an answer is a measure.
     *
     * @param indicator what was asked
     * @param value the answer
     * @return false if it is undefined, or would be misread as a number
     */
    public boolean isMeasured(Indicator<?> indicator, KpiValue<?> value) {
        return Figure.of(value).value().number() != null
                && coverage.unmeasured(indicator, value).isEmpty();
    }

    /**
     * Returns what a rate says beside what happened so far.
     *
     * @param indicator what was asked
     * @param value the answer
     * @return its parts; null for what is no rate, is undefined or no measure, and where the decided cases say nothing
     */
    public Figure.@Nullable RateParts rateParts(Indicator<?> indicator, KpiValue<?> value) {
        return isMeasured(indicator, value) && !isOneSided(indicator, value)
                ? Figure.of(value).rateParts()
                : null;
    }

    /**
     * Returns how far the rate of the decided cases could be off because they are few.
     *
     * @param indicator what was asked
     * @param value the answer
     * @return the interval at 95 %; empty for what has none
     */
    public Optional<Interval> interval(Indicator<?> indicator, KpiValue<?> value) {
        return Optional.ofNullable(rateParts(indicator, value)).map(Figure.RateParts::interval);
    }

    /**
     * Returns how an answer changed.
     *
     * @param comparison two reports
     * @param indicator one of their indicators
     * @return the change; empty where one of the two is no measure, or the records begin after the base
     */
    public Optional<Change> change(Comparison comparison, Indicator<?> indicator) {
        return isMeasured(indicator, comparison.now().get(indicator))
                        && isMeasured(indicator, comparison.before().get(indicator))
                        && coversBase(comparison, indicator)
                ? Change.of(comparison, indicator, wording)
                : Optional.empty();
    }

    /**
     * Tells whether the records that an indicator needs begin with the base, or little later.
     *
     * @param comparison two reports
     * @param indicator one of their indicators
     * @return false if the base is not to be compared with
     */
    public boolean coversBase(Comparison comparison, Indicator<?> indicator) {
        return coverage.covers(indicator, comparison.before().terms().period());
    }

    /**
     * Says why an answer has no change.
     *
     * @param comparison two reports
     * @param indicator one of their indicators, whose change is empty
     * @param base what the other report is called
     * @return the reason
     */
    public String noChange(Comparison comparison, Indicator<?> indicator, String base) {
        KpiValue<?> before = comparison.before().get(indicator);
        if (!coversBase(comparison, indicator)) {
            return coverage.latest(indicator)
                    .map(type -> wording.say(
                            "change.none",
                            onRecord(type, comparison.now().terms().zone())))
                    .orElse(wording.say("change.undefined-before", base));
        }
        return coverage.unmeasured(indicator, before)
                .map(why -> wording.say("labelled", base, value(indicator, before)))
                .orElse(wording.say("change.undefined-before", base));
    }

    private String onRecord(RecordType type, ZoneId zone) {
        return wording.say(
                "records.since",
                wording.say("records." + type.plural()),
                wording.date(coverage.recorded(type)
                        .orElseThrow()
                        .first()
                        .atZone(zone)
                        .toLocalDate()));
    }

    /**
     * Says since when there are records of those answers that have no change because the base is before them: once for each
     * kind of record.
     *
     * @param comparisons two reports each, with the same indicators
     * @return the reason; empty if the records begin early enough
     */
    public Optional<String> notCovered(List<Comparison> comparisons) {
        List<String> since = comparisons.stream()
                .flatMap(comparison -> comparison.now().indicators().stream()
                        .filter(indicator -> !coversBase(comparison, indicator)
                                && isMeasured(indicator, answer(comparison, indicator)))
                        .flatMap(indicator -> coverage.latest(indicator).stream())
                        .map(type -> onRecord(type, comparison.now().terms().zone())))
                .distinct()
                .toList();
        return since.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", since));
    }

    /**
     * Tells whether a change may be called better or worse: in a view, both reports are equally ripe; without one, the open cases
     * of the earlier period have had more time.
     *
     * @param comparison two reports
     * @param indicator one of their indicators
     * @return false for a rate with open cases outside a view, and for a change that may be chance
     */
    public boolean isJudged(Comparison comparison, Indicator<?> indicator) {
        return isEquallyRipe(comparison, indicator)
                && isLikely(comparison, indicator).orElse(true);
    }

    private static boolean isEquallyRipe(Comparison comparison, Indicator<?> indicator) {
        return comparison.now().terms().asOf() != null
                || !Figure.of(answer(comparison, indicator)).isOpen();
    }

    private static KpiValue<?> answer(Comparison comparison, Indicator<?> indicator) {
        return comparison.now().get(indicator);
    }

    /**
     * Says whether a change of a rate may be chance.
     *
     * @param comparison two reports
     * @param indicator one of their indicators
     * @return whether it is more than chance; empty where that is not known
     */
    public Optional<Boolean> isLikely(Comparison comparison, Indicator<?> indicator) {
        return rateParts(indicator, answer(comparison, indicator)) == null
                        || !isEquallyRipe(comparison, indicator)
                        || !coversBase(comparison, indicator)
                ? Optional.empty()
                : comparison
                        .decidedChange(indicator)
                        .filter(decided -> decided.bounds() != null)
                        .map(decided -> decided.isLikely());
    }
}
