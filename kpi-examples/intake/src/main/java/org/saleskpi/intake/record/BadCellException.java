package org.saleskpi.intake.record;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Thrown when a cell does not hold what its field asks for. It has no stack trace: bad files have many such cells. */
public final class BadCellException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final @Nullable String value;
    private final String reason;

    /**
     * Says what is wrong.
     *
     * @param value the text of the cell; null when it is missing
     * @param reason what is wrong with it and what was expected, to be read after the value
     */
    public BadCellException(@Nullable String value, String reason) {
        super(value + " " + reason, null, false, false);
        this.value = value;
        this.reason = reason;
    }

    /**
     * Returns the text of the cell.
     *
     * @return the text; null when it is missing
     */
    public @Nullable String value() {
        return value;
    }

    /**
     * Returns what is wrong with it.
     *
     * @return to be read after the value
     */
    public String reason() {
        return reason;
    }
}
