package org.saleskpi.cli;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.saleskpi.output.CsvDialect;
import org.saleskpi.output.TextStyle;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How and where a command writes what it found. */
final class OutputOptions {

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "The language of text, such as en or fr; by default that of the system.")
    private @Nullable String lang;

    @Option(
            names = "--csv-dialect",
            paramLabel = "DIALECT",
            description = "With --format csv: standard (the default), or excel-fr for semicolons and decimal commas.")
    private @Nullable String csvDialect;

    @Mixin
    private OutOption out = new OutOption();

    /**
     * What the words of the options mean.
     *
     * @param locale the language of text
     * @param dialect how CSV is written
     * @param destination where it is written to
     */
    record Output(Locale locale, CsvDialect dialect, OutOption.Destination destination) {

        /** The file to write; null for the standard output. */
        @Nullable
        Path file() {
            return destination.file();
        }

        /** How text is set off on a terminal, or in a file. */
        TextStyle style(Terminal terminal) {
            return destination.style(terminal);
        }

        /** Writes to the file, or to the standard output where there is none. */
        void write(WholeFile.Content content, OutputStream stdout) throws CommandFailure {
            destination.write(content, stdout);
        }
    }

    /**
     * Reads the words, before any file is opened; the format is the word that was given for it. A workbook takes the language
     * of the system alone, not its country: where its answers are the same, its bytes are.
     */
    Output parse(String format, Arguments arguments) {
        Locale locale = arguments.locale("--lang", lang);
        return new Output(
                lang == null && format.equals("xlsx") ? Locale.forLanguageTag(locale.getLanguage()) : locale,
                dialect(format, arguments),
                out.parse(arguments));
    }

    private CsvDialect dialect(String format, Arguments arguments) {
        if (csvDialect == null) {
            return CsvDialect.STANDARD;
        }
        CsvDialect dialect = arguments.choice("--csv-dialect", csvDialect, CsvDialect.values());
        if (!format.equals("csv")) {
            throw arguments.bad("--csv-dialect goes with --format csv, not with --format " + format);
        }
        return dialect;
    }
}
