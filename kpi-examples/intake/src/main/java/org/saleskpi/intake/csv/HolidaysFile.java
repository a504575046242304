package org.saleskpi.intake.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A text file of holidays, a date such as {@code 2026-05-01} a line; empty lines count for nothing. */
public final class HolidaysFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private HolidaysFile() {}

    /**
     * Reads a file.
     *
     * @param file the file
     * @return the dates in the order of the file
     * @throws InvalidTargetsException if the file cannot be read, or a line is no date
     */
    public static List<LocalDate> read(Path file) throws InvalidTargetsException {
        List<LocalDate> dates = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            String text = line.replace(BYTE_ORDER_MARK, "").strip();
            try {
                if (!text.isEmpty()) {
                    dates.add(LocalDate.parse(text));
                }
            } catch (DateTimeException e) {
                faults.add(file.getFileName() + ":" + number + ": date: \"" + text
                        + "\" is not a date such as 2026-05-01");
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidTargetsException(faults);
        }
        return List.copyOf(dates);
    }

    private static List<String> lines(Path file) throws InvalidTargetsException {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new InvalidTargetsException(List.of(file + " is not there"));
        } catch (IOException e) {
            throw new InvalidTargetsException(List.of(file + " cannot be read as text in UTF-8"));
        }
    }
}
