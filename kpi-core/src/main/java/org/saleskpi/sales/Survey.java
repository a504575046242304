package org.saleskpi.sales;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer to a satisfaction survey.
 *
 * <pre>{@code
 * Survey survey = Survey.builder("v-1", Instant.parse("2026-05-04T10:00:00Z"), Survey.Scale.CSAT_5, 4)
 *         .customer("c-1")
 *         .build();
 * assert survey.isSatisfied();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the id, which no other answer has
 * @param customerId the customer that answered; null when nobody linked the answer to one
 * @param at when it was given
 * @param scale the scale of the score
 * @param score the score, on the scale
 * @param owner the sales rep; null for none of its own
 * @param attributes free attributes by name
 * @param origin where the record came from; null when it does not say
 * @since 0.1.0
 */
public record Survey(
        String id,
        @Nullable String customerId,
        Instant at,
        Scale scale,
        int score,
        @Nullable String owner,
        Map<String, String> attributes,
        @Nullable Origin origin)
        implements SalesRecord, Fact {

    /**
     * The scale of a score, and from where on it means that the customer is satisfied.
     *
     * @since 0.1.0
     */
    public enum Scale {
        /** From 1 to 5; 4 and 5 are satisfied. */
        CSAT_5(1, 5, 4),
        /** From 1 to 7; 6 and 7 are satisfied. */
        CSAT_7(1, 7, 6),
        /** From 1 to 10; 8 to 10 are satisfied. */
        CSAT_10(1, 10, 8),
        /** The recommendation scale, from 0 to 10; 9 and 10 are satisfied. */
        NPS(0, 10, 9);

        private final int lowest;
        private final int highest;
        private final int satisfiedFrom;

        Scale(int lowest, int highest, int satisfiedFrom) {
            this.lowest = lowest;
            this.highest = highest;
            this.satisfiedFrom = satisfiedFrom;
        }

        /**
         * Returns the lowest score.
         *
         * @return 0 or 1
         */
        public int lowest() {
            return lowest;
        }

        /**
         * Returns the highest score.
         *
         * @return 5, 7 or 10
         */
        public int highest() {
            return highest;
        }

        /**
         * Returns the lowest score that means satisfied.
         *
         * @return 4, 6, 8 or 9
         */
        public int satisfiedFrom() {
            return satisfiedFrom;
        }
    }

    /**
     * Creates an answer; {@link #builder} names what it is given.
     *
     * @param id the id, which no other answer has
     * @param customerId the customer that answered; null when nobody linked the answer to one
     * @param at when it was given
     * @param scale the scale of the score
     * @param score the score, on the scale
     * @param owner the sales rep; null for none of its own
     * @param attributes free attributes by name
     * @param origin where the record came from; null when it does not say
     * @throws InvalidRecordException if the id is missing or blank, a text is blank, {@code at} or {@code scale} is
     * missing, or the score is off the scale
     */
    public Survey {
        Rules rules = Rules.of(RecordType.SURVEY, id, owner, origin);
        rules.notBlank("customerId", customerId);
        rules.moment("at", at);
        rules.present("scale", scale);
        if (score < scale.lowest || score > scale.highest) {
            throw rules.broken(
                    "score",
                    score,
                    "is off the scale " + scale + ", expected " + scale.lowest + " to " + scale.highest);
        }
        attributes = rules.attributes(attributes);
    }

    /**
     * Begins an answer.
     *
     * @param id the id
     * @param at when it was given
     * @param scale the scale of the score
     * @param score the score, on the scale
     * @return a builder
     */
    public static Builder builder(String id, Instant at, Scale scale, int score) {
        return new Builder(id, at, scale, score);
    }

    /**
     * Tells whether the customer is satisfied.
     *
     * @return true if the score is at least what the scale {@link Scale#satisfiedFrom asks for}
     */
    public boolean isSatisfied() {
        return score >= scale.satisfiedFrom;
    }

    @Override
    public RecordType type() {
        return RecordType.SURVEY;
    }

    @Override
    public Instant moment() {
        return at;
    }

    /** This record, wherever it came from. */
    Survey withoutOrigin() {
        return new Survey(id, customerId, at, scale, score, owner, attributes, null);
    }

    /**
     * Collects what a {@link Survey} consists of. Not thread-safe.
     *
     * @since 0.1.0
     */
    public static final class Builder extends FactBuilder<Builder> {

        private final Instant at;
        private final Scale scale;
        private final int score;

        private Builder(String id, Instant at, Scale scale, int score) {
            super(id);
            this.at = at;
            this.scale = scale;
            this.score = score;
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Completes the answer.
         *
         * @return the answer
         * @throws InvalidRecordException if it breaks a rule
         */
        @Override
        public Survey build() {
            return new Survey(id, customerId, at, scale, score, owner, attributes, origin);
        }
    }
}
