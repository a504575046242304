package org.saleskpi.engine;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that the first who asks for makes, once, whoever else is waiting; the maker is then let go. */
final class Once<T> {

    private @Nullable Supplier<T> maker;
    private volatile @Nullable T made;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        T result = made;
        return result == null ? make() : result;
    }

    private synchronized T make() {
        T result = made;
        if (result == null) {
            result = requireNonNull(maker).get();
            made = result;
            maker = null;
        }
        return result;
    }
}
