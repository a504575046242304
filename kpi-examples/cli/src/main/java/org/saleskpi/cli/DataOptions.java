package org.saleskpi.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.EndlessCovers;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.intake.mapping.InvalidMappingException;
import org.saleskpi.sales.InvalidHistoryException;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesHistoryBuilder;
import org.saleskpi.time.SalesCalendar;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which records a command is about, and how they are read: the options of all commands that read a folder. */
final class DataOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "${bundle:label.dir}")
    private @Nullable String data;

    @Option(names = "--source", paramLabel = "${bundle:label.name}")
    private @Nullable String source;

    @Option(names = "--mapping", paramLabel = "${bundle:label.file}")
    private @Nullable String mapping;

    @Option(names = "--lenient")
    private boolean lenient;

    @Option(names = "--zone", paramLabel = "${bundle:label.zone}")
    private String zone = "UTC";

    @Option(names = "--calendar", paramLabel = "${bundle:label.calendar}")
    private String calendar = "iso";

    @Option(names = "--currency", paramLabel = "${bundle:label.code}")
    private @Nullable String currency;

    /** What the words of the options mean. */
    final class Input {

        private final DataSource reader;
        private final Path folder;
        private final ZoneId zone;
        private final SalesCalendar calendar;
        private final @Nullable CurrencyUnit currency;

        private Input(
                DataSource reader, Path folder, ZoneId zone, SalesCalendar calendar, @Nullable CurrencyUnit currency) {
            this.reader = reader;
            this.folder = folder;
            this.zone = zone;
            this.calendar = calendar;
            this.currency = currency;
        }

        ZoneId zone() {
            return zone;
        }

        SalesCalendar calendar() {
            return calendar;
        }

        /** The same with another calendar. */
        Input with(SalesCalendar another) {
            return new Input(reader, folder, zone, another, currency);
        }

        /** The folder, if it is one of the library's own format; else null. */
        @Nullable
        Path csvFolder() {
            return isMapped() ? null : folder;
        }

        /** What is read, with further files of the command. */
        Inputs inputs(@Nullable Path... others) {
            return new Inputs(
                    folder,
                    reader.choice(),
                    Stream.concat(Stream.of(reader.file()), Stream.of(others))
                            .filter(Objects::nonNull)
                            .toList());
        }

        /** Reads the records and checks them against each other; what is not as it should be is told. */
        SalesHistory history(Terminal errors) throws CommandFailure {
            ImportedRecords records = records(errors);
            Messages messages = messages();
            complain(messages.phrases(records.summary()));
            complain(messages.phrases(records.totals()));
            SalesHistoryBuilder builder = builder(currency == null ? currencyOf(records, messages) : currency);
            try {
                SalesHistory history = history(records, builder, errors);
                complain(ProblemLines.of(records.doubts(), messages));
                complain(ProblemLines.of(history.problems(), records, messages));
                complain(messages.wording().setAside(history).stream().toList());
                return history;
            } catch (InvalidHistoryException e) {
                List<String> lines = new ArrayList<>(ProblemLines.of(e.problems(), records, messages));
                if (!lenient) {
                    lines.add(messages.say("data.strict"));
                }
                throw new CommandFailure(lines);
            }
        }

        /** Checking millions of records takes as long as reading them. */
        private SalesHistory history(ImportedRecords records, SalesHistoryBuilder builder, Terminal errors) {
            try (Working working = Working.on(errors, spec.commandLine().getErr(), messages())) {
                return working.until(() -> (lenient ? records.intoLenient(builder) : records.into(builder)).build());
            }
        }

        /** Reads the records and looks at them as far as it goes; nothing is told. */
        CheckedRecords checked(Terminal errors) throws CommandFailure {
            ImportedRecords records = records(errors);
            try (Working working = Working.on(errors, spec.commandLine().getErr(), messages())) {
                return working.until(() -> CheckedRecords.of(records, currency, this::builder, lenient));
            }
        }

        private SalesHistoryBuilder builder(CurrencyUnit reported) {
            return SalesHistory.builder(zone, reported).calendar(calendar);
        }

        private ImportedRecords records(Terminal errors) throws CommandFailure {
            reader.check(messages());
            try (ImportProgress progress =
                    ImportProgress.on(errors, spec.commandLine().getErr(), messages())) {
                return reader.reader().read(folder, zone, progress);
            } catch (UnreadableDataException e) {
                List<String> lines = new ArrayList<>(ProblemLines.of(e, messages()));
                if (!isMapped() && e.problems().isEmpty() && hasFile(folder)) {
                    lines.add(messages().say("data.no-csv", typed(folder)));
                }
                throw new CommandFailure(lines);
            } catch (InvalidMappingException e) {
                throw new CommandFailure(ProblemLines.onOneLine(String.valueOf(e.getMessage())));
            }
        }
    }

    /** Reads the words, before any file is opened. */
    Input parse(Arguments arguments) {
        if (data == null) {
            throw arguments.bad("data.none");
        }
        ZoneId businessZone = arguments.zone("--zone", zone);
        SalesCalendar units = arguments.calendar("--calendar", calendar);
        CurrencyUnit asked = currency == null ? null : arguments.currency("--currency", currency);
        DataSource reader = DataSource.of(source, mapping, arguments);
        return new Input(reader, arguments.path("--data", data), businessZone, units, asked);
    }

    /** Whether there is anything that the export of a CRM may be. */
    private static boolean hasFile(Path folder) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
            return files.anyMatch(Files::isRegularFile);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** A path as it is typed on a command line. */
    private static String typed(Path path) {
        String text = ProblemLines.onOneLine(path.toString());
        return text.indexOf(' ') < 0 ? text : '"' + text + '"';
    }

    private static CurrencyUnit currencyOf(ImportedRecords records, Messages messages) throws CommandFailure {
        SortedSet<CurrencyUnit> currencies = records.currencies();
        if (currencies.size() > 1) {
            // Rows that could not be read are told too: there may be no second run to tell them.
            List<String> lines = new ArrayList<>(ProblemLines.of(records.problems(), messages));
            lines.addAll(ProblemLines.of(records.doubts(), messages));
            lines.add(CheckedRecords.choose(currencies, messages));
            throw new CommandFailure(lines);
        }
        return currencies.isEmpty() ? CurrencyUnit.EUR : currencies.first();
    }

    /** CRMs seldom record a term. Text says what that means for retention, the other formats cannot. */
    void complainOfEndlessCovers(SalesHistory history) {
        EndlessCovers covers = EndlessCovers.of(history);
        if (isMapped() && covers.endless() > 0) {
            complain(List.of(messages().phrase(covers.toString())));
        }
    }

    private boolean isMapped() {
        return mapping != null || (source != null && !source.equals("csv"));
    }

    private Messages messages() {
        return Messages.of(spec.commandLine());
    }

    /** Tells something on the standard error. */
    void complain(List<String> lines) {
        PrintWriter stderr = spec.commandLine().getErr();
        lines.forEach(line -> stderr.println(ProblemLines.onOneLine(line)));
        stderr.flush();
    }
}
