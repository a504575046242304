package org.saleskpi.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What is true of a company and its data, whatever is asked: options in a file {@code kpi.yaml} beside the data. What the
 * command line gives takes its place.
 */
final class Settings {

    /** What the file is called. */
    static final String FILE = "kpi.yaml";

    private static final String DATA = "--data";

    /** The options that can stand in the file. What is asked, and where the answer goes, is for the command line alone. */
    private static final List<String> KEYS = List.of(
            "source",
            "mapping",
            "lenient",
            "zone",
            "calendar",
            "currency",
            "lang",
            "csv-dialect",
            "indicators",
            "compare",
            "targets",
            "holidays",
            "title",
            "company",
            "logo",
            "note",
            "accent");

    /** Whose values are files, named from the folder of the settings. */
    private static final Set<String> FILES = Set.of("mapping", "targets", "holidays", "logo");

    /** Of these, one on the command line leaves no room for the other. */
    private static final Set<String> EITHER = Set.of("source", "mapping");

    private static final String NO_FILE = "none";

    private final Path file;
    private final Map<String, String> values;

    private Settings(Path file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    /** Sets those options of a command that its command line does not, and tells which. */
    static void apply(ParseResult line) {
        ParseResult command = last(line);
        OptionSpec data = command.commandSpec().findOption(DATA);
        if (data == null || command.isUsageHelpRequested() || command.isVersionHelpRequested()) {
            return;
        }
        CommandLine asked = command.commandSpec().commandLine();
        Arguments arguments = new Arguments(asked);
        if (!command.hasMatchedOption(data)) {
            if (!Files.isRegularFile(Path.of(FILE))) {
                return; // Whoever needs the data will tell.
            }
            set(data, ".", arguments);
        }
        Path folder = arguments.path(DATA, data.getValue());
        Path file = Files.isDirectory(folder) ? folder.resolve(FILE) : folder.resolveSibling(FILE);
        if (!folder.equals(DataSource.STANDARD_INPUT) && Files.isRegularFile(file)) {
            read(file, arguments).apply(command, arguments);
        }
    }

    private static ParseResult last(ParseResult line) {
        ParseResult last = line;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last;
    }

    private void apply(ParseResult command, Arguments arguments) {
        boolean isEitherGiven = EITHER.stream().anyMatch(key -> command.hasMatchedOption("--" + key));
        List<String> set = new ArrayList<>();
        values.forEach((key, value) -> {
            OptionSpec option = command.commandSpec().findOption("--" + key);
            boolean isGiven = command.hasMatchedOption("--" + key) || (isEitherGiven && EITHER.contains(key));
            if (option != null && !isGiven) {
                set(
                        option,
                        FILES.contains(key) && !value.equals(NO_FILE) ? beside(value, arguments) : value,
                        arguments);
                set.add(key);
            }
        });
        if (!set.isEmpty()) {
            command.commandSpec()
                    .commandLine()
                    .getErr()
                    .println(ProblemLines.onOneLine(
                            Messages.of(command.commandSpec().commandLine())
                                    .say("settings.set", file.toString(), Messages.list(set))));
        }
    }

    private String beside(String value, Arguments arguments) {
        return file.resolveSibling(arguments.path(FILE, value)).toString();
    }

    private static void set(OptionSpec option, String value, Arguments arguments) {
        try {
            option.setValue(option.type() == boolean.class ? (Object) Boolean.valueOf(value) : value);
        } catch (RuntimeException e) {
            throw arguments.bad("settings.cannot", option.longestName(), value, String.valueOf(e.getMessage()));
        }
    }

    /** Reads the file; nothing of it is used where something in it is not understood. */
    private static Settings read(Path file, Arguments arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        for (NodeTuple entry : entries(file, arguments)) {
            String place = file + ":" + line(entry.getKeyNode());
            String key = text(entry.getKeyNode());
            String value = text(entry.getValueNode());
            if (key == null || !KEYS.contains(key)) {
                String name = key == null ? "" : key;
                throw arguments.bad(
                        "settings.unknown",
                        place,
                        name,
                        Messages.list(KEYS),
                        arguments.messages().didYouMean(name, KEYS));
            }
            if (value == null) {
                throw arguments.bad("settings.no-text", place, key);
            }
            boolean isSwitch = key.equals("lenient");
            String word = value.toLowerCase(Locale.ROOT);
            if (isSwitch && !word.equals("true") && !word.equals("false")) {
                throw arguments.bad("settings.switch", place, key, value);
            }
            if (values.put(key, isSwitch ? word : value) != null) {
                throw arguments.bad("settings.twice", place, key);
            }
        }
        return new Settings(file, values);
    }

    private static List<NodeTuple> entries(Path file, Arguments arguments) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.toString())
                .setAllowDuplicateKeys(true) // They are told below.
                .build();
        try (Reader text = Files.newBufferedReader(file)) {
            Node root = new Compose(settings).composeReader(text).orElse(null);
            if (root == null) {
                return List.of();
            }
            if (root instanceof MappingNode mapping) {
                return mapping.getValue();
            }
            throw arguments.bad("settings.lines", file + ":" + line(root));
        } catch (MarkedYamlEngineException e) {
            String place =
                    e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
            throw arguments.bad("settings.no-yaml", file + place, e.getProblem());
        } catch (YamlEngineException e) {
            throw arguments.bad("settings.no-yaml", file.toString(), String.valueOf(e.getMessage()));
        } catch (MalformedInputException e) {
            throw arguments.bad("settings.encoding", file.toString());
        } catch (IOException e) {
            throw arguments.bad(
                    "file.unreadable", file.toString(), new FileFault(arguments.messages()).whenRead(file, e));
        }
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private static @Nullable String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }
}
