package org.saleskpi.quickstart;

import static org.saleskpi.indicator.SalesIndicators.CONVERSION_RATE;
import static org.saleskpi.indicator.SalesIndicators.REVENUE;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.saleskpi.KpiCalculator;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.DateRange;

/** Five lines from records to numbers. */
public final class Quickstart {

    private Quickstart() {}

    /**
     * Prints two indicators of March.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        List<Customer> customers = List.of(
                Customer.builder("c-1", Instant.parse("2026-03-02T09:00:00Z")).build(),
                Customer.builder("c-2", Instant.parse("2026-03-05T14:00:00Z")).build(),
                Customer.builder("c-3", Instant.parse("2026-03-09T10:00:00Z"))
                        .disqualifiedAt(Instant.parse("2026-03-20T10:00:00Z"))
                        .build());
        List<Call> calls = List.of(Call.builder("k-1", Instant.parse("2026-03-02T09:30:00Z"))
                .customer("c-1")
                .build());
        List<Contract> contracts =
                List.of(Contract.builder("s-1", Instant.parse("2026-03-27T16:00:00Z"), Money.parse("EUR 12000.00"))
                        .customer("c-1")
                        .build());

        SalesHistory history = SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR)
                .customers(customers)
                .calls(calls)
                .contracts(contracts)
                .build();
        KpiCalculator kpis = KpiCalculator.of(history); // keep it: it holds the index
        KpiReport march = kpis.during(DateRange.month(2026, 3)).report();
        System.out.println(march.get(CONVERSION_RATE));
        System.out.println(march.get(REVENUE));
    }
}
