package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command writes as JSON is what its schema says, and the schema says no to what it does not write. */
class JsonSchemaTest {

    private static final Path ROOT =
            Path.of("").toAbsolutePath().resolve("../..").normalize();
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(ROOT.resolve("docs/kpi.schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report --period 2026-03 --indicators all",
                "report --period 1999 --indicators all",
                "report --period 2026-03 --indicators all --by region --compare year",
                "report --period 2026-Q1 --every month --by owner,region --where owner=alice --where owner=",
                "report --period 2026-Q1 --every month --compare previous --as-of 2026-03-21",
                "funnel --period 2025",
                "funnel --period 2025 --by owner",
                "cycle --period 2025 --as-of 2026-01-01 --lost competing",
                "cycle --period 2025 --by region",
                "cohorts --period 2025 --every quarter --as-of 2026-01-01",
                "findings",
                "explain win-rate --period 2026-03",
                "explain first-response --period 2026-03 --by owner",
                "facts proposals-per-meeting --period 2026-Q1 --by region",
                "facts conversion-rate --period 2026-03 --only open --offset 2 --limit 3",
                "facts revenue --period 1999"
            })
    void documentsAreAsTheSchemaSays(String command) {
        assertValid(json(command));
    }

    @Test
    void theCatalogueIsAsTheSchemaSays() {
        assertValid(Run.of("catalogue", "--format", "json", "--lang", "fr").text());
    }

    @Test
    void targetsAndRecordsSetAsideAreAsTheSchemaSays(@TempDir Path folder) {
        SampleFolder.file(folder, "customers.csv", "id,since\nc1,2026-03-01\n");
        SampleFolder.file(folder, "calls.csv", "id,customer_id,at\nk1,c1,2026-03-05\nk2,c9,2026-03-06\n");
        SampleFolder.file(
                folder,
                "targets.csv",
                "indicator,period,at_least,at_most\ncalls,2026-03,10,\nrevenue,2026-03,5.00,9.00\n");
        String document = Run.of(
                        "report",
                        "--data",
                        folder.toString(),
                        "--period",
                        "2026-03",
                        "--lenient",
                        "--format",
                        "json",
                        "--as-of",
                        "2026-03-20")
                .text();

        assertThat(document).contains("\"setAside\"").contains("\"target\"").contains("\"pace\"");
        assertValid(document);
    }

    @Test
    void otherDocumentsAreNot() {
        String report = json("report --period 2026-03 --indicators win-rate,revenue,sales-cycle");

        assertValid(report);
        assertInvalid(report.replace("\"asOf\"", "\"as_of\""));
        assertInvalid(report.replace("2026-02-28T23:00:00Z", "2026-03-01"));
        assertInvalid(report.replace("\"rate\" : 0.5", "\"rate\" : 1.5"));
        assertInvalid(report.replace("\"hits\" : 2", "\"hits\" : -2"));
        assertInvalid(report.replace("\"amount\" : \"21332.68\"", "\"amount\" : 21332.68"));
        assertInvalid(report.replace("\"medianDays\"", "\"median\""));
        assertInvalid("[]");
    }

    private static String json(String command) {
        return Run.of(Stream.concat(
                                Arrays.stream(command.split(" ")),
                                Stream.of(
                                        "--data",
                                        ROOT.resolve("kpi-examples/sample/data").toString(),
                                        "--zone",
                                        "Europe/Paris",
                                        "--currency",
                                        "EUR",
                                        "--format",
                                        "json"))
                        .toArray(String[]::new))
                .text();
    }

    private static void assertValid(String document) {
        assertThat(SCHEMA.validate(document, InputFormat.JSON)).isEmpty();
    }

    private static void assertInvalid(String document) {
        assertThat(SCHEMA.validate(document, InputFormat.JSON)).isNotEmpty();
    }
}
