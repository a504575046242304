package org.saleskpi.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.saleskpi.output.CsvDialect;
import org.saleskpi.output.TextStyle;
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

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write, in place of any there is; by default the standard output.")
    private @Nullable String out;

    /**
     * What the words of the options mean.
     *
     * @param locale the language of text
     * @param dialect how CSV is written
     * @param file the file to write; null for the standard output
     */
    record Output(
            Locale locale, CsvDialect dialect, @Nullable Path file) {

        /** How text is set off on a terminal, or in a file. */
        TextStyle style(Terminal terminal) {
            return file == null && terminal.isColoured() ? TextStyle.TERMINAL : TextStyle.PLAIN;
        }

        /** Writes to the file, or to the standard output where there is none. */
        void write(WholeFile.Content content, OutputStream stdout) throws CommandFailure {
            try {
                if (file == null) {
                    OutputStream buffered = new BufferedOutputStream(stdout);
                    content.writeTo(buffered);
                    buffered.flush();
                } else {
                    WholeFile.write(file, content);
                }
            } catch (IOException e) {
                throw new CommandFailure(
                        (file == null ? "The report" : "--out " + file) + " cannot be written: " + reason(e));
            }
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
                out == null ? null : arguments.path("--out", out));
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

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = e instanceof FileSystemException fileFault ? fileFault.getReason() : e.getMessage();
        return Objects.requireNonNullElse(reason, e.getClass().getSimpleName());
    }
}
