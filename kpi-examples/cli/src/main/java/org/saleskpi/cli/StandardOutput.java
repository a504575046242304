package org.saleskpi.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;

/** The standard output of this process. Where its reader is gone, as {@code head} after some lines, it says so. */
final class StandardOutput extends OutputStream {

    private static final Pattern OF_A_CLOSED_PIPE =
            Pattern.compile("(?i)broken pipe|the pipe (is being closed|has been ended)");

    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

    /** Nobody reads what is written: no fault, there is only nothing left to do. */
    static final class ReaderGoneException extends IOException {

        private static final long serialVersionUID = 1;

        ReaderGoneException(IOException cause) {
            super("Nobody reads the output", cause);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw isOfAClosedPipe(e) ? new ReaderGoneException(e) : e;
        }
    }

    /** The words are those of the system, in its language; what else can befall a pipe is not told by Linux. */
    private static boolean isOfAClosedPipe(IOException e) {
        String message = e.getMessage();
        return (message != null && OF_A_CLOSED_PIPE.matcher(message).find()) || OutputDevice.STANDARD_OUTPUT.isPipe();
    }
}
