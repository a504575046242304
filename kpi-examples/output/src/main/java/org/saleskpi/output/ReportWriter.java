package org.saleskpi.output;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the answers to questions in one format. */
public interface ReportWriter {

    /**
     * Asks a question, and writes the answers.
     *
     * @param question what was asked, and the language to answer in
     * @param out takes the bytes; it is left open
     * @throws IllegalArgumentException if the unit of the question cuts its dates in more than a million pieces
     * @throws IOException if the answers cannot be written
     */
    void write(Question question, OutputStream out) throws IOException;
}
