package org.saleskpi.intake.mapping;

import java.io.Serial;

/** Thrown when a mapping file is wrong; the message names the file and line, the key, the value and what was expected. */
public final class InvalidMappingException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    InvalidMappingException(String message) {
        super(message);
    }

    InvalidMappingException(String message, Throwable cause) {
        super(message, cause);
    }
}
