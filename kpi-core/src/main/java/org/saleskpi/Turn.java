package org.saleskpi;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * One of many pieces of work that follow each other on an executor, each given to it by the one before. An executor that runs what it is
 * given in the thread that gives it would nest them without end: so that has the giver do the work, once it has been given.
 */
final class Turn implements Runnable {

    private final Consumer<Turn> work;
    private final Thread giver = Thread.currentThread();

    /** Whether it is being given to the executor, and whether that has run it meanwhile: for the giver alone. */
    private boolean isBeingGiven;

    private boolean isOfGiver;

    /** A turn that is to be handed over by this thread. */
    Turn(Consumer<Turn> work) {
        this.work = work;
    }

    @Override
    public void run() {
        if (Thread.currentThread() == giver && isBeingGiven) {
            isOfGiver = true;
        } else {
            work.accept(this);
        }
    }

    /** Gives it to the executor; false if the giver is to do the work. */
    boolean isHandedOverTo(Executor executor) {
        isBeingGiven = true;
        try {
            executor.execute(this);
        } finally {
            isBeingGiven = false;
        }
        return !isOfGiver;
    }
}
