package org.saleskpi.cli;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiCalculator;
import org.saleskpi.analysis.ComparisonBase;
import org.saleskpi.analysis.Targets;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.IndicatorCatalogue;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.intake.mapping.InvalidMappingException;
import org.saleskpi.output.CsvDialect;
import org.saleskpi.output.Filter;
import org.saleskpi.output.JsonReport;
import org.saleskpi.output.ParquetReport;
import org.saleskpi.output.Question;
import org.saleskpi.output.ReportWriter;
import org.saleskpi.output.TextReport;
import org.saleskpi.output.TextStyle;
import org.saleskpi.output.TidyCsv;
import org.saleskpi.output.page.HtmlReport;
import org.saleskpi.output.wording.EndlessCovers;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.sales.InvalidHistoryException;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesHistoryBuilder;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.SalesCalendar;
import org.saleskpi.workbook.WorkbookReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Reads a folder of records and reports on a period: {@code kpi report}. The exit code is 0 when the report is out, 1 when
 * the data or a file is at fault, 2 when the command line is.
 */
@Command(
        name = "report",
        description = "Reads a folder of records and reports the sales indicators of a period.",
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the report is out",
            "1:the data is bad or missing, or the report cannot be written",
            "2:the command line is bad"
        },
        footerHeading = "%nExamples:%n",
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
final class ReportCommand implements Callable<Integer> {

    private final OutputStream stdout;
    private final Terminal terminal;
    private final Terminal errors;

    @Spec
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The folder of records.")
    @SuppressWarnings("NullAway.Init") // Picocli sets it.
    private String data;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description =
                    "What wrote the folder: csv for the format of this library (the default; docs/csv-folder.md, kpi init), or the name of a"
                            + " built-in mapping, as kpi mapping lists them.")
    private @Nullable String source;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "A mapping file to read the folder by, in place of a built-in one.")
    private @Nullable String mapping;

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            description =
                    "What to report on: a day 2026-03-15, an ISO week 2026-W12, a month 2026-03, a quarter 2026-Q1, a"
                            + " half 2026-H1, a year 2026; a year of the calendar FY2026, or its half FY2026-H1, quarter"
                            + " FY2026-Q1, period FY2026-P03 or, in a retail calendar, week FY2026-W07.")
    private @Nullable String period;

    @Option(names = "--from", paramLabel = "DATE", description = "The first day to report on, with --to.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "The day after the last one, with --from.")
    private @Nullable String to;

    @Option(
            names = "--calendar",
            paramLabel = "CALENDAR",
            description =
                    "What weeks, quarters and years are: iso (the default); fiscal:JUL for years from July, named by"
                            + " their end, fiscal:JUL:start by their start; weeks:SUN for weeks from Sunday; a retail"
                            + " calendar such as 454:SAT:JAN:nearest or 445:SUN:DEC:last.")
    private String calendar = "iso";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "The time zone of days and of local times, such as Europe/Paris; UTC by default.")
    private String zone = "UTC";

    @Option(
            names = "--as-of",
            paramLabel = "MOMENT",
            description = "Report what was known just before a moment: the beginning of a date, or an instant such as"
                    + " 2026-04-01T08:00:00Z.")
    private @Nullable String asOf;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "The currency to report in; by default the one that contracts and proposals use.")
    private @Nullable String currency;

    @Option(
            names = "--by",
            paramLabel = "NAME[,NAME]",
            description =
                    "Report group by group too: by owner, by an attribute such as region, or by both: owner,region.")
    private @Nullable String by;

    @Option(
            names = "--every",
            paramLabel = "UNIT",
            description = "Report on each day, week, month, quarter or year of the period.")
    private @Nullable String every;

    @Option(
            names = "--where",
            paramLabel = "NAME=KEY",
            description =
                    "Report on one group only, such as owner=alice; owner= is what nobody owns. Repeated, any of those"
                            + " of one name, and all of several names.")
    private List<String> where = List.of();

    @Option(
            names = "--indicators",
            paramLabel = "KEYS",
            description = "What to report: brief (the default), all, or the keys of some indicators, such as"
                    + " revenue,win-rate.")
    private String indicators = "brief";

    @Option(
            names = "--compare",
            paramLabel = "BASE",
            description =
                    "Compare with the period before (previous) or with that of the year before (year), like for like.")
    private @Nullable String compare;

    @Option(
            names = "--targets",
            paramLabel = "FILE",
            description =
                    "Hold the report against the targets of a file: indicator,period,group,at_least,at_most. By default"
                            + " those of targets.csv in the CSV folder, if there is one; none for none.")
    private @Nullable String targets;

    @Option(
            names = "--holidays",
            paramLabel = "FILE",
            description = "The days on which nobody works, a date a line, for the pace of targets.")
    private @Nullable String holidays;

    @Option(names = "--lenient", description = "Set bad records aside, listing them, instead of failing.")
    private boolean lenient;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "The language of text, such as en or fr; by default that of the system.")
    private @Nullable String lang;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "text to read (the default), json for programs, csv for spreadsheets, xlsx for a workbook with"
                            + " charts, parquet for BI tools (with the DuckDB driver on the class path), html to show.")
    private String format = "text";

    @Option(
            names = "--csv-dialect",
            paramLabel = "DIALECT",
            description = "With --format csv: standard (the default), or excel-fr for semicolons and decimal commas.")
    private @Nullable String csvDialect;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write, in place of any there is; by default the standard output.")
    private @Nullable String out;

    /** Creates a command that reports to a stream, which may go to a terminal, as may its errors. */
    ReportCommand(OutputStream stdout, Terminal terminal, Terminal errors) {
        this.stdout = stdout;
        this.errors = errors;
        this.terminal = terminal;
    }

    private static final IndicatorChoice INDICATORS =
            new IndicatorChoice(SalesIndicators.all(), IndicatorCatalogue.all());

    /** How a report can be written. */
    private enum Format {
        TEXT,
        JSON,
        CSV,
        XLSX,
        PARQUET,
        HTML
    }

    @Override
    public Integer call() throws CommandFailure {
        Arguments arguments = new Arguments(spec.commandLine());
        ZoneId businessZone = arguments.zone("--zone", zone);
        SalesCalendar units = holidays == null
                ? arguments.calendar("--calendar", calendar)
                : TargetOptions.withHolidays(
                        arguments.calendar("--calendar", calendar), arguments.path("--holidays", holidays));
        DateRange dates = arguments.dates(period, from, to, units, businessZone);
        Instant view = asOf == null ? null : arguments.moment("--as-of", asOf, businessZone);
        CurrencyUnit asked = currency == null ? null : arguments.currency("--currency", currency);
        List<Dimension> dimensions = by == null ? List.of() : arguments.dimensions("--by", by);
        CalendarUnit unit = every == null ? null : arguments.choice("--every", every, CalendarUnit.values());
        if (unit != null) {
            checkPieces(dates, businessZone, unit, units, arguments);
        }
        ComparisonBase base = compare == null ? null : arguments.choice("--compare", compare, ComparisonBase.values());
        if (base != null) {
            checkBase(dates, unit, base, units, businessZone, arguments);
        }
        List<Filter> filters = arguments.filters("--where", where);
        List<Indicator<?>> chosen = INDICATORS.parse("--indicators", indicators, arguments);
        Locale locale = arguments.locale("--lang", lang);
        Format shape = arguments.choice("--format", format, Format.values());
        CsvDialect dialect = csvDialect(shape, arguments);
        Path file = out == null ? null : arguments.path("--out", out);
        if ((shape == Format.XLSX || shape == Format.PARQUET) && file == null && terminal.isTerminal()) {
            throw arguments.bad("--format " + format + " is not for a terminal: give the file to write with --out");
        }
        if (shape == Format.PARQUET) {
            checkParquet(arguments);
        }
        DataSource reader = DataSource.of(source, mapping, arguments);

        ImportedRecords records = read(reader, arguments.path("--data", data), businessZone);
        SalesHistory everything = history(records, businessZone, units, asked);
        checkNames(everything, dimensions, filters, arguments);
        SalesHistory history = view == null ? everything : everything.asOf(view);
        new Wording(Locale.ENGLISH).setAside(everything).ifPresent(note -> complain(List.of(note)));
        if (isMapped()) {
            complainOfEndlessCovers(history);
        }
        Targets aims = new TargetOptions(targets, isMapped() ? null : arguments.path("--data", data), units, arguments)
                .read(dimensions, !filters.isEmpty(), everything, this::complain);
        Question question =
                new Question(KpiCalculator.of(history), dates, filters, dimensions, chosen, unit, base, aims, locale);
        ReportWriter writer = switch (shape) {
            case TEXT -> new TextReport(style(file));
            case JSON -> new JsonReport();
            case CSV -> new TidyCsv(dialect);
            case XLSX -> new WorkbookReport();
            case PARQUET -> new ParquetReport();
            case HTML -> new HtmlReport();
        };
        write(writer, question, file);
        return 0;
    }

    private CsvDialect csvDialect(Format shape, Arguments arguments) {
        if (csvDialect == null) {
            return CsvDialect.STANDARD;
        }
        CsvDialect dialect = arguments.choice("--csv-dialect", csvDialect, CsvDialect.values());
        if (shape != Format.CSV) {
            throw arguments.bad("--csv-dialect goes with --format csv, not with --format " + format);
        }
        return dialect;
    }

    private static void checkParquet(Arguments arguments) {
        if (!ParquetReport.isAvailable()) {
            throw arguments.bad("--format parquet needs the DuckDB driver org.duckdb:duckdb_jdbc, which is not part of"
                    + " the command: run it as java -cp kpi.jar" + File.pathSeparator
                    + "duckdb_jdbc.jar org.saleskpi.cli.Main report …");
        }
    }

    private ImportedRecords read(DataSource reader, Path folder, ZoneId businessZone) throws CommandFailure {
        try {
            ImportedRecords records;
            try (ImportProgress progress =
                    ImportProgress.on(errors, spec.commandLine().getErr())) {
                records = reader.read(folder, businessZone, progress);
            }
            complain(records.summary());
            complain(records.totals());
            return records;
        } catch (UnreadableDataException e) {
            throw new CommandFailure(e.problems().isEmpty() ? List.of(message(e)) : ProblemLines.of(e.problems()));
        } catch (InvalidMappingException e) {
            throw new CommandFailure(message(e));
        }
    }

    private boolean isMapped() {
        return mapping != null || (source != null && !source.equals("csv"));
    }

    /** CRMs seldom record a term. Text says what that means for retention, the other formats cannot. */
    private void complainOfEndlessCovers(SalesHistory history) {
        EndlessCovers covers = EndlessCovers.of(history);
        if (covers.endless() > 0) {
            complain(List.of(covers.toString()));
        }
    }

    private SalesHistory history(
            ImportedRecords records, ZoneId businessZone, SalesCalendar units, @Nullable CurrencyUnit asked)
            throws CommandFailure {
        SalesHistoryBuilder builder = SalesHistory.builder(businessZone, asked == null ? currencyOf(records) : asked)
                .calendar(units);
        try {
            SalesHistory history = (lenient ? records.intoLenient(builder) : records.into(builder)).build();
            complain(ProblemLines.of(records.doubts()));
            complain(ProblemLines.of(history.problems(), records));
            return history;
        } catch (InvalidHistoryException e) {
            throw new CommandFailure(ProblemLines.of(e.problems(), records));
        }
    }

    private CurrencyUnit currencyOf(ImportedRecords records) throws CommandFailure {
        SortedSet<CurrencyUnit> currencies = records.currencies();
        if (currencies.size() > 1) {
            // Rows that could not be read are told too: there may be no second run to tell them.
            List<String> lines = new ArrayList<>(ProblemLines.of(records.problems()));
            lines.addAll(ProblemLines.of(records.doubts()));
            lines.add("Amounts are in "
                    + currencies.stream().map(CurrencyUnit::getCode).collect(Collectors.joining(", "))
                    + ": choose the currency to report in with --currency");
            throw new CommandFailure(lines);
        }
        return currencies.isEmpty() ? CurrencyUnit.EUR : currencies.first();
    }

    private void checkNames(
            SalesHistory history, List<Dimension> dimensions, List<Filter> filters, Arguments arguments) {
        Groups groups = new Groups(history);
        dimensions.forEach(dimension -> groups.check("--by", dimension, arguments));
        filters.forEach(filter -> groups.check("--where", filter.dimension(), arguments));
        for (Filter filter : filters) {
            complain(groups.unknownKeys(filter).stream()
                    .map(key -> "--where " + filter.dimension().name() + "=" + key + ": no record has that key")
                    .toList());
        }
    }

    private static void checkPieces(
            DateRange dates, ZoneId zone, CalendarUnit unit, SalesCalendar units, Arguments arguments) {
        try {
            units.split(dates.atZone(zone), unit, zone);
        } catch (IllegalArgumentException e) {
            throw arguments.bad("--every " + unit.name().toLowerCase(Locale.ROOT)
                    + " cuts the period in more than a million pieces, expected a larger unit or a shorter period");
        }
    }

    /** Makes sure that there are dates to compare with: a zone may have skipped them. */
    private static void checkBase(
            DateRange dates,
            @Nullable CalendarUnit unit,
            ComparisonBase base,
            SalesCalendar units,
            ZoneId zone,
            Arguments arguments) {
        for (DateRange piece : unit == null ? List.of(dates) : units.split(dates, unit)) {
            DateRange before = base.of(piece, units);
            if (holdsAnInstant(piece, zone) && !holdsAnInstant(before, zone)) {
                throw arguments.bad("--compare " + base.name().toLowerCase(Locale.ROOT) + ": there is no " + before
                        + " to compare " + piece + " with: the time zone " + zone + " skipped it");
            }
        }
    }

    private static boolean holdsAnInstant(DateRange dates, ZoneId zone) {
        return dates.startInclusive()
                .atStartOfDay(zone)
                .isBefore(dates.endExclusive().atStartOfDay(zone));
    }

    private TextStyle style(@Nullable Path file) {
        return file == null && terminal.isColoured() ? TextStyle.TERMINAL : TextStyle.PLAIN;
    }

    private void write(ReportWriter writer, Question question, @Nullable Path file) throws CommandFailure {
        try {
            if (file == null) {
                OutputStream buffered = new BufferedOutputStream(stdout);
                writer.write(question, buffered);
                buffered.flush();
            } else {
                WholeFile.write(file, bytes -> writer.write(question, bytes));
            }
        } catch (IOException e) {
            throw new CommandFailure(
                    (file == null ? "The report" : "--out " + file) + " cannot be written: " + reason(e));
        }
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = e instanceof FileSystemException fileFault ? fileFault.getReason() : e.getMessage();
        return Objects.requireNonNullElse(reason, e.getClass().getSimpleName());
    }

    private static String message(Exception e) {
        return ProblemLines.onOneLine(Objects.requireNonNullElse(e.getMessage(), e.toString()));
    }

    private void complain(List<String> lines) {
        PrintWriter stderr = spec.commandLine().getErr();
        lines.forEach(stderr::println);
        stderr.flush();
    }
}
