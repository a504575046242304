package org.saleskpi.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.ComparisonBase;
import org.saleskpi.analysis.Cycle;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.IndicatorCatalogue;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.intake.mapping.BuiltInMapping;
import org.saleskpi.output.CsvDialect;
import org.saleskpi.output.FactPage;
import org.saleskpi.time.CalendarUnit;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Spec;

/** The completion of command lines, for bash and zsh, with the values that options take: {@code kpi completion}. */
@Command(name = "completion", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class CompletionCommand implements Callable<Integer> {

    /** Options and parameters whose values are files and folders, of all commands or of one. */
    private static final Set<String> PATHS =
            Set.of("--data", "--mapping", "--targets", "--holidays", "--logo", "--out", "mapping --from", "init DIR");

    /** The values that options and parameters take, or the usual ones of many, of all commands or of one. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry(Messages.OPTION, languages()),
            Map.entry(
                    "--source",
                    Stream.concat(Stream.of("csv"), BuiltInMapping.names().stream())
                            .toList()),
            Map.entry("mapping NAME", BuiltInMapping.names()),
            Map.entry("--zone", List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds()))),
            Map.entry("--calendar", List.of("iso")),
            Map.entry(
                    "--currency",
                    CurrencyUnit.registeredCurrencies().stream()
                            .map(CurrencyUnit::getCode)
                            .sorted()
                            .toList()),
            Map.entry("--period", Arguments.WORDS),
            Map.entry("--where", List.of("owner=")),
            Map.entry("--by", List.of("owner")),
            Map.entry("--every", Arguments.words(CalendarUnit.values())),
            Map.entry("cohorts --every", Arguments.words(CohortsCommand.UNITS)),
            Map.entry("--compare", Arguments.words(ComparisonBase.values())),
            Map.entry(
                    "--indicators",
                    Stream.concat(Stream.of("brief", "all"), keys()).toList()),
            Map.entry("--sort", keys().toList()),
            Map.entry("KEY", keys().toList()),
            Map.entry("--only", Arguments.words(FactPage.Standing.values())),
            Map.entry("--lost", Arguments.words(Cycle.Losses.values())),
            Map.entry("--csv-dialect", Arguments.words(CsvDialect.values())),
            Map.entry("--format", Arguments.words(AnalysisCommand.Format.values())),
            Map.entry("report --format", Arguments.words(ReportCommand.Format.values())),
            Map.entry("check --format", Arguments.words(CheckCommand.Format.values())),
            Map.entry("mapping --format", Arguments.words(MappingCommand.Format.values())));

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private CommandSpec spec;

    private static List<String> languages() {
        return SalesIndicators.languages().stream().map(Locale::toLanguageTag).toList();
    }

    private static Stream<String> keys() {
        return IndicatorCatalogue.all().stream().map(Indicator::key);
    }

    @Override
    public Integer call() {
        CommandSpec whole = spec.root();
        Set<CommandLine> commands = new LinkedHashSet<>(whole.subcommands().values());
        commands.forEach(command -> tellValues(command.getCommandSpec()));
        tellValues(whole);
        PrintWriter out = spec.commandLine().getOut();
        out.print(AutoComplete.bash(whole.name(), whole.commandLine()) + "\n");
        out.flush();
        return 0;
    }

    /** Puts what the script needs to know of values in place of what reads them: nothing is read any more. */
    private static void tellValues(CommandSpec command) {
        for (OptionSpec option : new ArrayList<>(command.options())) {
            Values values = Values.of(option.longestName(), command);
            if (values.isKnown()) {
                replace(
                        option,
                        OptionSpec.builder(option.names())
                                .arity(option.arity().toString())
                                .paramLabel(option.longestName()) // The script names its lists so: each its own.
                                .type(values.type())
                                .completionCandidates(values.candidates())
                                .build(),
                        command);
            }
        }
        for (PositionalParamSpec parameter : new ArrayList<>(command.positionalParameters())) {
            Values values = Values.of(parameter.descriptionKey(), command);
            if (values.isKnown()) {
                replace(
                        parameter,
                        PositionalParamSpec.builder()
                                .index(parameter.index().toString())
                                .paramLabel(parameter.descriptionKey())
                                .type(values.type())
                                .completionCandidates(values.candidates())
                                .build(),
                        command);
            }
        }
    }

    private static void replace(ArgSpec part, ArgSpec other, CommandSpec command) {
        command.remove(part);
        command.add(other);
    }

    /**
     * What an option or parameter takes.
     *
     * @param areFiles whether it is a file or folder
     * @param words what else it can be
     */
    private record Values(boolean areFiles, List<String> words) {

        static Values of(String name, CommandSpec command) {
            String ofCommand = command.name() + " " + name;
            return new Values(
                    PATHS.contains(name) || PATHS.contains(ofCommand),
                    VALUES.getOrDefault(ofCommand, VALUES.getOrDefault(name, List.of())));
        }

        boolean isKnown() {
            return areFiles || !words.isEmpty();
        }

        Class<?> type() {
            return areFiles ? Path.class : String.class;
        }

        @Nullable
        List<String> candidates() {
            return areFiles ? null : words;
        }
    }
}
