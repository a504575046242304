package org.saleskpi.value;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A balance of opinions such as the Net Promoter Score: promoters less detractors, of a hundred answers.
 *
 * <pre>{@code
 * Score nps = Score.of(70, 20, 10);
 * assert nps.value().equals(OptionalDouble.of(60));
 * }</pre>
 *
 * <p>Scores of disjoint sets of answers add up: their counts do. Immutable and thread-safe.
 *
 * @param promoters how many answers speak for it, zero or more
 * @param passives how many speak neither for nor against it, zero or more
 * @param detractors how many speak against it, zero or more
 * @since 0.1.0
 */
public record Score(long promoters, long passives, long detractors) implements KpiValue<Score> {

    /**
     * Creates a score.
     *
     * @param promoters how many answers speak for it, zero or more
     * @param passives how many speak neither for nor against it, zero or more
     * @param detractors how many speak against it, zero or more
     * @throws IllegalArgumentException if one of the counts is negative
     * @throws ArithmeticException if their sum is too large to represent
     */
    public Score {
        checkArgument(
                promoters >= 0 && passives >= 0 && detractors >= 0,
                "Score: counts must not be negative: promoters=%s, passives=%s, detractors=%s",
                promoters,
                passives,
                detractors);
        // Fails here, once, so that no later sum can wrap.
        Sums.plus("Score: answers", Sums.plus("Score: answers", promoters, passives), detractors);
    }

    /**
     * Returns a score.
     *
     * @param promoters how many answers speak for it
     * @param passives how many speak neither for nor against it
     * @param detractors how many speak against it
     * @return the score
     * @throws IllegalArgumentException if one of the counts is negative
     * @throws ArithmeticException if their sum is too large to represent
     */
    public static Score of(long promoters, long passives, long detractors) {
        return new Score(promoters, passives, detractors);
    }

    /**
     * Returns how many answers there are.
     *
     * @return {@code promoters + passives + detractors}
     */
    public long count() {
        return promoters + passives + detractors;
    }

    /**
     * Returns {@code 100 x (promoters - detractors) / count}, from -100 to 100.
     *
     * @return the nearest double; empty when there are no answers
     */
    public OptionalDouble value() {
        return Numbers.percentage(promoters - detractors, count());
    }

    @Override
    public Score plus(Score other) {
        requireNonNull(other, "other");
        return new Score(
                Sums.plus("Score: promoters", promoters, other.promoters),
                Sums.plus("Score: passives", passives, other.passives),
                Sums.plus("Score: detractors", detractors, other.detractors));
    }

    @Override
    public Score minus(Score part) {
        requireNonNull(part, "part");
        return new Score(promoters - part.promoters, passives - part.passives, detractors - part.detractors);
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return requireNonNull(visitor, "visitor").score(this);
    }

    /** Returns the score and what it is made of, such as {@code 60.0: 70 promoters, 20 passives, 10 detractors}. */
    @Override
    public String toString() {
        return Numbers.rounded(value(), 1) + ": " + promoters + " promoters, " + passives + " passives, " + detractors
                + " detractors";
    }
}
