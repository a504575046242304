package org.saleskpi.sample;

import java.io.IOException;
import java.nio.file.Path;
import org.saleskpi.intake.csv.CsvFolder;
import org.saleskpi.sales.SalesHistory;

/** Writes the sample company anew: {@code Main FOLDER}. */
public final class Main {

    private Main() {}

    /**
     * Writes the CSV folder.
     *
     * @param arguments where to write it
     * @throws IOException if it cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("expected one argument, the folder to write");
        }
        SalesHistory history = new SampleCompany().history();
        CsvFolder.write(history, Path.of(arguments[0]));
        System.out.println(history);
    }
}
