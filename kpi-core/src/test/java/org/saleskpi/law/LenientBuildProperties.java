package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiCalculator;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.InvalidHistoryException;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Origin;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;

/** Bad records are set aside, each with a reason, whatever the order; the others are counted. */
@Domain(SalesDomain.class)
class LenientBuildProperties {

    /** No generated history has a rate for it. */
    private static final CurrencyUnit UNKNOWN_CURRENCY = CurrencyUnit.CHF;

    @Property
    void theResultDoesNotDependOnTheOrder(@ForAll Situation situation) {
        RawHistory spoiled = spoil(situation);
        SalesHistory usual = spoiled.builder().lenient().build();
        SalesHistory shuffled =
                spoiled.shuffled(situation.random()).builder().lenient().build();

        assertThat(shuffled.problems()).isEqualTo(usual.problems());
        assertThat(recordsOf(shuffled)).isEqualTo(recordsOf(usual));
        assertThat(KpiCalculator.of(shuffled).during(situation.period()).report())
                .isEqualTo(KpiCalculator.of(usual).during(situation.period()).report());
    }

    @Property
    void everyRecordIsKeptOrSetAside(@ForAll Situation situation) {
        RawHistory spoiled = spoil(situation);
        SalesHistory history = spoiled.builder().lenient().build();
        Set<@Nullable String> kept = originsOf(recordsOf(history));
        Set<@Nullable String> setAside = new HashSet<>();
        history.problems().forEach(problem -> setAside.add(problem.origin()));

        assertThat(recordsOf(history)).hasSize(kept.size());
        assertThat(kept).doesNotContainAnyElementsOf(setAside.isEmpty() ? Set.of("none") : setAside);
        kept.addAll(setAside);
        assertThat(kept).isEqualTo(originsOf(spoiled.records()));
    }

    @Property
    void whatIsSetAsideIsWhatTheRulesSay(@ForAll Situation situation) {
        RawHistory spoiled = spoil(situation);

        assertThat(originsOf(recordsOf(spoiled.builder().lenient().build())))
                .isEqualTo(originsOf(worthKeeping(spoiled)));
    }

    @Property
    void whatIsKeptNeedsNoLenience(@ForAll Situation situation) {
        SalesHistory lenient = spoil(situation).builder().lenient().build();
        SalesHistory strict = situation.raw().with(recordsOf(lenient)).build();

        assertThat(strict.problems()).isEmpty();
        assertThat(KpiCalculator.of(lenient).during(situation.period()).report())
                .isEqualTo(KpiCalculator.of(strict).during(situation.period()).report());
    }

    @Property
    void aStrictBuildFailsWithTheSameProblems(@ForAll Situation situation) {
        RawHistory spoiled = spoil(situation);
        List<Problem> problems = spoiled.builder().lenient().build().problems();
        if (problems.isEmpty()) {
            assertThat(spoiled.build().problems()).isEmpty();
        } else {
            InvalidHistoryException failure =
                    catchThrowableOfType(InvalidHistoryException.class, () -> spoiled.build());
            assertThat(failure.problems()).isEqualTo(problems);
            assertThat(failure).hasMessageContaining(problems.get(0).toString());
        }
    }

    /** The records with an origin each, some of them twice, altered or at odds with the others. */
    private static RawHistory spoil(Situation situation) {
        Random random = situation.random();
        List<SalesRecord> records = new ArrayList<>();
        for (SalesRecord record : situation.raw().records()) {
            records.add(copy(record, record.owner(), records.size()));
            if (random.nextInt(8) == 0) {
                records.add(copy(record, record.owner(), records.size()));
            }
            if (random.nextInt(12) == 0) {
                records.add(copy(record, "somebody else", records.size()));
            }
        }
        Instant at = situation.moment();
        Money amount = Money.ofMinor(UNKNOWN_CURRENCY, 5);
        List<String> customers =
                situation.raw().customers().stream().map(Customer::id).toList();
        String someone = customers.isEmpty() ? "nobody" : customers.get(0);
        List<SalesRecord> bad = List.of(
                Call.builder("bad-call", at).customer("nobody").build(),
                Survey.builder("bad-survey", at, Survey.Scale.NPS, 3)
                        .customer("nobody")
                        .build(),
                Proposal.builder("bad-proposal", at).amount(amount).build(),
                Contract.builder("bad-contract", at, amount).customer(someone).build(),
                Customer.builder("bad-customer", at)
                        .disqualifiedAt(at.minusNanos(1))
                        .build(),
                Meeting.builder("meeting-of-bad-customer", at, Meeting.Outcome.HELD)
                        .customer("bad-customer")
                        .build(),
                Contract.builder("contract-of-bad-customer", at.plusNanos(1), amount)
                        .customer("bad-customer")
                        .build());
        for (SalesRecord record : bad) {
            if (random.nextBoolean()) {
                records.add(copy(record, record.owner(), records.size()));
            }
        }
        return situation.raw().with(records);
    }

    private static SalesRecord copy(SalesRecord record, @Nullable String owner, int number) {
        Origin origin = Origin.of("row", number);
        if (record instanceof Customer c) {
            return new Customer(c.id(), c.since(), c.disqualifiedAt(), owner, c.attributes(), origin);
        }
        if (record instanceof Call c) {
            return new Call(c.id(), c.customerId(), c.at(), c.outcome(), c.purpose(), owner, c.attributes(), origin);
        }
        if (record instanceof Meeting m) {
            return new Meeting(
                    m.id(),
                    m.customerId(),
                    m.at(),
                    m.outcome(),
                    m.purpose(),
                    m.bookedAt(),
                    owner,
                    m.attributes(),
                    origin);
        }
        if (record instanceof Proposal p) {
            return new Proposal(
                    p.id(),
                    p.customerId(),
                    p.sentAt(),
                    p.status(),
                    p.decidedAt(),
                    p.amount(),
                    owner,
                    p.attributes(),
                    origin);
        }
        if (record instanceof Contract c) {
            return new Contract(
                    c.id(),
                    c.customerId(),
                    c.signedAt(),
                    c.startsAt(),
                    c.endsAt(),
                    c.amount(),
                    c.billing(),
                    c.proposalId(),
                    owner,
                    c.attributes(),
                    origin);
        }
        Survey s = (Survey) record;
        return new Survey(s.id(), s.customerId(), s.at(), s.scale(), s.score(), owner, s.attributes(), origin);
    }

    /** The rules one after the other, with plain loops. */
    private static List<SalesRecord> worthKeeping(RawHistory spoiled) {
        List<SalesRecord> unique = spoiled.records().stream()
                .filter(record -> isUniqueOrFirst(record, spoiled.records()))
                .toList();
        List<SalesRecord> linked = withoutStrayFacts(unique).stream()
                .filter(record -> !currenciesOf(record).contains(UNKNOWN_CURRENCY))
                .toList();
        List<SalesRecord> consistent = linked.stream()
                .filter(record -> !isDisqualifiedBeforeEntry(record, linked))
                .toList();
        return withoutStrayFacts(consistent);
    }

    private static boolean isUniqueOrFirst(SalesRecord record, List<SalesRecord> records) {
        for (SalesRecord other : records) {
            if (other.getClass() == record.getClass() && other.id().equals(record.id())) {
                boolean sameFields = copy(other, other.owner(), 0).equals(copy(record, record.owner(), 0));
                boolean isEarlier =
                        Objects.requireNonNull(other.origin()).compareTo(Objects.requireNonNull(record.origin())) < 0;
                if (!sameFields || isEarlier) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<SalesRecord> withoutStrayFacts(List<SalesRecord> records) {
        Set<String> customers = new HashSet<>();
        for (SalesRecord record : records) {
            if (record instanceof Customer) {
                customers.add(record.id());
            }
        }
        return records.stream()
                .filter(record -> {
                    String customer = RawHistory.customerIdOf(record);
                    return customer == null || customers.contains(customer);
                })
                .toList();
    }

    private static Set<CurrencyUnit> currenciesOf(SalesRecord record) {
        Money amount = record instanceof Contract contract
                ? contract.amount()
                : record instanceof Proposal proposal ? proposal.amount() : null;
        return amount == null ? Set.of() : Set.of(amount.getCurrencyUnit());
    }

    private static boolean isDisqualifiedBeforeEntry(SalesRecord record, List<SalesRecord> records) {
        if (record instanceof Customer customer && customer.disqualifiedAt() != null) {
            Instant entry = records.stream()
                    .filter(other -> customer.id().equals(RawHistory.customerIdOf(other)))
                    .map(SchoolbookOracle::momentOf)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            return customer.disqualifiedAt().isBefore(entry);
        }
        return false;
    }

    private static List<SalesRecord> recordsOf(SalesHistory history) {
        return Stream.<List<? extends SalesRecord>>of(
                        history.customers(),
                        history.calls(),
                        history.meetings(),
                        history.proposals(),
                        history.contracts(),
                        history.surveys())
                .<SalesRecord>flatMap(List::stream)
                .toList();
    }

    private static Set<@Nullable String> originsOf(List<SalesRecord> records) {
        Set<@Nullable String> origins = new HashSet<>();
        records.forEach(record -> origins.add(String.valueOf(record.origin())));
        return origins;
    }
}
