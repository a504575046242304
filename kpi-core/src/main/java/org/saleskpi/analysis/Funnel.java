package org.saleskpi.analysis;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saleskpi.bytes.ByteForm;
import org.saleskpi.bytes.ByteSink;
import org.saleskpi.bytes.ByteSource;
import org.saleskpi.bytes.ValueBytes;
import org.saleskpi.report.Additive;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.value.Days;
import org.saleskpi.value.Rate;

/**
 * How far the customers that entered in a period have come by now, stage by stage, and where they stop.
 *
 * <pre>{@code
 * Funnel funnel = KpiCalculator.of(history).during(DateRange.year(2025)).funnel();
 * for (Funnel.Stage stage : funnel.stages()) {
 *     System.out.println(stage.key() + ": " + stage.customers() + ", " + stage.fromFirst());
 * }
 * String weakest = funnel.bottleneck().map(Funnel.Stage::key).orElse("not known yet");
 * }</pre>
 *
 * <p>The cohort: customers whose entry is in the period; groups and conditions are those of the customers' own keys. A
 * customer's furthest stage is the last one whose event it has, whenever that was; it counts in that stage and in all before
 * it, whether it has their events or not: skipping is passing. So stages never grow from one to the next.
 *
 * <p>Immutable and thread-safe.
 *
 * @param terms the period, the part of the history and the moment of the view
 * @param stages the stages in order, at least one, unmodifiable
 * @since 0.1.0
 */
public record Funnel(ReportTerms terms, List<Stage> stages) implements Additive<Funnel> {

    /** Fewer decided cases than these say nothing about a stage. */
    private static final long LEAST_DECIDED = 5;

    /**
     * Creates a funnel.
     *
     * @param terms the period, the part of the history and the moment of the view
     * @param stages the stages in order
     * @throws IllegalArgumentException if there is no stage, two have one key, the steps are not rates over the customers of
     *     the stage before, or the stages are not about one cohort
     */
    public Funnel {
        requireNonNull(terms, "terms");
        stages = requireElements(stages, "stages");
        checkArgument(!stages.isEmpty(), "Funnel: expected at least one stage");
        checkArgument(
                stages.stream().map(Stage::key).distinct().count() == stages.size(),
                "Funnel: two stages have one key: %s",
                stages.stream().map(Stage::key).toList());
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            Rate step = stage.step();
            checkArgument(
                    i == 0
                            ? step == null
                            : step != null && step.total() == stages.get(i - 1).customers(),
                    "Funnel: the step of stage %s is %s, expected %s",
                    stage.key(),
                    step,
                    i == 0 ? "none" : "a rate over " + stages.get(i - 1).customers() + " customers");
            checkArgument(
                    stage.fromFirst().total() == stages.get(0).fromFirst().total(),
                    "Funnel: stage %s is about %s customers, expected %s",
                    stage.key(),
                    stage.fromFirst().total(),
                    stages.get(0).fromFirst().total());
        }
    }

    /**
     * One stage of a funnel. Immutable and thread-safe.
     *
     * @param key what the stage is called
     * @param step of the customers of the stage before, those that came as far as this one (hits); of the rest the
     *     disqualified are misses, the others open; null for the first stage
     * @param fromFirst the same of the whole cohort
     * @param days the days from the entry to the event of the stage, of the customers that have it; an event before the entry
     *     took 0 days
     * @since 0.1.0
     */
    public record Stage(String key, @Nullable Rate step, Rate fromFirst, Days days) {

        /**
         * Creates a stage.
         *
         * @param key what the stage is called
         * @param step the rate over the customers of the stage before; null for the first stage
         * @param fromFirst the rate over the cohort
         * @param days the days from the entry to the event, of the customers that have it
         * @throws IllegalArgumentException if the two rates do not have the same hits, or there are more days than those
         */
        public Stage {
            requireNonNull(key, "key");
            requireNonNull(fromFirst, "fromFirst");
            requireNonNull(days, "days");
            checkArgument(
                    step == null || step.hits() == fromFirst.hits(),
                    "Funnel: stage %s has %s hits of the stage before, and %s of the first",
                    key,
                    step == null ? 0 : step.hits(),
                    fromFirst.hits());
            checkArgument(
                    days.count() <= fromFirst.hits(),
                    "Funnel: stage %s has %s customers, and the days of %s",
                    key,
                    fromFirst.hits(),
                    days.count());
        }

        /**
         * Returns how many customers came as far as this stage or further.
         *
         * @return the customers whose furthest stage is this or a later one
         */
        public long customers() {
            return fromFirst.hits();
        }

        /**
         * Returns how many of the {@link #customers} came further without the event of this stage.
         *
         * @return the customers without an event of their own
         */
        public long skipped() {
            return customers() - days.count();
        }

        private Stage plus(Stage other) {
            return new Stage(
                    key,
                    step == null ? null : step.plus(requireNonNull(other.step)),
                    fromFirst.plus(other.fromFirst),
                    days.plus(other.days));
        }

        private Stage minus(Stage part) {
            return new Stage(
                    key,
                    step == null ? null : step.minus(requireNonNull(part.step)),
                    fromFirst.minus(part.fromFirst),
                    days.minus(part.days));
        }

        private void write(ByteSink sink) {
            sink.text(key);
            sink.optional(step, (out, rate) -> ValueBytes.write(rate, out));
            ValueBytes.write(fromFirst, sink);
            ValueBytes.write(days, sink);
        }

        private static Stage read(ByteSource source) {
            return new Stage(
                    source.text(),
                    source.optional(each -> ValueBytes.read(each, Rate.class)),
                    ValueBytes.read(source, Rate.class),
                    ValueBytes.read(source, Days.class));
        }

        /** Returns the key, the share of the cohort and how many skipped the stage, for a person to read. */
        @Override
        public String toString() {
            return key + " " + fromFirst + (skipped() == 0 ? "" : ", " + skipped() + " skipped it");
        }
    }

    /**
     * Returns how many customers entered in the period.
     *
     * @return the size of the cohort
     */
    public long entered() {
        return stages.get(0).fromFirst().total();
    }

    /**
     * Returns a stage.
     *
     * @param key what the stage is called
     * @return the stage; empty if none has that key
     */
    public Optional<Stage> stage(String key) {
        requireNonNull(key, "key");
        return stages.stream().filter(stage -> stage.key().equals(key)).findFirst();
    }

    /**
     * Returns the stage that the fewest come to of those that could: the one with the lowest {@linkplain Rate#decided decided}
     * step, of the stages whose step has at least five decided customers; of equal ones the first.
     *
     * @return the stage; empty if none has five decided, such as in a cohort that is still open
     */
    public Optional<Stage> bottleneck() {
        Stage lowest = null;
        for (Stage stage : stages) {
            if (decided(stage.step()) >= LEAST_DECIDED
                    && (lowest == null || isLower(requireNonNull(stage.step()), requireNonNull(lowest.step())))) {
                lowest = stage;
            }
        }
        return Optional.ofNullable(lowest);
    }

    private static long decided(@Nullable Rate step) {
        return step == null ? 0 : step.hits() + step.misses();
    }

    /** Whether fewer of the decided are hits, exactly. */
    private static boolean isLower(Rate rate, Rate other) {
        BigInteger mine = BigInteger.valueOf(rate.hits()).multiply(BigInteger.valueOf(decided(other)));
        BigInteger others = BigInteger.valueOf(other.hits()).multiply(BigInteger.valueOf(decided(rate)));
        return mine.compareTo(others) < 0;
    }

    /**
     * Returns the funnel of what this and another one cover together.
     *
     * @param other a funnel of the same stages on the same terms, over other customers, or about other groups of one dimension
     * @return the sum
     * @throws IllegalArgumentException if the stages or the terms differ, but for disjoint keys of one dimension
     * @throws ArithmeticException if a sum is too large to represent
     */
    @Override
    public Funnel plus(Funnel other) {
        requireNonNull(other, "other");
        return combined(other, terms.plus(other.terms), "sum", Stage::plus);
    }

    /**
     * Returns this funnel without a part that was added to it.
     *
     * @param part a funnel of the same stages on the same terms, over some of the customers, or about some of the groups of one
     *     dimension
     * @return the difference
     * @throws IllegalArgumentException if the stages or the terms differ, but for fewer keys of one dimension, or the part was
     *     never added
     */
    @Override
    public Funnel minus(Funnel part) {
        requireNonNull(part, "part");
        return combined(part, terms.minus(part.terms), "difference", Stage::minus);
    }

    private Funnel combined(Funnel other, ReportTerms combined, String what, BinaryOperator<Stage> combination) {
        List<String> keys = stages.stream().map(Stage::key).toList();
        List<String> others = other.stages.stream().map(Stage::key).toList();
        checkArgument(keys.equals(others), "Funnels of different stages have no %s: %s and %s", what, keys, others);
        List<Stage> results = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            results.add(combination.apply(stages.get(i), other.stages.get(i)));
        }
        return new Funnel(combined, results);
    }

    /**
     * Writes this funnel in the byte form, to be read again by {@link #fromBytes}, elsewhere or later.
     *
     * @return the bytes
     */
    public byte[] toBytes() {
        return ByteForm.FUNNEL.write(sink -> {
            sink.nested(terms.toBytes());
            sink.list(stages, (out, stage) -> stage.write(out));
        });
    }

    /**
     * Reads a funnel from its byte form.
     *
     * @param bytes what {@link #toBytes} wrote, in this version or an earlier one
     * @return the funnel
     * @throws IllegalArgumentException if the bytes are something else, or damaged
     */
    public static Funnel fromBytes(byte[] bytes) {
        return ByteForm.FUNNEL.read(
                bytes, source -> new Funnel(ReportTerms.fromBytes(source.nested()), source.list(Stage::read)));
    }

    /** Returns the terms and the stages line by line, for a person to read. */
    @Override
    public String toString() {
        return stages.stream().map(Stage::toString).collect(Collectors.joining("\n  ", "Funnel " + terms + "\n  ", ""));
    }
}
