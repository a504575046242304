package org.saleskpi.indicator;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * The whole catalogue in one list: {@link SalesIndicators}, the eighteen that a report answers by default, and behind them the
 * wider catalogue, which is there for the asking.
 *
 * <pre>{@code
 * KpiQuery quarter = KpiCalculator.of(history).during(DateRange.quarter(2026, 1));
 * Amount pipeline = quarter.get(PipelineIndicators.PIPELINE);
 * KpiReport everything =
 *         quarter.only(IndicatorCatalogue.all().toArray(Indicator<?>[]::new)).report();
 * }</pre>
 *
 * <p>The wider catalogue goes by the same rules and words. It stands on four pages: {@link ActivityIndicators},
 * {@link PipelineIndicators}, {@link CustomerIndicators} and {@link RecurringRevenueIndicators}.
 *
 * @since 0.1.0
 */
public final class IndicatorCatalogue {

    private static final ImmutableList<Indicator<?>> ALL = ImmutableList.<Indicator<?>>builder()
            .addAll(SalesIndicators.all())
            .add(
                    ActivityIndicators.MEETINGS_BOOKED,
                    ActivityIndicators.MEETINGS_HELD,
                    ActivityIndicators.NO_SHOW_RATE,
                    ActivityIndicators.CONTACT_RATE,
                    ActivityIndicators.ANSWERED_CALL_SUCCESS_RATE,
                    ActivityIndicators.CALLS_PER_MEETING,
                    ActivityIndicators.CALLS_PER_CONTRACT,
                    ActivityIndicators.MEETINGS_PER_CONTRACT,
                    CustomerIndicators.CUSTOMERS_OPENING,
                    CustomerIndicators.CUSTOMERS_GAINED,
                    CustomerIndicators.CUSTOMERS_LOST,
                    CustomerIndicators.CUSTOMERS_CLOSING,
                    PipelineIndicators.WIN_RATE_BY_AMOUNT,
                    PipelineIndicators.PIPELINE,
                    CustomerIndicators.NEW_BUSINESS,
                    CustomerIndicators.REPEAT_BUSINESS,
                    CustomerIndicators.REPEAT_SHARE,
                    CustomerIndicators.REVENUE_PER_CUSTOMER,
                    PipelineIndicators.SALES_VELOCITY,
                    CustomerIndicators.NPS,
                    ActivityIndicators.FIRST_RESPONSE,
                    RecurringRevenueIndicators.MRR,
                    RecurringRevenueIndicators.GROSS_RETENTION,
                    RecurringRevenueIndicators.NET_RETENTION)
            .build();

    private IndicatorCatalogue() {}

    /**
     * Returns the whole catalogue.
     *
     * @return the forty-two indicators in catalogue order, unmodifiable
     */
    public static List<Indicator<?>> all() {
        return ALL;
    }

    /**
     * Finds one of the catalogue by its key.
     *
     * @param key what its answer is filed under, such as {@code net-retention}
     * @return the indicator; empty if none has that key
     */
    public static Optional<Indicator<?>> find(String key) {
        requireNonNull(key, "key");
        return ALL.stream().filter(indicator -> indicator.key().equals(key)).findFirst();
    }
}
