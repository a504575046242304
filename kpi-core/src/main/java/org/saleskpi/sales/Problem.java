package org.saleskpi.sales;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saleskpi.order.TextOrder;

/**
 * What is wrong with a record: which record, which field, which value, and what was expected. Immutable, thread-safe and
 * serializable, as the exceptions are that hold it.
 *
 * <pre>{@code
 * SalesHistory history = SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR)
 *         .lenient()
 *         .calls(List.of(Call.builder("k-1", Instant.parse("2026-03-02T09:30:00Z"))
 *                 .customer("c-9")
 *                 .origin(Origin.of("calls.csv", 17))
 *                 .build()))
 *         .build();
 * Problem problem = history.problems().get(0);
 * assert problem.type() == RecordType.CALL && problem.field().equals("customerId");
 * System.out.println(problem); // the record, where it came from, the value, and what was expected
 * }</pre>
 *
 * @param type the kind of record
 * @param id the record's id; null when it has none
 * @param field the record's component that is at fault, such as {@code decidedAt}
 * @param value the offending value as text; null when it is missing
 * @param reason what is wrong with the value, to be read after it: {@code is before sentAt 2026-03-05T10:00:00Z}
 * @param origin where the record came from, such as a file and line; null when it did not say
 * @serial exclude
 * @since 0.1.0
 */
@SuppressWarnings("InvalidBlockTag") // Error Prone does not know that Javadoc reads @serial on types too
public record Problem(
        RecordType type,
        @Nullable String id,
        String field,
        @Nullable String value,
        String reason,
        @Nullable String origin)
        implements Serializable {

    /** Problems by kind of record, id, field, value, reason and origin, so that their order depends on nothing else. */
    static final Comparator<Problem> ORDER = Comparator.comparing(Problem::type)
            .thenComparing(Problem::id, Comparator.nullsFirst(TextOrder.BY_CODE_POINTS))
            .thenComparing(Problem::field)
            .thenComparing(Problem::value, Comparator.nullsFirst(TextOrder.BY_CODE_POINTS))
            .thenComparing(Problem::reason)
            .thenComparing(Problem::origin, Comparator.nullsFirst(TextOrder.BY_CODE_POINTS));

    /**
     * Creates a problem; {@link #builder} names what it is given.
     *
     * @param type the kind of record
     * @param id the record's id; null when it has none
     * @param field the record's component that is at fault, such as {@code decidedAt}
     * @param value the offending value as text; null when it is missing
     * @param reason what is wrong with the value, to be read after it: {@code is before sentAt 2026-03-05T10:00:00Z}
     * @param origin where the record came from, such as a file and line; null when it did not say
     */
    public Problem {
        requireNonNull(type, "type");
        requireNonNull(field, "field");
        requireNonNull(reason, "reason");
    }

    /** How many records of each kind have problems; a rate is no record of its own. */
    static Map<RecordType, Integer> recordsIn(List<Problem> problems) {
        Map<RecordType, Integer> records = new EnumMap<>(RecordType.class);
        problems.stream()
                .filter(problem -> problem.type() != RecordType.EXCHANGE_RATE)
                .map(problem -> new Identity(problem.type(), problem.id(), problem.origin()))
                .distinct()
                .forEach(record -> records.merge(record.type(), 1, Integer::sum));
        return Collections.unmodifiableMap(records);
    }

    private record Identity(
            RecordType type, @Nullable String id, @Nullable String origin) {}

    /**
     * Begins a problem with a field of a record.
     *
     * @param type the kind of record
     * @param field the record's component that is at fault
     * @return a builder, to be given at least a reason
     */
    public static Builder builder(RecordType type, String field) {
        return new Builder(requireNonNull(type, "type"), requireNonNull(field, "field"));
    }

    /** Returns the whole message: {@code Proposal p-17: decidedAt 2026-01-01T00:00:00Z is before sentAt …}. */
    @Override
    public String toString() {
        return type + " " + (id == null ? "without id" : id) + (origin == null ? "" : " (" + origin + ")") + ": "
                + field + " " + (value == null ? "" : value + " ") + reason;
    }

    /**
     * Collects what a {@link Problem} consists of. Not thread-safe.
     *
     * @since 0.1.0
     */
    public static final class Builder {

        private final RecordType type;
        private final String field;
        private @Nullable String id;
        private @Nullable String value;
        private @Nullable String origin;

        private Builder(RecordType type, String field) {
            this.type = type;
            this.field = field;
        }

        /**
         * Says which record it is.
         *
         * @param id the record's id, or null when it has none
         * @return this builder
         */
        public Builder id(@Nullable String id) {
            this.id = id;
            return this;
        }

        /**
         * Says what the field holds.
         *
         * @param value the offending value, or null when it is missing
         * @return this builder
         */
        public Builder value(@Nullable Object value) {
            this.value = value == null ? null : value.toString();
            return this;
        }

        /**
         * Says where the record came from.
         *
         * @param origin such as a file and line, or null
         * @return this builder
         */
        public Builder origin(@Nullable String origin) {
            this.origin = origin;
            return this;
        }

        /**
         * Says where the record came from.
         *
         * @param origin the source and its line, or null
         * @return this builder
         */
        public Builder origin(@Nullable Origin origin) {
            this.origin = origin == null ? null : origin.toString();
            return this;
        }

        /**
         * Completes the problem.
         *
         * @param reason what is wrong with the value and what was expected, to be read after the value
         * @return the problem
         */
        public Problem reason(String reason) {
            return new Problem(type, id, field, value, reason, origin);
        }
    }
}
