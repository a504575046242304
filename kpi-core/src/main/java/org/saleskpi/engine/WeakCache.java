package org.saleskpi.engine;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was made for a few keys, each once, for as long as somebody else holds the key.
 *
 * <p>Keys are told apart by identity. There are a handful of them, so they are looked through one by one, without a lock;
 * only adding one takes it, or throwing out those whose keys are gone. What is made must not hold its key.
 */
final class WeakCache<K, V> {

    private final ReferenceQueue<K> gone = new ReferenceQueue<>();
    private volatile List<Entry<K, V>> entries = List.of();

    private static final class Entry<K, V> extends WeakReference<K> {

        final Once<V> value;

        Entry(K key, ReferenceQueue<K> gone, Once<V> value) {
            super(key, gone);
            this.value = value;
        }
    }

    V get(K key, Supplier<V> maker) {
        if (gone.poll() != null) {
            throwOutGone();
        }
        Once<V> known = find(key, entries);
        return (known != null ? known : add(key, maker)).get();
    }

    private static <K, V> @Nullable Once<V> find(K key, List<Entry<K, V>> entries) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).refersTo(key)) {
                return entries.get(i).value;
            }
        }
        return null;
    }

    private synchronized Once<V> add(K key, Supplier<V> maker) {
        Once<V> known = find(key, entries);
        if (known != null) {
            return known;
        }
        List<Entry<K, V>> more = new ArrayList<>(entries.size() + 1);
        more.addAll(entries);
        Entry<K, V> added = new Entry<>(key, gone, new Once<>(maker));
        more.add(added);
        entries = more;
        return added.value;
    }

    private synchronized void throwOutGone() {
        while (gone.poll() != null) {
            // Emptied, so that the entries are gone through once for all of them.
        }
        entries = entries.stream().filter(entry -> !entry.refersTo(null)).toList();
    }
}
