package org.saleskpi.engine;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was made for a few keys, for as long as somebody else holds the key.
 *
 * <p>Keys are told apart by identity. There are a handful of them, so they are looked through one by one, without a lock;
 * only adding one takes it, or throwing out those whose keys are gone. What is kept must not hold its key.
 *
 * <p>Caches of one index share a queue, in which the JVM puts the entries whose keys are gone: {@link #forgetWhatIsGone} empties it.
 *
 * <p>Thread-safe.
 */
final class WeakCache<K, V> {

    private final ReferenceQueue<Object> gone;
    private volatile List<Entry<K, V>> entries = List.of();

    WeakCache(ReferenceQueue<Object> gone) {
        this.gone = gone;
    }

    private static final class Entry<K, V> extends WeakReference<K> {

        final WeakCache<K, V> cache;
        final V value;

        Entry(K key, WeakCache<K, V> cache, V value) {
            super(key, cache.gone);
            this.cache = cache;
            this.value = value;
        }
    }

    /** What is kept for a key; null if there is nothing. */
    @Nullable
    V get(K key) {
        List<Entry<K, V>> known = entries;
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).refersTo(key)) {
                return known.get(i).value;
            }
        }
        return null;
    }

    /** What is kept for a key; if nothing is, what is made now. Two threads may both make it: the same is kept for both. */
    V getOrAdd(K key, Supplier<V> maker) {
        V known = get(key);
        if (known != null) {
            return known;
        }
        V made = maker.get();
        return addUnlessThere(key, made);
    }

    private synchronized V addUnlessThere(K key, V made) {
        V known = get(key);
        if (known != null) {
            return known;
        }
        add(key, made);
        return made;
    }

    /** Keeps something for a key that nothing is kept for yet. */
    synchronized void add(K key, V value) {
        List<Entry<K, V>> more = new ArrayList<>(entries.size() + 1);
        more.addAll(entries);
        more.add(new Entry<>(key, this, value));
        entries = more;
    }

    private synchronized void forgetGone() {
        entries = entries.stream().filter(entry -> !entry.refersTo(null)).toList();
    }

    /** Throws out what is kept for keys that are gone; costs next to nothing if none is. */
    static void forgetWhatIsGone(ReferenceQueue<Object> gone) {
        Reference<?> first = gone.poll();
        if (first != null) {
            Set<WeakCache<?, ?>> caches = new LinkedHashSet<>();
            for (Reference<?> next = first; next != null; next = gone.poll()) {
                caches.add(((Entry<?, ?>) next).cache);
            }
            caches.forEach(WeakCache::forgetGone);
        }
    }
}
