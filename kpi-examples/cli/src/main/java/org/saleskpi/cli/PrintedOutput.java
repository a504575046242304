package org.saleskpi.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A stream that is printed to: printers keep what goes wrong to themselves, so that it is asked for here. */
final class PrintedOutput extends FilterOutputStream {

    private @Nullable IOException failure;

    PrintedOutput(OutputStream out) {
        super(out);
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
            failure = e;
            throw e;
        }
    }

    /** Why something was not written; null if all was, or if nobody reads it to its end. */
    @Nullable
    IOException failure() {
        return failure instanceof StandardOutput.ReaderGoneException ? null : failure;
    }
}
