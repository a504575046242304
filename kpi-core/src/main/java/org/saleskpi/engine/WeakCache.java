package org.saleskpi.engine;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was made for a few keys, each once, for as long as somebody else holds the key.
 *
 * <p>Keys are told apart by identity. There are a handful of them, so they are looked through one by one, without a lock;
 * only adding one takes it, and throws out those whose keys are gone. The makers must not hold their keys after they are
 * done, nor must what they make.
 */
final class WeakCache<K, V> {

    private volatile List<Entry<K, V>> entries = List.of();

    private static final class Entry<K, V> extends WeakReference<K> {

        final Once<V> value;

        Entry(K key, Once<V> value) {
            super(key);
            this.value = value;
        }
    }

    V get(K key, Supplier<V> maker) {
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
        ArrayList<Entry<K, V>> living = new ArrayList<>(entries);
        living.removeIf(entry -> entry.refersTo(null));
        Entry<K, V> added = new Entry<>(key, new Once<>(maker));
        living.add(added);
        living.trimToSize();
        entries = living;
        return added.value;
    }

    /** How many keys there are, some of which may be gone. */
    int size() {
        return entries.size();
    }
}
