package org.saleskpi.cli;

import java.io.File;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/** What the ending of a file's name says of the format. */
final class FileEnding {

    /** The standard output, as it is named on a command line. */
    static final String STANDARD_OUTPUT = "-";

    private static final String PDF = "pdf";

    /** The usual ending of each format. */
    private static final Map<String, String> FORMATS = new LinkedHashMap<>();

    private static final Map<String, String> OTHERS = Map.of("text", "text", "log", "text", "htm", "html");

    static {
        FORMATS.put("txt", "text");
        for (String format : List.of("json", "csv", "xlsx", "parquet", "html")) {
            FORMATS.put(format, format);
        }
    }

    /** A date or the number of a version behind a point, as in {@code report.2026-03}, says nothing of a format. */
    private static final Pattern ENDING = Pattern.compile("\\d*[a-z][a-z0-9]*");

    private FileEnding() {}

    /**
     * The format that the ending of a file names; the usual one where there is no file, or none of its name is an ending. An
     * ending of no format is an error: nobody who names a file so expects text in it.
     *
     * @param out the file as it is named; null for none
     * @param choices the formats of the command, the first of which is the usual one
     */
    static <F extends Enum<F>> F format(@Nullable String out, F[] choices, Arguments arguments) {
        String ending = out == null ? "" : ending(out);
        if (out == null || ending.isEmpty()) {
            return choices[0];
        }
        String format = FORMATS.getOrDefault(ending, OTHERS.get(ending));
        return Arrays.stream(choices)
                .filter(choice -> choice.name().equalsIgnoreCase(format))
                .findFirst()
                .orElseThrow(() -> unknown(out, ending, Arguments.words(choices), arguments));
    }

    private static ParameterException unknown(String out, String ending, List<String> words, Arguments arguments) {
        Messages messages = arguments.messages();
        List<String> known = FORMATS.entrySet().stream()
                .filter(entry -> words.contains(entry.getValue()))
                .map(entry -> "." + entry.getKey())
                .toList();
        String hint = ending.equals(PDF) ? messages.pdf(words) : messages.didYouMean("." + ending, known);
        return arguments.badValue("--out", out, "out.ending", "." + ending, Messages.list(known), hint);
    }

    /** What stands behind the last point of a file's name; empty where nothing stands before it, as in {@code csv}. */
    private static String ending(String out) {
        String name = out.substring(Math.max(out.lastIndexOf('/'), out.lastIndexOf(File.separatorChar)) + 1);
        int point = name.lastIndexOf('.');
        String ending = point < 1 ? "" : name.substring(point + 1).toLowerCase(Locale.ROOT);
        return ENDING.matcher(ending).matches() ? ending : "";
    }
}
