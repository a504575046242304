package org.saleskpi.cli;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.output.AnalysisOutput;
import org.saleskpi.output.Presentation;
import org.saleskpi.output.Question;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands have in common that follow the customers of a period: they read records, ask one question, and write it. */
abstract class AnalysisCommand extends RecordCommand {

    @Mixin
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private SelectionOptions selection;

    @Option(names = "--format", paramLabel = "${bundle:label.format}")
    private List<String> formats = List.of();

    @Mixin
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private OutputOptions output;

    /** Creates a command that writes to a stream, which may go to a terminal, as may its errors. */
    AnalysisCommand(OutputStream stdout, Terminal terminal, Terminal errors) {
        super(stdout, terminal, errors);
    }

    /** How an answer can be written. */
    enum Format {
        TEXT,
        JSON,
        CSV
    }

    /** Asks what the command is about. */
    interface Analysis {
        AnalysisOutput<?> of(Question question);
    }

    /** Reads the words that the other options of the command were given, before any file is opened. */
    abstract Analysis parse(DataOptions.Input records, SelectionOptions.Selection asked, Arguments arguments);

    /** What is grouped by; none by default. */
    List<Dimension> dimensions(Arguments arguments) {
        return List.of();
    }

    /** What the period is cut in; null for nothing. */
    @Nullable
    CalendarUnit unit(Arguments arguments) {
        return null;
    }

    /** The moment as of which to view the history where the command line names none; null for none. */
    @Nullable
    Instant defaultView() {
        return null;
    }

    /** What is to be told of the records, beside the answer. */
    void complain(DataOptions options, SalesHistory history) {}

    @Override
    public final Integer call() throws CommandFailure {
        Arguments arguments = arguments();
        DataOptions.Input records = data().parse(arguments);
        SelectionOptions.Selection asked = selection.parse(records, arguments);
        List<Dimension> dimensions = dimensions(arguments);
        Analysis analysis = parse(records, asked, arguments);
        List<OutputOptions.Output<Format>> outputs = output.parse(formats, Format.values(), arguments);
        outputs.forEach(written -> records.inputs().spare(written.file(), arguments));

        SalesHistory everything = records.history(errors());
        selection.checkNames(everything, dimensions, asked, arguments);
        Instant view = asked.view() == null ? defaultView() : asked.view();
        SalesHistory history = view == null ? everything : everything.asOf(view);
        complain(data(), history);
        try (Working working = working()) {
            AnalysisOutput<?> answer = analysis.of(new Question(
                    KpiCalculator.of(history),
                    asked.dates(),
                    asked.filters(),
                    dimensions,
                    List.of(),
                    unit(arguments),
                    null,
                    null,
                    Presentation.in(outputs.get(0).locale())));
            for (OutputOptions.Output<Format> written : outputs) {
                written.destination()
                        .write(
                                bytes -> {
                                    switch (written.format()) {
                                        case TEXT ->
                                            answer.writeText(
                                                    written.destination().style(terminal()), bytes);
                                        case JSON -> answer.writeJson(bytes);
                                        case CSV -> answer.writeCsv(written.dialect(), bytes);
                                    }
                                },
                                working.before(stdout()));
            }
        }
        return 0;
    }
}
