package org.saleskpi.cli;

import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.saleskpi.analysis.Cycle.Losses;
import org.saleskpi.output.AnalysisOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long it takes to win the customers that entered in a period: {@code kpi cycle}. */
@Command(
        name = "cycle",
        footer = {
            "  kpi cycle --data sales --period 2025",
            "  kpi cycle --data sales --period 2025 --as-of 2026-01-01 --lost competing --within 14,30"
        })
final class CycleCommand extends GroupedCommand {

    private static final Pattern DAYS = Pattern.compile("\\d{1,9}");

    @Option(names = "--lost", paramLabel = "${bundle:label.how}")
    private String lost = "censored";

    @Option(names = "--within", paramLabel = "${bundle:label.days}")
    private String within = "30,60,90";

    CycleCommand(OutputStream stdout, Terminal terminal, Terminal errors) {
        super(stdout, terminal, errors);
    }

    /** Customers are observed until now. */
    @Override
    Instant defaultView() {
        return Instant.now();
    }

    @Override
    Analysis parse(DataOptions.Input records, SelectionOptions.Selection asked, Arguments arguments) {
        Losses losses = arguments.choice("--lost", lost, Losses.values());
        List<Integer> days = days(arguments);
        return question -> AnalysisOutput.cycle(question, losses, days);
    }

    private List<Integer> days(Arguments arguments) {
        Set<Integer> days = new LinkedHashSet<>();
        for (String text : within.split(",", -1)) {
            if (!DAYS.matcher(text.strip()).matches()) {
                throw arguments.badValue("--within", within, "count.days");
            }
            days.add(Integer.valueOf(text.strip()));
        }
        return List.copyOf(days);
    }
}
