package org.saleskpi.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows on a terminal that a report is being made, once that takes its time; the line is empty again as soon as there is
 * something to read, or the program is told to stop.
 */
final class Working implements AutoCloseable {

    /** What is over sooner is not worth a line that comes and goes. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int WIDTH = 40;

    private final PrintWriter screen;
    private final Messages messages;
    private final ExitHook hook = new ExitHook(this::clear);
    private final long began = System.nanoTime();
    private @Nullable Timer timer;
    private boolean isShown;
    private boolean isOver;

    private Working(PrintWriter screen, Messages messages) {
        this.screen = screen;
        this.messages = messages;
    }

    /** Begins to wait, on a terminal; elsewhere nothing is ever shown. */
    static Working on(Terminal terminal, PrintWriter screen, Messages messages) {
        return on(terminal, screen, messages, PATIENCE);
    }

    /** The same with another patience. */
    static Working on(Terminal terminal, PrintWriter screen, Messages messages, Duration patience) {
        Working working = new Working(screen, messages);
        if (terminal.isTerminal()) {
            TimerTask draw = new TimerTask() {
                @Override
                public void run() {
                    working.draw();
                }
            };
            Timer timer = new Timer("working", true);
            timer.schedule(draw, patience.toMillis(), TICK.toMillis());
            working.timer = timer;
        }
        return working;
    }

    /** Waits for something that has nothing to write. */
    <T> T until(Supplier<T> work) {
        return work.get();
    }

    /** Gives a stream that takes the line away before its first byte. */
    OutputStream before(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int b) throws IOException {
                clear();
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                clear();
                out.write(bytes, offset, length);
            }
        };
    }

    private synchronized void draw() {
        if (!isOver) {
            long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
            screen.print("\r" + messages.say("making", String.valueOf(seconds)));
            screen.flush();
            isShown = true;
        }
    }

    private synchronized void clear() {
        isOver = true;
        if (isShown) {
            screen.print("\r" + " ".repeat(WIDTH) + "\r");
            screen.flush();
            isShown = false;
        }
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.cancel();
        }
        hook.close();
        clear();
    }
}
