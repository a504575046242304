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
        footer = {
            "  kpi cohorts --data sales --period 2025",
            "  kpi cohorts --data sales --from 2023-01-01 --to 2026-01-01 --every quarter --format csv"
        })
final class CohortsCommand extends AnalysisCommand {

    /** A triangle of more units is too large to be of use. */
    private static final int MOST_UNITS = 1_000;

    /** What customers can be won in: a day is too short to keep anybody. */
    static final CalendarUnit[] UNITS = Arrays.stream(CalendarUnit.values())
            .filter(unit -> unit != CalendarUnit.DAY)
            .toArray(CalendarUnit[]::new);

    @Option(names = "--every", paramLabel = "${bundle:label.unit}")
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
        return arguments.choice("--every", every, UNITS);
    }

    @Override
    Analysis parse(DataOptions.Input records, SelectionOptions.Selection asked, Arguments arguments) {
        CalendarUnit unit = unit(arguments);
        DateRange dates = asked.dates();
        boolean isGiven = arguments.isGiven("--every");
        if (!begins(dates.startInclusive(), unit, records.calendar())
                || !begins(dates.endExclusive(), unit, records.calendar())) {
            throw isGiven
                    ? arguments.badValue("--every", every, "every.whole", dates.toString())
                    : arguments.bad("cohorts.whole", dates.toString());
        }
        if (isTooLong(dates, unit, records.calendar())) {
            throw isGiven
                    ? arguments.badValue("--every", every, "every.units", String.valueOf(MOST_UNITS))
                    : arguments.bad("cohorts.units", dates.toString(), String.valueOf(MOST_UNITS));
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
