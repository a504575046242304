package org.saleskpi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fusesource.jansi.internal.CLibrary;
import org.fusesource.jansi.internal.Kernel32;
import org.fusesource.jansi.internal.Kernel32.CONSOLE_SCREEN_BUFFER_INFO;
import org.saleskpi.cli.Terminal.Device;

/**
 * The two outputs of this process, which can tell what they go to. {@link System#console()} cannot: it speaks of input and
 * output together, and since Java 22 it is there without a terminal too.
 */
enum OutputDevice implements Terminal.Probe {
    /** The standard output. */
    STANDARD_OUTPUT(1),
    /** The standard error. */
    STANDARD_ERROR(2);

    private static final Pattern TERMINAL_FILE = Pattern.compile("/dev/(pts/\\d+|tty\\w*|console|hvc\\d+)");

    /** What makes a Windows console obey escape sequences, as the Windows API numbers it. */
    private static final int ENABLE_VIRTUAL_TERMINAL_PROCESSING = 0x0004;

    private final int descriptor;

    OutputDevice(int descriptor) {
        this.descriptor = descriptor;
    }

    @Override
    public Device device() {
        try {
            // Linux tells by a link: nothing to load, nothing to fail where libraries cannot be written and loaded.
            Path link = link();
            if (Files.isSymbolicLink(link)) {
                return isTerminalFile(Files.readSymbolicLink(link).toString()) ? Device.TERMINAL : Device.OTHER;
            }
            return isWindows() ? windowsConsole() : posixTerminal();
        } catch (IOException | LinkageError | RuntimeException e) {
            return Device.OTHER;
        }
    }

    /** Asks the system how many columns its window has; 0 if it does not know. */
    @Override
    @SuppressWarnings("UnsafeFinalization") // The library has no finalizers.
    public int columns() {
        try {
            if (isWindows()) {
                CONSOLE_SCREEN_BUFFER_INFO window = new CONSOLE_SCREEN_BUFFER_INFO();
                return Kernel32.GetConsoleScreenBufferInfo(handle(), window) == 0 ? 0 : window.windowWidth();
            }
            CLibrary.WinSize window = new CLibrary.WinSize();
            return CLibrary.ioctl(descriptor, CLibrary.TIOCGWINSZ, window) == 0 ? window.ws_col : 0;
        } catch (LinkageError | RuntimeException e) {
            return 0;
        }
    }

    /** Whether it is a pipe, as far as Linux tells. */
    boolean isPipe() {
        try {
            return Files.readSymbolicLink(link()).toString().startsWith("pipe:");
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private Path link() {
        return Path.of("/proc/self/fd/" + descriptor);
    }

    /** Whether a file of Linux is a terminal, by its name. */
    static boolean isTerminalFile(String file) {
        return TERMINAL_FILE.matcher(file).matches();
    }

    /** Asks the C library; throws a {@link LinkageError} where it cannot be reached. */
    Device posixTerminal() {
        return posixTerminal(descriptor);
    }

    private static Device posixTerminal(int descriptor) {
        return CLibrary.isatty(descriptor) != 0 ? Device.TERMINAL : Device.OTHER;
    }

    private Device windowsConsole() {
        long handle = handle();
        int[] mode = new int[1];
        if (Kernel32.GetConsoleMode(handle, mode) == 0) {
            return Device.OTHER;
        }
        return Kernel32.SetConsoleMode(handle, mode[0] | ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0
                ? Device.TERMINAL
                : Device.PLAIN_TERMINAL;
    }

    private long handle() {
        return Kernel32.GetStdHandle(this == STANDARD_OUTPUT ? Kernel32.STD_OUTPUT_HANDLE : Kernel32.STD_ERROR_HANDLE);
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
