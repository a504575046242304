package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Proposal;

class ConditionTest {

    @TempDir
    Path path;

    private Export export;

    @BeforeEach
    void makeExport() {
        export = new Export(path);
    }

    @Test
    void rowsAreSkippedBecauseAnotherFileNamesThem() throws Exception {
        export.with("people.csv", "Id,Since", "1,2026-01-01", "2,2026-01-01", "3,2026-01-01")
                .with("merged.csv", "into,gone", "1,2");

        ImportedRecords records = export.read("""
                files:
                  people.csv:
                    skip:
                      - when: {text: {column: Id, through: {file: merged.csv, key: gone, value: into}}, is: {empty: false}}
                        because: merged into another
                    records: [{customer: {id: Id, since: Since}}]
                """);

        assertThat(records.customers()).extracting(Customer::id).containsExactly("1", "3");
        assertThat(records.summary())
                .containsExactly(
                        "merged.csv: 1 row read to look things up",
                        "people.csv: 3 rows read",
                        "  2 used",
                        "    2 customers made",
                        "  1 skipped: merged into another");
    }

    @Test
    void dealsAreWonBecauseTheTableOfStagesSaysSo() throws Exception {
        export.with("deals.csv", "id,made,stage_id", "d-1,2026-01-01,10", "d-2,2026-01-01,20", "d-3,2026-01-01,30")
                .with("stages.csv", "id,closed_won,is_closed", "10,TRUE,true", "20,,true", "30,,no");

        ImportedRecords records = export.read("""
                files:
                  deals.csv:
                    records:
                      - proposal:
                          id: id
                          sent_at: made
                          decided_at: made
                          status:
                            cases:
                              - when:
                                  text: {column: [Stage ID, stage_id], through: {file: stages.csv, key: id, value: closed_won}}
                                  is: ["true", "TRUE"]
                                is: ACCEPTED
                              - when:
                                  text: {column: [Stage ID, stage_id], through: {file: stages.csv, key: id, value: is_closed}}
                                  is: {not: ["false", "no"]}
                                is: REFUSED
                            otherwise: PENDING
                """);

        assertThat(records.proposals())
                .extracting(Proposal::id, Proposal::status)
                .containsExactly(
                        tuple("d-1", Proposal.Status.ACCEPTED),
                        tuple("d-2", Proposal.Status.REFUSED),
                        tuple("d-3", Proposal.Status.PENDING));
    }

    @Test
    void aTextMayStandBesideColumnsAndSeveralConditionsMayHaveToHold() throws Exception {
        export.with("people.csv", "Id,Since,Kind,Area", "1,2026-01-01,a,N", "2,2026-01-01,a,S", "3,2026-01-01,b,N");
        String people = """
                files:
                  people.csv:
                    records: [{customer: {when: %s, id: Id, since: Since}}]
                """;

        assertThat(export.read(people.formatted("{Kind: a, text: {column: Area, values: {N: North}}, is: North}"))
                        .customers())
                .extracting(Customer::id)
                .containsExactly("1");
        assertThat(export.read(people.formatted("{all: [{text: Kind, is: a}, [{text: Area, is: S}, {Id: '1'}]]}"))
                        .customers())
                .extracting(Customer::id)
                .containsExactly("1", "2");
        assertThat(export.read(people.formatted("[{text: [Nothing, Kind], is: b}, {Id: '2'}]")
                                .replace("[Nothing, ", "[{column: Nothing, optional: true}, "))
                        .customers())
                .extracting(Customer::id)
                .containsExactly("2", "3");
    }

    @Test
    void columnsMayBeCalledAsTheKeysOfConditions() throws Exception {
        export.with("people.csv", "Id,Since,text,all", "1,2026-01-01,a,b", "2,2026-01-01,a,c");
        String people =
                "files: {people.csv: {records: [{customer: {when: {text: a, all: [b, d]}, id: Id, since: Since}}]}}";

        assertThat(export.read(people).customers()).extracting(Customer::id).containsExactly("1");
    }

    @Test
    void columnsOfConditionsMustBeThere() {
        export.with("people.csv", "Id,Since", "1,2026-01-01");
        String people = """
                files:
                  people.csv:
                    records: [{customer: {when: {text: {column: [Kind, kind]}, is: a}, id: Id, since: Since}}]
                """;

        assertThatThrownBy(() -> export.read(people)).hasMessage("1 file cannot be read");
    }
}
