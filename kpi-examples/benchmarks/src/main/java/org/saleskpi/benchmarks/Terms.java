package org.saleskpi.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.RecurringRevenueIndicators;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.SalesHistory;

/** What retention of customers and of their revenue costs for customers that have many terms: some without a gap between two, some with one. */
final class Terms {

    private static final double SECONDS = 3;
    private static final long DAY = 86_400;

    /** How many customers have how many terms each, and whether there is a gap between two: a day, or half a short term. */
    private record Shape(int customers, int terms, boolean hasGaps) {}

    private static final List<Shape> SHAPES = List.of(
            new Shape(20_000, 24, false),
            new Shape(20_000, 24, true),
            new Shape(20_000, 25, true),
            new Shape(200_000, 1, false),
            new Shape(200_000, 2, true),
            new Shape(200_000, 4, true),
            new Shape(1, 1_000_000, true));

    private Terms() {}

    static void run(Options options) throws Exception {
        row(SHAPES.get(0));
        List<List<String>> rows = new ArrayList<>();
        for (Shape shape : SHAPES) {
            rows.add(row(shape));
            System.out.println(rows.get(rows.size() - 1));
        }
        String text = String.format(Locale.ROOT, "%s. %s.%n%n", LocalDate.now(ZoneOffset.UTC), Machine.describe())
                + Page.table(
                        List.of(
                                "customers x terms",
                                "first report",
                                "index, bytes a contract",
                                "report, median",
                                "retention alone, median",
                                "revenue retention, bytes a contract more",
                                "net revenue retention alone, median"),
                        rows);
        System.out.println(text);
        if (options.out().isPresent()) {
            Page.write(options.out().get(), "terms", text);
        }
    }

    private static List<String> row(Shape shape) throws Exception {
        SalesHistory history = history(shape);
        RandomPeriods periods = new RandomPeriods(1_000);
        long withHistory = Heap.used();
        KpiCalculator calculator = KpiCalculator.of(history);
        long first = Timing.once(turn -> calculator.during(periods.period(0)).report());
        double bytes =
                (double) (Heap.used() - withHistory) / history.contracts().size();
        Timing report = Timing.of(
                SECONDS,
                turn -> calculator
                        .during(periods.period(turn % periods.count()))
                        .report());
        Timing retention = Timing.of(
                SECONDS,
                turn -> calculator
                        .during(periods.period(turn % periods.count()))
                        .get(SalesIndicators.RETENTION_RATE));
        long withReports = Heap.used();
        Timing revenue = Timing.of(
                SECONDS,
                turn -> calculator
                        .during(periods.period(turn % periods.count()))
                        .get(RecurringRevenueIndicators.NET_RETENTION));
        double revenueBytes =
                (double) (Heap.used() - withReports) / history.contracts().size();
        return List.of(
                String.format(
                        Locale.ROOT, "%,d x %,d%s", shape.customers(), shape.terms(), shape.hasGaps() ? ", gaps" : ""),
                Page.duration((double) first),
                Page.digits(bytes),
                Page.duration(report.median()),
                Page.duration(retention.median()),
                Page.digits(revenueBytes),
                Page.duration(revenue.median()));
    }

    /** Terms of equal length; each customer begins somewhere within the length of one, and has them for five years. */
    private static SalesHistory history(Shape shape) {
        SplittableRandom random = new SplittableRandom(shape.terms());
        long step = (Months.bound(Months.COUNT) - Months.bound(0)) / shape.terms();
        long length = shape.hasGaps() ? step - Math.min(DAY, step / 2) : step;
        List<Customer> customers = new ArrayList<>();
        List<Contract> contracts = new ArrayList<>();
        for (int i = 0; i < shape.customers(); i++) {
            long first = Months.bound(0) + random.nextLong(step);
            Customer customer =
                    Customer.builder("c" + i, Instant.ofEpochSecond(first)).build();
            customers.add(customer);
            for (int j = 0; j < shape.terms(); j++) {
                long start = first + j * step;
                // No two terms in a row are worth the same.
                Money amount = Money.of(CurrencyUnit.EUR, 10 + j % 2 + i % 3);
                contracts.add(Contract.builder(i + "." + j, Instant.ofEpochSecond(start), amount)
                        .billing(Contract.Billing.MONTHLY)
                        .customer(customer.id())
                        .endsAt(Instant.ofEpochSecond(start + length))
                        .build());
            }
        }
        return SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .customers(customers)
                .contracts(contracts)
                .build();
    }
}
