package org.saleskpi.output.wording;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.analysis.EndlessCovers;
import org.saleskpi.indicator.Balance;
import org.saleskpi.indicator.Formula;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.RecordType;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Count;
import org.saleskpi.value.KpiValue;

/**
 * Whether the records of a history can tell an indicator, by what it needs and by its answer about all of them. Immutable and
 * thread-safe.
 *
 * @param indicator the indicator
 * @param state how well they can
 * @param needs the kinds of record that it is made of, in their order
 * @param missing those among them of which the history has none
 */
public record Measurability(Indicator<?> indicator, State state, List<RecordType> needs, List<RecordType> missing) {

    /** The moments that are recorded may lie ahead: of decisions and of ends. */
    private static final Duration BEYOND_RECORDS = Duration.ofDays(100 * 366L);

    /**
     * Creates a verdict.
     *
     * @param indicator the indicator
     * @param state how well the records can tell it
     * @param needs the kinds of record that it is made of
     * @param missing those among them of which the history has none
     */
    public Measurability {
        requireNonNull(indicator, "indicator");
        requireNonNull(state, "state");
        needs = List.copyOf(needs);
        missing = List.copyOf(missing);
    }

    /** How well the records can tell an indicator, and why not better. */
    public enum State {
        /** It can be told. */
        TOLD(Extent.WHOLE),
        /** A rate that never missed though cases are open: what did not happen is probably not recorded. */
        NO_MISSES(Extent.PART),
        /** Some customers have a contract without an end: of them it says nothing. */
        SOME_ENDLESS(Extent.PART),
        /** There are no records of a kind that it is made of. */
        NO_RECORDS(Extent.NONE),
        /** There are such records, but none that counts: it has no answer, or 0, whatever the period. */
        NO_CASES(Extent.NONE),
        /** No outcome of the calls or meetings is recorded. */
        NOT_RECORDED(Extent.NONE),
        /** No case is decided yet. */
        NONE_DECIDED(Extent.NONE),
        /** No contract has an end: nobody can be lost. */
        NO_END(Extent.NONE);

        private final Extent extent;

        State(Extent extent) {
            this.extent = extent;
        }

        /**
         * Returns how much of an indicator can be told.
         *
         * @return the extent
         */
        public Extent extent() {
            return extent;
        }

        /**
         * Returns the key of the state in files.
         *
         * @return its name in small letters with dashes, such as {@code no-records}
         */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How much of an indicator can be told. */
    public enum Extent {
        /** All of it. */
        WHOLE,
        /** Less than it seems. */
        PART,
        /** Nothing. */
        NONE;

        /**
         * Returns the key of the extent in files.
         *
         * @return its name in small letters
         */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Looks at what the records of a history can tell.
     *
     * @param kpis answers about the history
     * @param indicators the indicators
     * @return a verdict for each of them
     */
    public static List<Measurability> of(KpiCalculator kpis, List<Indicator<?>> indicators) {
        return new Look(kpis, indicators).verdicts();
    }

    /** All records, looked at. */
    private static final class Look {

        private final DataCoverage coverage;
        private final List<Indicator<?>> indicators;

        /** Null if there are no records. */
        private final @Nullable KpiQuery everything;

        Look(KpiCalculator kpis, List<Indicator<?>> indicators) {
            this.coverage = DataCoverage.of(kpis, indicators);
            this.indicators = List.copyOf(indicators);
            this.everything = coverage.recorded()
                    .map(span -> kpis.during(
                            new InstantRange(span.first(), span.last().plus(BEYOND_RECORDS))))
                    .orElse(null);
        }

        List<Measurability> verdicts() {
            KpiReport report = everything == null || indicators.isEmpty()
                    ? null
                    : everything.only(indicators.toArray(Indicator<?>[]::new)).report();
            List<Measurability> verdicts = new ArrayList<>();
            for (Indicator<?> indicator : indicators) {
                List<RecordType> needs =
                        DataCoverage.types(indicator).stream().sorted().toList();
                List<RecordType> missing =
                        needs.stream().filter(coverage::lacks).toList();
                verdicts.add(new Measurability(
                        indicator,
                        everything == null || report == null || !missing.isEmpty()
                                ? State.NO_RECORDS
                                : state(indicator, report, everything),
                        needs,
                        missing));
            }
            return List.copyOf(verdicts);
        }

        private State state(Indicator<?> indicator, KpiReport report, KpiQuery all) {
            if (DataCoverage.needsEnds(indicator)) {
                return ofCovers();
            }
            Balance<?> balance = balance(indicator.formula());
            if (balance != null) {
                // At either end of all records nothing is left of what was there between.
                Indicator<Count> started = Indicator.count("started", balance.started());
                return all.only(started).report().get(started).value() == 0 ? State.NO_CASES : State.TOLD;
            }
            return ofAnswer(indicator, DataCoverage.answer(report, indicator));
        }

        private State ofCovers() {
            EndlessCovers covers = coverage.covers();
            if (covers.covered() == 0) {
                return State.NO_CASES;
            }
            return covers.areAll() ? State.NO_END : covers.endless() > 0 ? State.SOME_ENDLESS : State.TOLD;
        }

        private State ofAnswer(Indicator<?> indicator, KpiValue<?> answer) {
            Unmeasured unmeasured = coverage.unmeasured(indicator, answer).orElse(null);
            if (unmeasured != null) {
                return switch (unmeasured) {
                    case NO_END -> State.NO_END;
                    case NOT_RECORDED -> State.NOT_RECORDED;
                    case NONE_DECIDED -> State.NONE_DECIDED;
                };
            }
            Figure figure = Figure.of(answer);
            BigDecimal value = figure.value().number();
            // 0 is what counts and amounts are without any case.
            boolean isSum = figure.numerator() == null && figure.denominator() == null;
            if (value == null || (isSum && value.signum() == 0)) {
                return State.NO_CASES;
            }
            return coverage.hasMisses(indicator) ? State.TOLD : State.NO_MISSES;
        }

        private static @Nullable Balance<?> balance(Formula<?> formula) {
            if (formula instanceof Formula.CountedBalance<?> counted) {
                return counted.balance();
            }
            return formula instanceof Formula.SummedBalance<?> summed ? summed.balance() : null;
        }
    }
}
