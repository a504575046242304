package org.saleskpi.cli;

import java.io.OutputStream;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.AnalysisOutput;
import org.saleskpi.output.FactPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which records are behind a number: {@code kpi facts}. */
@Command(
        name = "facts",
        footer = {
            "  kpi facts win-rate --data sales --period 2026-03",
            "  kpi facts proposal-acceptance-rate --data sales --period 2026-Q1 --only open --format csv",
            "  kpi facts revenue --data sales --period ytd --where owner=alice --offset 20 --limit 20"
        })
final class FactsCommand extends GroupedCommand {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    @Mixin
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private KeyParameter key;

    @Option(names = "--only", paramLabel = "${bundle:label.what}")
    private @Nullable String only;

    @Option(names = "--offset", paramLabel = "${bundle:label.count}")
    private String offset = "0";

    @Option(names = "--limit", paramLabel = "${bundle:label.count}")
    private @Nullable String limit;

    FactsCommand(OutputStream stdout, Terminal terminal, Terminal errors) {
        super(stdout, terminal, errors);
    }

    @Override
    Analysis parse(DataOptions.Input records, SelectionOptions.Selection asked, Arguments arguments) {
        Indicator<?> indicator = key.parse(arguments);
        FactPage.Standing standing = only == null ? null : arguments.choice("--only", only, FactPage.Standing.values());
        int first = number("--offset", offset, arguments);
        Integer most = limit == null ? null : number("--limit", limit, arguments);
        if (most != null && most == 0) {
            throw arguments.badValue("--limit", limit == null ? "" : limit, "count.records");
        }
        FactPage page = new FactPage(standing, first, most);
        return question -> AnalysisOutput.facts(question, indicator, page);
    }

    private static int number(String option, String text, Arguments arguments) {
        if (!NUMBER.matcher(text).matches()) {
            throw arguments.badValue(option, text, "count.records");
        }
        return Integer.parseInt(text);
    }
}
