package org.saleskpi.analysis;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.saleskpi.analysis.FindingThresholds.Limit;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;

/** What is suspicious in what records say, and in how many say the same. */
final class SuspiciousFacts {

    /** Of fewer amounts a median says nothing. */
    private static final int LEAST_AMOUNTS = 20;

    private final Suspicion suspicion;
    private final SalesHistory history;

    SuspiciousFacts(Suspicion suspicion) {
        this.suspicion = suspicion;
        this.history = suspicion.history();
    }

    Stream<Finding> findings() {
        return Stream.of(unassigned(), notRecorded(), sameInstant(), zeroAmounts(), outliers())
                .flatMap(found -> found);
    }

    private List<List<? extends SalesRecord>> factsByType() {
        return List.of(
                history.calls(), history.meetings(), history.proposals(), history.contracts(), history.surveys());
    }

    private Stream<Finding> unassigned() {
        ManyOfAType many = new ManyOfAType(Limit.UNASSIGNED_OWNER_SHARE);
        many.look(history.customers(), customer -> customer.owner() == null);
        factsByType().forEach(facts -> many.look(facts, fact -> Dimension.OWNER.keyOf((Fact) fact, history) == null));
        return many.found(FindingKind.UNASSIGNED_OWNER);
    }

    private Stream<Finding> notRecorded() {
        ManyOfAType many = new ManyOfAType(Limit.OUTCOME_NOT_RECORDED_SHARE);
        many.look(history.calls(), Call::isUnrecorded);
        many.look(history.meetings().stream().filter(Meeting::isHeld).toList(), Meeting::isUnrecorded);
        return many.found(FindingKind.OUTCOME_NOT_RECORDED);
    }

    /** Suspicious records of the types of which more than a share is. */
    private final class ManyOfAType {

        private final Limit share;
        private final List<SalesRecord> found = new ArrayList<>();
        private long of;

        ManyOfAType(Limit share) {
            this.share = share;
        }

        <R extends SalesRecord> void look(List<R> records, Predicate<? super R> condition) {
            List<R> suspicious = records.stream().filter(condition).toList();
            if (suspicion.exceedsShare(suspicious.size(), records.size(), share)) {
                found.addAll(suspicious);
                of += records.size();
            }
        }

        Stream<Finding> found(FindingKind kind) {
            return Suspicion.found(kind, of, found);
        }
    }

    private Stream<Finding> sameInstant() {
        List<SalesRecord> found = new ArrayList<>();
        long of = 0;
        for (List<? extends SalesRecord> facts : factsByType()) {
            Map<Long, Integer> counts = new HashMap<>();
            facts.forEach(fact -> counts.merge(fact.moment().getEpochSecond(), 1, Integer::sum));
            Set<Long> stamps = new HashSet<>();
            counts.forEach((second, count) -> {
                if (suspicion.exceeds(count, Limit.SAME_INSTANT_FACTS)) {
                    stamps.add(second);
                }
            });
            List<? extends SalesRecord> stamped = facts.stream()
                    .filter(fact -> stamps.contains(fact.moment().getEpochSecond()) && !isStartOfDay(fact))
                    .toList();
            found.addAll(stamped);
            of += stamped.isEmpty() ? 0 : facts.size();
        }
        return Suspicion.found(FindingKind.SAME_INSTANT, of, found);
    }

    private boolean isStartOfDay(SalesRecord fact) {
        return suspicion.startOf(suspicion.date(fact.moment())).getEpochSecond()
                == fact.moment().getEpochSecond();
    }

    private List<Proposal> proposalsWithAmount() {
        return history.proposals().stream()
                .filter(proposal -> proposal.amount() != null)
                .toList();
    }

    private static Money amountOf(Proposal proposal) {
        return requireNonNull(proposal.amount(), "amount");
    }

    private Stream<Finding> zeroAmounts() {
        List<Proposal> proposals = proposalsWithAmount();
        List<SalesRecord> found = new ArrayList<>();
        proposals.stream().filter(proposal -> amountOf(proposal).isZero()).forEach(found::add);
        history.contracts().stream()
                .filter(contract -> contract.amount().isZero())
                .forEach(found::add);
        return Suspicion.found(
                FindingKind.ZERO_AMOUNT,
                proposals.size() + (long) history.contracts().size(),
                found);
    }

    private Stream<Finding> outliers() {
        List<Proposal> proposals = proposalsWithAmount();
        List<SalesRecord> found = new ArrayList<>();
        found.addAll(outliers(proposals, proposal -> history.convert(amountOf(proposal), proposal)));
        found.addAll(outliers(history.contracts(), history::valueOf));
        return Suspicion.found(
                FindingKind.OUTLIER_AMOUNT,
                proposals.size() + (long) history.contracts().size(),
                found);
    }

    /** The records whose amounts in the reporting currency are many times their median. */
    private <R extends SalesRecord> List<R> outliers(List<R> records, Function<R, Money> amount) {
        if (records.size() < LEAST_AMOUNTS) {
            return List.of();
        }
        List<BigDecimal> amounts =
                records.stream().map(record -> amount.apply(record).getAmount()).toList();
        List<BigDecimal> sorted = amounts.stream().sorted().toList();
        BigDecimal twiceTheMedian = sorted.get((sorted.size() - 1) / 2).add(sorted.get(sorted.size() / 2));
        BigDecimal most = twiceTheMedian.multiply(BigDecimal.valueOf(suspicion.limit(Limit.OUTLIER_AMOUNT_TIMES)));
        List<R> outliers = new ArrayList<>();
        for (int i = 0; twiceTheMedian.signum() > 0 && i < records.size(); i++) {
            if (amounts.get(i).add(amounts.get(i)).compareTo(most) > 0) {
                outliers.add(records.get(i));
            }
        }
        return outliers;
    }
}
