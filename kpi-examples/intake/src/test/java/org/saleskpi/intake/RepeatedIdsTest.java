package org.saleskpi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.csv.CsvFolder;
import org.saleskpi.intake.mapping.MappedFolder;
import org.saleskpi.intake.mapping.Mapping;
import org.saleskpi.sales.SalesHistory;

/** Ids that come several times are told with what to do about them. */
class RepeatedIdsTest {

    @TempDir
    Path path;

    private static List<String> told(ImportedRecords records) {
        SalesHistory history = records.intoLenient(SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR))
                .build();
        return history.problems().stream()
                .map(problem -> FieldNames.inFiles(problem, records.account()).toString())
                .toList();
    }

    @Test
    void aMappingMayMakeOneRecordOfThem() throws Exception {
        new TestFolder(path)
                .with("a.csv", "Id,Day,Who", "1,2026-01-01,x", "1,2026-01-02,y", "2,2026-01-01,x", "2,2026-01-01,x");

        ImportedRecords records = MappedFolder.read(path, Mapping.parse("m.yaml", """
                        mapping: 1
                        moments: {formats: iso, zone: run}
                        files:
                          a.csv:
                            records:
                              - customer: {id: Id, since: Day, owner: Who}
                              - proposal: {id: Id, sent_at: Day, status: PENDING, decided_at: Day, owner: Who}
                              - call: {when: {Who: y}, id: {fixed: k}, at: Day, purpose: OTHER}
                              - call: {when: {Who: y}, id: {fixed: k}, at: Day, purpose: OTHER}
                        """), ZoneOffset.UTC, Instant.EPOCH);

        String mapping = " in the mapping makes one record of all rows of an id";
        assertThat(told(records))
                .contains(
                        "Customer 1 (a.csv:2): id 1 is used by 2 records that differ; repeated: earliest, first or last"
                                + mapping,
                        "Customer 2 (a.csv:5): id 2 is repeated: an equal record is kept; repeated: earliest, first or last"
                                + mapping,
                        "Proposal 1 (a.csv:2): id 1 is used by 2 records that differ; repeated: sum, first or last"
                                + mapping,
                        "Call k (a.csv:3): id k is repeated: an equal record is kept; repeated: first or last"
                                + mapping);
    }

    @Test
    void aCsvFolderHasOneRowForEach() throws Exception {
        new TestFolder(path).with("calls.csv", "id,at", "k,2026-01-01", "k,2026-01-02");

        assertThat(told(CsvFolder.read(path, ZoneOffset.UTC)))
                .contains(
                        "Call k (calls.csv:2): id k is used by 2 records that differ; expected one row for each id of the"
                                + " file, or a mapping, in which repeated: first or last makes one record of all");
    }

    @Test
    void otherProblemsAreToldAsTheyAre() throws Exception {
        new TestFolder(path).with("calls.csv", "id,at,customer_id", "k,2026-01-01,c");

        assertThat(told(CsvFolder.read(path, ZoneOffset.UTC)))
                .isNotEmpty()
                .noneMatch(line -> line.contains("repeated"));
    }
}
