package org.saleskpi.spark;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesHistoryBuilder;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;

/**
 * Two years of a made-up sales force of fifty: about 14.3 records a customer, of which the first has a tenth of all facts, and
 * three calls in a hundred are nobody's. Customer by customer the same on every machine.
 *
 * @param customers how many customers
 */
record GeneratedSales(int customers) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final double RECORDS_PER_CUSTOMER = 14.3;
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final int SECONDS = 2 * 365 * 86_400;
    private static final List<String> REGIONS = List.of("North", "South", "East", "Zürich");

    /** About so many records. */
    static GeneratedSales ofRecords(int records) {
        return new GeneratedSales((int) Math.round(0.9 * records / RECORDS_PER_CUSTOMER));
    }

    /** The records of one kind of a customer, from 0 on, some of nobody's. */
    private List<SalesRecord> recordsOf(int number, RecordType type) {
        return new OneCustomer(number, number == 0 ? customers : 1, type).records(type);
    }

    /** Makes the records of one customer, which may have the facts of many. */
    private static final class OneCustomer {

        private final int number;
        private final int times;
        private final SplittableRandom random;
        private final String id;
        private final List<SalesRecord> records = new ArrayList<>();

        OneCustomer(int number, int times, RecordType type) {
            this.number = number;
            this.times = times;
            this.random = new SplittableRandom(20_261_126L * type.plural().hashCode() + number);
            this.id = "c-" + number;
        }

        List<SalesRecord> records(RecordType type) {
            switch (type) {
                case CUSTOMER -> records.add(customer());
                case CALL -> repeat(10, fact -> records.add(call(fact)));
                case MEETING -> repeat(1.5, fact -> records.add(meeting(fact)));
                case PROPOSAL -> repeat(0.8, fact -> records.add(proposal(fact)));
                case CONTRACT -> repeat(0.45, fact -> records.add(contract(fact)));
                case SURVEY -> repeat(0.55, fact -> records.add(survey(fact)));
                case EXCHANGE_RATE -> throw new IllegalArgumentException("no record");
            }
            return records;
        }

        private Customer customer() {
            Instant since = moment();
            return Customer.builder(id, since)
                    .owner(rep())
                    .attribute("region", REGIONS.get(random.nextInt(REGIONS.size())))
                    .disqualifiedAt(random.nextInt(10) == 0 ? since.plusSeconds(3L * SECONDS) : null)
                    .build();
        }

        /** Of the customer with a tenth of all, its facts are those of a tenth of all customers. */
        private void repeat(double mean, Consumer<String> fact) {
            double all = times == 1 ? mean : mean * times / 9;
            int count = (int) all + (random.nextDouble() < all - (int) all ? 1 : 0);
            for (int i = 0; i < count; i++) {
                fact.accept(number + "-" + i);
            }
        }

        private Instant moment() {
            return START.plusSeconds(random.nextInt(SECONDS));
        }

        private String rep() {
            return String.format(Locale.ROOT, "rep-%02d", random.nextInt(50));
        }

        private @Nullable String ownRep() {
            return random.nextInt(4) == 0 ? null : rep();
        }

        private static <E> E any(E[] values, SplittableRandom random) {
            return values[random.nextInt(values.length)];
        }

        private Call call(String fact) {
            return Call.builder("k-" + fact, moment())
                    .customer(random.nextInt(33) == 0 ? null : id)
                    .outcome(any(Call.Outcome.values(), random))
                    .owner(ownRep())
                    .build();
        }

        private Meeting meeting(String fact) {
            Instant at = moment();
            return Meeting.builder("m-" + fact, at, any(Meeting.Outcome.values(), random))
                    .customer(id)
                    .bookedAt(at.minusSeconds(random.nextInt(20 * 86_400)))
                    .owner(ownRep())
                    .build();
        }

        private Proposal proposal(String fact) {
            Instant sentAt = moment();
            Proposal.Status status = any(Proposal.Status.values(), random);
            return Proposal.builder("p-" + fact, sentAt)
                    .customer(id)
                    .decided(
                            status,
                            status == Proposal.Status.PENDING ? null : sentAt.plusSeconds(random.nextInt(60 * 86_400)))
                    .amount(amount())
                    .owner(ownRep())
                    .build();
        }

        private Contract contract(String fact) {
            Instant signedAt = moment();
            return Contract.builder("s-" + fact, signedAt, amount())
                    .customer(id)
                    .startsAt(signedAt)
                    .endsAt(random.nextInt(5) == 0 ? null : signedAt.plusSeconds(86_400L * (30 + random.nextInt(360))))
                    .owner(ownRep())
                    .build();
        }

        private Survey survey(String fact) {
            return Survey.builder("v-" + fact, moment(), Survey.Scale.NPS, random.nextInt(11))
                    .customer(id)
                    .build();
        }

        private Money amount() {
            return Money.ofMinor(CurrencyUnit.EUR, random.nextInt(5_000_000));
        }
    }

    /** All of it on one machine. */
    SalesHistory history(ZoneId zone) {
        SalesHistoryBuilder history = SalesHistory.builder(zone, CurrencyUnit.EUR);
        for (RecordType type : TypedTables.KINDS) {
            for (int i = 0; i < customers; i++) {
                history.addAll(recordsOf(i, type));
            }
        }
        return history.build();
    }

    /** All of it as tables, made up where the rows are read. */
    Map<String, Dataset<Row>> tables(SparkSession spark) {
        Map<String, Dataset<Row>> tables = new HashMap<>();
        for (RecordType type : TypedTables.KINDS) {
            tables.put(
                    type.plural(),
                    spark.range(0, customers, 1, 4)
                            .mapPartitions(
                                    (MapPartitionsFunction<Long, Row>) numbers -> rows(numbers, type),
                                    Encoders.row(TypedTables.schema(type, attributes(type)))));
        }
        return tables;
    }

    private static List<String> attributes(RecordType type) {
        return type == RecordType.CUSTOMER ? List.of("region") : List.of();
    }

    private Iterator<Row> rows(Iterator<Long> numbers, RecordType type) {
        Function<SalesRecord, Row> row = TypedTables.rows(type, attributes(type));
        Iterable<Long> all = () -> numbers;
        return StreamSupport.stream(all.spliterator(), false)
                .flatMap(number -> recordsOf(Math.toIntExact(number), type).stream())
                .map(row)
                .iterator();
    }
}
