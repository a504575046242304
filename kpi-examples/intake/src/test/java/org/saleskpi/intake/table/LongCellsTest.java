package org.saleskpi.intake.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.Progress;

/** Cells that are too long for the library make their rows bad, and no others. */
class LongCellsTest {

    private static final String LONG = "x".repeat(17_000_000);
    private static final String REASON =
            " is the beginning of a cell of more than 16711680 characters, or of a row of four"
                    + " times as many, expected fewer";

    @TempDir
    Path folder;

    private List<String> rows(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), text);
        List<String> rows = new ArrayList<>();
        try (CsvTable table = CsvTable.open(file, TableForm.STANDARD, WantedColumns.of("id", "n"), Progress.NONE)) {
            for (Row row = table.next(); row != null; row = table.next()) {
                Row.Fault fault = row.fault();
                rows.add(row.origin() + " "
                        + (fault == null
                                ? row.cell("id") + row.cell("n")
                                : fault.field() + " " + fault.value().length() + " " + fault.reason()));
            }
        }
        return rows;
    }

    @Property(tries = 500)
    void otherCellsAreAsTheyAre(@ForAll @Chars({'"', ',', '\n', '\r', 'a', ' '}) String text) throws IOException {
        StringBuilder read = new StringBuilder();
        try (LongCells cells = new LongCells(new StringReader(text), ',')) {
            for (int c = cells.read(); c >= 0; c = cells.read()) {
                read.append((char) c);
            }
        }
        assertThat(read.toString()).isEqualTo(text);
    }

    @Test
    void aLongCellMakesItsRowBad() throws IOException {
        assertThat(rows("id,n\n1,a\n2," + LONG + "\n3,\"" + LONG + "\"\n4,\"b\n\"\"c\"\n5,d\n"))
                .containsExactly(
                        "a.csv:2 1a",
                        "a.csv:3 n 100" + REASON,
                        "a.csv:4 n 100" + REASON,
                        "a.csv:5 4b\n\"c",
                        "a.csv:7 5d");
    }

    @Test
    void linesThatAreCutAreCounted() throws IOException {
        assertThat(rows("id,n\n\n1,\"" + LONG + "\n\"\"\r\n,\"\n2,\"e\nf\"\n\"3\",g"))
                .containsExactly("a.csv:3 n 100" + REASON, "a.csv:6 2e\nf", "a.csv:8 3g");
    }

    @Test
    void aRowThatIsTooLongIsBad() throws IOException {
        String cell = "y".repeat(16_000_000);
        String row = "1" + ("," + cell).repeat(5);

        assertThat(rows("id,n,a,b,c,d\n" + row + "\n2,z,,,,\n"))
                .containsExactly("a.csv:2 d 100" + REASON, "a.csv:3 2z");
    }

    @Test
    void aQuoteThatIsNeverClosedBreaksTheFile() {
        String text = "id,n\n1,a\n2,\"b\n" + ("3," + "c".repeat(1_000) + "\n").repeat(30_000);

        assertThatThrownBy(() -> rows(text))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("a.csv:3: file is not CSV: The maximum buffer size");
        assertThatThrownBy(() -> rows("id,n\n1,\"" + LONG)).isInstanceOf(BrokenFileException.class);
    }

    @Test
    void aHeaderIsNotCut() {
        assertThatThrownBy(() -> rows("id," + LONG + "\n1,a\n"))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("a.csv:1: file is not CSV: ");
    }
}
