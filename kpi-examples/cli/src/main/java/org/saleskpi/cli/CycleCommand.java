package org.saleskpi.cli;

import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Cycle.Losses;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.output.AnalysisOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long it takes to win the customers that entered in a period: {@code kpi cycle}. */
@Command(
        name = "cycle",
        description = "Tells how many days it takes to win the customers that entered in a period, with those that are"
                + " still open.",
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the answer is out",
            "1:the data is bad or missing, or the answer cannot be written",
            "2:the command line is bad"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kpi cycle --data sales --period 2025",
            "  kpi cycle --data sales --period 2025 --as-of 2026-01-01 --lost competing --within 14,30"
        })
final class CycleCommand extends AnalysisCommand {

    private static final Pattern DAYS = Pattern.compile("\\d{1,9}");

    @Option(
            names = "--by",
            paramLabel = "NAME[,NAME]",
            description = "Group by the customers' owner, by an attribute such as region, or by both: owner,region.")
    private @Nullable String by;

    @Option(
            names = "--lost",
            paramLabel = "HOW",
            description = "What a disqualified customer says about the others: censored (the default), that it was open"
                    + " until then; competing, that it will never be won.")
    private String lost = "censored";

    @Option(
            names = "--within",
            paramLabel = "DAYS",
            description = "After how many days to give the share won; 30,60,90 by default.")
    private String within = "30,60,90";

    CycleCommand(OutputStream stdout, Terminal terminal, Terminal errors) {
        super(stdout, terminal, errors);
    }

    @Override
    List<Dimension> dimensions(Arguments arguments) {
        return by == null ? List.of() : arguments.dimensions("--by", by);
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
                throw arguments.bad("--within", within, "is not a list of whole numbers of days such as 30,60,90");
            }
            days.add(Integer.valueOf(text.strip()));
        }
        return List.copyOf(days);
    }
}
