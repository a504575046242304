package org.saleskpi.benchmarks;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes measurements as Markdown: into the place that a page has for them, or at its end. */
final class Page {

    private Page() {}

    /** A table: its head, then its rows. The first column is text, the others are numbers. */
    static String table(List<String> head, List<List<String>> rows) {
        List<String> rule = Stream.concat(Stream.of("---"), Collections.nCopies(head.size() - 1, "---:").stream())
                .toList();
        return Stream.concat(Stream.of(head, rule), rows.stream())
                .map(row -> row.stream().collect(joining(" | ", "| ", " |\n")))
                .collect(joining());
    }

    /** Puts a text between the two comments that mark a section of a page; they are appended if they are missing. */
    static void write(Path page, String section, String text) throws IOException {
        String begin = "<!-- " + section + ": written by the benchmarks -->\n";
        String end = "<!-- end of " + section + " -->\n";
        String old = Files.exists(page) ? Files.readString(page) : "";
        int from = old.indexOf(begin);
        int to = old.indexOf(end);
        String before = from < 0 ? old + (old.isEmpty() ? "" : "\n") : old.substring(0, from);
        String after = from < 0 ? "" : old.substring(to + end.length());
        Files.writeString(page, before + begin + "\n" + text + "\n" + end + after);
    }

    /** A duration in nanoseconds, in the unit that suits it, to three digits. */
    static String duration(double nanos) {
        if (nanos < 1e3) {
            return digits(nanos) + " ns";
        }
        if (nanos < 1e6) {
            return digits(nanos / 1e3) + " µs";
        }
        return nanos < 1e9 ? digits(nanos / 1e6) + " ms" : digits(nanos / 1e9) + " s";
    }

    /** A number to three digits, none of them after the point from a hundred on. */
    static String digits(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%.2f" : number < 100 ? "%.1f" : "%,.0f", number);
    }
}
