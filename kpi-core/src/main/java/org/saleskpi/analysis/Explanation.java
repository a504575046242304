package org.saleskpi.analysis;

import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import com.google.common.collect.Maps;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.RecordedSpan;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.value.KpiValue;

/**
 * What is behind an answer: what was counted and how, on which terms, from which records, and whether it is final.
 *
 * <pre>{@code
 * Explanation<Rate> accepted = KpiCalculator.of(history)
 *         .during(DateRange.month(2026, 3))
 *         .explain(SalesIndicators.PROPOSAL_ACCEPTANCE_RATE);
 * accepted.lines(Locale.ENGLISH).forEach((title, text) -> System.out.println(title + ": " + text));
 * // Value: 15.4%
 * // Definition: Share of the proposals sent in the period that have been accepted since.
 * // Population: proposals, by the moment they were sent
 * // Formula: hits ÷ (hits + misses + open)
 * // Counts: hits 2, misses 1, open 10, in all 13
 * // Of the decided: 66.7%; at most 92.3% of all, if every open case becomes a hit
 * // ...
 * // Final: not yet: it is once each open case is decided
 * }</pre>
 *
 * <p>The very facts are those of {@code KpiQuery.facts(indicator)}. Immutable and thread-safe.
 *
 * @param indicator what was asked for
 * @param value the answer
 * @param terms what it is about
 * @param lastRecord the moment of the last record that the answer can know, planned meetings apart; null if there is none
 * @param setAside how many records of each kind were set aside when the history was built leniently; no kind has zero;
 *     unmodifiable
 * @param <V> the kind of answer
 * @since 0.1.0
 */
public record Explanation<V extends KpiValue<V>>(
        Indicator<V> indicator,
        V value,
        ReportTerms terms,
        @Nullable Instant lastRecord,
        Map<RecordType, Integer> setAside) {

    /**
     * Whether an answer is final.
     *
     * @since 0.1.0
     */
    public enum Outlook {
        /**
         * The view, or the day of the last record where there is none, ends before the period does: members may be missing.
         */
        PERIOD_NOT_OVER,
        /** The period is over, and what became of some members is open. */
        CASES_OPEN,
        /** Nothing is open: only records that are added or changed later can change the answer. */
        SETTLED
    }

    /**
     * Creates an explanation; a query's {@code explain} does.
     *
     * @param indicator what was asked for
     * @param value the answer
     * @param terms what it is about
     * @param lastRecord the moment of the last record that the answer can know, planned meetings apart; null if there is none
     * @param setAside how many records of each kind were set aside
     */
    public Explanation {
        requireNonNull(indicator, "indicator");
        requireNonNull(value, "value");
        requireNonNull(terms, "terms");
        setAside = Maps.immutableEnumMap(requireElements(setAside, "setAside"));
    }

    /**
     * Explains an answer.
     *
     * @param indicator what was asked for
     * @param value the answer
     * @param terms what it is about
     * @param history the history, or the view of one, that was asked
     * @param <V> the kind of answer
     * @return what is behind the answer
     */
    public static <V extends KpiValue<V>> Explanation<V> of(
            Indicator<V> indicator, V value, ReportTerms terms, SalesHistory history) {
        return new Explanation<>(
                indicator,
                value,
                terms,
                requireNonNull(history, "history")
                        .recorded()
                        .map(RecordedSpan::last)
                        .orElse(null),
                history.setAside());
    }

    /**
     * Tells whether the answer is final.
     *
     * @return what it waits for, if for anything
     */
    public Outlook outlook() {
        Instant end = terms.period().endExclusive();
        Instant view = terms.asOf();
        boolean isOver = view != null
                ? !view.isBefore(end)
                : lastRecord != null && !endOfDay(lastRecord).isBefore(end);
        if (!isOver) {
            return Outlook.PERIOD_NOT_OVER;
        }
        return value.accept(OpenCases.VISITOR) ? Outlook.CASES_OPEN : Outlook.SETTLED;
    }

    private Instant endOfDay(Instant moment) {
        return moment.atZone(terms.zone())
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(terms.zone())
                .toInstant();
    }

    /**
     * Says it all for a person to read, a title and a text each: value, definition, population, formula, counts, period, what it
     * was narrowed to, what was known, what was set aside, and whether the answer is final.
     *
     * @param locale the language; what it has no words for is said in English
     * @return the lines in the order to read them; what does not apply is left out; unmodifiable
     */
    public Map<String, String> lines(Locale locale) {
        return new ExplanationLines(this, requireNonNull(locale, "locale")).all();
    }
}
