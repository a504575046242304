package org.saleskpi.intake.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.Progress;

class BoundedLinesTest {

    private static List<String> lines(String text, int most) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BoundedLines bounded = new BoundedLines(new StringReader(text), most)) {
            for (String line = bounded.next(); line != null; line = bounded.next()) {
                lines.add(bounded.isCut() ? line + "…" : line);
            }
        }
        return lines;
    }

    @Property(tries = 300)
    void theyAreThoseOfTheLibraryWhereNoneIsCut(
            @ForAll @Chars({'\n', '\r'}) @CharRange(from = 'a', to = 'b') String text) throws IOException {
        assertThat(lines(text, 1000))
                .isEqualTo(new BufferedReader(new StringReader(text)).lines().toList());
    }

    @Test
    void longLinesAreCutAndOthersAreAsTheyAre() throws IOException {
        assertThat(lines("abcdef\nabc\r\nabcd\r\n\nx", 3)).containsExactly("abc…", "abc", "abc…", "", "x");
        assertThat(lines("a".repeat(100_000) + "\nb", 40_000)).containsExactly("a".repeat(40_000) + "…", "b");
        assertThat(lines("a".repeat((1 << 14) - 1) + "\r\nb", 1 << 20)).containsExactly("a".repeat((1 << 14) - 1), "b");
    }

    @Test
    void aLongLineOfJsonIsNoRow(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.jsonl"), "{\"a\": \"1\"}\n{\"a\": \"" + "x".repeat(200) + "\"}\n{\"a\": \"3\"}\n");
        List<String> rows = new ArrayList<>();
        try (Table table = JsonLinesTable.open(file, TableForm.STANDARD, List.of("a"), Progress.NONE, 150)) {
            for (Row row = table.next(); row != null; row = table.next()) {
                Row.Fault fault = row.fault();
                rows.add(row.origin() + " "
                        + (fault == null ? row.cell("a") : fault.value().length() + " " + fault.reason()));
            }
        }

        assertThat(rows)
                .containsExactly(
                        "a.jsonl:1 1",
                        "a.jsonl:2 100 is the beginning of a line of more than 150 characters, expected a JSON object on a"
                                + " line of its own",
                        "a.jsonl:3 3");
    }

    @Test
    void aReaderThatGivesLittleIsReadToItsEnd() throws IOException {
        Reader slow = new StringReader("ab\r\ncd") {
            @Override
            public int read(char[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, 1));
            }
        };
        try (BoundedLines lines = new BoundedLines(slow, 10)) {
            assertThat(lines.next()).isEqualTo("ab");
            assertThat(lines.next()).isEqualTo("cd");
            assertThat(lines.next()).isNull();
        }
    }
}
