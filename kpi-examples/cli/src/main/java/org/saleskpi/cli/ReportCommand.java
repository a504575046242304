package org.saleskpi.cli;

import java.io.File;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiCalculator;
import org.saleskpi.analysis.ComparisonBase;
import org.saleskpi.analysis.Targets;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.JsonReport;
import org.saleskpi.output.ParquetReport;
import org.saleskpi.output.Presentation;
import org.saleskpi.output.Question;
import org.saleskpi.output.ReportWriter;
import org.saleskpi.output.TextReport;
import org.saleskpi.output.TidyCsv;
import org.saleskpi.output.page.HtmlReport;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.SalesCalendar;
import org.saleskpi.workbook.WorkbookReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Reads a folder of records and reports on a period: {@code kpi report}. The exit code is 0 when the report is out, 1 when
 * the data or a file is at fault, 2 when the command line is.
 */
@Command(
        name = "report",
        footer = {
            "  kpi report --data sales --period 2026-03",
            "  kpi report --data sales --period 2026-03 --format html --out march.html",
            "  kpi report --data sales --period 2026 --every month --by owner --lang fr",
            "  kpi report --data sales --from 2026-03-01 --to 2026-03-16 --where region=EMEA",
            "  kpi report --data sales --period 2026-Q1 --as-of 2026-04-01 \\",
            "             --zone Europe/Paris --format json --out q1.json",
            "  kpi report --data sales --calendar fiscal:JUL --period FY2026 --every quarter",
            "  kpi report --data export --source zoho --lenient --period 2026 --format csv",
            "  kpi report --data sales --period 2026 --every month --by owner --format xlsx --out 2026.xlsx",
            "  kpi report --data sales --period 2026 --every month \\",
            "             --format csv --csv-dialect excel-fr --out kpi.csv"
        })
final class ReportCommand extends RecordCommand {

    @Mixin
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private SelectionOptions selection;

    @Mixin
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private ByOption by;

    @Option(names = "--every", paramLabel = "${bundle:label.unit}")
    private @Nullable String every;

    @Option(names = "--indicators", paramLabel = "${bundle:label.keys}")
    private String indicators = "brief";

    @Option(names = "--compare", paramLabel = "${bundle:label.base}")
    private @Nullable String compare;

    @Option(names = "--targets", paramLabel = "${bundle:label.file}")
    private @Nullable String targets;

    @Option(names = "--holidays", paramLabel = "${bundle:label.file}")
    private @Nullable String holidays;

    @Option(names = "--facts")
    private boolean withFacts;

    @Option(names = "--interactive")
    private boolean isInteractive;

    @Mixin
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private PresentationOptions presentation;

    @Option(names = "--format", paramLabel = "${bundle:label.format}")
    private List<String> formats = List.of();

    @Mixin
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private OutputOptions output;

    /** Creates a command that reports to a stream, which may go to a terminal, as may its errors. */
    ReportCommand(OutputStream stdout, Terminal terminal, Terminal errors) {
        super(stdout, terminal, errors);
    }

    /** How a report can be written. */
    enum Format {
        TEXT,
        JSON,
        CSV,
        XLSX,
        PARQUET,
        HTML
    }

    @Override
    public Integer call() throws CommandFailure {
        Arguments arguments = arguments();
        DataOptions.Input records = data().parse(arguments);
        if (holidays != null) {
            records = records.with(TargetOptions.withHolidays(
                    records.calendar(), arguments.path("--holidays", holidays), arguments.messages()));
        }
        SelectionOptions.Selection asked = selection.parse(records, arguments);
        List<Dimension> dimensions = by.parse(arguments);
        CalendarUnit unit = every == null ? null : arguments.choice("--every", every, CalendarUnit.values());
        if (unit != null) {
            checkPieces(asked.dates(), records, unit, arguments);
        }
        ComparisonBase base = compare == null ? null : arguments.choice("--compare", compare, ComparisonBase.values());
        if (base != null) {
            checkBase(asked.dates(), unit, base, records, arguments);
        }
        List<Indicator<?>> chosen = IndicatorChoice.CATALOGUE.parse("--indicators", indicators, arguments);
        List<OutputOptions.Output<Format>> outputs = output.parse(formats, Format.values(), arguments);
        Inputs inputs = records.inputs(
                holidays == null ? null : arguments.path("--holidays", holidays),
                TargetOptions.file(targets, arguments),
                presentation.logo(arguments));
        outputs.forEach(written -> check(written, inputs, arguments));
        OutputOptions.goesWith("--facts", List.of("xlsx", "html"), outputs, arguments);
        OutputOptions.goesWith("--interactive", PresentationOptions.PAGE, outputs, arguments);
        Presentation shown = presentation.parse(outputs, chosen, !dimensions.isEmpty(), arguments);
        TargetOptions heldAgainst = new TargetOptions(targets, records.csvFolder(), records.calendar(), arguments);

        SalesHistory everything = records.history(errors());
        selection.checkNames(everything, dimensions, asked, arguments);
        SalesHistory history = asked.view() == null ? everything : everything.asOf(asked.view());
        data().complainOfEndlessCovers(history);
        Targets aims = heldAgainst.read(dimensions, !asked.filters().isEmpty(), everything, data()::complain);
        Question question = new Question(
                KpiCalculator.of(history), asked.dates(), asked.filters(), dimensions, chosen, unit, base, aims, shown);
        data().complain(unused(heldAgainst, question));
        try (Working working = working()) {
            for (OutputOptions.Output<Format> written : outputs) {
                ReportWriter writer = writer(written);
                written.destination()
                        .write(bytes -> writer.write(question.in(written.locale()), bytes), working.before(stdout()));
            }
        }
        return 0;
    }

    /** Only the answers tell which targets are of use. */
    private List<String> unused(TargetOptions heldAgainst, Question question) {
        try (Working working = working()) {
            return working.until(() -> heldAgainst.unused(question));
        }
    }

    private void check(OutputOptions.Output<Format> written, Inputs inputs, Arguments arguments) {
        inputs.spare(written.file(), arguments);
        boolean isBinary = written.format() == Format.XLSX || written.format() == Format.PARQUET;
        if (isBinary && written.file() == null && terminal().isTerminal()) {
            throw arguments.bad("format.terminal", written.format().name().toLowerCase(Locale.ROOT));
        }
        if (written.format() == Format.PARQUET) {
            checkParquet(arguments);
        }
    }

    private ReportWriter writer(OutputOptions.Output<Format> written) {
        return switch (written.format()) {
            case TEXT -> new TextReport(written.destination().style(terminal()));
            case JSON -> new JsonReport();
            case CSV -> new TidyCsv(written.dialect());
            case XLSX -> new WorkbookReport(withFacts);
            case PARQUET -> new ParquetReport();
            case HTML -> page();
        };
    }

    private HtmlReport page() {
        HtmlReport page = withFacts ? new HtmlReport().withFacts() : new HtmlReport();
        return isInteractive ? page.withControls() : page;
    }

    private static void checkParquet(Arguments arguments) {
        if (!ParquetReport.isAvailable()) {
            throw arguments.bad("format.parquet", File.pathSeparator);
        }
    }

    private static void checkPieces(
            DateRange dates, DataOptions.Input records, CalendarUnit unit, Arguments arguments) {
        try {
            records.calendar().split(dates.atZone(records.zone()), unit, records.zone());
        } catch (IllegalArgumentException e) {
            throw arguments.bad("every.pieces", unit.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Makes sure that there are dates to compare with: a zone may have skipped them. */
    private static void checkBase(
            DateRange dates,
            @Nullable CalendarUnit unit,
            ComparisonBase base,
            DataOptions.Input records,
            Arguments arguments) {
        SalesCalendar units = records.calendar();
        ZoneId zone = records.zone();
        for (DateRange piece : unit == null ? List.of(dates) : units.split(dates, unit)) {
            DateRange before = base.of(piece, units);
            if (holdsAnInstant(piece, zone) && !holdsAnInstant(before, zone)) {
                throw arguments.bad(
                        "compare.skipped",
                        base.name().toLowerCase(Locale.ROOT),
                        before.toString(),
                        piece.toString(),
                        zone.getId());
            }
        }
    }

    private static boolean holdsAnInstant(DateRange dates, ZoneId zone) {
        return dates.startInclusive()
                .atStartOfDay(zone)
                .isBefore(dates.endExclusive().atStartOfDay(zone));
    }
}
