package org.saleskpi.spark;

import java.io.Serial;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.sales.Problem;

/** Thrown where the parts are when a table cannot be read at all; travels as text. */
final class UnreadableTableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableTableException(UnreadableDataException e) {
        super(message(e));
    }

    static String message(UnreadableDataException e) {
        return Stream.concat(Stream.of(e.getMessage()), e.problems().stream().map(Problem::toString))
                .collect(Collectors.joining("\n  "));
    }
}
