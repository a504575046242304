package org.saleskpi.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a command line did: its exit code, and the bytes that it wrote.
 *
 * @param exitCode the exit code
 * @param out the standard output, read as UTF-8
 * @param err the standard error, read as UTF-8
 */
public record Run(int exitCode, String out, String err) {

    private static final Pattern ACCOUNT = Pattern.compile(
            "[a-z]+\\.csv: [0-9]+ rows? read: .*|Not read: .*|[0-9]+ of [0-9]+ rows used .*|[0-9]+ records? without an owner .*|[0-9]+ [a-z]+ from [0-9: -]+ to [0-9: -]+"
                    + "|[a-z]+\\.csv\u202F: lecture de .*|Non lu\u202F: .*|[0-9]+ lignes? utilisées? .*|[0-9]+ enregistrements? sans commercial .*|[0-9]+ [^0-9]+ du [0-9: -]+ au [0-9: -]+");

    /** Runs a command line in this process. */
    public static Run of(String... args) {
        return on(Terminal.NONE, args);
    }

    /** Runs a command line in this process, as if its standard output were a terminal. */
    static Run on(Terminal terminal, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(out, terminal, err, args);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The lines of the standard error, without the account of the CSV folder. */
    public List<String> complaints() {
        return err.lines().filter(line -> !ACCOUNT.matcher(line).matches()).toList();
    }

    /** The standard output with plain spaces: which no-break ones numbers take depends on the JDK. */
    public String text() {
        return out.replaceAll("[\u00A0\u202F]", " ");
    }
}
