package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.mapping.BuiltInMapping;
import picocli.CommandLine;

class MappingCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return new CommandLine(new MappingCommand(OutputStream.nullOutputStream()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    @Test
    void aBuiltInMappingIsPrintedAsItIs() {
        assertThat(run("zoho")).isZero();
        assertThat(out).hasToString(BuiltInMapping.ZOHO.text());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void withoutANameTheNamesAreListed() {
        assertThat(run()).isZero();
        assertThat(out.toString().lines()).containsExactlyElementsOf(BuiltInMapping.names());
    }

    @Test
    void anUnknownNameIsAMistakeInTheCommandLine() {
        assertThat(run("siebel")).isEqualTo(2);
        assertThat(err.toString()).startsWith("mapping \"siebel\" is unknown, expected one of salesforce, hubspot,");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aDraftOfAnExportRuns(@TempDir Path folder) throws IOException {
        Path export = Files.createDirectory(folder.resolve("export"));
        SampleFolder.file(export, "customers.csv", "nr;since\nc1;05.01.2026\n");
        SampleFolder.file(
                export,
                "deals.csv",
                "nr;customer;created;closed;stage;amount\nd1;c1;06.01.2026;03.03.2026;Won;1.000,50\n");
        Run draft = Run.of("mapping", "--from", export.toString());
        assertThat(draft.exitCode()).isZero();
        Path mapping = SampleFolder.file(folder, "m.yaml", draft.out());
        Run report = Run.of(
                "report",
                "--data",
                export.toString(),
                "--mapping",
                mapping.toString(),
                "--period",
                "2026",
                "--format",
                "csv");
        assertThat(report.exitCode()).as(report.err()).isZero();
        assertThat(report.out()).contains("total,,revenue,1000.50,");
        assertThat(Run.of("mapping", "--from", export.toString(), "--format", "json")
                        .out())
                .contains("\"file\" : \"deals.csv\"", "\"moments\" : [ \"dd.MM.yyyy\" ]", "\"Won\" : 1")
                .doesNotContain("1.000,50");
    }

    @Test
    void anExportOfABuiltInSystemNamesItsSource(@TempDir Path folder) {
        SampleFolder.file(folder, "Opportunity.csv", """
                Id,AccountId,Name,StageName,IsClosed,IsWon,Amount,CloseDate,CreatedDate,OwnerId,IsDeleted
                006000000000001,001000000000001,A,Closed Won,true,true,5,2026-03-01,2026-02-01T10:00:00Z,005000000000001,false
                """);
        Run draft = Run.of("mapping", "--from", folder.toString());
        assertThat(draft.out())
                .as(draft.err())
                .contains("--source salesforce")
                .endsWith(BuiltInMapping.SALESFORCE.text());
    }

    @Test
    void aDraftThatCannotBeMadeIsTold(@TempDir Path folder) {
        Run empty = Run.of("mapping", "--from", folder.toString());
        assertThat(empty.exitCode()).isEqualTo(1);
        assertThat(empty.complaints())
                .singleElement()
                .asString()
                .endsWith("expected CSV, JSON or workbooks; it is empty");
        assertThat(Run.of("mapping", "zoho", "--from", folder.toString()).complaints())
                .first()
                .isEqualTo("--from does not go with zoho: it drafts a mapping of its own");
        assertThat(Run.of("mapping", "zoho", "--format", "json").exitCode()).isEqualTo(2);
    }
}
