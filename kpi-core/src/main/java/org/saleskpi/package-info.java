/**
 * The front door: {@link org.saleskpi.KpiCalculator} answers any indicator over any period.
 *
 * <pre>{@code
 * SalesHistory history = SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR)
 *         .customers(customers)
 *         .calls(calls)
 *         .contracts(contracts)
 *         .build();
 * KpiReport march = KpiCalculator.of(history).during(DateRange.month(2026, 3)).report();
 * Rate conversion = march.get(SalesIndicators.CONVERSION_RATE);
 * }</pre>
 *
 * <p>Facts go in as records of {@link org.saleskpi.sales}; questions are in {@link org.saleskpi.indicator}, periods in
 * {@link org.saleskpi.time}; answers come out as {@link org.saleskpi.report reports} of {@link org.saleskpi.value values}.
 *
 * <p>Few types are enough for most programs: the six records and {@link org.saleskpi.sales.SalesHistory},
 * {@link org.saleskpi.time.DateRange}, {@link org.saleskpi.indicator.SalesIndicators},
 * {@link org.saleskpi.indicator.Dimension}, {@link org.saleskpi.KpiCalculator} with its {@link org.saleskpi.KpiQuery},
 * {@link org.saleskpi.report.KpiReport}, and the values that come back. Indicators of one's own need
 * {@link org.saleskpi.indicator.Indicator} and {@link org.saleskpi.indicator.Population} besides. What stands there for
 * engines, for those who compute answers rather than ask for them, begins its description with <em>For engines</em>.
 */
@NullMarked
package org.saleskpi;

import org.jspecify.annotations.NullMarked;
