package org.saleskpi.intake.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a text, of which the memory keeps a bounded part, however long they are. Not thread-safe. */
final class BoundedLines implements Closeable {

    private final Reader reader;
    private final int most;
    private final char[] buffer = new char[1 << 14];
    private int position;
    private int end;
    private boolean isCut;

    /** Reads lines of which at most some characters are kept. */
    BoundedLines(Reader reader, int most) {
        this.reader = reader;
        this.most = most;
    }

    /** The next line, without what ends it; null after the last one. */
    @Nullable
    String next() throws IOException {
        isCut = false;
        StringBuilder line = null;
        boolean isEnded = false;
        while (!isEnded && fill()) {
            int start = position;
            while (position < end && buffer[position] != '\n' && buffer[position] != '\r') {
                position++;
            }
            line = line == null ? new StringBuilder(position - start) : line;
            int kept = Math.min(position - start, most - line.length());
            isCut |= kept < position - start;
            line.append(buffer, start, kept);
            isEnded = position < end;
        }
        if (isEnded) {
            skipEndOfLine();
        }
        return line == null ? null : line.toString();
    }

    private void skipEndOfLine() throws IOException {
        boolean mayHaveTwo = buffer[position] == '\r';
        position++;
        if (mayHaveTwo && fill() && buffer[position] == '\n') {
            position++;
        }
    }

    /** Whether the line that was read last is longer than what is kept of it. */
    boolean isCut() {
        return isCut;
    }

    private boolean fill() throws IOException {
        if (position == end) {
            position = 0;
            end = Math.max(reader.read(buffer, 0, buffer.length), 0);
        }
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
