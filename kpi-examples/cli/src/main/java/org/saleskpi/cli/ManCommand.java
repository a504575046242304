package org.saleskpi.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Spec;

/** The page of the manual, in the format of {@code man}, from what the commands say of themselves: {@code kpi man}. */
@Command(name = "man", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ManCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec whole = spec.root();
        PrintWriter out = spec.commandLine().getOut();
        out.print(String.join("\n", lines(whole, Messages.of(spec.commandLine()))) + "\n");
        out.flush();
        return 0;
    }

    private static List<String> lines(CommandSpec whole, Messages messages) {
        List<String> lines = new ArrayList<>();
        lines.add(".TH KPI 1 \"\" \"" + escaped(new Version().getVersion()[0]) + "\" \""
                + escaped(messages.say("man.title")) + "\"");
        lines.add(".SH " + messages.say("man.name"));
        lines.add("kpi \\- " + escaped(text(whole.usageMessage().description())));
        lines.add(".SH " + messages.say("man.synopsis"));
        lines.add(".B kpi");
        lines.add(escaped(messages.say("man.usage")));
        lines.add(".SH " + messages.say("man.commands"));
        Map<String, CommandSpec> commands = new LinkedHashMap<>();
        whole.subcommands()
                .forEach((name, command) -> commands.putIfAbsent(command.getCommandName(), command.getCommandSpec()));
        commands.values().removeIf(command -> command.usageMessage().hidden());
        commands.forEach((name, command) -> item(name, command.usageMessage().description(), lines));
        commands.values().forEach(command -> section(command, lines, messages));
        return lines;
    }

    private static void section(CommandSpec command, List<String> lines, Messages messages) {
        UsageMessageSpec usage = command.usageMessage();
        lines.add(".SH KPI " + escaped(command.name().toUpperCase(Locale.ROOT)));
        lines.add(escaped(text(usage.description())));
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            item(parameter.paramLabel(), parameter.description(), lines);
        }
        for (OptionSpec option : command.options()) {
            boolean hasValue = option.arity().max() > 0;
            item(
                    String.join(", ", option.names()) + (hasValue ? " " + option.paramLabel() : ""),
                    option.description(),
                    lines);
        }
        list(messages.say("man.exit-codes"), usage.exitCodeList(), lines);
        if (usage.footer().length > 0) {
            lines.add(".SS " + messages.say("man.examples"));
            lines.add(".nf");
            for (String example : usage.footer()) {
                lines.add(escaped(example));
            }
            lines.add(".fi");
        }
    }

    private static void list(String title, Map<String, String> entries, List<String> lines) {
        if (!entries.isEmpty()) {
            lines.add(".SS " + title);
            entries.forEach((key, value) -> item(key, new String[] {value}, lines));
        }
    }

    private static void item(String name, String[] description, List<String> lines) {
        lines.add(".TP");
        lines.add("\\fB" + escaped(name) + "\\fR");
        lines.add(escaped(text(description)));
    }

    /** A text without the variables and colours of picocli. */
    private static String text(String[] lines) {
        return Ansi.OFF.string(String.join(" ", lines)).formatted();
    }

    /** A text that man takes for a text: no line is an instruction, no dash a hyphen. */
    private static String escaped(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
