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
 */
@NullMarked
package org.saleskpi;

import org.jspecify.annotations.NullMarked;
