package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saleskpi.intake.ImportedRecords;

/** Records with many rows: the lines of an order, or an order whose every line has its total. */
class RepeatedRecordsTest {

    private static final String CUSTOMERS = """
            files:
              People.csv:
                records:
                  - customer: {id: Id, since: Since}
            """;

    private static final String ORDERS = CUSTOMERS + """
              "Orders*":
                records:
                  - contract:
                      repeated: %s
                      id: Order
                      customer: {columns: Who, unknown: reject}
                      signed_at: Signed
                      starts_at: Starts
                      term: {months: {column: Months}, empty: open-ended}
                      amount: {column: Value, currency: {column: Currency}}
                      owner: Owner
                      attributes: {product: Product, region: Region}
            """;

    private static final String HEADER = "Order,Who,Signed,Starts,Months,Value,Currency,Owner,Product,Region";

    private Export export;

    @BeforeEach
    void makeExport(@TempDir Path folder) {
        export = new Export(folder).with("People.csv", "Id,Since", "a,2026-01-01", "b,2026-01-01");
    }

    @Test
    void theLinesOfAnOrderAreOneContractWhoseFieldsAreThoseOfTheFirstThatHasThem() throws Exception {
        export.with(
                        "Orders1.csv",
                        HEADER,
                        "o-1,a,2026-02-01,,,10.10,EUR,,chair,",
                        "o-2,b,2026-02-02,,1,5,EUR,Bob,desk,",
                        "o-1,,,2026-03-01,2,20.05,EUR,Ann,table,North")
                .with("Orders2.csv", HEADER, "o-1,b,2026-02-09,,,0.05,EUR,Cy,lamp,South");

        ImportedRecords records = export.read(ORDERS.formatted("sum"));

        // The term of two months starts where the second row says.
        assertThat(Shown.contracts(records))
                .containsExactly(
                        "o-1 | a | 2026-01-31T23:00:00Z | 2026-04-30T22:00:00Z | EUR 30.20 | - | Ann | {product=chair,"
                                + " region=North}",
                        "o-2 | b | 2026-02-01T23:00:00Z | 2026-03-01T23:00:00Z | EUR 5.00 | - | Bob | {product=desk}");
        assertThat(records.problems()).isEmpty();
        assertThat(records.summary())
                .contains("Orders1.csv: 3 rows read", "    2 contracts made", "    1 further row of the same contracts")
                .contains("Orders2.csv: 1 row read", "    0 contracts made");
    }

    @Test
    void theFirstOrTheLastRowCountsInTheOrderOfTheFile() throws Exception {
        export.with(
                "Orders.csv",
                HEADER,
                "o-1,a,2026-02-01,,,10,EUR,Ann,chair,North",
                "o-2,b,2026-02-02,,,5,EUR,Bob,desk,",
                "o-1,b,2026-02-03,,,20,EUR,,table,");

        assertThat(Shown.contracts(export.read(ORDERS.formatted("first"))))
                .containsExactly(
                        "o-1 | a | 2026-01-31T23:00:00Z | - | EUR 10.00 | - | Ann | {product=chair, region=North}",
                        "o-2 | b | 2026-02-01T23:00:00Z | - | EUR 5.00 | - | Bob | {product=desk}");
        assertThat(Shown.contracts(export.read(ORDERS.formatted("last"))))
                .containsExactly(
                        "o-1 | b | 2026-02-02T23:00:00Z | - | EUR 20.00 | - | - | {product=table}",
                        "o-2 | b | 2026-02-01T23:00:00Z | - | EUR 5.00 | - | Bob | {product=desk}");
    }

    @Test
    void aBadRowMakesTheWholeSumBadAndIsTold() throws Exception {
        export.with(
                "Orders.csv",
                HEADER,
                "o-1,a,2026-02-01,,,10,EUR,,,",
                "o-1,a,2026-02-01,,,much,EUR,,,",
                "o-2,a,2026-02-01,,,10,EUR,,,",
                "o-2,a,2026-02-01,,,10,USD,,,",
                "o-3,,,,,10,EUR,,,",
                "o-3,,,,,10,EUR,,,",
                ",a,2026-02-01,,,10,EUR,,,");

        ImportedRecords records = export.read(ORDERS.formatted("sum"));

        assertThat(records.contracts()).isEmpty();
        assertThat(Export.problems(records))
                .containsExactlyInAnyOrder(
                        "Contract o-1 (Orders.csv:2): amount much is not a number such as 1234.50 (Orders.csv:3)",
                        "Contract o-2 (Orders.csv:4): currency USD is a second currency of one record, expected EUR"
                                + " (Orders.csv:5)",
                        "Contract o-3 (Orders.csv:6): customer_id is missing",
                        "Contract o-3 (Orders.csv:6): signed_at is missing",
                        "Contract without id (Orders.csv:8): id is missing");
        assertThat(records.summary()).contains("    3 further rows of the same contracts");
    }

    @Test
    void aProposalIsDecidedByTheFirstRowThatSaysSo() throws Exception {
        export.with(
                "Quotes.csv",
                "Quote,Who,Sent,Stage,Decided,Value",
                "q-1,a,2026-02-01,,2026-02-05,10",
                "q-1,a,2026-02-01,Won,2026-02-06,10",
                "q-2,a,2026-02-01,Open,2026-02-05,10",
                "q-2,a,2026-02-01,Won,2026-02-06,");

        ImportedRecords records = export.read(CUSTOMERS + """
                  Quotes.csv:
                    records:
                      - proposal:
                          repeated: sum
                          id: Quote
                          customer: {columns: Who, unknown: none}
                          sent_at: Sent
                          status: {column: Stage, words: {Won: ACCEPTED, Open: PENDING}, otherwise: PENDING}
                          decided_at: Decided
                          amount: {column: Value, currency: EUR}
                """);

        assertThat(Shown.proposals(records))
                .containsExactly(
                        "q-1 | a | 2026-01-31T23:00:00Z | ACCEPTED | 2026-02-04T23:00:00Z | EUR 20.00 | -",
                        "q-2 | a | 2026-01-31T23:00:00Z | PENDING | - | EUR 10.00 | -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"call", "meeting", "survey"})
    void activitiesAndAnswersMayBeTheFirstOrLastOfTheirRows(String kind) throws Exception {
        export.with("Facts.csv", "Id,At,Score,Owner", "f-1,2026-02-01,1,Ann", "f-1,2026-02-02,2,Bob");
        String mapping = CUSTOMERS + """
                  Facts.csv:
                    records:
                      - %s: {repeated: %s, id: Id, at: At, owner: Owner%s}
                """;
        String fields = switch (kind) {
            case "call" -> ", purpose: OTHER";
            case "meeting" -> ", purpose: SALES, outcome: HELD";
            default -> ", score: Score, scale: NPS";
        };

        assertThat(export.read(mapping.formatted(kind, "first", fields)).records())
                .filteredOn(one -> one.id().equals("f-1"))
                .singleElement()
                .hasFieldOrPropertyWithValue("owner", "Ann");
        assertThat(export.read(mapping.formatted(kind, "last", fields)).records())
                .filteredOn(one -> one.id().equals("f-1"))
                .singleElement()
                .hasFieldOrPropertyWithValue("owner", "Bob");
        assertThatThrownBy(() -> export.read(mapping.formatted(kind, "sum", fields)))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessageEndingWith("repeated sum is unknown, expected one of first, last");
    }
}
