package org.saleskpi.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saleskpi.output.CsvDialect;
import picocli.CommandLine.Option;

/** How and where a command writes what it found: once, or to several files. */
final class OutputOptions {

    /** What the endings of files mean. */
    private static final Map<String, String> FORMATS = Map.of(
            "txt", "text",
            "json", "json",
            "csv", "csv",
            "xlsx", "xlsx",
            "parquet", "parquet",
            "html", "html",
            "htm", "html");

    @Option(names = "--csv-dialect", paramLabel = "DIALECT")
    private @Nullable String csvDialect;

    @Option(names = "--out", paramLabel = "FILE")
    private List<String> outs = List.of();

    /**
     * One thing to write.
     *
     * @param format how it is written
     * @param locale the language of text
     * @param dialect how CSV is written
     * @param destination where it is written to
     */
    record Output<F extends Enum<F>>(F format, Locale locale, CsvDialect dialect, Destination destination) {

        /** The file to write; null for the standard output. */
        @Nullable
        Path file() {
            return destination.file();
        }
    }

    /**
     * Reads the words, before any file is opened. A workbook takes the language of the system alone, not its country: where
     * its answers are the same, its bytes are.
     *
     * @param formats the words of the option {@code --format}: none, or one for each file
     * @param choices the formats of the command, the first of which is the usual one
     */
    <F extends Enum<F>> List<Output<F>> parse(List<String> formats, F[] choices, Arguments arguments) {
        int count = Math.max(1, outs.size());
        if (!formats.isEmpty() && formats.size() != count) {
            throw arguments.bad("format.count", String.valueOf(formats.size()), String.valueOf(outs.size()));
        }
        Locale locale = arguments.locale();
        CsvDialect dialect = csvDialect == null
                ? CsvDialect.STANDARD
                : arguments.choice("--csv-dialect", csvDialect, CsvDialect.values());
        List<Output<F>> outputs = new ArrayList<>();
        Set<Path> files = new HashSet<>();
        for (int i = 0; i < count; i++) {
            String out = outs.isEmpty() ? null : outs.get(i);
            F format = formats.isEmpty()
                    ? ofEnding(out, choices, arguments)
                    : arguments.choice("--format", formats.get(i), choices);
            Destination destination =
                    new Destination(out == null ? null : arguments.path("--out", out), arguments.messages());
            if (destination.file() != null
                    && !files.add(destination.file().toAbsolutePath().normalize())) {
                throw arguments.badValue("--out", String.valueOf(out), "out.twice");
            }
            boolean isWorkbook = format.name().equals("XLSX");
            outputs.add(new Output<>(
                    format,
                    !arguments.hasLanguage() && isWorkbook ? Locale.forLanguageTag(locale.getLanguage()) : locale,
                    dialect,
                    destination));
        }
        // Settings that are there for all questions say nothing about this one.
        if (arguments.isGiven("--csv-dialect")
                && outputs.stream().noneMatch(output -> output.format().name().equals("CSV"))) {
            throw arguments.bad("dialect.format", outputs.get(0).format().name().toLowerCase(Locale.ROOT));
        }
        return outputs;
    }

    /** The format that the ending of a file names; the usual one where there is no file, or an ending that names none. */
    private static <F extends Enum<F>> F ofEnding(@Nullable String out, F[] choices, Arguments arguments) {
        String name = out == null ? null : FORMATS.get(ending(out));
        if (out == null || name == null) {
            return choices[0];
        }
        return Arrays.stream(choices)
                .filter(choice -> choice.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        arguments.badValue("--out", out, "out.ending", name, Messages.list(Arguments.words(choices))));
    }

    /** What stands behind the last point of a file's name; empty where nothing stands before it, as in {@code csv}. */
    private static String ending(String out) {
        String name = out.substring(Math.max(out.lastIndexOf('/'), out.lastIndexOf(File.separatorChar)) + 1);
        int point = name.lastIndexOf('.');
        return point < 1 ? "" : name.substring(point + 1).toLowerCase(Locale.ROOT);
    }
}
