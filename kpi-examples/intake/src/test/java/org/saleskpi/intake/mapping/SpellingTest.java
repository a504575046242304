package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.TestFolder;
import org.saleskpi.intake.csv.CsvFolder;

/** One text is one text, in whatever spaces it is wrapped and however its letters are composed. */
class SpellingTest {

    private static final String COMPOSED = "Zo\u00e9";
    private static final String DECOMPOSED = "Zoe\u0301";

    @TempDir
    Path path;

    private static String decomposed(String text) {
        return text.replace("\u00e9", "e\u0301");
    }

    @Test
    void inFilesAndMappingsAlike() throws Exception {
        String mapping = """
                files:
                  équipes.csv:
                    skip: [{when: {Étape: testé}, because: test}]
                    records:
                      - customer:
                          repeated: earliest
                          id: Société
                          since: Créé
                          owner: {column: Propriétaire, through: {file: utilisés.csv, key: Clé, value: Prénom}}
                          attributes: {région: {column: Région, none: rangé, values: {séparé: côté}}}
                      - proposal:
                          when: {Étape: {not: fermé}}
                          id: Numéro
                          customer: {columns: Société, unknown: reject}
                          sent_at: Créé
                          status: {column: Étape, words: {gagné: ACCEPTED}}
                          decided_at: Créé
                """;
        String deals = """
                Numéro,Société,Créé,Étape,Propriétaire,Région
                é1,société,2026-01-05,gagné,clé,séparé
                é2,société,2026-01-05,testé,clé,rangé
                é3,autre é,2026-01-05,fermé,clé,rangé
                """;
        String users = "Clé,Prénom\nclé,Zoé\n";
        for (boolean isMappingDecomposed : new boolean[] {false, true}) {
            Export export = new Export(path)
                    .withText("équipes.csv", isMappingDecomposed ? deals : decomposed(deals))
                    .withText("utilisés.csv", isMappingDecomposed ? users : decomposed(users));

            ImportedRecords records = export.read(isMappingDecomposed ? decomposed(mapping) : mapping);

            assertThat(Export.problems(records)).isEmpty();
            assertThat(Shown.proposals(records))
                    .containsExactly(
                            "\u00e91 | soci\u00e9t\u00e9 | 2026-01-04T23:00:00Z | ACCEPTED | 2026-01-04T23:00:00Z | - | -");
            assertThat(Shown.customers(records))
                    .containsExactly(
                            "soci\u00e9t\u00e9 | 2026-01-04T23:00:00Z | - | " + COMPOSED
                                    + " | {r\u00e9gion=c\u00f4t\u00e9}",
                            "autre \u00e9 | 2026-01-04T23:00:00Z | - | " + COMPOSED);
        }
    }

    @Test
    void inTheNamesOfFilesOfAMac() throws Exception {
        Export export = new Export(path).with(decomposed("sociétés.csv"), "Id,Since", "a,2026-01-05");
        String records = "{records: [customer: {id: Id, since: Since}]}";

        assertThat(export.read("files: {sociétés.csv: " + records + "}").customers())
                .hasSize(1);
        assertThat(export.read("files: {\"soci\u00e9*.csv\": " + records + "}").customers())
                .hasSize(1);
    }

    @Test
    void inTheCsvFolder() throws Exception {
        new TestFolder(path)
                .with(
                        "customers.csv",
                        "\u00a0id\u00a0,\u202fsince,owner\u200b," + decomposed("région"),
                        "\u00a0a,\u20072026-01-05\ufeff," + DECOMPOSED + "\u00a0," + decomposed("Loiré"),
                        "b,2026-01-05,\u00a0,\u200b");

        ImportedRecords records = CsvFolder.read(path, ZoneId.of("Europe/Paris"));

        assertThat(Export.problems(records)).isEmpty();
        assertThat(Shown.customers(records))
                .containsExactly(
                        "a | 2026-01-04T23:00:00Z | - | " + COMPOSED + " | {r\u00e9gion=Loir\u00e9}",
                        "b | 2026-01-04T23:00:00Z | - | -");
    }

    @Test
    void inTheMembersAndTextsOfJson() throws Exception {
        ImportedRecords records = new Export(path)
                .withJson(
                        "a.jsonl",
                        decomposed("{'Sociéte': {'Clé': '\u00a0é\u00a0'}, 'Since': '2026-01-05', 'Owner': '\u202f'}"))
                .read("files: {a.jsonl: {records: [customer: {id: Sociéte.Clé, since: Since, owner: Owner}]}}");

        assertThat(Shown.customers(records)).containsExactly("\u00e9 | 2026-01-04T23:00:00Z | - | -");
    }

    @Test
    void twoSpellingsOfOneKeyOfAMappingAreAnError() {
        assertThatThrownBy(() -> Mapping.parse("m.yaml", "mapping: 1\nfiles:\n  \u00e9.csv: {}\n  e\u0301.csv: {}\n"))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessage("m.yaml:4: files.\u00e9.csv is the second key of that name, expected one");
    }
}
