package org.saleskpi.workbook;

import java.io.IOException;
import java.io.Serial;

/** Thrown when answers do not fit into a workbook. */
final class TooLargeException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    TooLargeException(String message) {
        super(message);
    }
}
