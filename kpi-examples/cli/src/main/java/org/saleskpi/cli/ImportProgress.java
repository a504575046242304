package org.saleskpi.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Progress;

/**
 * Shows on a terminal how far an import has come, once it takes its time; the line is empty again afterwards, and where the
 * program is told to stop.
 */
final class ImportProgress implements Progress, AutoCloseable {

    /** An import that is over sooner is not worth a line that comes and goes. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int WIDTH = 79;
    private static final int MEGABYTE = 1_000_000;

    private final boolean isShown;
    private final PrintWriter screen;
    private final Messages messages;
    private final LongSupplier nanoTime;
    private final long began;
    private final ExitHook hook = new ExitHook(this::clear);
    private long total;
    private long done;
    private String file = "";
    private @Nullable ProgressBar bar;
    private boolean isOver;

    /**
     * Creates a display.
     *
     * @param isShown whether there is somebody to see it
     * @param screen where it is shown
     * @param messages the language
     * @param nanoTime tells the time, in nanoseconds from any beginning
     */
    ImportProgress(boolean isShown, PrintWriter screen, Messages messages, LongSupplier nanoTime) {
        this.isShown = isShown;
        this.screen = screen;
        this.messages = messages;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    /** Shows it on a terminal, and nowhere else. */
    static ImportProgress on(Terminal terminal, PrintWriter screen, Messages messages) {
        return new ImportProgress(terminal.isTerminal(), screen, messages, System::nanoTime);
    }

    @Override
    public synchronized void start(long bytes) {
        total = bytes;
    }

    @Override
    public synchronized void reading(String name) {
        file = name;
        show();
    }

    @Override
    public synchronized void read(long bytes) {
        done += bytes;
        show();
    }

    private void show() {
        if (bar == null && isShown && !isOver && nanoTime.getAsLong() - began > PATIENCE.toNanos()) {
            bar = new ProgressBarBuilder()
                    .setTaskName(messages.say("reading"))
                    .setInitialMax(total)
                    .setUnit(" MB", MEGABYTE)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new Line(screen))
                    .clearDisplayOnFinish()
                    .build();
        }
        if (bar != null) {
            bar.stepTo(Math.min(done, total));
            bar.setExtraMessage(file);
        }
    }

    @Override
    public void close() {
        hook.close();
        clear();
    }

    private synchronized void clear() {
        isOver = true;
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    /** The line of the terminal that is written over and over. */
    private record Line(PrintWriter screen) implements ProgressBarConsumer {

        @Override
        public int getMaxRenderedLength() {
            return WIDTH;
        }

        @Override
        public void accept(String line) {
            screen.print("\r" + line);
            screen.flush();
        }

        @Override
        public void clear() {
            screen.print("\r" + " ".repeat(WIDTH) + "\r");
            screen.flush();
        }

        @Override
        public void close() {
            screen.flush();
        }
    }
}
