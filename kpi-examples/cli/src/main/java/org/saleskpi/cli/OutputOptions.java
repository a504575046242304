package org.saleskpi.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saleskpi.output.CsvDialect;
import picocli.CommandLine.Option;

/** How and where a command writes what it found: once, or to several files. */
final class OutputOptions {

    @Option(names = "--csv-dialect", paramLabel = "${bundle:label.dialect}")
    private @Nullable String csvDialect;

    @Option(names = "--out", paramLabel = "${bundle:label.file}")
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
        Set<Object> places = new HashSet<>();
        for (int i = 0; i < count; i++) {
            String out = outs.isEmpty() ? null : outs.get(i);
            F format = formats.isEmpty()
                    ? FileEnding.format(out, choices, arguments)
                    : arguments.format(formats.get(i), choices);
            Destination destination = Destination.of(out, arguments);
            Path file = destination.file();
            if (!places.add(
                    file == null
                            ? FileEnding.STANDARD_OUTPUT
                            : file.toAbsolutePath().normalize())) {
                throw arguments.badValue("--out", String.valueOf(out), "out.twice");
            }
            boolean isWorkbook = format.name().equals("XLSX");
            outputs.add(new Output<>(
                    format,
                    !arguments.hasLanguage() && isWorkbook ? Locale.forLanguageTag(locale.getLanguage()) : locale,
                    dialect,
                    destination));
        }
        goesWith("--csv-dialect", List.of("csv"), outputs, arguments);
        return outputs;
    }

    /**
     * Makes sure that some output has what an option of the command line says: it would be left out without a word. Settings
     * that are there for all questions say nothing about this one.
     *
     * @param option the option
     * @param formats the formats that have it
     */
    static <F extends Enum<F>> void goesWith(
            String option, List<String> formats, List<Output<F>> outputs, Arguments arguments) {
        if (arguments.isGiven(option)
                && outputs.stream().noneMatch(output -> formats.contains(word(output.format())))) {
            Messages messages = arguments.messages();
            throw arguments.bad(
                    "option.format",
                    option,
                    messages.either(formats),
                    word(outputs.get(0).format()));
        }
    }

    private static <F extends Enum<F>> String word(F format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
