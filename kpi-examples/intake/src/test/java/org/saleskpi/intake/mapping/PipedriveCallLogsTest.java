package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;

/** Calls of Pipedrive that a telephone app has logged, with their outcome. */
class PipedriveCallLogsTest {

    private Export export;

    @BeforeEach
    void makeExport(@TempDir Path folder) {
        export = new Export(folder);
    }

    private ImportedRecords read() throws Exception {
        return export.read(BuiltInMapping.PIPEDRIVE);
    }

    @Test
    void theLogOfAnActivityGivesItsOutcome() throws Exception {
        export.withJson(
                        "activities.jsonl",
                        activity(1, true),
                        activity(2, true),
                        activity(3, false),
                        activity(4, false),
                        activity(5, true))
                .withJson(
                        "call_logs.jsonl",
                        log("a", "1", "connected"),
                        log("b", "2", "left_message"),
                        log("c", "3", "no_answer"));

        ImportedRecords records = read();

        assertThat(records.calls())
                .extracting(one -> one.id() + " " + one.outcome())
                .containsExactly("1 DISCUSSION", "2 CALL_BACK", "3 NO_ANSWER", "5 null");
        assertThat(records.summary())
                .contains("  1 skipped: call not done", "  3 skipped: of an activity, which is the call");
    }

    @Test
    void aLogWithoutActivityIsACallOfItsOwn() throws Exception {
        export.withJson(
                        "call_logs.jsonl",
                        log("a", "null", "busy"),
                        log("b", "null", "wrong_number"),
                        log("c", "null", "left_voicemail"),
                        log("d", "9", "connected"),
                        log("e", "null", "hung_up"))
                .withJson("organizations.jsonl", "{'id': 10, 'add_time': '2026-01-01 00:00:00'}")
                .withJson("users.jsonl", "{'id': 7, 'name': 'Ann Lee'}");

        ImportedRecords records = read();

        assertThat(Shown.calls(records))
                .containsExactly(
                        "log-a | org-10 | 2026-03-02T10:00:00Z | NO_ANSWER | PROSPECTING | Ann Lee",
                        "log-b | org-10 | 2026-03-02T10:00:00Z | NO_ANSWER | PROSPECTING | Ann Lee",
                        "log-c | org-10 | 2026-03-02T10:00:00Z | NO_ANSWER | PROSPECTING | Ann Lee",
                        "log-d | org-10 | 2026-03-02T10:00:00Z | DISCUSSION | PROSPECTING | Ann Lee",
                        "log-e | org-10 | 2026-03-02T10:00:00Z | - | PROSPECTING | Ann Lee");
        assertThat(records.summary()).contains("    outcome not understood, counted as not recorded: hung_up (1)");
    }

    private static String activity(int id, boolean done) {
        return "{'id': " + id + ", 'user_id': 7, 'type': 'call', 'done': " + done
                + ", 'due_date': '2026-03-02', 'due_time': ''}";
    }

    private static String log(String id, String activity, String outcome) {
        return "{'id': '" + id + "', 'activity_id': " + activity + ", 'outcome': '" + outcome
                + "', 'start_time': '2026-03-02 10:00:00', 'user_id': 7, 'org_id': 10, 'person_id': null}";
    }
}
