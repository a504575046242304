package org.saleskpi.benchmarks;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.Survey;

/** Java streams, as most programs have it: filter, group, count; on objects, with {@link Instant}s. */
final class StreamsPeer implements Peer {

    private @Nullable SyntheticSales loadedSales;
    private @Nullable CustomerTraces loadedTraces;
    private List<Journey> journeys = List.of();

    /** A customer's way, as an object. */
    private record Journey(
            int rep,
            Instant entry,
            @Nullable Instant wonAt,
            int wonRep,
            int cycleDays,
            boolean lost,
            List<Term> cover) {

        boolean isInForceOnEveOf(Instant moment) {
            return cover.stream()
                    .anyMatch(
                            term -> term.start().isBefore(moment) && !term.end().isBefore(moment));
        }
    }

    private record Term(Instant start, Instant end) {}

    private record Key(int rep, int month) {}

    @Override
    public String name() {
        return "Java streams";
    }

    @Override
    public void load(SyntheticSales sales) {
        CustomerTraces traces = new CustomerTraces(sales);
        loadedSales = sales;
        loadedTraces = traces;
        journeys = IntStream.range(0, traces.entry.length)
                .mapToObj(i -> new Journey(
                        traces.rep[i],
                        Instant.ofEpochSecond(traces.entry[i]),
                        traces.wonAt[i] == CustomerTraces.NEVER ? null : Instant.ofEpochSecond(traces.wonAt[i]),
                        traces.wonRep[i],
                        traces.cycleDays[i],
                        traces.lost[i],
                        IntStream.range(traces.offsets[i], traces.offsets[i + 1])
                                .mapToObj(k -> new Term(
                                        Instant.ofEpochSecond(traces.starts[k]),
                                        traces.ends[k] == CustomerTraces.NEVER
                                                ? Instant.MAX
                                                : Instant.ofEpochSecond(traces.ends[k])))
                                .toList()))
                .toList();
    }

    private SyntheticSales sales() {
        return requireNonNull(loadedSales, "not loaded");
    }

    private CustomerTraces traces() {
        return requireNonNull(loadedTraces, "not loaded");
    }

    @Override
    public Answer period(long start, long end) {
        Instant from = Instant.ofEpochSecond(start);
        Instant to = Instant.ofEpochSecond(end);
        Predicate<Instant> isIn = moment -> !moment.isBefore(from) && moment.isBefore(to);
        long[] cell = new long[Measures.COUNT];
        flows().forEach(flow -> addInto(cell, flow.count(isIn)));
        cell[Measures.OPENING] =
                journeys.stream().filter(j -> j.isInForceOnEveOf(from)).count();
        cell[Measures.RETAINED] = journeys.stream()
                .filter(j -> j.isInForceOnEveOf(from))
                .filter(j -> j.isInForceOnEveOf(to))
                .count();
        return (rep, month) -> cell;
    }

    @Override
    public Answer months() {
        return table(false);
    }

    @Override
    public Answer monthsByRep() {
        return table(true);
    }

    private Answer table(boolean byRep) {
        Map<Key, long[]> cells = new HashMap<>();
        flows().forEach(flow -> flow.countByKey(byRep).forEach((key, counted) -> addInto(cellOf(cells, key), counted)));
        for (int month = 0; month < Months.COUNT; month++) {
            Instant from = Instant.ofEpochSecond(Months.bound(month));
            Instant to = Instant.ofEpochSecond(Months.bound(month + 1));
            int thisMonth = month;
            journeys.stream()
                    .filter(j -> j.isInForceOnEveOf(from))
                    .collect(groupingBy(j -> new Key(byRep ? j.rep() : 0, thisMonth), counting((cell, j) -> {
                        cell[Measures.OPENING]++;
                        cell[Measures.RETAINED] += j.isInForceOnEveOf(to) ? 1 : 0;
                    })))
                    .forEach((key, counted) -> addInto(cellOf(cells, key), counted));
        }
        return (rep, month) -> {
            long[] cell = cells.get(new Key(rep, month));
            return cell == null ? new long[Measures.COUNT] : cell;
        };
    }

    private static int monthOf(@Nullable Instant moment) {
        return moment == null ? -1 : Months.of(moment.getEpochSecond());
    }

    private static long[] cellOf(Map<Key, long[]> cells, Key key) {
        return cells.computeIfAbsent(key, k -> new long[Measures.COUNT]);
    }

    /** One kind of fact: its moment, its rep, and what is counted of it. */
    private record Flow<F>(
            List<F> facts, Function<F, @Nullable Instant> moment, ToIntFunction<F> rep, BiConsumer<long[], F> counter) {

        long[] count(Predicate<Instant> isIn) {
            return facts.stream()
                    .filter(fact -> {
                        Instant at = moment.apply(fact);
                        return at != null && isIn.test(at);
                    })
                    .collect(counting(counter));
        }

        Map<Key, long[]> countByKey(boolean byRep) {
            return facts.stream()
                    .filter(fact -> monthOf(moment.apply(fact)) >= 0)
                    .collect(groupingBy(
                            fact -> new Key(byRep ? rep.applyAsInt(fact) : 0, monthOf(moment.apply(fact))),
                            counting(counter)));
        }
    }

    private List<Flow<?>> flows() {
        CustomerTraces traces = traces();
        SyntheticSales sales = sales();
        return List.of(
                new Flow<>(sales.calls(), Call::at, traces::repOf, (cell, call) -> Tally.count(call, cell, 0)),
                new Flow<>(
                        sales.meetings(), Meeting::at, traces::repOf, (cell, meeting) -> Tally.count(meeting, cell, 0)),
                new Flow<>(
                        sales.proposals(),
                        Proposal::sentAt,
                        traces::repOf,
                        (cell, proposal) -> Tally.countSent(proposal, cell, 0)),
                new Flow<>(
                        sales.proposals(),
                        Proposal::decidedAt,
                        traces::repOf,
                        (cell, proposal) -> Tally.countDecided(proposal, daysOf(proposal), cell, 0)),
                new Flow<>(
                        sales.contracts(),
                        Contract::signedAt,
                        traces::repOf,
                        (cell, contract) -> Tally.count(contract, cell, 0)),
                new Flow<>(sales.surveys(), Survey::at, traces::repOf, (cell, survey) -> Tally.count(survey, cell, 0)),
                new Flow<>(journeys, Journey::entry, Journey::rep, (cell, journey) -> {
                    cell[Measures.ENTERED]++;
                    cell[Measures.ENTERED_WON] += journey.wonAt() == null ? 0 : 1;
                    cell[Measures.ENTERED_LOST] += journey.lost() ? 1 : 0;
                }),
                new Flow<>(journeys, Journey::wonAt, Journey::wonRep, (cell, journey) -> {
                    cell[Measures.CUSTOMERS_WON]++;
                    cell[Measures.CYCLE_DAYS] += journey.cycleDays();
                }));
    }

    private static int daysOf(Proposal proposal) {
        Instant decidedAt = proposal.decidedAt();
        return proposal.isAccepted() && decidedAt != null ? CustomerTraces.days(proposal.sentAt(), decidedAt) : 0;
    }

    private static <F> Collector<F, ?, long[]> counting(BiConsumer<long[], F> counter) {
        return Collector.of(() -> new long[Measures.COUNT], counter, StreamsPeer::addInto);
    }

    private static long[] addInto(long[] sum, long[] more) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
        return sum;
    }
}
