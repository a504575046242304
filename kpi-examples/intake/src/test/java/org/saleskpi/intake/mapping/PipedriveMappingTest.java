package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;

/** docs/crm/pipedrive.md does what it says. */
class PipedriveMappingTest {

    private Export export;

    @BeforeEach
    void makeExport(@TempDir Path folder) {
        export = new Export(folder);
    }

    private ImportedRecords read() throws Exception {
        return export.read(BuiltInMapping.PIPEDRIVE);
    }

    private static String deal(int id, String fields) {
        return "{'id': " + id
                + ", 'user_id': 7, 'org_id': 10, 'person_id': 20, 'stage_id': 1, 'pipeline_id': 1, 'value':"
                + " 1500.5, 'currency': 'EUR', 'add_time': '2026-02-22 08:27:53', 'deleted': false, 'lost_reason': null, "
                + fields + "}";
    }

    @Test
    void dealsOfTheApiAreWonAndLostByTheirStatusAndTheirTimesAreUtc() throws Exception {
        export.withText(
                        "deals.json",
                        "{\"success\": true, \"data\": ["
                                + String.join(
                                                ",",
                                                deal(
                                                        1,
                                                        "'status': 'won', 'won_time': '2026-03-01 23:30:00', 'close_time':"
                                                                + " '2026-03-01 23:30:00'"),
                                                deal(
                                                        2,
                                                        "'status': 'lost', 'lost_time': '2026-03-02 10:00:00', 'won_time': null"),
                                                deal(3, "'status': 'open', 'won_time': '', 'close_time': null"),
                                                deal(4, "'status': 'deleted'"),
                                                deal(
                                                        5,
                                                        "'status': 'won', 'won_time': '2026-03-01 23:30:00', 'is_deleted': true"))
                                        .replace('\'', '"')
                                + "]}")
                .withJson("users.jsonl", "{'id': 7, 'name': 'Ann Lee'}")
                .withJson(
                        "organizations.jsonl",
                        "{'id': 10, 'add_time': '2026-01-01 00:00:00', 'active_flag': true, 'owner_id': 7}",
                        "{'id': 11, 'add_time': '2026-01-01 00:00:00', 'active_flag': false, 'owner_id': 7}");

        ImportedRecords records = read();

        assertThat(Shown.customers(records)).containsExactly("org-10 | 2026-01-01T00:00:00Z | - | Ann Lee");
        assertThat(Shown.proposals(records))
                .containsExactly(
                        "1 | org-10 | 2026-02-22T08:27:53Z | ACCEPTED | 2026-03-01T23:30:00Z | EUR 1500.50 | Ann Lee"
                                + " | {pipeline=1, stage=1}",
                        "2 | org-10 | 2026-02-22T08:27:53Z | REFUSED | 2026-03-02T10:00:00Z | EUR 1500.50 | Ann Lee"
                                + " | {pipeline=1, stage=1}",
                        "3 | org-10 | 2026-02-22T08:27:53Z | PENDING | - | EUR 1500.50 | Ann Lee | {pipeline=1, stage=1}");
        assertThat(Shown.contracts(records))
                .containsExactly("1 | org-10 | 2026-03-01T23:30:00Z | - | EUR 1500.50 | 1 | Ann Lee | {pipeline=1}");
        assertThat(Export.problems(records)).isEmpty();
    }

    @Test
    void aListExportHasHeadersOfItsOwn() throws Exception {
        export.with(
                "deals-1234.csv",
                "Deal - ID,Deal - Title,Deal - Value,Deal - Currency,Deal - Stage,Deal - Pipeline,Deal - Status,Deal - Owner,"
                        + "Deal - Organization,Deal - Contact person,Deal - Won time,Deal - Lost time,Deal - Lost reason,"
                        + "Deal - Deal created,Deal - Deal closed on",
                "1,One,1500,EUR,Offer,Sales,Won,Ann Lee,Acme,Joe,2026-03-01 10:00:00,,,2026-02-01 10:00:00,2026-03-01 10:00:00",
                "2,Two,1500,EUR,Offer,Sales,Lost,Ann Lee,,Joe,,2026-03-02 10:00:00,Price,2026-02-01 10:00:00,2026-03-02 10:00:00",
                "3,Three,,EUR,Offer,Sales,Open,Ann Lee,Acme,,,,,2026-01-01 10:00:00,");

        ImportedRecords records = read();

        assertThat(Shown.customers(records))
                .containsExactly(
                        "org-Acme | 2026-01-01T09:00:00Z | - | -", "person-Joe | 2026-02-01T09:00:00Z | - | -");
        assertThat(Shown.proposals(records))
                .containsExactly(
                        "1 | org-Acme | 2026-02-01T09:00:00Z | ACCEPTED | 2026-03-01T09:00:00Z | EUR 1500.00 | Ann Lee"
                                + " | {pipeline=Sales, stage=Offer}",
                        "2 | person-Joe | 2026-02-01T09:00:00Z | REFUSED | 2026-03-02T09:00:00Z | EUR 1500.00 | Ann Lee"
                                + " | {pipeline=Sales, stage=Offer, lost_reason=Price}",
                        "3 | org-Acme | 2026-01-01T09:00:00Z | PENDING | - | - | Ann Lee | {pipeline=Sales, stage=Offer}");
        assertThat(Shown.contracts(records))
                .containsExactly(
                        "1 | org-Acme | 2026-03-01T09:00:00Z | - | EUR 1500.00 | 1 | Ann Lee | {pipeline=Sales}");
    }

    @Test
    void aStatusThatIsNotKnownIsAnError() throws Exception {
        export.withJson("deals.jsonl", deal(1, "'status': 'paused'"));

        assertThat(Export.problems(read()))
                .containsExactly(
                        "Proposal 1 (deals.jsonl:1): status paused is not among the words of the mapping, expected"
                                + " one of Lost, Open, Won, lost, open, won");
    }

    private static String activity(int id, String type, boolean done, String fields) {
        return "{'id': " + id + ", 'user_id': 7, 'owner_name': 'Ann Lee', 'type': '" + type + "', 'done': " + done
                + ", 'active_flag': true, 'due_date': '2026-03-02', " + fields + "}";
    }

    @Test
    void doneCallsAreCallsAndMeetingsCountWhetherDoneOrNot() throws Exception {
        export.withJson(
                        "activities.jsonl",
                        activity(
                                1,
                                "call",
                                true,
                                "'due_time': '', 'marked_as_done_time': '2026-03-03 09:00:00', 'org_id': 10"),
                        activity(
                                2,
                                "call",
                                true,
                                "'due_time': '12:30', 'marked_as_done_time': '', 'org_id': null," + " 'person_id': 20"),
                        activity(3, "call", false, "'due_time': '', 'marked_as_done_time': ''"),
                        activity(
                                4,
                                "meeting",
                                true,
                                "'due_time': '23:30', 'marked_as_done_time': '2026-03-09 09:00:00',"
                                        + " 'org_id': null, 'person_id': 21"),
                        activity(5, "lunch", false, "'due_time': '', 'marked_as_done_time': ''"),
                        activity(6, "email", true, "'due_time': '', 'marked_as_done_time': ''"))
                .withJson("organizations.jsonl", "{'id': 10, 'add_time': '2026-01-01 00:00:00'}")
                .withJson(
                        "persons.jsonl",
                        "{'id': 20, 'org_id': {'value': 10, 'name': 'Acme'}, 'add_time': '2025-12-01 00:00:00'}",
                        "{'id': 21, 'org_id': null, 'add_time': '2025-12-01 00:00:00'}");

        ImportedRecords records = read();

        assertThat(Shown.customers(records))
                .containsExactly("org-10 | 2025-12-01T00:00:00Z | - | -", "person-21 | 2025-12-01T00:00:00Z | - | -");
        assertThat(Shown.calls(records))
                .containsExactly(
                        "1 | org-10 | 2026-03-03T09:00:00Z | - | PROSPECTING | Ann Lee",
                        "2 | org-10 | 2026-03-01T23:00:00Z | - | PROSPECTING | Ann Lee");
        assertThat(Shown.meetings(records))
                .containsExactly(
                        "4 | person-21 | 2026-03-02T23:30:00Z | HELD | Ann Lee | {type=meeting}",
                        "5 | - | 2026-03-01T23:00:00Z | PLANNED | Ann Lee | {type=lunch}");
        assertThat(records.summary()).contains("  1 skipped: call not done", "  1 matched no rule");
    }

    @Test
    void activitiesOfAListExportAreInTheZoneOfTheRun() throws Exception {
        export.with(
                "activities-1234.csv",
                "Activity - ID,Activity - Type,Activity - Done,Activity - Due date,Activity - Due time,Activity - Assigned to"
                        + " user,Activity - Organization,Activity - Marked as done time",
                "1,Call,Done,2026-03-02,,Ann Lee,,2026-03-03 09:00:00",
                "2,Call,To do,2026-03-02,,Ann Lee,,",
                "3,Meeting,Done,2026-03-02,09:00,Ann Lee,,",
                "4,Lunch,To do,2026-03-02,,Ann Lee,,");

        ImportedRecords records = read();

        assertThat(Shown.calls(records)).containsExactly("1 | - | 2026-03-03T08:00:00Z | - | PROSPECTING | Ann Lee");
        assertThat(Shown.meetings(records))
                .containsExactly(
                        "3 | - | 2026-03-02T08:00:00Z | HELD | Ann Lee | {type=Meeting}",
                        "4 | - | 2026-03-01T23:00:00Z | PLANNED | Ann Lee | {type=Lunch}");
    }

    @Test
    void listExportsOfOrganizationsAndPeopleGoByTheIdThatTheNameLeadsTo() throws Exception {
        export.with(
                        "organizations-1234.csv",
                        "Organization - ID,Organization - Name,Organization - Owner,Organization - Organization created",
                        "10,Acme,Ann Lee,2026-01-09 10:00:00")
                .with(
                        "people-1234.csv",
                        "Person - ID,Person - Name,Person - Organization,Person - Owner,Person - Person created",
                        "20,Joe,Acme,Bob Ray,2026-01-02 10:00:00",
                        "21,Joan,,Bob Ray,2026-01-03 10:00:00")
                .with(
                        "activities-1234.csv",
                        "Activity - ID,Activity - Type,Activity - Done,Activity - Due date,Activity - Organization,Activity -"
                                + " Contact person",
                        "1,Call,Done,2026-03-02,Acme,Joe",
                        "2,Call,Done,2026-03-02,,Joan");

        ImportedRecords records = read();

        assertThat(Shown.customers(records))
                .containsExactly(
                        "org-10 | 2026-01-02T09:00:00Z | - | Bob Ray",
                        "person-21 | 2026-01-03T09:00:00Z | - | Bob Ray");
        assertThat(records.calls()).extracting(one -> one.customerId()).containsExactly("org-10", "person-21");
    }

    @Test
    void aDealIsDecidedByWhatItIsNowWhateverItWasBefore() throws Exception {
        export.with(
                        "deals-9.csv",
                        "Deal - ID,Deal - Organization,Deal - Status,Deal - Deal created,Deal - Won time,Deal - Lost time,Deal"
                                + " - Deal closed on,Deal - Value,Deal - Currency",
                        "1,Acme,Lost,2026-01-10 09:00:00,2026-02-01 09:00:00,2026-04-02 09:00:00,2026-04-02 09:00:00,5,EUR",
                        "2,Acme,Won,2026-01-10 09:00:00,2026-05-01 09:00:00,2026-04-03 09:00:00,2026-05-01 09:00:00,5,EUR")
                .withJson(
                        "deals.jsonl",
                        deal(
                                3,
                                "'status': 'lost', 'won_time': '2026-02-01 09:00:00', 'lost_time': '2026-04-04 09:00:00'"));

        assertThat(read().proposals())
                .extracting(proposal -> proposal.id() + " " + proposal.decidedAt())
                .containsExactlyInAnyOrder(
                        "1 2026-04-02T07:00:00Z", "2 2026-05-01T07:00:00Z", "3 2026-04-04T09:00:00Z");
    }
}
