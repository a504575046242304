package org.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is made once by its number, whoever asks. */
class MadeOnceTest {

    private final MadeOnce<String> made = new MadeOnce<>(3);
    private final List<Integer> asked = Collections.synchronizedList(new ArrayList<>());

    private String make(int number) {
        asked.add(number);
        return "made of " + number;
    }

    @Test
    void eachIsMadeWhenItIsAskedForAndNotAgain() {
        assertThat(made.get(2, this::make)).isEqualTo("made of 2");
        assertThat(made.get(0, this::make)).isEqualTo("made of 0");
        assertThat(made.get(2, this::make)).isEqualTo("made of 2");
        assertThat(asked).containsExactly(2, 0);
    }

    @Test
    @Timeout(60)
    void whoAsksWhileItIsMadeWaitsForIt() throws InterruptedException {
        AtomicReference<String> given = new AtomicReference<>();
        Thread other = new Thread(() -> given.set(made.get(1, this::make)));
        String first = made.get(1, number -> {
            other.start();
            while (other.getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
            }
            return make(number);
        });
        other.join();
        assertThat(given).hasValue(first);
        assertThat(asked).containsExactly(1);
    }
}
