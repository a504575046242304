package org.saleskpi.cli;

import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.AnalysisOutput;
import org.saleskpi.output.FactPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which records are behind a number: {@code kpi facts}. */
@Command(
        name = "facts",
        description = "Lists the records behind a number: what is counted, what missed, what is still open.",
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
            "  kpi facts win-rate --data sales --period 2026-03",
            "  kpi facts proposal-acceptance-rate --data sales --period 2026-Q1 --only open --format csv",
            "  kpi facts revenue --data sales --period ytd --where owner=alice --offset 20 --limit 20"
        })
final class FactsCommand extends AnalysisCommand {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    @Parameters(paramLabel = "KEY", description = "The key of an indicator: kpi catalogue lists them.")
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private String key;

    @Option(
            names = "--only",
            paramLabel = "WHAT",
            description =
                    "Only those that are one thing for the number: hit, miss, open, or divisor for what is below the"
                            + " line of a ratio.")
    private @Nullable String only;

    @Option(names = "--offset", paramLabel = "COUNT", description = "How many to leave out at the beginning.")
    private String offset = "0";

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            description = "How many to list at most; by default 20 in text, all in JSON and CSV.")
    private @Nullable String limit;

    @Option(
            names = "--by",
            paramLabel = "NAME[,NAME]",
            description = "List those of each group too: by owner, by an attribute such as region, or by both.")
    private @Nullable String by;

    FactsCommand(OutputStream stdout, Terminal terminal, Terminal errors) {
        super(stdout, terminal, errors);
    }

    @Override
    List<Dimension> dimensions(Arguments arguments) {
        return by == null ? List.of() : arguments.dimensions("--by", by);
    }

    @Override
    Analysis parse(DataOptions.Input records, SelectionOptions.Selection asked, Arguments arguments) {
        Indicator<?> indicator = IndicatorChoice.CATALOGUE.one("KEY", key, arguments);
        FactPage.Standing standing = only == null ? null : arguments.choice("--only", only, FactPage.Standing.values());
        int first = number("--offset", offset, arguments);
        Integer most = limit == null ? null : number("--limit", limit, arguments);
        if (most != null && most == 0) {
            throw arguments.bad("--limit", limit == null ? "" : limit, "is not a number of records such as 20");
        }
        FactPage page = new FactPage(standing, first, most);
        return question -> AnalysisOutput.facts(question, indicator, page);
    }

    private static int number(String option, String text, Arguments arguments) {
        if (!NUMBER.matcher(text).matches()) {
            throw arguments.bad(option, text, "is not a number of records such as 20");
        }
        return Integer.parseInt(text);
    }
}
