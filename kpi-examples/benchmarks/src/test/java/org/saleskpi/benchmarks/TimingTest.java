package org.saleskpi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimingTest {

    @Test
    void theMedianAndTheHighestPercentileAreOfTheSortedTimes() {
        Timing timing = new Timing(new long[] {50, 10, 40, 20, 30}, 0);
        assertThat(timing.median()).isEqualTo(30);
        assertThat(timing.percentile(99)).isEqualTo(50);
        assertThat(timing.calls()).isEqualTo(5);
    }

    @Test
    void aTaskRunsAtLeastThreeTimesHoweverLittleTimeThereIs() throws Exception {
        assertThat(Timing.of(0, turn -> turn).calls()).isEqualTo(3);
    }

    @Test
    void tasksInTurnRunAsOften() throws Exception {
        List<Integer> order = new ArrayList<>();
        List<Timing> timings = Timing.inTurn(0.01, List.of(turn -> order.add(1), turn -> order.add(2)));

        assertThat(timings).hasSize(2);
        assertThat(timings.get(0).calls()).isPositive().isEqualTo(timings.get(1).calls());
        // The last of the first task, and then a stretch of the other.
        assertThat(order.lastIndexOf(2) - order.lastIndexOf(1)).isEqualTo(500);
    }

    @Test
    void monthsAreFoundBySecond() {
        for (int month = 0; month < Months.COUNT; month++) {
            assertThat(Months.of(Months.bound(month))).isEqualTo(month);
            assertThat(Months.of(Months.bound(month + 1) - 1)).isEqualTo(month);
        }
        assertThat(Months.of(Months.bound(0) - 1)).isEqualTo(-1);
        assertThat(Months.of(Months.bound(Months.COUNT))).isEqualTo(-1);
    }

    @Test
    void whatStartsAtABoundIsNotInForceOnItsEveAndWhatEndsAtItIs() {
        assertThat(Months.mask(Months.bound(2), Months.bound(5))).isEqualTo(0b111000);
        assertThat(Months.mask(Months.bound(2) - 1, Months.bound(5) - 1)).isEqualTo(0b011100);
        assertThat(Months.mask(Months.bound(0) - 9, CustomerTraces.NEVER)).isEqualTo((1L << 61) - 1);
    }

    @Test
    void optionsAreReadAndUnknownOnesNamed() {
        Options options = Options.parse(List.of("--scale", "100", "--peers", "saleskpi,loop", "--out", "page.md"));
        assertThat(options.number("scale", 10)).isEqualTo(100);
        assertThat(options.number("seconds", 6)).isEqualTo(6);
        assertThat(options.peers()).containsExactly(PeerKind.SALESKPI, PeerKind.LOOP);
        assertThat(options.out()).contains(Path.of("page.md"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of("--size", "3")))
                .withMessage("Option \"--size\" is unknown or has no value");
    }
}
