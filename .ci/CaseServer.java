package org.saleskpi.cli;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Runs many command lines in one process, for tests from outside: each is a line of the standard input, its words separated by
 * U+001F; the answer is the exit code and the two outputs, each after its length.
 */
public final class CaseServer {

    private CaseServer() {}

    public static void main(String[] args) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        DataOutputStream answers = new DataOutputStream(new BufferedOutputStream(System.out));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            answers.writeInt(Main.run(out, Terminal.NONE, err, line.split("\u001f", -1)));
            write(out, answers);
            write(err, answers);
            answers.flush();
        }
    }

    private static void write(ByteArrayOutputStream bytes, DataOutputStream answers) throws IOException {
        answers.writeInt(bytes.size());
        bytes.writeTo(answers);
    }
}
