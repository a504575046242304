package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.UnreadableDataException;

/** What texts and tables to look them up in can do, one key at a time. */
class TextRulesTest {

    private Export export;

    @BeforeEach
    void makeExport(@TempDir Path folder) {
        export = new Export(folder);
    }

    @Test
    void aTextCountsWhereItsConditionHolds() throws Exception {
        export.with(
                "c.csv", "Id,Since,Kind,Code,Other", "1,2026-01-01,a,x,y", "2,2026-01-01,b,x,y", "3,2026-01-01,b,x,");

        ImportedRecords records = export.read("""
                files:
                  c.csv:
                    records:
                      - customer:
                          id: Id
                          since: Since
                          owner:
                            - {when: {Kind: a}, column: Code, prefix: code-}
                            - Other
                            - {when: {Kind: b}, fixed: nobody}
                """);

        assertThat(records.customers()).extracting(one -> one.owner()).containsExactly("code-x", "y", "nobody");
    }

    @Test
    void columnsThatAConditionLooksAtAreRead() throws Exception {
        export.with("c.csv", "Id,Since", "1,2026-01-01");

        UnreadableDataException failure = catchThrowableOfType(UnreadableDataException.class, () -> export.read("""
                files:
                  c.csv:
                    records:
                      - customer: {id: Id, since: Since, owner: {when: {Kind: a}, column: Id}}
                """));

        assertThat(failure.problems())
                .singleElement()
                .asString()
                .endsWith("Kind is read by the mapping, but missing from the header: Id, Since");
    }

    @Test
    void keyAndValueOfATableSayEachHowManyOfTheirCharactersCount() throws Exception {
        export.with("c.csv", "Id,Since,Boss", "1,2026-01-01,abcdeXX")
                .with("people.csv", "Key,Name", "abcdeYY,Bartholomew");

        ImportedRecords records = export.read("""
                files:
                  c.csv:
                    records:
                      - customer:
                          id: Id
                          since: Since
                          owner: {column: Boss, first: 5, through: {file: people.csv, key: {any: [Key], first: 5}, value: {any: [Name], first: 7}}}
                """);

        assertThat(records.customers()).extracting(one -> one.owner()).containsExactly("Barthol");
    }

    @Test
    void aTableMayCountSomeRowsOnlyAndReplaceItsTexts() throws Exception {
        export.with("c.csv", "Id,Since,Boss", "1,2026-01-01,7", "2,2026-01-01,8")
                .with("people.csv", "Key,Name,Gone", "7,Ann,yes", "7,Bob,no", "8,Cy,no");

        ImportedRecords records = export.read("""
                files:
                  c.csv:
                    records:
                      - customer:
                          id: Id
                          since: Since
                          owner: {column: Boss, through: {file: people.csv, when: {Gone: "no"}, key: Key, value: {any: Name, values: {Bob: Robert}}}}
                """);

        assertThat(records.customers()).extracting(one -> one.owner()).containsExactly("Robert", "Cy");
    }

    @Test
    void aConditionMayAskWhetherThereIsAColumnAtAll() throws Exception {
        String mapping = """
                files:
                  c.csv:
                    records:
                      - customer: {when: {text: {column: [Boss, Chief], optional: true}, is: {missing: %s}}, id: Id, since: Since}
                """;
        export.with("c.csv", "Id,Since,Chief", "1,2026-01-01,");

        assertThat(export.read(mapping.formatted("false")).customers()).hasSize(1);
        assertThat(export.read(mapping.formatted("true")).customers()).isEmpty();
    }

    @Test
    void aTableThatMayMissIsSilentAboutWhatIsNotThereAndTellsWhatIsThereTwice() throws Exception {
        export.with("c.csv", "Id,Since,Boss", "1,2026-01-01,7", "2,2026-01-01,8")
                .with("people.csv", "Key,Name", "8,Ann", "8,Bob");

        ImportedRecords records = export.read("""
                files:
                  c.csv:
                    records:
                      - customer:
                          id: Id
                          since: Since
                          owner: {column: Boss, through: {file: people.csv, key: Key, value: Name, may_miss: true}}
                """);

        assertThat(records.summary())
                .contains("people.csv: 1 found with several values: Key 8")
                .noneMatch(line -> line.contains("Key 7"));
    }
}
