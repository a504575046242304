package org.saleskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is kept for keys, and for how long. */
class WeakCacheTest {

    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();
    private final WeakCache<Object, Object> cache = new WeakCache<>(gone);

    /** A key like any other, so that the same text may be two keys. */
    private record Key(String text) {}

    @Test
    void whatIsMadeForAKeyIsKeptForThatObjectAlone() {
        Key key = new Key("a");
        Object made = cache.getOrAdd(key, Object::new);
        assertThat(cache.get(key)).isSameAs(made);
        assertThat(cache.getOrAdd(key, Object::new)).isSameAs(made);
        assertThat(cache.get(new Key("a"))).isNull();
        Object other = cache.getOrAdd(new Key("a"), Object::new);
        assertThat(other).isNotSameAs(made);
        assertThat(cache.get(key)).isSameAs(made);
    }

    @Test
    void whatAnotherThreadMadeMeanwhileIsKeptForBoth() {
        Key key = new Key("a");
        Object first = new Object();
        Object kept = cache.getOrAdd(key, () -> {
            cache.add(key, first);
            return new Object();
        });
        assertThat(kept).isSameAs(first);
        assertThat(cache.get(key)).isSameAs(first);
    }

    @Test
    void whatWasMadeForAKeyThatIsGoneIsForgotten() throws InterruptedException {
        Key stays = new Key("stays");
        cache.getOrAdd(stays, () -> "stays");
        WeakReference<Object> forgotten = new WeakReference<>(cache.getOrAdd(new Key("goes"), Object::new));
        for (long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
                isThere(forgotten) && System.nanoTime() < end; ) {
            System.gc();
            Thread.sleep(10);
            WeakCache.forgetWhatIsGone(gone);
        }
        assertThat(isThere(forgotten)).isFalse();
        assertThat(cache.get(stays)).isEqualTo("stays");
    }

    private static boolean isThere(WeakReference<Object> reference) {
        return reference.get() != null;
    }
}
