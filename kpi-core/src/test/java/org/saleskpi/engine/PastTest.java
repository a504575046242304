package org.saleskpi.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.Count;
import org.saleskpi.value.KpiValue;

/** How far back it is known what has changed since an answer. */
class PastTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T09:00:00Z");
    private static final InstantRange PERIOD = InstantRange.of(MARCH, MARCH.plusSeconds(60));
    private static final ImmutableList<KpiValue<?>> VALUES = ImmutableList.of(new Count(7));
    private static final int MANY = 1_000_000;

    private static ImmutableList<LayeredIndex.Layer> layerOf(int calls) {
        SalesHistory history = SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR)
                .calls(IntStream.range(0, calls)
                        .mapToObj(i -> Call.builder("k-" + i, MARCH).build())
                        .toList())
                .build();
        return ImmutableList.of(new LayeredIndex.Layer(new Index(history), true));
    }

    private static void keep(Past past) {
        past.keep(Selection.ALL, PERIOD, VALUES);
    }

    private static Past.Known find(Past past) {
        return requireNonNull(past.find(Selection.ALL, PERIOD, 100));
    }

    @Test
    void anAnswerAboutTheStateItselfIsKnownAsItIs() {
        Past past = Past.of(MANY);
        keep(past);

        assertThat(find(past).values()).isSameAs(VALUES);
        assertThat(find(past).changes()).isEmpty();
    }

    @Test
    void whatHasChangedSinceComesInOrder() {
        Past past = Past.of(MANY);
        keep(past);
        ImmutableList<LayeredIndex.Layer> first = layerOf(1);
        ImmutableList<LayeredIndex.Layer> second = layerOf(2);
        Past later = past.with(first).with(second);

        assertThat(find(later).changes()).containsExactly(first.get(0), second.get(0));
        keep(later);
        assertThat(find(later).changes()).isEmpty();
    }

    @Test
    void anAnswerAboutALaterStateIsNotTakenForOneAboutThis() {
        Past past = Past.of(MANY);
        Past later = past.with(layerOf(1));
        keep(later);

        assertThat(past.find(Selection.ALL, PERIOD, 100)).isNull();
    }

    @Test
    void norIsOneAboutAnotherBranch() {
        Past past = Past.of(MANY);
        keep(past.with(layerOf(1)));

        assertThat(past.with(layerOf(1)).find(Selection.ALL, PERIOD, 100)).isNull();
    }

    @Test
    void otherPartsAndPeriodsAreOtherQuestions() {
        Past past = Past.of(MANY);
        keep(past);

        assertThat(past.find(Selection.ALL.where(Dimension.OWNER, "alice"), PERIOD, 100))
                .isNull();
        assertThat(past.find(Selection.ALL, InstantRange.of(MARCH, MARCH.plusSeconds(61)), 100))
                .isNull();
    }

    @Test
    void theWholeIsAskedIfItIsInFewerLayersThanTheChanges() {
        Past past = Past.of(MANY);
        keep(past);
        Past later = past.with(layerOf(1)).with(layerOf(1));

        assertThat(later.find(Selection.ALL, PERIOD, 2)).isNotNull();
        assertThat(later.find(Selection.ALL, PERIOD, 1)).isNull();
    }

    @Test
    void sixtyFourStatesAreRemembered() {
        Past past = Past.of(MANY);
        keep(past);
        Past later = past;
        for (int i = 0; i < 64; i++) {
            later = later.with(layerOf(0));
        }

        assertThat(find(later).changes()).hasSize(64);
        assertThat(later.with(layerOf(0)).find(Selection.ALL, PERIOD, 100)).isNull();
    }

    @Test
    void changesTakeATenthOfTheRecordsAtMostButTheLatestIsKnown() {
        Past past = Past.of(10_000);
        keep(past);
        Past later = past.with(layerOf(400)).with(layerOf(400));

        assertThat(find(later).changes()).hasSize(2);
        assertThat(later.with(layerOf(0)).find(Selection.ALL, PERIOD, 100)).isNull();
        assertThat(find(past.with(layerOf(2_000))).changes()).hasSize(1);
    }

    @Test
    void ofASmallHistoryFiveLayersWithoutRecordsAreRemembered() {
        Past past = Past.of(1);
        keep(past);
        Past later = past;
        for (int i = 0; i < 5; i++) {
            later = later.with(layerOf(0));
        }

        assertThat(find(later).changes()).hasSize(5);
        assertThat(later.with(layerOf(0)).find(Selection.ALL, PERIOD, 100)).isNull();
    }

    @Test
    void aHundredthAsManyAnswersAsRecordsAreKept() {
        assertThat(answersKept(Past.of(1))).isEqualTo(16);
        assertThat(answersKept(Past.of(3_000))).isEqualTo(30);
        assertThat(answersKept(Past.of(MANY))).isEqualTo(4_096);
    }

    @Test
    void aHistoryThatHasGrownKeepsMore() {
        Past small = Past.of(10);
        keep(small);

        assertThat(small.grownTo(3_100)).isSameAs(small);
        assertThat(answersKept(small.grownTo(3_200))).isEqualTo(32);
        assertThat(answersKept(small.grownTo(MANY))).isEqualTo(4_096);
        assertThat(small.grownTo(MANY).find(Selection.ALL, PERIOD, 100)).isNull();
        assertThat(Past.of(MANY).grownTo(1))
                .satisfies(past -> assertThat(answersKept(past)).isEqualTo(4_096));
        Past large = Past.of(MANY).grownTo(2 * MANY);
        keep(large);
        assertThat(find(large.with(layerOf(110_000)).with(layerOf(0))).changes())
                .hasSize(2);
        Past ungrown = Past.of(MANY);
        keep(ungrown);
        assertThat(ungrown.with(layerOf(110_000)).with(layerOf(0)).find(Selection.ALL, PERIOD, 100))
                .isNull();
    }

    private static long answersKept(Past past) {
        IntStream.range(1, 5_000)
                .forEach(i -> past.keep(Selection.ALL, InstantRange.of(MARCH, MARCH.plusSeconds(i)), VALUES));
        return IntStream.range(1, 5_000)
                .filter(i -> past.find(Selection.ALL, InstantRange.of(MARCH, MARCH.plusSeconds(i)), 100) != null)
                .count();
    }
}
