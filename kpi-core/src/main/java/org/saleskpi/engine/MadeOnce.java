package org.saleskpi.engine;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is made when somebody asks for it, once, while others wait, each by a number. One that was not made takes four bytes.
 *
 * <p>Thread-safe.
 */
final class MadeOnce<T> {

    private final AtomicReferenceArray<@Nullable T> made;

    /** Has made nothing yet, of the numbers from 0 on. */
    MadeOnce(int numbers) {
        made = new AtomicReferenceArray<>(numbers);
    }

    /** What has a number, made now if it was not before. */
    T get(int number, IntFunction<T> maker) {
        T known = made.get(number);
        return known != null ? known : make(number, maker);
    }

    private synchronized T make(int number, IntFunction<T> maker) {
        T known = made.get(number);
        if (known != null) {
            return known;
        }
        T now = maker.apply(number);
        made.set(number, now);
        return now;
    }
}
