package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;

/** docs/crm/nextlead.md does what it says. */
class NextLeadMappingTest {

    private Export export;

    @BeforeEach
    void makeExport(@TempDir Path folder) {
        export = new Export(folder);
    }

    private ImportedRecords read() throws Exception {
        return export.read(BuiltInMapping.NEXTLEAD);
    }

    private static String sale(String id, String status, String fields) {
        return "{'id': '" + id + "', 'name': 'Sale', 'value': 1200.5, 'status': '" + status + "', 'type': 'NEW_CLIENT',"
                + " 'priority': 'HIGH', 'closeDate': '2026-03-05', 'createdAt': '2026-02-01T12:00:00Z', 'assignedToId': 'u1', "
                + fields + "}";
    }

    @Test
    void salesAreWonAndLostByTheirStatus() throws Exception {
        export.withJson(
                        "sales.jsonl",
                        sale("s1", "WON", "'contactId': 'c1'"),
                        sale("s2", "LOST", "'contactId': 'c1'"),
                        sale("s3", "ACTIVE", "'contactId': null, 'structureId': 'st1'"),
                        sale("s4", "PAUSED", "'contactId': null"),
                        sale("s5", "LONG_TERM_PAUSED", "'contactId': null"),
                        sale("s6", "PENDING", "'contactId': null"))
                .withJson("users.jsonl", "{'id': 'u1', 'firstName': 'Ann', 'lastName': 'Lee'}")
                .withJson(
                        "contacts.jsonl",
                        "{'id': 'c1', 'type': 'CLIENT', 'status': 'ACTIVE', 'conversion_status': 'hot', 'created_at':"
                                + " '2026-01-01T12:00:00Z'}",
                        "{'id': 'c2', 'type': 'CLIENT', 'status': null, 'conversion_status': null, 'created_at': null}");

        ImportedRecords records = read();

        assertThat(Shown.customers(records))
                .containsExactly(
                        "contact-c1 | 2026-01-01T12:00:00Z | - | - | {status=ACTIVE, conversion_status=hot}",
                        "structure-st1 | 2026-02-01T12:00:00Z | - | -");
        assertThat(records.proposals())
                .extracting(one -> one.id() + " " + one.customerId() + " " + one.status() + " " + one.decidedAt())
                .containsExactly(
                        "s1 contact-c1 ACCEPTED 2026-03-04T23:00:00Z",
                        "s2 contact-c1 REFUSED 2026-03-04T23:00:00Z",
                        "s3 structure-st1 PENDING null",
                        "s4 null PENDING null",
                        "s5 null PENDING null",
                        "s6 null PENDING null");
        assertThat(Shown.contracts(records))
                .containsExactly(
                        "s1 | contact-c1 | 2026-03-04T23:00:00Z | - | EUR 1200.50 | s1 | Ann Lee | {sale_type=NEW_CLIENT}");
        assertThat(records.summary()).contains("  1 matched no rule");
    }

    @Test
    void aStatusThatIsNotKnownIsAnError() throws Exception {
        export.withJson("sales.jsonl", sale("s1", "FROZEN", "'contactId': null"));

        assertThat(Export.problems(read()))
                .containsExactly(
                        "Proposal s1 (sales.jsonl:1): status FROZEN is not among the words of the mapping, expected"
                                + " one of ACTIVE, LONG_TERM_PAUSED, LOST, PAUSED, PENDING, WON");
    }

    @Test
    void salesOfATableAreReadByTheSameNames() throws Exception {
        export.with(
                "sales.csv",
                "id,contact_id,value,status,close_date,created_at,assigned_to_id",
                "s1,c1,99.90,WON,2026-03-05,2026-02-01T12:00:00Z,u1");

        ImportedRecords records = read();

        assertThat(Shown.contracts(records))
                .containsExactly("s1 | contact-c1 | 2026-03-04T23:00:00Z | - | EUR 99.90 | s1 | u1");
    }

    private static String action(String id, String type, boolean completed, String deadline) {
        return "{'id': '" + id + "', 'taskType': '" + type + "', 'completed': " + completed + ", 'deadline': "
                + deadline + ", 'createdAt': '2026-02-01T12:00:00Z', 'assignedToId': 'u1', 'contactId': null}";
    }

    @Test
    void completedCallsAreCallsAndMeetingsCountWhetherCompletedOrNot() throws Exception {
        export.withJson(
                "actions.jsonl",
                action("a1", "CALL", true, "'2026-03-02T10:00:00Z'"),
                action("a2", "CALL", true, "null"),
                action("a3", "CALL", false, "'2026-03-02T10:00:00Z'"),
                action("a4", "MEETING", true, "'2026-03-02T10:00:00Z'"),
                action("a5", "LUNCH", false, "'2026-03-02T10:00:00Z'"),
                action("a6", "EMAIL", true, "null"),
                action("a7", "LINKEDIN", true, "null"),
                action("a8", "OTHER", true, "null"));

        ImportedRecords records = read();

        assertThat(Shown.calls(records))
                .containsExactly(
                        "a1 | - | 2026-03-02T10:00:00Z | - | PROSPECTING | u1",
                        "a2 | - | 2026-02-01T12:00:00Z | - | PROSPECTING | u1");
        assertThat(Shown.meetings(records))
                .containsExactly(
                        "a4 | - | 2026-03-02T10:00:00Z | HELD | u1 | {type=MEETING}",
                        "a5 | - | 2026-03-02T10:00:00Z | PLANNED | u1 | {type=LUNCH}");
        assertThat(records.summary()).contains("  1 skipped: call not completed", "  3 matched no rule");
    }

    @Test
    void aTaskLeavesCustomerAndOwnerToItsProject() throws Exception {
        export.withJson(
                        "tasks.jsonl",
                        "{'id': 't1', 'projectId': 'p1', 'taskType': 'CALL', 'completed': true, 'deadline': null, 'createdAt':"
                                + " '2026-02-01T12:00:00Z'}",
                        "{'id': 't2', 'project_id': 'p2', 'taskType': 'MEETING', 'completed': true, 'deadline': null,"
                                + " 'createdAt': '2026-02-01T12:00:00Z', 'assignedToId': 'u9'}")
                .withJson(
                        "projects.jsonl",
                        "{'id': 'p1', 'contactId': 'c1', 'assignedToId': 'u1', 'createdAt': '2026-02-01T12:00:00Z'}",
                        "{'id': 'p2', 'contactId': null, 'structureId': 's1', 'assignedToId': 'u2', 'createdAt':"
                                + " '2026-02-01T12:00:00Z'}")
                .withJson("contacts.jsonl", "{'id': 'c1', 'createdAt': '2026-01-01T12:00:00Z'}")
                .withJson("structures.jsonl", "{'id': 's1', 'createdAt': '2026-01-01T12:00:00Z'}")
                .withJson("users.jsonl", "{'id': 'u1', 'firstName': 'Ann', 'lastName': 'Lee'}");

        ImportedRecords records = read();

        assertThat(Shown.calls(records))
                .containsExactly("t1 | contact-c1 | 2026-02-01T12:00:00Z | - | PROSPECTING | Ann Lee");
        assertThat(Shown.meetings(records))
                .containsExactly("t2 | structure-s1 | 2026-02-01T12:00:00Z | HELD | u9 | {type=MEETING}");
    }

    @Test
    void projectsMayHoldTheirTasks() throws Exception {
        export.withJson(
                        "projects.jsonl",
                        "{'id': 'p1', 'contactId': 'c1', 'tasks': ["
                                + "{'id': 't1', 'taskType': 'CALL', 'completed': true, 'createdAt': '2026-02-01T12:00:00Z'},"
                                + " {'id': 't2', 'taskType': 'MEETING', 'completed': false, 'createdAt': '2026-02-01T12:00:00Z',"
                                + " 'assignedToId': 'u2'}], 'assignedToId': 'u1'}",
                        "{'id': 'p2', 'contactId': 'c1', 'tasks': []}",
                        "{'id': 'p3', 'contactId': 'c1'}")
                .withJson(
                        "actions.jsonl",
                        "{'id': 'p4', 'structure': {'id': 's1'}, 'tasks': [{'id': 't4', 'taskType': 'CALL', 'completed': true,"
                                + " 'createdAt': '2026-02-01T12:00:00Z'}]}")
                .withJson("contacts.jsonl", "{'id': 'c1', 'createdAt': '2026-01-01T12:00:00Z'}")
                .withJson("structures.jsonl", "{'id': 's1', 'createdAt': '2026-01-01T12:00:00Z'}")
                .withJson("users.jsonl", "{'id': 'u1', 'firstName': 'Ann', 'lastName': 'Lee'}");

        ImportedRecords records = read();

        assertThat(Shown.calls(records))
                .containsExactly(
                        "t4 | structure-s1 | 2026-02-01T12:00:00Z | - | PROSPECTING | -",
                        "t1 | contact-c1 | 2026-02-01T12:00:00Z | - | PROSPECTING | Ann Lee");
        assertThat(Shown.meetings(records))
                .containsExactly("t2 | contact-c1 | 2026-02-01T12:00:00Z | PLANNED | u2 | {type=MEETING}");
        assertThat(records.summary()).contains("  1 skipped: project, whose tasks are not here");
    }

    @Test
    void aSaleWithoutAStatusHasThatOfItsStage() throws Exception {
        String sale =
                "{'id': '%s', 'value': 5, 'closeDate': '2026-03-05', 'createdAt': '2026-02-01T12:00:00Z', 'contactId':"
                        + " 'c1', 'stageId': '%s'}";
        export.withJson(
                        "sales.jsonl",
                        sale.formatted("s1", "a"),
                        sale.formatted("s2", "b"),
                        sale.formatted("s3", "c"),
                        sale.formatted("s4", "d"))
                .withJson(
                        "stages.jsonl",
                        "{'id': 'a', 'status': 'WON'}",
                        "{'id': 'b', 'status': 'LOST'}",
                        "{'id': 'c', 'status': 'ACTIVE'}");

        ImportedRecords records = read();

        assertThat(records.proposals())
                .extracting(one -> one.id() + " " + one.status())
                .containsExactly("s1 ACCEPTED", "s2 REFUSED", "s3 PENDING");
        assertThat(records.contracts()).extracting(one -> one.id()).containsExactly("s1");
        assertThat(Export.problems(records)).containsExactly("Proposal s4 (sales.jsonl:4): status is missing");
    }

    @Test
    void structuresAreCustomersAndAConnectorMayNestThem() throws Exception {
        export.withJson("structures.jsonl", "{'id': 'st1', 'city': 'Lyon', 'createdAt': '2026-01-01T12:00:00Z'}")
                .withJson("sales.jsonl", sale("s1", "WON", "'contact': null, 'structure': {'id': 'st1'}"));

        ImportedRecords records = read();

        assertThat(Shown.customers(records))
                .containsExactly("structure-st1 | 2026-01-01T12:00:00Z | - | - | {city=Lyon}");
        assertThat(records.contracts()).extracting(one -> one.customerId()).containsExactly("structure-st1");
    }
}
