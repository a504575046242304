package org.saleskpi;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What is to be read again in one go, and who wants to know when it has been. Collected under a lock, then read by one thread. */
final class RowsToRead<R> {

    private final Set<R> rows = new LinkedHashSet<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private boolean isAll;

    void add(Collection<? extends R> more) {
        rows.addAll(more);
    }

    /** Everything is to be read, whatever rows were named. */
    void addAll() {
        isAll = true;
    }

    Set<R> rows() {
        return Collections.unmodifiableSet(rows);
    }

    boolean isAll() {
        return isAll;
    }

    /** A future of the caller's own. */
    CompletableFuture<Void> whenRead() {
        return end.copy();
    }

    void end(@Nullable Throwable failure) {
        if (failure == null) {
            end.complete(null);
        } else {
            end.completeExceptionally(failure);
        }
    }
}
