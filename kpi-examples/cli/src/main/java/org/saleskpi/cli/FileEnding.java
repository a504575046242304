package org.saleskpi.cli;

import java.io.File;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    /**
     * What looks like the ending of a format. Dates and versions behind a point, as in {@code report.2026-03} or
     * {@code report.v2}, say nothing of a format, nor do the random letters of {@code mktemp}.
     */
    private static final Pattern ENDING = Pattern.compile("[a-z]{1,7}|[A-Z]{1,7}");

    /** Endings that say what a file is for, not what is in it. */
    private static final Set<String> OF_NO_FORMAT = Set.of("bak", "new", "old", "orig", "out", "part", "temp", "tmp");

    private FileEnding() {}

    /**
     * The format that the ending of a file names; the usual one where there is no file, or its ending says nothing of a
     * format. That of another format is an error: nobody who names a file so expects text in it.
     *
     * @param out the file as it is named; null for none
     * @param choices the formats of the command, the first of which is the usual one
     */
    static <F extends Enum<F>> F format(@Nullable String out, F[] choices, Arguments arguments) {
        String named = out == null ? "" : ending(out);
        String ending = named.toLowerCase(Locale.ROOT);
        String format = FORMATS.getOrDefault(ending, OTHERS.get(ending));
        boolean saysNothing = !ENDING.matcher(named).matches() || OF_NO_FORMAT.contains(ending);
        if (out == null || (format == null && saysNothing)) {
            return choices[0];
        }
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
        return point < 1 ? "" : name.substring(point + 1);
    }
}
