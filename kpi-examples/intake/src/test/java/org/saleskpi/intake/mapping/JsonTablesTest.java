package org.saleskpi.intake.mapping;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saleskpi.intake.Progress;
import org.saleskpi.intake.TestFolder;
import org.saleskpi.intake.table.BrokenFileException;
import org.saleskpi.intake.table.CsvForm;
import org.saleskpi.intake.table.HeaderPlace;
import org.saleskpi.intake.table.JsonForm;
import org.saleskpi.intake.table.Row;
import org.saleskpi.intake.table.Table;
import org.saleskpi.intake.table.TableFile;
import org.saleskpi.intake.table.TableForm;
import org.saleskpi.intake.table.WantedColumns;

class JsonTablesTest {

    @TempDir
    Path path;

    /** The rows of a file: origin and the cells of some columns, or what makes them unfit. */
    private List<String> rows(String file, String text, Set<String> items, String... columns) {
        return rows(file, text, UTF_8, items, columns);
    }

    private List<String> rows(String file, String text, Charset charset, Set<String> items, String... columns) {
        new TestFolder(path).with(file, text, charset);
        List<String> rows = new ArrayList<>();
        TableForm form = new TableForm(
                CsvForm.STANDARD, new JsonForm(items, Set.of(), null), null, HeaderPlace.FIRST, false, false);
        try (Table table = TableFile.open(path.resolve(file), form, WantedColumns.of(columns), Progress.NONE)) {
            for (Row row = table.next(); row != null; row = table.next()) {
                rows.add(shown(row, columns));
            }
        }
        return rows;
    }

    /** An empty cell is shown as nothing, and a column that the row does not have as ?. */
    private static String shown(Row row, String... columns) {
        Row.Fault fault = row.fault();
        if (fault != null) {
            return row.origin() + " " + fault.field() + " " + fault.value() + " " + fault.reason();
        }
        return row.origin() + " "
                + Stream.of(columns)
                        .map(column -> !row.has(column) ? "?" : row.cell(column) == null ? "" : row.cell(column))
                        .toList();
    }

    @Test
    void textsAreWhatTheFileSays() {
        String line = "{\"a\": %s}\n";
        String lines = Stream.of(
                        "\" x \"",
                        "\"\"",
                        "null",
                        "true",
                        "false",
                        "4970762000000348004",
                        "950000000.0",
                        "-1.50e+3",
                        "0.1000000000000000055511151231257827",
                        "\"é\\u00e9\\n\\ud83d\\ude00\"",
                        "{}",
                        "[]",
                        "[1]")
                .map(line::formatted)
                .reduce("", String::concat);

        assertThat(rows("rows.jsonl", lines, Set.of(), "a"))
                .containsExactly(
                        "rows.jsonl:1 [x]",
                        "rows.jsonl:2 []",
                        "rows.jsonl:3 []",
                        "rows.jsonl:4 [true]",
                        "rows.jsonl:5 [false]",
                        "rows.jsonl:6 [4970762000000348004]",
                        "rows.jsonl:7 [950000000.0]",
                        "rows.jsonl:8 [-1.50e+3]",
                        "rows.jsonl:9 [0.1000000000000000055511151231257827]",
                        "rows.jsonl:10 [éé\n😀]",
                        "rows.jsonl:11 [?]",
                        "rows.jsonl:12 [?]",
                        "rows.jsonl:13 [?]");
    }

    @Test
    void pathsLeadThroughObjectsAndArrays() {
        assertThat(rows(
                        "rows.ndjson",
                        """
                        {"Owner": {"name": "Ann", "id": 7}, "$converted": false, "ids": ["x", "y"]}
                        {"Owner": null, "ids": []}
                        {"Owner": {}, "ids": null}
                        {"Owner": "Ann", "ids": {"0": "z"}}
                        {"deals": {"results": [{"id": "1"}, {"id": "2", "to": [[1, 2]]}]}}
                        {"deals": {"results": [{"to": 3}]}}
                        """,
                        Set.of(),
                        "Owner.name",
                        "$converted",
                        "ids.0",
                        "deals.results.1.id",
                        "deals.results.1.to.0.1"))
                .containsExactly(
                        "rows.ndjson:1 [Ann, false, x, ?, ?]",
                        "rows.ndjson:2 [, ?, , ?, ?]",
                        "rows.ndjson:3 [?, ?, , ?, ?]",
                        "rows.ndjson:4 [?, ?, z, ?, ?]",
                        "rows.ndjson:5 [?, ?, ?, 2, 2]",
                        "rows.ndjson:6 [?, ?, ?, , ]");
    }

    @Test
    void aPointMayBePartOfTheNameOfAMember() {
        assertThat(rows("rows.jsonl", """
                        {"a.b": 1}
                        {"a": {"b": 2}}
                        {"a": {"b.c": {"d": 3}}}
                        {"a.b": {"c.d": 4}}
                        {"a.b.c": {"d": 5}, "a": null}
                        {"a.b": 6, "a": {"b": 7}}
                        {"a.b": 8, "a.b": 9}
                        {"other": 1, "other": 2, ".x": 3, "y.": 4, "": {"z": 5}}
                        """, Set.of(), "a.b", "a.b.c.d", ".x", "y."))
                .containsExactly(
                        "rows.jsonl:1 [1, ?, ?, ?]",
                        "rows.jsonl:2 [2, ?, ?, ?]",
                        "rows.jsonl:3 [?, 3, ?, ?]",
                        "rows.jsonl:4 [?, 4, ?, ?]",
                        "rows.jsonl:5 [, 5, ?, ?]",
                        "rows.jsonl:6 a.b 7 is the second value of that name, expected one",
                        "rows.jsonl:7 a.b 9 is the second value of that name, expected one",
                        "rows.jsonl:8 [?, ?, 3, 4]");
    }

    @Test
    void aLineThatIsNoObjectIsARowThatIsNotWhole() {
        List<String> rows = rows(
                "rows.jsonl",
                "\uFEFF{\"a\": 1}\r\n\n  \n[1]\n\"x\"\n{\"a\": 2} {\"a\": 3}\n{\"a\": 4\n{\"a\": \"\\u0000\"}\n{\"a\": 5}",
                Set.of(),
                "a");

        assertThat(rows)
                .hasSize(7)
                .startsWith(
                        "rows.jsonl:1 [1]",
                        "rows.jsonl:4 row [1] is not a JSON object",
                        "rows.jsonl:5 row \"x\" is not a JSON object",
                        "rows.jsonl:6 row {\"a\": 2} {\"a\": 3} is more than one JSON object")
                .endsWith("rows.jsonl:8 a \0 has a NUL character", "rows.jsonl:9 [5]");
        assertThat(rows.get(4))
                .startsWith("rows.jsonl:7 row {\"a\": 4 is not a JSON object: Unexpected end-of-input")
                .doesNotContain("\n");
    }

    @Test
    void anArrayOfObjectsIsNumberedFromOne() {
        assertThat(rows("rows.json", "\uFEFF[{\"a\": 1}, 2, [3], null,\n\n{\"a\": 4}]\n", Set.of("records"), "a"))
                .containsExactly(
                        "rows.json:1 [1]",
                        "rows.json:2 row 2 is not a JSON object",
                        "rows.json:3 row an array is not a JSON object",
                        "rows.json:4 row null is not a JSON object",
                        "rows.json:5 [4]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"totalSize\": 1, \"x\": {\"data\": [{\"a\": 2}]}, \"data\": [{\"a\": 1}], \"paging\": {\"next\": [1]}}",
                "{\"results\": {\"items\": [{\"a\": 1}], \"others\": [{\"a\": 2}]}, \"success\": true}",
                "{\"pages\": [{}, {\"rows\": [{\"a\": 1}]}]}"
            })
    void theArrayMayBeAMember(String text) {
        assertThat(rows("rows.JSON", text, Set.of("data", "results.items", "pages.1.rows"), "a"))
                .containsExactly("rows.JSON:1 [1]");
    }

    @Test
    void aSystemThatFindsNothingMayGiveNull() {
        assertThat(rows("rows.json", "{\"data\": null}", Set.of("data"), "a")).isEmpty();
        assertThat(rows("rows.json", "[]", Set.of(), "a")).isEmpty();
        assertThat(rows("rows.jsonl", "", Set.of(), "a")).isEmpty();
    }

    @Test
    void aFileWithoutItsArrayIsBroken() {
        assertThatThrownBy(() -> rows("rows.json", "{\"data\": 1}", Set.of("data"), "a"))
                .isInstanceOf(BrokenFileException.class)
                .hasMessage("rows.json: file has no array data");
        assertThatThrownBy(() -> rows("rows.json", "{\"a\": 1}\n{\"a\": 2}", Set.of(), "a"))
                .hasMessageStartingWith("rows.json: file is no array of objects; json: {items: …} tells");
        assertThatThrownBy(() -> rows("rows.json", "", Set.of(), "a"))
                .hasMessageStartingWith("rows.json: file is no array of objects");
        assertThatThrownBy(() -> rows("rows.json", "{\"data\": [], \"rows\": []}", Set.of("data", "rows"), "a"))
                .hasMessage("rows.json: file has two arrays of rows, expected one");
        assertThatThrownBy(() -> rows("rows.json", "[{\"a\": 1},\n{\"a\": 2}", Set.of(), "a"))
                .hasMessageStartingWith("rows.json: file is not JSON, line 2: Unexpected end-of-input");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows.json", "rows.jsonl"})
    void aFileThatIsNotUtf8IsBroken(String file) {
        assertThatThrownBy(() -> rows(file, "[\n{\"a\": \"é\"}]", ISO_8859_1, Set.of(), "a"))
                .hasMessage(file + ":2: file is not UTF-8 text");
    }
}
