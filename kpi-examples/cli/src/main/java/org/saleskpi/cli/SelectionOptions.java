package org.saleskpi.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.output.Filter;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.DateRange;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which part of the records a command is about: the period, the view, the conditions. */
final class SelectionOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private CommandSpec spec;

    @Option(names = "--period", paramLabel = "${bundle:label.period}")
    private @Nullable String period;

    @Option(names = "--from", paramLabel = "${bundle:label.date}")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "${bundle:label.date}")
    private @Nullable String to;

    @Option(names = "--as-of", paramLabel = "${bundle:label.moment}")
    private @Nullable String asOf;

    @Option(names = "--where", paramLabel = "${bundle:label.name}=${bundle:label.key}")
    private List<String> where = List.of();

    /**
     * What the words of the options mean.
     *
     * @param dates the dates to report on
     * @param view the moment as of which to view the history; null for all that is known
     * @param filters the conditions
     */
    record Selection(DateRange dates, @Nullable Instant view, List<Filter> filters) {}

    /** Reads the words, before any file is opened. */
    Selection parse(DataOptions.Input data, Arguments arguments) {
        Instant view = asOf == null ? null : arguments.moment("--as-of", asOf, data.zone());
        // As it would have been on the day of the view.
        LocalDate today = LocalDate.ofInstant(view == null ? Instant.now() : view, data.zone());
        return new Selection(
                arguments.dates(period, from, to, data.calendar(), data.zone(), today),
                view,
                arguments.filters("--where", where));
    }

    /** Makes sure that the records can be grouped and narrowed so; a key that no record has is told. */
    void checkNames(SalesHistory history, List<Dimension> dimensions, Selection selection, Arguments arguments) {
        DimensionCheck check = new DimensionCheck(history);
        dimensions.forEach(dimension -> check.check("--by", dimension, arguments));
        selection.filters().forEach(filter -> check.check("--where", filter.dimension(), arguments));
        PrintWriter stderr = spec.commandLine().getErr();
        Messages messages = arguments.messages();
        for (Filter filter : selection.filters()) {
            for (String key : check.unknownKeys(filter)) {
                stderr.println(ProblemLines.onOneLine(messages.say(
                        "filter.unknown",
                        filter.dimension().name(),
                        key,
                        messages.didYouMean(key, check.keys(filter.dimension())))));
            }
        }
        stderr.flush();
    }
}
