package org.saleskpi.cli;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import org.saleskpi.output.AnalysisOutput;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.SalesCalendar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What becomes of the customers won in each unit of a period: {@code kpi cohorts}. */
@Command(
        name = "cohorts",
        description =
                "Shows how many of the customers won in each unit of a period are in force at the end of it and of"
                        + " those after it, and what they sign.",
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
            "  kpi cohorts --data sales --period 2025",
            "  kpi cohorts --data sales --from 2023-01-01 --to 2026-01-01 --every quarter --format csv"
        })
final class CohortsCommand extends AnalysisCommand {

    /** A triangle of more units is too large to be of use. */
    private static final int MOST_UNITS = 1_000;

    @Option(
            names = "--every",
            paramLabel = "UNIT",
            description = "The unit that customers were won in: week, month (the default), quarter or year. The period"
                    + " must be made of whole ones.")
    private String every = "month";

    CohortsCommand(OutputStream stdout, Terminal terminal, Terminal errors) {
        super(stdout, terminal, errors);
    }

    @Override
    void complain(DataOptions options, SalesHistory history) {
        options.complainOfEndlessCovers(history);
    }

    @Override
    CalendarUnit unit(Arguments arguments) {
        CalendarUnit[] units = Arrays.stream(CalendarUnit.values())
                .filter(unit -> unit != CalendarUnit.DAY)
                .toArray(CalendarUnit[]::new);
        return arguments.choice("--every", every, units);
    }

    @Override
    Analysis parse(DataOptions.Input records, SelectionOptions.Selection asked, Arguments arguments) {
        CalendarUnit unit = unit(arguments);
        DateRange dates = asked.dates();
        if (!begins(dates.startInclusive(), unit, records.calendar())
                || !begins(dates.endExclusive(), unit, records.calendar())) {
            throw arguments.bad("--every", every, "does not cut the period " + dates + " in whole units");
        }
        if (isTooLong(dates, unit, records.calendar())) {
            throw arguments.bad("--every", every, "cuts the period in more than " + MOST_UNITS + " units");
        }
        return AnalysisOutput::cohorts;
    }

    private static boolean begins(LocalDate date, CalendarUnit unit, SalesCalendar calendar) {
        return calendar.startOf(unit, date).equals(date);
    }

    private static boolean isTooLong(DateRange dates, CalendarUnit unit, SalesCalendar calendar) {
        LocalDate start = dates.startInclusive();
        for (int i = 0; i < MOST_UNITS && start.isBefore(dates.endExclusive()); i++) {
            start = calendar.startAfter(unit, start);
        }
        return start.isBefore(dates.endExclusive());
    }
}
