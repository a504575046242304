package org.saleskpi.engine;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was made for a few keys, for as long as somebody else holds the key.
 *
 * <p>Keys are told apart by identity. There are a handful of them, so they are looked through one by one, without a lock;
 * only adding one takes it, or throwing out those whose keys are gone. What is kept must not hold its key.
 *
 * <p>Thread-safe.
 */
final class WeakCache<K, V> {

    private final ReferenceQueue<K> gone = new ReferenceQueue<>();
    private volatile List<Entry<K, V>> entries = List.of();

    private static final class Entry<K, V> extends WeakReference<K> {

        final V value;

        Entry(K key, ReferenceQueue<K> gone, V value) {
            super(key, gone);
            this.value = value;
        }
    }

    /** What is kept for a key; null if there is nothing. */
    @Nullable
    V get(K key) {
        if (gone.poll() != null) {
            throwOutGone();
        }
        List<Entry<K, V>> known = entries;
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).refersTo(key)) {
                return known.get(i).value;
            }
        }
        return null;
    }

    /** Keeps something for a key that nothing is kept for yet. */
    synchronized void add(K key, V value) {
        List<Entry<K, V>> more = new ArrayList<>(entries.size() + 1);
        more.addAll(entries);
        more.add(new Entry<>(key, gone, value));
        entries = more;
    }

    private synchronized void throwOutGone() {
        while (gone.poll() != null) {
            // Emptied, so that the entries are gone through once for all of them.
        }
        entries = entries.stream().filter(entry -> !entry.refersTo(null)).toList();
    }
}
