package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.saleskpi.KpiCalculator;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.HistoryChanges;
import org.saleskpi.sales.InvalidHistoryException;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.RecordBuilder;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;

/** A history that changes step by step, and the records that a new build of it would be given. */
final class ChangingHistory {

    private final Situation situation;
    private final boolean lenient;
    private final Random random;
    private final Map<String, SalesRecord> pool = new LinkedHashMap<>();
    private final Map<String, SalesRecord> given = new LinkedHashMap<>();
    private final Map<String, RecordBuilder<?>> broken = new LinkedHashMap<>();
    private KpiCalculator kpis;

    ChangingHistory(Situation situation, boolean lenient) {
        this.situation = situation;
        this.lenient = lenient;
        this.random = situation.random();
        situation.raw().records().forEach(record -> pool.put(key(record), record));
        pool.forEach((key, record) -> {
            if (random.nextInt(3) > 0) {
                given.put(key, random.nextInt(4) == 0 ? another(record) : record);
            }
        });
        if (!lenient) {
            given.clear();
            given.putAll(pool);
        }
        kpis = fresh();
        if (random.nextBoolean()) {
            kpis.prepare(situation.grouping().dimension());
        }
    }

    private static String key(SalesRecord record) {
        return record.type() + " " + record.id();
    }

    KpiCalculator kpis() {
        return kpis;
    }

    /** What decides by chance, here and in the properties. */
    Random random() {
        return random;
    }

    /** A new build of the records. */
    SalesHistory built() {
        return built(given, broken);
    }

    /** A calculator of a new build of the records. */
    KpiCalculator fresh() {
        return KpiCalculator.of(built(), UserIndicators.ALL);
    }

    private SalesHistory built(Map<String, SalesRecord> records, Map<String, RecordBuilder<?>> unbuilt) {
        var builder = situation.raw().with(List.copyOf(records.values())).builder();
        unbuilt.values().forEach(builder::add);
        return (lenient ? builder.lenient() : builder).build();
    }

    void steps(int count) {
        for (int i = 0; i < count && !pool.isEmpty(); i++) {
            step(changes -> kpis = kpis.with(changes), () -> kpis);
        }
    }

    /** Puts and removes a few records; a strict history refuses what a new build refuses, and stays as it was. */
    void step(Consumer<HistoryChanges> target, Supplier<KpiCalculator> state) {
        Map<String, SalesRecord> next = new LinkedHashMap<>(given);
        Map<String, RecordBuilder<?>> nextBroken = new LinkedHashMap<>(broken);
        HistoryChanges.Builder changes = HistoryChanges.builder();
        List<SalesRecord> records = new ArrayList<>(pool.values());
        for (int i = random.nextInt(3); i >= 0; i--) {
            SalesRecord record = records.get(random.nextInt(records.size()));
            nextBroken.remove(key(record));
            switch (random.nextInt(5)) {
                case 0 -> {
                    changes.remove(record.type(), record.id());
                    next.remove(key(record));
                }
                case 4 -> {
                    RecordBuilder<?> unbuilt = unbuilt(record);
                    changes.put(unbuilt);
                    next.remove(key(record));
                    nextBroken.put(key(record), unbuilt);
                }
                case 1 -> {
                    changes.put(record);
                    next.put(key(record), record);
                }
                default -> {
                    SalesRecord other = another(record);
                    changes.put(other);
                    next.put(key(other), other);
                }
            }
        }
        KpiCalculator before = state.get();
        Throwable refused = catchThrowable(() -> target.accept(changes.build()));
        if (refused == null) {
            given.clear();
            given.putAll(next);
            broken.clear();
            broken.putAll(nextBroken);
        } else {
            assertThat(state.get()).isSameAs(before);
            Throwable expected = catchThrowable(() -> built(next, nextBroken));
            assertThat(expected).isInstanceOf(InvalidHistoryException.class);
            assertThat(((InvalidHistoryException) refused).problems())
                    .isEqualTo(((InvalidHistoryException) expected).problems());
        }
    }

    /** A state of a record that breaks a rule. */
    private static RecordBuilder<?> unbuilt(SalesRecord record) {
        return switch (record.type()) {
            case CUSTOMER -> Customer.builder(record.id(), record.moment()).owner(" ");
            case CALL -> Call.builder(record.id(), record.moment()).owner(" ");
            case MEETING ->
                Meeting.builder(record.id(), record.moment(), Meeting.Outcome.HELD)
                        .owner(" ");
            case PROPOSAL -> Proposal.builder(record.id(), record.moment()).owner(" ");
            case CONTRACT -> Contract.builder(record.id(), record.moment(), Money.zero(CurrencyUnit.EUR));
            case SURVEY -> Survey.builder(record.id(), record.moment(), Survey.Scale.NPS, 11);
            case EXCHANGE_RATE -> throw new AssertionError("no record");
        };
    }

    /** Another state of a record. */
    private SalesRecord another(SalesRecord record) {
        Instant at = random.nextBoolean() ? situation.moment() : situation.otherMoment();
        String owner = random.nextBoolean() ? "alice" : null;
        List<Customer> customers = situation.raw().customers();
        String customerId = customers.isEmpty() || random.nextInt(4) == 0
                ? null
                : customers.get(random.nextInt(customers.size())).id();
        Money amount = Money.ofMinor(
                random.nextInt(4) == 0
                        ? CurrencyUnit.CHF
                        : random.nextInt(4) == 0
                                ? CurrencyUnit.USD
                                : situation.raw().currency(),
                random.nextInt(500));
        String product = random.nextInt(4) == 0 ? "only-here" : null;
        return switch (record.type()) {
            case CUSTOMER ->
                Customer.builder(record.id(), at)
                        .owner(owner)
                        .attribute("region", random.nextBoolean() ? "Bob" : null)
                        .disqualifiedAt(random.nextInt(3) == 0 ? situation.moment() : null)
                        .build();
            case CALL ->
                Call.builder(record.id(), at)
                        .customer(customerId)
                        .owner(owner)
                        .attribute("region", random.nextBoolean() ? "north" : null)
                        .build();
            case MEETING ->
                Meeting.builder(record.id(), at, random.nextBoolean() ? Meeting.Outcome.HELD : Meeting.Outcome.PLANNED)
                        .customer(customerId)
                        .owner(owner)
                        .attribute("product", product)
                        .bookedAt(random.nextBoolean() ? situation.moment().minusNanos(random.nextInt(2)) : null)
                        .build();
            case PROPOSAL ->
                Proposal.builder(record.id(), at)
                        .customer(customerId)
                        .owner(owner)
                        .attribute("product", product)
                        .amount(amount)
                        .decided(
                                random.nextBoolean() ? Proposal.Status.ACCEPTED : Proposal.Status.REFUSED,
                                at.plusNanos(random.nextInt(2)))
                        .build();
            case CONTRACT ->
                Contract.builder(record.id(), at, amount)
                        .customer(customerId == null ? "unknown" : customerId)
                        .owner(owner)
                        .endsAt(random.nextBoolean() ? null : at.plusSeconds(random.nextInt(90_000_000)))
                        .build();
            case SURVEY ->
                Survey.builder(record.id(), at, Survey.Scale.NPS, random.nextInt(11))
                        .customer(customerId)
                        .owner(owner)
                        .build();
            case EXCHANGE_RATE -> throw new AssertionError("no record");
        };
    }
}
