package org.saleskpi.output.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.output.wording.Wording;

/** What indicators are about: those that are shown together. An indicator that no other theme names is in the last. */
enum Theme {
    RESULTS(
            SalesIndicators.REVENUE,
            SalesIndicators.CONTRACTS,
            SalesIndicators.AVERAGE_BASKET,
            SalesIndicators.CUSTOMERS_WON),
    ACTIVITY(
            SalesIndicators.CALLS,
            SalesIndicators.MEETINGS,
            SalesIndicators.PROPOSALS,
            SalesIndicators.PROPOSALS_PER_MEETING),
    SUCCESS(
            SalesIndicators.CONVERSION_RATE,
            SalesIndicators.CALL_SUCCESS_RATE,
            SalesIndicators.MEETING_SUCCESS_RATE,
            SalesIndicators.PROPOSAL_ACCEPTANCE_RATE,
            SalesIndicators.WIN_RATE),
    CUSTOMERS(
            SalesIndicators.SATISFACTION_RATE,
            SalesIndicators.RETENTION_RATE,
            SalesIndicators.CHURN_RATE,
            SalesIndicators.SALES_CYCLE,
            SalesIndicators.DEAL_CYCLE),
    FURTHER;

    @SuppressWarnings("ImmutableEnumChecker") // A list of a stream is.
    private final List<String> keys;

    Theme(Indicator<?>... indicators) {
        this.keys = Stream.of(indicators).map(Indicator::key).toList();
    }

    String title(Wording wording) {
        return wording.say("theme." + name().toLowerCase(Locale.ROOT));
    }

    /** Those that are about this, in the order of the names above; those of the last theme stay in theirs. */
    List<Indicator<?>> among(List<Indicator<?>> indicators) {
        return indicators.stream()
                .filter(indicator -> of(indicator) == this)
                .sorted(Comparator.comparingInt(indicator -> keys.indexOf(indicator.key())))
                .toList();
    }

    /** Another indicator of the same key is about the same: one that was renamed. */
    private static Theme of(Indicator<?> indicator) {
        return Stream.of(values())
                .filter(theme -> theme.keys.contains(indicator.key()))
                .findFirst()
                .orElse(FURTHER);
    }
}
