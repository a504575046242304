package org.saleskpi.intake.table;

import java.io.IOException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;

/**
 * Says of a workbook what is wrong with it, in words for its owner: the library that reads it throws exceptions of many kinds at
 * files that are no workbooks, or not like those that it knows.
 */
final class WorkbookDamage {

    private static final Pattern MISSING_PART = Pattern.compile("/?(.+) not found");
    private static final Pattern OWN_WORDS = Pattern.compile("Unknown cell type : .*|Undefined attribute .*");
    private static final Pattern PLACE = Pattern.compile("(?s)\\s*at \\[row.*");

    private WorkbookDamage() {}

    /** What is wrong, by the exception that reading threw. */
    static String of(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = Objects.requireNonNullElse(cause.getMessage(), "");
            if (cause instanceof XMLStreamException) {
                return "a part of it is no XML: " + PLACE.matcher(message).replaceFirst("");
            }
            Matcher missing = MISSING_PART.matcher(message);
            if (missing.matches()) {
                return "it lacks "
                        + (missing.group(1).equals("null") ? "a part that every workbook has" : missing.group(1));
            }
            if (OWN_WORDS.matcher(message).matches()) {
                return message;
            }
            if (cause instanceof ZipException || message.startsWith("Error reading Zip")) {
                return "its archive is damaged";
            }
        }
        return failure instanceof IOException && failure.getCause() == null && failure.getMessage() != null
                ? failure.getMessage()
                : "it is damaged, or not written as a spreadsheet program does";
    }
}
