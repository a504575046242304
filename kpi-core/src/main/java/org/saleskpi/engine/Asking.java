package org.saleskpi.engine;

import java.util.function.Supplier;

/**
 * Whether a thread is at work on a question that runs the functions of indicators, populations and dimensions.
 *
 * <p>Such a function that asked a question itself would wait for what another thread makes, which may wait for what this one
 * makes; or it would ask for itself without end. So no question may be asked of any index meanwhile.
 */
final class Asking {

    private static final ThreadLocal<Boolean> RUNS_FUNCTIONS = ThreadLocal.withInitial(() -> false);

    private Asking() {}

    /** Refuses a question that a function asks. */
    static void refuseToFunctions() {
        if (RUNS_FUNCTIONS.get()) {
            throw new IllegalStateException("A function of an indicator, a population or a dimension asked a"
                    + " KpiCalculator: it may look at its fact, and at nothing that is computed");
        }
    }

    /** Does work that runs functions. */
    static <T> T runningFunctions(Supplier<T> work) {
        RUNS_FUNCTIONS.set(true);
        try {
            return work.get();
        } finally {
            RUNS_FUNCTIONS.remove();
        }
    }
}
