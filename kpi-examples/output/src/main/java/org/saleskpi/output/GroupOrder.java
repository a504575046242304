package org.saleskpi.output;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.wording.Figure;
import org.saleskpi.report.GroupKey;

/**
 * In which order groups stand, and how many of them: by the answer of one indicator over all of the period that was asked
 * about. Groups without an answer stand last, equal ones in the order of their keys. The total is that of all groups all the
 * same. Immutable and thread-safe.
 *
 * @param indicator what they are sorted by, whether it is reported or not
 * @param isAscending whether the smallest answer stands first
 * @param most how many groups there are at most, 1 or more; null for all of them
 */
public record GroupOrder(
        Indicator<?> indicator,
        boolean isAscending,
        @Nullable Integer most) {

    /**
     * Creates an order.
     *
     * @param indicator what they are sorted by, whether it is reported or not
     * @param isAscending whether the smallest answer stands first
     * @param most how many groups there are at most, 1 or more; null for all of them
     * @throws IllegalArgumentException if no group is asked for
     */
    public GroupOrder {
        requireNonNull(indicator, "indicator");
        if (most != null && most < 1) {
            throw new IllegalArgumentException("GroupOrder: most " + most + " is not 1 or more");
        }
    }

    /** The first groups in this order. */
    List<Answers.Group> first(List<Answers.Group> groups, Question question) {
        Map<GroupKey, BigDecimal> numbers = new HashMap<>();
        for (Answers.Group group : Answers.of(question.about(List.of(indicator))
                        .during(question.dates())
                        .by(question.dimensions()))
                .groups()) {
            BigDecimal number =
                    Figure.of(group.reports().get(0).get(indicator)).value().number();
            if (number != null) {
                numbers.put(group.key(), number);
            }
        }
        Comparator<BigDecimal> values = isAscending ? Comparator.naturalOrder() : Comparator.reverseOrder();
        List<Answers.Group> sorted = new ArrayList<>(groups);
        sorted.sort(Comparator.comparing(group -> numbers.get(group.key()), Comparator.nullsLast(values)));
        return most == null ? sorted : List.copyOf(sorted.subList(0, Math.min(most, sorted.size())));
    }
}
