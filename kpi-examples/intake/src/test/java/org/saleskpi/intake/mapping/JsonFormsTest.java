package org.saleskpi.intake.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.Progress;
import org.saleskpi.intake.TestFolder;
import org.saleskpi.intake.table.CsvForm;
import org.saleskpi.intake.table.HeaderPlace;
import org.saleskpi.intake.table.JsonForm;
import org.saleskpi.intake.table.Row;
import org.saleskpi.intake.table.Table;
import org.saleskpi.intake.table.TableFile;
import org.saleskpi.intake.table.TableForm;
import org.saleskpi.intake.table.WantedColumns;

/** Rows of JSON that are wrapped, or held by the items of a file. */
class JsonFormsTest {

    private static final JsonForm WRAPPED = new JsonForm(Set.of("items"), Set.of("data", "record"), null);
    private static final JsonForm HELD = new JsonForm(Set.of("items"), Set.of("data"), "tasks");

    @TempDir
    Path path;

    private List<String> rows(String file, String text, JsonForm json, boolean ignoresCase, String... columns) {
        new TestFolder(path).with(file, text.replace('\'', '"'), UTF_8);
        List<String> rows = new ArrayList<>();
        TableForm form = new TableForm(CsvForm.STANDARD, json, null, HeaderPlace.FIRST, false, ignoresCase);
        try (Table table = TableFile.open(path.resolve(file), form, WantedColumns.of(columns), Progress.NONE)) {
            for (Row row = table.next(); row != null; row = table.next()) {
                Row found = row;
                Row.Fault fault = row.fault();
                rows.add(row.origin() + " "
                        + (fault == null
                                ? Arrays.stream(columns).map(found::cell).toList()
                                : fault.field() + " " + fault.value() + " " + fault.reason()));
            }
        }
        return rows;
    }

    @Test
    void aWrappedRowCountsInPlaceOfWhatIsAroundIt() {
        String lines = """
                {'type': 'RECORD', 'record': {'id': 1, 'type': 'call'}, 'id': 9}
                {'type': 'RECORD', 'record': {'stream': 's', 'data': {'id': 2, 'type': null}}}
                {'id': 3, 'data': 'a text', 'type': 'email'}
                """;

        assertThat(rows("rows.jsonl", lines, WRAPPED, false, "id", "type"))
                .containsExactly("rows.jsonl:1 [1, call]", "rows.jsonl:2 [2, null]", "rows.jsonl:3 [3, email]");
        assertThat(rows("rows.json", "{'items': [{'data': {'id': 1}}, {'id': 2}]}", WRAPPED, false, "id"))
                .containsExactly("rows.json:1 [1]", "rows.json:2 [2]");
    }

    @Test
    void theRowsThatAnItemHoldsKnowWhatIsAroundThem() {
        String lines = """
                {'id': 'p', 'owner': {'id': 7}, 'tasks': [{'id': 1}, {'id': 2, 'owner': {'id': 8}}], 'name': 'N'}
                {'id': 'q', 'tasks': []}
                {'id': 'r', 'owner': {'id': 9}}
                {'data': {'id': 's', 'name': 'S', 'tasks': [{'id': 3}, 4]}, 'tasks': [{'id': 5}]}
                """;

        assertThat(rows("rows.jsonl", lines, HELD, false, "id", "owner.id", "item.owner.id", "item.name"))
                .containsExactly(
                        "rows.jsonl:1 [1, null, 7, N]",
                        "rows.jsonl:1 [2, 8, 7, N]",
                        "rows.jsonl:3 [r, 9, null, null]",
                        "rows.jsonl:4 [3, null, null, S]",
                        "rows.jsonl:4 tasks 4 is not a JSON object");
        assertThat(rows("rows.json", "[{'tasks': []}, {'tasks': [{'id': 1}]}]", HELD, false, "id"))
                .containsExactly("rows.json:2 [1]");
    }

    @Test
    void aStarStandsForAllItemsEachTextOnce() {
        String lines = """
                {'a': ['7', 8, '7', null, 9]}
                {'a': [], 'b': {'results': [{'id': 1}, {'id': 2}, {}]}}
                {'a': null, 'b': {'results': [{'id': 3}]}}
                """;

        assertThat(rows("rows.jsonl", lines, WRAPPED, false, "a.*", "b.results.*.id", "a.1"))
                .containsExactly(
                        "rows.jsonl:1 [7;9, null, 8]",
                        "rows.jsonl:2 [null, 1;2, null]",
                        "rows.jsonl:3 [null, 3, null]");
    }

    @Test
    void membersMayBeAskedForInAnyCaseAndTheirOwnNamesComeFirst() {
        String lines = """
                {'ID': 1, 'OWNER': {'Name': 'Ann'}}
                {'Id': 2, 'owner': {'NAME': 'Bob', 'name': 'Cy'}}
                """;

        assertThat(rows("rows.jsonl", lines, WRAPPED, true, "Id", "Owner.name"))
                .containsExactly(
                        "rows.jsonl:1 [1, Ann]",
                        "rows.jsonl:2 Owner.name Cy is the second value of that name, expected one");
        assertThat(rows("rows.jsonl", lines, WRAPPED, true, "Id", "Owner.name", "Owner.NAME"))
                .containsExactly("rows.jsonl:1 [1, Ann, null]", "rows.jsonl:2 [2, Cy, Bob]");
        assertThat(rows("rows.jsonl", lines, WRAPPED, false, "Id"))
                .containsExactly("rows.jsonl:1 [null]", "rows.jsonl:2 [2]");
    }
}
