package org.saleskpi.engine;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was made for a few keys, for as long as somebody else holds the key.
 *
 * <p>Keys are told apart by identity. There are a handful of them, so they are looked through one by one, without a lock;
 * only adding one takes it, or throwing out those whose keys are gone. What is kept must not hold its key. An entry takes 40
 * bytes, and a cache without any 24: a small history has dozens of caches with an entry or none.
 *
 * <p>Caches of one index share a queue, in which the JVM puts the entries whose keys are gone: {@link #forgetWhatIsGone} empties it.
 *
 * <p>Thread-safe.
 */
final class WeakCache<K, V> {

    private final ReferenceQueue<Object> gone;

    /** The newest entry, from which the chain leads to the others. */
    private volatile @Nullable Entry<K, V> newest;

    WeakCache(ReferenceQueue<Object> gone) {
        this.gone = gone;
    }

    private static final class Entry<K, V> extends WeakReference<K> {

        final WeakCache<K, V> cache;
        final V value;

        /**
         * The next older entry. It changes only if those between are thrown out: whoever reads an earlier state passes through
         * them and comes to the same.
         */
        @Nullable
        Entry<K, V> older;

        Entry(K key, WeakCache<K, V> cache, V value, @Nullable Entry<K, V> older) {
            super(key, cache.gone);
            this.cache = cache;
            this.value = value;
            this.older = older;
        }
    }

    /** What is kept for a key; null if there is nothing. */
    @Nullable
    V get(K key) {
        for (Entry<K, V> entry = newest; entry != null; entry = entry.older) {
            if (entry.refersTo(key)) {
                return entry.value;
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
        newest = new Entry<>(key, this, value, newest);
    }

    private synchronized void forgetGone() {
        newest = firstThere(newest);
        for (Entry<K, V> entry = newest; entry != null; entry = entry.older) {
            entry.older = firstThere(entry.older);
        }
    }

    /** The first entry of a chain whose key is not gone. */
    private static <K, V> @Nullable Entry<K, V> firstThere(@Nullable Entry<K, V> chain) {
        Entry<K, V> entry = chain;
        while (entry != null && entry.refersTo(null)) {
            entry = entry.older;
        }
        return entry;
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
