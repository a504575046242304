package org.saleskpi.time;

import java.util.Arrays;

/**
 * How many weeks the three periods of a retail quarter have.
 *
 * @see RetailYearEnd
 * @see SalesCalendar#retail
 * @since 0.1.0
 */
public enum RetailPattern {
    /** Four weeks, four weeks, five weeks. */
    FOUR_FOUR_FIVE(4, 4),
    /** Four weeks, five weeks, four weeks: that of the National Retail Federation of the USA. */
    FOUR_FIVE_FOUR(4, 5),
    /** Five weeks, four weeks, four weeks. */
    FIVE_FOUR_FOUR(5, 4);

    static final int WEEKS_OF_A_QUARTER = 13;

    private final int first;
    private final int second;

    RetailPattern(int first, int second) {
        this.first = first;
        this.second = second;
    }

    /** The pattern that is written so. */
    static RetailPattern of(String weeks) {
        return Arrays.stream(values())
                .filter(pattern -> pattern.toString().equals(weeks))
                .findFirst()
                .orElseThrow();
    }

    /** How many weeks of a quarter lie before one of its periods, which are numbered from 0. */
    int weeksBefore(int period) {
        return switch (period) {
            case 0 -> 0;
            case 1 -> first;
            case 2 -> first + second;
            default -> throw new IllegalArgumentException("A quarter has no period " + period);
        };
    }

    /** The period, from 0, that holds a week of a quarter, which are numbered from 0. */
    int periodOf(int week) {
        return week < first ? 0 : week < first + second ? 1 : 2;
    }

    /** Returns the weeks of the three periods, such as {@code 454}. */
    @Override
    public String toString() {
        return "" + first + second + (WEEKS_OF_A_QUARTER - first - second);
    }
}
