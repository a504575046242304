package org.saleskpi.cli.output;

import java.io.IOException;
import java.io.OutputStream;

/** Writes answers in one format. */
public interface ReportWriter {

    /**
     * Writes answers.
     *
     * @param answers the answers
     * @param out takes the bytes; it is left open
     * @throws IOException if they cannot be written
     */
    void write(Answers answers, OutputStream out) throws IOException;
}
