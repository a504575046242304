package org.saleskpi.cli;

/** What is done when the program is told to stop (SIGINT, SIGTERM), unless this is closed before. */
final class ExitHook implements AutoCloseable {

    private final Thread hook;

    /** Creates a hook that runs an action where the program ends before it is closed. */
    ExitHook(Runnable action) {
        hook = new Thread(action, "leave no trace");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending already.
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending: the hook runs, or has run.
        }
    }
}
