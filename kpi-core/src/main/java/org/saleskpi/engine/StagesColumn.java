package org.saleskpi.engine;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.saleskpi.analysis.Funnel;
import org.saleskpi.analysis.FunnelStages;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.value.Days;
import org.saleskpi.value.Rate;

/** How far each customer of a table has come along the stages of a funnel, and how long it took to each of them. */
final class StagesColumn implements Column<StagesColumn> {

    private final List<String> keys;

    /** One more than the number of each customer's furthest stage, 0 where there is none; negative for the disqualified. */
    private final int[] furthest;

    private final ImmutableList<DurationsColumn> days;

    private StagesColumn(List<String> keys, int[] furthest, ImmutableList<DurationsColumn> days) {
        this.keys = keys;
        this.furthest = furthest;
        this.days = days;
    }

    /** The column of some stages. */
    static Recipe<CustomerJourney, StagesColumn> of(FunnelStages stages) {
        return new Recipe<>(
                SalesPopulations.PROSPECTS_ENTERED,
                stages,
                (index, mostMembers) -> new Builder(stages, index, mostMembers));
    }

    private static final class Builder implements ColumnBuilder<CustomerJourney, StagesColumn> {

        private final List<String> keys;
        private final List<FirstMoments> events;
        private final List<DurationsColumn.Builder> days = new ArrayList<>();
        private final LocalDays localDays;
        private final int[] furthest;
        private int size;

        Builder(FunnelStages stages, Index index, int mostMembers) {
            this.keys = stages.keys();
            this.events = stages.events().stream()
                    .map(population -> FirstMoments.of(population, index.history()))
                    .toList();
            this.localDays = new LocalDays(index.history().zone());
            this.furthest = new int[mostMembers];
            keys.forEach(key -> days.add(new DurationsColumn.Builder(mostMembers)));
        }

        @Override
        public void add(CustomerJourney member) {
            int stage = 0;
            for (int i = 0; i < keys.size(); i++) {
                Instant event = events.get(i).of(member);
                if (event == null) {
                    days.get(i).addNone();
                } else {
                    days.get(i).add(localDays.between(member.entry(), event));
                    stage = i + 1;
                }
            }
            furthest[size++] = member.isDisqualified() ? -1 - stage : stage;
        }

        @Override
        public StagesColumn build() {
            return new StagesColumn(
                    keys,
                    Arrays.copyOf(furthest, size),
                    days.stream().map(DurationsColumn.Builder::build).collect(toImmutableList()));
        }
    }

    @Override
    public StagesColumn inOrder(int[] order) {
        return new StagesColumn(
                keys,
                Arrays.stream(order).map(position -> furthest[position]).toArray(),
                days.stream().map(column -> column.inOrder(order)).collect(toImmutableList()));
    }

    /** The stages of the customers from a position to before another. */
    List<Funnel.Stage> over(int start, int end) {
        int[] stopped = new int[keys.size() + 1];
        int[] disqualified = new int[keys.size() + 1];
        for (int i = start; i < end; i++) {
            int stage = furthest[i];
            if (stage >= 0) {
                stopped[stage]++;
            } else {
                disqualified[-1 - stage]++;
            }
        }
        List<Funnel.Stage> stages = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            int customers = IntStream.range(i + 1, keys.size() + 1)
                    .map(stage -> stopped[stage] + disqualified[stage])
                    .sum();
            int misses = Arrays.stream(disqualified, 0, i + 1).sum();
            stages.add(new Funnel.Stage(
                    keys.get(i),
                    i == 0 ? null : Rate.of(customers, disqualified[i], stopped[i]),
                    Rate.of(customers, misses, (long) end - start - customers - misses),
                    days(days.get(i), start, end)));
        }
        return stages;
    }

    private static Days days(DurationsColumn column, int start, int end) {
        return Days.lazily(column.count(start, end), column.total(start, end), column.each(start, end));
    }
}
