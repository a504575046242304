package org.saleskpi.intake.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a CSV file is written.
 *
 * @param delimiter what separates cells
 * @param charset how its bytes stand for characters
 */
public record CsvForm(char delimiter, Charset charset) {

    /** Commas and UTF-8. */
    public static final CsvForm STANDARD = new CsvForm(',', StandardCharsets.UTF_8);
}
