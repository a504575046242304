package org.saleskpi.work;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The calling thread, and those of an executor that come to help it.
 *
 * <p>The caller takes one piece of work after the other, as do threads of the executor that have time; in the end the caller waits
 * for the pieces that others have begun, but never for one that nobody has. So work is done whatever the executor does: all its
 * threads may be busy or wait for the caller, it may run everything at once in the calling thread, or refuse. Thread-safe.
 */
public final class Workers {

    /** The calling thread alone. */
    public static final Workers CALLER = new Workers(null);

    /** To look at fewer things takes no longer than until other threads begin to help. */
    private static final int FEW = 10_000;

    /** A stretch is long enough to be worth a piece, and short enough that nobody waits long for the last one. */
    private static final int STRETCH = 1 << 13;

    private final @Nullable Executor executor;

    private Workers(@Nullable Executor executor) {
        this.executor = executor;
    }

    /**
     * Returns the workers for a number of things.
     *
     * @param executor whose threads help if there is enough to do
     * @param things how many things there are to look at
     */
    public static Workers of(Executor executor, int things) {
        return things < FEW ? CALLER : new Workers(executor);
    }

    /**
     * Does pieces of work that do not depend on each other. A caller that is interrupted goes on, and is so afterwards.
     *
     * @param pieces the pieces, the longest first
     * @param <T> the kind of their results
     * @return the result of each piece, in their order
     * @throws RuntimeException that of the first piece, in their order, that fails; then nothing is under way any more
     */
    public <T> List<T> all(List<? extends Supplier<? extends T>> pieces) {
        if (executor == null || pieces.size() < 2) {
            return pieces.stream().<T>map(Supplier::get).toList();
        }
        List<FutureTask<T>> tasks = new ArrayList<>();
        pieces.forEach(piece -> tasks.add(new FutureTask<>(piece::get)));
        // A task that another thread has begun, or done, is passed over.
        Runnable work = () -> tasks.forEach(FutureTask::run);
        askForHelp(executor, work, Math.min(pieces.size(), Runtime.getRuntime().availableProcessors()) - 1);
        work.run();
        return results(tasks);
    }

    private static void askForHelp(Executor executor, Runnable work, int helpers) {
        try {
            for (int i = 0; i < helpers; i++) {
                executor.execute(work);
            }
        } catch (RejectedExecutionException e) {
            // The caller does what nobody helps with.
        }
    }

    private static <T> List<T> results(List<FutureTask<T>> tasks) {
        List<T> results = new ArrayList<>();
        Throwable failure = null;
        for (FutureTask<T> task : tasks) {
            try {
                results.add(Uninterruptibles.getUninterruptibly(task));
            } catch (ExecutionException e) {
                failure = failure == null ? e.getCause() : failure;
            }
        }
        if (failure != null) {
            Throwables.throwIfUnchecked(failure);
            throw new IllegalStateException(failure); // No piece throws a checked exception.
        }
        return results;
    }

    /** What is done with a stretch of things. */
    @FunctionalInterface
    public interface OfStretch<T> {

        /**
         * Does it.
         *
         * @param start the place of the first thing
         * @param end the place after that of the last
         */
        T apply(int start, int end);
    }

    /**
     * Cuts a number of things in stretches of neighbours: one, if there is no other thread.
     *
     * @param things how many there are
     * @param work what is done with each stretch
     * @param <T> the kind of its result
     * @return the work on each stretch, in their order
     */
    public <T> List<Supplier<T>> stretches(int things, OfStretch<T> work) {
        int length = executor == null ? Math.max(1, things) : STRETCH;
        List<Supplier<T>> pieces = new ArrayList<>();
        for (int start = 0; start < things; start += length) {
            int from = start;
            int to = Math.min(things - start, length) + start;
            pieces.add(() -> work.apply(from, to));
        }
        return pieces;
    }
}
