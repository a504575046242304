package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.saleskpi.intake.mapping.BuiltInMapping;
import picocli.CommandLine;

class MappingCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return new CommandLine(new MappingCommand())
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
        assertThat(err.toString()).startsWith("mapping siebel is unknown, expected one of salesforce, hubspot,");
        assertThat(out.toString()).isEmpty();
    }
}
