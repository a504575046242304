package org.saleskpi.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code kpi} command. */
@Command(name = "kpi", subcommands = MappingCommand.class, description = "Sales performance indicators from files.")
public final class Main {

    private Main() {}

    /**
     * Runs the command, and ends with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
