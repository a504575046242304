package org.saleskpi.cli;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the terminal that an output of the program goes to. What cannot be known is answered as for a file: no
 * terminal, no colours.
 *
 * <p>Nothing is asked before a method is called, because the first question may have to load a library.
 */
final class Terminal {

    /** What the answer is for an output that is none of the program's own, such as one in memory. */
    static final Terminal NONE = new Terminal(() -> Device.OTHER, name -> null);

    private static final int USUAL_WIDTH = 80;

    private final Probe probe;
    private final Function<String, @Nullable String> environment;

    /** A terminal as the operating system and the environment variables tell. */
    Terminal(Probe probe, Function<String, @Nullable String> environment) {
        this.probe = probe;
        this.environment = environment;
    }

    /** What an output goes to. */
    enum Device {
        /** A terminal that obeys escape sequences, unless its name says otherwise. */
        TERMINAL,
        /** A terminal that would show them. */
        PLAIN_TERMINAL,
        /** A file, a pipe, or what is not known. */
        OTHER
    }

    /** Asks the operating system what an output goes to. */
    @FunctionalInterface
    interface Probe {

        /** Returns what it is; {@link Device#OTHER} if that cannot be known. */
        Device device();

        /** Returns how many columns a terminal has; 0 if that cannot be known. */
        default int columns() {
            return 0;
        }
    }

    /** The terminal of the standard output of this process. */
    static Terminal ofStandardOutput() {
        return new Terminal(OutputDevice.STANDARD_OUTPUT, System::getenv);
    }

    /** The terminal of the standard error of this process. */
    static Terminal ofStandardError() {
        return new Terminal(OutputDevice.STANDARD_ERROR, System::getenv);
    }

    /** Whether somebody may be watching: the output goes to a terminal of whatever kind. */
    boolean isTerminal() {
        return probe.device() != Device.OTHER;
    }

    /** Whether it is a terminal that obeys escape sequences, which move the cursor and erase lines. */
    boolean obeysEscapes() {
        return !"dumb".equals(environment.apply("TERM")) && probe.device() == Device.TERMINAL;
    }

    /** Whether to write in colour: it obeys escape sequences, and {@code NO_COLOR} is not set to anything. */
    boolean isColoured() {
        return Objects.requireNonNullElse(environment.apply("NO_COLOR"), "").isEmpty() && obeysEscapes();
    }

    /** The columns of a line, as {@code COLUMNS} or else the system has it; 80 if neither has a number above zero. */
    int width() {
        int columns = number(environment.apply("COLUMNS"));
        if (columns <= 0 && isTerminal()) {
            columns = probe.columns();
        }
        return columns > 0 ? columns : USUAL_WIDTH;
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
